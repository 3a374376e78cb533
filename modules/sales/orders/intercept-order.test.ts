import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { historyOf } from '#platform/events'
import { availabilityOf, reservationsOf } from '#supply/inventory'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, payFor, pick, place, type SellingShop, ship } from '#test/orders'
import { aCart } from '#test/people'
import { cancelOrder, findOrder, interceptOrder, mergeOrders, reviewOrder } from './index.ts'

const { db } = await testDatabase()
const reason = '买家打电话要改地址'
const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const boxesOf = async (shop: SellingShop, sourceId: string) =>
  (await outboundsOf(shop.ctx, sourceId)).filter(({ status }) => status !== 'cancelled')

test('ORD-09 an order that is picked already is intercepted: it waits for review with its goods and money, leaves after another yes, and only then', async () => {
  const shop = await aSellingShop(db)
  const { order, goods } = await anOrder(shop, { status: 'paid' })
  const [box] = await boxesOf(shop, order.id)
  await pick(shop, box!.id)

  const stopped = await interceptOrder(shop.ctx, { orderId: order.id, reason })

  expect(stopped).toMatchObject({ headline: 'in_review', fulfilment: 'pending', payment: 'paid', total: order.total })
  expect(await boxesOf(shop, order.id)).toEqual([])
  expect(await reservationsOf(shop.ctx, order.id)).toMatchObject([{ variantId: goods.variantId, quantity: 2 }])
  expect((await historyOf(shop.ctx, order.id)).at(-1)).toMatchObject({
    type: 'order.intercepted',
    data: { note: reason },
  })
  await reviewOrder(shop.ctx, { orderId: order.id, decision: 'approve' })
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ headline: 'shipped' })
  await expect(interceptOrder(shop.ctx, { orderId: order.id, reason })).rejects.toMatchObject({ code: 'orders.cannot' })
})

test('ORD-10 an order that is intercepted can be cancelled: its goods are free again and its money goes back', async () => {
  const shop = await aSellingShop(db)
  const { order, goods } = await anOrder(shop, { status: 'paid' })
  const [box] = await boxesOf(shop, order.id)
  await startPicking(as(shop.ctx, mei), { outboundId: box!.id })
  await expect(cancelOrder(shop.ctx, { orderId: order.id, reason })).rejects.toMatchObject({
    code: 'warehouse.outbound_under_way',
  })
  await interceptOrder(shop.ctx, { orderId: order.id, reason })

  expect(await cancelOrder(shop.ctx, { orderId: order.id, reason })).toMatchObject({ headline: 'refunding' })
  expect((await availabilityOf(shop.ctx, [goods.variantId])).get(goods.variantId)).toBe(10)
})

test('ORD-08 an order that shares its box is intercepted alone: the other one is picked anew without it', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, goods } = await anOrder(shop, { status: 'paid' })
  const cartId = await aCart(buyer.ctx, { of: goods.variantId, quantity: 1 })
  const other = await place({ ...buyer, cartId, total: money(3_300) })
  await payFor(shop, buyer, other.id)
  const { shipmentId } = (await mergeOrders(shop.ctx, { orderIds: [order.id, other.id] }))[0]!
  const [box] = await boxesOf(shop, shipmentId!)
  await startPicking(as(shop.ctx, mei), { outboundId: box!.id })

  expect(await interceptOrder(shop.ctx, { orderId: order.id, reason })).toMatchObject({ headline: 'in_review' })

  expect(await now(shop, other)).toMatchObject({ fulfilment: 'released' })
  const left = [...(await boxesOf(shop, shipmentId!)), ...(await boxesOf(shop, other.id))]
  expect(left.map(({ status, lines }) => [status, lines.map(({ quantity }) => quantity)])).toEqual([['released', [1]]])
})
