import { beforeEach, expect, test } from 'vitest'
import { changeSelling } from '#goods/listing'
import { hours } from '#kernel/day'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { outboundsOf } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aBuyer,
  anOrder,
  aProduct,
  aSellingShop,
  type Goods,
  payFor,
  place,
  type SellingShop,
  ship,
} from '#test/orders'
import {
  cancelOrder,
  findOrder,
  findProductions,
  finishProduction,
  linesOf,
  noteProduction,
  productionsOf,
  quoteCheckout,
  releaseOrder,
  reviewOrder,
  startProduction,
} from './index.ts'
import type { Order } from './model.ts'

const { db } = await testDatabase()
let shop: SellingShop
beforeEach(async () => {
  shop = await aSellingShop(db)
})

async function madeToOrder(makeDays: number): Promise<Goods> {
  const goods = await aProduct(shop)
  await changeSelling(shop.ctx, { productId: goods.productId, joinsReductions: true, carriers: [], makeDays })
  return goods
}

const work = async ({ id }: Pick<Order, 'id'>) => productionsOf(shop.ctx, id)
const now = async ({ id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const make = async (order: Order) => {
  for (const { id: productionId } of await work(order)) {
    await startProduction(as(shop.ctx, mei), { productionId })
    await finishProduction(as(shop.ctx, mei), { productionId, note: '已刻字' })
  }
}

test('ORD-14 dispatch is promised after making, the slowest goods decide, and the order keeps what was promised', async () => {
  const [cup, desk] = [await madeToOrder(3), await madeToOrder(10)]
  const buyer = await aBuyer(shop, [{ of: cup }, { of: desk }, { of: await aProduct(shop) }])
  const { promised } = await quoteCheckout(buyer.ctx, { cartId: buyer.cartId })
  expect(promised?.dispatchHours).toBe(48 + 240)

  const order = await place(buyer)
  await payFor(shop, buyer, order.id)
  const paid = await now(order)
  expect(paid.dispatchBy).toEqual(paid.paidAt!.add(hours(288)))
  const [today] = [shop.ctx.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()]
  expect([paid.arrivesFrom, paid.arrivesTo].map(String)).toEqual([
    today.add({ days: 12 }).toString(),
    today.add({ days: 16 }).toString(),
  ])
  expect((await linesOf(shop.ctx, paid)).map(({ agreed }) => [agreed.makeDays, agreed.terms.dispatchHours])).toEqual([
    [3, 288],
    [10, 288],
    [undefined, 288],
  ])
})

test('ORD-14 a paid order waits until its goods are made, then goes to the warehouse by itself', async () => {
  const cup = await madeToOrder(3)
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: cup }, { of: await aProduct(shop) }] })
  const [production] = await work(order)
  expect([(await now(order)).fulfilment, production]).toMatchObject([
    'pending',
    { status: 'waiting', makeBy: shop.ctx.now.add(hours(72)), worker: null },
  ])
  expect(await outboundsOf(shop.ctx, order.id)).toEqual([])
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.not_made_yet' })
  expect((await openNotices(shop.ctx, new Set(['orders.change']))).map(({ kind }) => kind)).toContain('order.to_make')

  const productionId = production!.id
  await startProduction(as(shop.ctx, mei), { productionId })
  await noteProduction(as(shop.ctx, mei), { productionId, note: '刻“平安”' })
  expect((await findProductions(shop.ctx, { status: 'making' })).rows).toMatchObject([
    { orderNumber: order.number, quantity: 1, note: '刻“平安”', worker: mei.name, name: { zh: '龙井茶' } },
  ])
  await finishProduction(as(shop.ctx, mei), { productionId })
  expect((await now(order)).fulfilment).toBe('released')
  expect((await openNotices(shop.ctx, new Set(['orders.change']))).map(({ kind }) => kind)).not.toContain(
    'order.to_make',
  )
  await ship(shop, order.id)
  expect((await now(order)).fulfilment).toBe('shipped')
  expect((await findProductions(shop.ctx, { status: 'made' })).rows).toMatchObject([{ note: '刻“平安”' }])
})

test('ORD-14 an order leaves with its last finished piece, not before, and only where the shop releases by itself', async () => {
  const [cup, bowl] = [await madeToOrder(2), await madeToOrder(4)]
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: cup }, { of: bowl }] })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', true))
  const [first, second] = await work(order)
  for (const { id: productionId } of [first!, second!]) await startProduction(shop.ctx, { productionId })
  await finishProduction(shop.ctx, { productionId: first!.id })
  expect((await now(order)).fulfilment).toBe('pending')

  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  await finishProduction(shop.ctx, { productionId: second!.id })
  expect((await now(order)).fulfilment).toBe('pending')
  await releaseOrder(shop.ctx, order.id)
  expect((await now(order)).fulfilment).toBe('released')
})

test('ORD-14 nothing is made for an order that waits for review until somebody approves it', async () => {
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 1_000))
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: await madeToOrder(3) }] })
  expect([(await now(order)).review, await work(order)]).toEqual(['waiting', []])
  await reviewOrder(as(shop.ctx, mei), { orderId: order.id, decision: 'approve' })
  expect([(await now(order)).fulfilment, await work(order)]).toMatchObject(['pending', [{ status: 'waiting' }]])
})

test('ORD-03 ORD-14 an order that was cancelled while it waited for review is decided on by nobody, and nothing is made for it', async () => {
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 1_000))
  const { order, buyer } = await anOrder(shop, { status: 'paid', lines: [{ of: await madeToOrder(3) }] })
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })

  for (const decision of ['approve', 'hold', 'reject'] as const)
    await expect(reviewOrder(as(shop.ctx, mei), { orderId: order.id, decision })).rejects.toMatchObject({
      code: 'orders.cannot',
    })
  expect([await work(order), (await now(order)).review]).toEqual([[], 'waiting'])
})

test('ORD-14 its buyer calls an order off until making has begun; after that only staff do, and the work ends', async () => {
  const cup = await madeToOrder(3)
  const early = await anOrder(shop, { status: 'paid', lines: [{ of: cup }] })
  await cancelOrder(early.buyer.ctx, { orderId: early.order.id, reason: 'changed_mind' })
  expect((await findProductions(shop.ctx, { status: 'cancelled' })).rows).toHaveLength(1)

  const late = await anOrder(shop, { status: 'paid', lines: [{ of: cup }] })
  const [production] = await work(late.order)
  await startProduction(shop.ctx, { productionId: production!.id })
  const off = { orderId: late.order.id, reason: 'changed_mind' }
  await expect(cancelOrder(late.buyer.ctx, off)).rejects.toMatchObject({ code: 'orders.production_under_way' })
  await cancelOrder(as(shop.ctx, mei), off)
  await shop.tell()
  expect(await now(late.order)).toMatchObject({ status: 'cancelled', payment: 'refunded' })
  await expect(finishProduction(shop.ctx, { productionId: production!.id })).rejects.toMatchObject({
    code: 'orders.production_cannot',
    details: { status: 'cancelled' },
  })
})

test('ORD-14 of two who begin or finish the same piece at once, one does, and the order goes out once', async () => {
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: await madeToOrder(3) }] })
  const productionId = (await work(order))[0]!.id
  for (const step of [startProduction, finishProduction]) {
    const both = await Promise.allSettled([1, 2].map(() => step(as(shop.ctx, mei), { productionId })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  }
  expect(await outboundsOf(shop.ctx, order.id)).toHaveLength(1)
})

test('ORD-14 an order of which nothing is made to order goes its way as before', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  expect([await work(order), (await now(order)).fulfilment]).toEqual([[], 'released'])
  const theirs = await aSellingShop(db)
  const mine = await anOrder(shop, { status: 'paid', lines: [{ of: await madeToOrder(1) }] })
  const [production] = await work(mine.order)
  await expect(startProduction(theirs.ctx, { productionId: production!.id })).rejects.toMatchObject({
    code: 'orders.production_not_found',
  })
  await make(mine.order)
  expect((await now(mine.order)).fulfilment).toBe('released')
})

test('ORD-14 what is to be made is read page by page, the first due first, and no piece is lost or seen twice', async () => {
  const [cup, bowl] = [await madeToOrder(2), await madeToOrder(4)]
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: bowl }, { of: cup }] })
  const pages = async (status: 'waiting' | 'made') => {
    const first = await findProductions(shop.ctx, { status, limit: 1 })
    const second = await findProductions(shop.ctx, { status, limit: 1, cursor: first.next! })
    expect(second.next).toBeUndefined()
    return [...first.rows, ...second.rows].map(({ sku }) => sku)
  }
  expect(await pages('waiting')).toEqual([cup.sku, bowl.sku])
  await make(order)
  expect(new Set(await pages('made'))).toEqual(new Set([cup.sku, bowl.sku]))
})
