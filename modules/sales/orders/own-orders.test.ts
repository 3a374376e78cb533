import { expect, test } from 'vitest'
import { historyOf } from '#platform/events'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, ship, track } from '#test/orders'
import { aCart } from '#test/people'
import {
  cancelOrder,
  confirmReceipt,
  countOwnOrders,
  extendReceipt,
  loadOrder,
  ownOrdersEverywhere,
  placeOrder,
  quoteCheckout,
  receiveSilently,
  shopsBoughtFrom,
  wishInvoice,
} from './index.ts'

const { db } = await testDatabase()

test('ORD-16 ACC-04 a buyer finds the own orders of all shops in one list, by tab and by words, and nobody else’s', async () => {
  const [here, there] = [await aSellingShop(db), await aSellingShop(db)]
  const { order, buyer } = await anOrder(here)
  const { ctx: ann, address } = buyer
  const inThere = later({ ...ann, shopId: there.ctx.shopId, outside: there.ctx.outside }, { minutes: 1 })
  const bowl = await aProduct(there, { name: '粗陶碗 100%' })
  const cartId = await aCart(inThere, { of: bowl.variantId })
  const { total } = await quoteCheckout(inThere, { cartId, addressId: address.id })
  const second = await placeOrder(inThere, { cartId, addressId: address.id, expectedTotal: total })
  await anOrder(here, { name: 'Bob' })
  const customerId = ann.actor.id
  const found = async (of: object) => (await ownOrdersEverywhere(ann, { customerId, ...of })).rows.map(({ id }) => id)

  const { rows } = await ownOrdersEverywhere(ann, { customerId })
  expect(rows.map(({ id, shop }) => [id, shop.id])).toEqual([
    [second.id, there.ctx.shopId],
    [order.id, here.ctx.shopId],
  ])
  expect(await countOwnOrders(ann, customerId)).toEqual({ to_pay: 2, to_ship: 0, to_receive: 0, after_sales: 0 })
  expect(await found({ text: '粗陶' })).toEqual([second.id])
  expect(await found({ text: order.number.slice(4) })).toEqual([order.id])
  expect([await found({ text: '100%' }), await found({ text: '_' }), await found({ text: '\\' })]).toEqual([
    [second.id],
    [],
    [],
  ])
  expect(await found({ tab: 'to_receive' })).toEqual([])
  const first = await ownOrdersEverywhere(ann, { customerId, limit: 1 })
  expect(await found({ limit: 1, cursor: first.next })).toEqual([order.id])
})

test('ORD-17 a buyer puts the automatic receipt off once, however often the button is pressed; before delivery nobody can', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'released' })
  await expect(extendReceipt(buyer.ctx, order.id)).rejects.toMatchObject({ code: 'orders.receipt_not_extendable' })
  await ship(shop, order.id)
  await track(shop, order.id, 'signed')
  const { receiveBy } = await loadOrder(buyer.ctx, order.id)

  const [one, other] = await Promise.all([extendReceipt(buyer.ctx, order.id), extendReceipt(buyer.ctx, order.id)])
  await extendReceipt(buyer.ctx, order.id)

  const until = receiveBy!.add({ hours: 72 })
  expect([one.receiveBy, other.receiveBy]).toEqual([until, until])
  const extended = (await historyOf(buyer.ctx, order.id)).filter(({ type }) => type === 'order.receipt_extended')
  expect(extended).toHaveLength(1)
  await receiveSilently({ ...shop.ctx, now: receiveBy!.add({ hours: 1 }) })
  expect((await loadOrder(buyer.ctx, order.id)).receivedAt).toBeNull()
  await receiveSilently({ ...shop.ctx, now: until.add({ hours: 1 }) })
  expect((await loadOrder(buyer.ctx, order.id)).receivedAt).not.toBeNull()
  const bob = (await anOrder(shop, { name: 'Bob' })).buyer.ctx
  await expect(extendReceipt(bob, order.id)).rejects.toMatchObject({ code: 'orders.not_found' })
})

test('CHK-02 an invoice may be asked for after the order, by its buyer and not for a cancelled one', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  const wish = { kind: 'company', title: '半日闲有限公司', taxNumber: '91350100M000100Y43' } as const

  expect((await wishInvoice(buyer.ctx, { orderId: order.id, wish })).invoiceWish).toEqual(wish)
  const bob = await anOrder(shop, { name: 'Bob' })
  await expect(wishInvoice(bob.buyer.ctx, { orderId: order.id, wish })).rejects.toMatchObject({
    code: 'orders.not_found',
  })
  await cancelOrder(bob.buyer.ctx, { orderId: bob.order.id, reason: 'changed_mind' })
  await expect(wishInvoice(bob.buyer.ctx, { orderId: bob.order.id, wish })).rejects.toMatchObject({
    code: 'orders.no_invoice_now',
  })
})

test('reviews are asked for in the shops from which the buyer has received something, not where others have', async () => {
  const [here, there] = [await aSellingShop(db), await aSellingShop(db)]
  const { order, buyer } = await anOrder(here, { status: 'released' })
  const { order: waiting, buyer: other } = await anOrder(there, { status: 'released' })
  await ship(here, order.id)
  await track(here, order.id, 'signed')
  await confirmReceipt(buyer.ctx, order.id)
  await ship(there, waiting.id)

  expect(await shopsBoughtFrom(here.ctx, buyer.ctx.actor.id)).toEqual([here.ctx.shopId])
  expect(await shopsBoughtFrom(here.ctx, other.ctx.actor.id)).toEqual([])
})
