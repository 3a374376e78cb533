import { expect, test } from 'vitest'
import type { Order } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { listMessages } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import {
  cancelOrder,
  changeRecipient,
  findOrder,
  placeOrder,
  quoteCheckout,
  releaseAgreed,
  releaseOrder,
} from '#sales/orders'
import { outboundsOf, pickListData, startPicking } from '#supply/warehouse'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, payFor, type SellingShop, ship } from '#test/orders'
import { anAddressInput } from '#test/people'
import { callList, checkOrder, checksOf, confirmationOf, contactsOf, keepContact, settleConfirmation } from './index.ts'
import { checkItems } from './model.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const set = (shop: SellingShop, name: string, value: unknown) =>
  transaction(shop.ctx, (tx) => changeSetting(tx, name, value))

test('ORD-05 where the shop waits for it, an order is released only after every item of the check list, with who and when', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'orders.releaseAfterChecks', true)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(order).toMatchObject({ headline: 'pending' })
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.not_checked' })

  await checkOrder(shop.ctx, { orderId: order.id, items: ['goods', 'quantity', 'address', 'contact'] })
  expect(await now(shop, order)).toMatchObject({ headline: 'pending', checkedAt: null })
  await checkOrder(as(shop.ctx, mei), { orderId: order.id, items: ['payment', 'recipient'], note: '已电话核对' })

  expect(await now(shop, order)).toMatchObject({ headline: 'released', checkedAt: shop.ctx.now })
  expect((await checksOf(shop.ctx, order.id)).map(({ item, by }) => `${item} ${by}`)).toEqual([
    'goods Lin',
    'quantity Lin',
    'address Lin',
    'contact Lin',
    'payment Mei',
    'recipient Mei',
  ])
})

test('ORD-05 after the recipient was changed the order must be checked again', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'orders.releaseAutomatically', false)
  await set(shop, 'orders.releaseAfterChecks', true)
  const { order } = await anOrder(shop, { status: 'paid' })
  await checkOrder(shop.ctx, { orderId: order.id, items: checkItems })
  await changeRecipient(later(shop.ctx, { minutes: 1 }), {
    orderId: order.id,
    recipient: anAddressInput({ street: '新地址 8 号' }),
  })
  expect(await checksOf(shop.ctx, order.id)).toEqual([])
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.not_checked' })
  await checkOrder(later(shop.ctx, { minutes: 2 }), { orderId: order.id, items: checkItems })
  expect(await releaseOrder(shop.ctx, order.id)).toMatchObject({ headline: 'released' })
})

test('ORD-05 without the setting the check list holds nothing back', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(order).toMatchObject({ headline: 'released', checkedAt: null })
})

test('ORD-04 an order of the amount set is put on the call list once, and the answer is kept with what was verified', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'desk.callFromAmount', 5_000)
  const { order } = await anOrder(shop, { status: 'paid' })
  await shop.tell({ twice: true })
  expect(await callList(shop.ctx)).toMatchObject([{ orderNumber: order.number, why: 'large_amount' }])

  await settleConfirmation(shop.ctx, { orderId: order.id, outcome: 'confirmed', note: '本人接听' })
  await settleConfirmation(shop.ctx, { orderId: order.id, outcome: 'confirmed' })
  expect(await callList(shop.ctx)).toEqual([])
  expect(await confirmationOf(shop.ctx, order.id)).toMatchObject({
    way: 'call',
    status: 'confirmed',
    settledBy: 'Lin',
    note: '本人接听',
  })
  expect((await checksOf(shop.ctx, order.id)).map(({ item }) => item)).toEqual([
    'goods',
    'quantity',
    'address',
    'contact',
    'recipient',
  ])
  await expect(settleConfirmation(shop.ctx, { orderId: order.id, outcome: 'declined' })).rejects.toMatchObject({
    code: 'desk.confirmation_settled',
  })
})

test('ORD-04 nobody is called about an order that was cancelled meanwhile', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'desk.callFromAmount', 5_000)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(await callList(shop.ctx)).toHaveLength(1)

  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
  expect(await callList(shop.ctx)).toEqual([])
})

test.each([
  ['a first order', 'desk.callFirstOrders', 'first_order'],
  ['an order with a remark', 'desk.callWithRequests', 'special_request'],
])('ORD-04 %s is called where the shop says so', async (_, setting, why) => {
  const shop = await aSellingShop(db)
  await set(shop, setting, true)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop), quantity: 1 }])
  const order = await placeOrder(buyer.ctx, {
    cartId: buyer.cartId,
    addressId: buyer.address.id,
    expectedTotal: buyer.total,
    memo: '请轻放',
  })
  await payFor(shop, buyer, order.id)
  expect(await callList(shop.ctx)).toMatchObject([{ orderNumber: order.number, why }])
})

test('ORD-04 an ordinary order is confirmed by e-mail with its contents, and its buyer says on the page that they are right', async () => {
  const shop = await aSellingShop(db)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop, { name: '青瓷杯' }), quantity: 2 }])
  const { total } = await quoteCheckout(buyer.ctx, { cartId: buyer.cartId, addressId: buyer.address.id })
  const order = await placeOrder(buyer.ctx, {
    cartId: buyer.cartId,
    addressId: buyer.address.id,
    expectedTotal: total,
    invoiceWish: { kind: 'personal', title: '安', email: 'an@example.com' },
  })
  await payFor(shop, buyer, order.id)
  await shop.tell({ twice: true })
  const mails = (await listMessages(shop.ctx, {})).rows.filter(({ channel }) => channel === 'email')
  expect(mails).toMatchObject([{ recipient: 'an@example.com', subject: expect.stringContaining(order.number) }])
  for (const part of ['青瓷杯', '× 2', '58.00']) expect(mails[0]!.body).toContain(part)
  expect(await confirmationOf(shop.ctx, order.id)).toMatchObject({ way: 'email', status: 'sent' })
  await settleConfirmation(buyer.ctx, { orderId: order.id, outcome: 'confirmed' })
  expect(await confirmationOf(shop.ctx, order.id)).toMatchObject({ status: 'confirmed', settledBy: 'Ann' })
})

test('ORD-22 contacts are kept on the order; the next one due stands on the call list until there was another', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const due = shop.ctx.now.add({ hours: 2 })
  await keepContact(shop.ctx, { orderId: order.id, way: 'call', outcome: 'no_answer', nextDueAt: due })
  expect(await callList(shop.ctx)).toEqual([])
  expect(await callList(later(shop.ctx, { hours: 2 }))).toMatchObject([{ orderNumber: order.number, why: 'due' }])
  await keepContact(later(shop.ctx, { hours: 3 }), { orderId: order.id, way: 'call', outcome: 'reached', note: '都好' })
  expect(await callList(later(shop.ctx, { hours: 4 }))).toEqual([])
  expect((await contactsOf(shop.ctx, order.id)).map(({ outcome, note, by }) => [outcome, note, by])).toEqual([
    ['reached', '都好', 'Lin'],
    ['no_answer', '', 'Lin'],
  ])
})

test('ORD-22 an agreed delivery time takes the order back from the warehouse, moves its promise, prints, and lets it go when it has come', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const from = shop.ctx.now.add({ hours: 100 })
  const agreed = { orderId: order.id, way: 'call', outcome: 'agreed', note: '周五以后送', deliverFrom: from } as const
  await keepContact(shop.ctx, agreed)
  expect(await now(shop, order)).toMatchObject({
    headline: 'pending',
    releaseFrom: from,
    dispatchBy: from.add({ hours: 48 }),
  })
  expect((await outboundsOf(shop.ctx, order.id)).map(({ status }) => status)).toEqual(['cancelled'])
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.agreed_later' })
  await releaseAgreed(later(shop.ctx, { hours: 99 }))
  expect(await now(shop, order)).toMatchObject({ headline: 'pending' })

  await releaseAgreed(later(shop.ctx, { hours: 101 }))
  await releaseAgreed(later(shop.ctx, { hours: 101 }))
  expect(await now(shop, order)).toMatchObject({ headline: 'released' })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  expect((await pickListData(shop.ctx, outbound!.id, 'Mei')).specialRequests).toEqual([
    '约定送货：2026-03-06 16:00 周五以后送',
  ])
  await ship(shop, order.id)
  expect((await historyOf(shop.ctx, order.id)).filter(({ type }) => type === 'order.released')).toHaveLength(2)
})

test('ORD-22 a delivery time agreed after picking has begun is refused, and nothing is kept', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  await startPicking(as(shop.ctx, mei), { outboundId: (await outboundsOf(shop.ctx, order.id))[0]!.id })
  const late = keepContact(shop.ctx, {
    orderId: order.id,
    way: 'call',
    outcome: 'agreed',
    deliverFrom: shop.ctx.now.add({ hours: 100 }),
  })
  await expect(late).rejects.toMatchObject({ code: 'warehouse.outbound_under_way' })
  expect(await contactsOf(shop.ctx, order.id)).toEqual([])
})
