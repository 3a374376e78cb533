import { expect, test } from 'vitest'
import { setPrices } from '#goods/prices'
import { money } from '#kernel/money'
import { laneOf, lanes } from '#model/insight/order-twin'
import { listTransfers } from '#office/ledger'
import type { Actor, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { commentOrder } from '#sales/desk'
import { findOrder, mergeOrders, sourceOf } from '#sales/orders'
import { aCaringShop, aShippedOrder } from '#test/cases'
import { aContext, as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, payFor, place, type SellingShop, ship } from '#test/orders'
import { aCart } from '#test/people'
import { behindPostings, orderTimeline, orderWorth, worthOf } from './index.ts'

const { db } = await testDatabase()

const seenBy = (ctx: Context, ...permissions: string[]): Context & { readonly actor: Actor } =>
  as(ctx, { ...mei, permissions: new Set(permissions) })
const typesOf = async (ctx: Context & { readonly actor: Actor }, id: Parameters<typeof orderTimeline>[1]) =>
  (await orderTimeline(ctx, id)).rows.map(({ type }) => type)

test('ORD-16 an order’s timeline brings together money, stock, parcel, messages and what staff said, each with its thing, newest first', async () => {
  const shop = await aCaringShop(db)
  const { order } = await aShippedOrder(shop)
  await commentOrder(shop.ctx, { orderId: order.id, words: '包装要结实' })

  const { rows, hasMore } = await orderTimeline(seenBy(shop.ctx, 'ledger.read', 'messages.read'), order.id)
  const has = (type: string) => rows.find((row) => row.type === type)

  expect(hasMore).toBe(false)
  expect(rows.map(({ at }) => at.epochMilliseconds)).toEqual(
    rows.map(({ at }) => at.epochMilliseconds).toSorted((one, other) => other - one),
  )
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(new Set(rows.map(({ type }) => laneOf(type)))).toEqual(
    new Set(['order', 'money', 'stock', 'parcel', 'messages', 'approvals', 'notices', 'notes']),
  )
  expect(has('order.placed')).toMatchObject({ thing: { kind: 'order', label: order.number }, actorName: 'Ann' })
  expect(has('payment.succeeded')).toMatchObject({ thing: { kind: 'payment' } })
  expect(has('stock.reserved')).toMatchObject({ facts: { quantity: 2, warehouse: '杭州仓' } })
  expect(has('stock.dispatch')).toMatchObject({ thing: { kind: 'outbound' }, facts: { quantity: -2 } })
  expect(has('tracking.signed')).toMatchObject({ thing: { kind: 'parcel' } })
  expect(has('message.order.shipped')?.said).toContain(order.number)
  expect(has('ledger.payment')).toMatchObject({ amount: order.total, facts: { debit: 'provider_clearing' } })
  expect(has('comment')).toMatchObject({ said: '包装要结实', actorName: 'Lin' })
})

test('costs among the postings, the books and the words of messages are for those who may know them', async () => {
  const shop = await aCaringShop(db)
  const { order } = await aShippedOrder(shop)
  const accountsSeen = async (...permissions: string[]) =>
    (await orderTimeline(seenBy(shop.ctx, ...permissions), order.id)).rows.flatMap(({ facts }) => facts.debit ?? [])

  expect(await accountsSeen()).toEqual([])
  expect(await accountsSeen('ledger.read')).not.toContain('cost_of_goods')
  expect(await accountsSeen('ledger.read')).toContain('provider_clearing')
  expect(await accountsSeen('ledger.read', 'costs.read')).toContain('cost_of_goods')
  const { rows } = await orderTimeline(seenBy(shop.ctx, 'orders.read'), order.id)
  expect(rows.filter(({ type, said }) => type.startsWith('message.') && said !== '')).toEqual([])
})

test('every posting around an order is known by a number that people know, and to its own shop alone', async () => {
  const shop = await aCaringShop(db)
  const { order } = await aShippedOrder(shop)
  const { rows } = await listTransfers(shop.ctx, { limit: 50 })
  const causes = rows.map(({ causeId }) => causeId)

  const behind = await behindPostings(shop.ctx, causes)

  expect(rows.filter(({ causeId }) => !behind.has(causeId))).toEqual([])
  expect(new Set([...behind.values()].map(({ kind }) => kind))).toEqual(new Set(['order', 'outbound', 'stock']))
  expect([...behind.values()]).toContainEqual({ kind: 'order', id: order.id, label: order.number })
  expect(await behindPostings((await aCaringShop(db)).ctx, causes)).toEqual(new Map())
})

test('an order in a shared box shows the box and its own goods, not those of the others', async () => {
  const shop = await aCaringShop(db)
  const { first, second, pot } = await twoMerged(shop)
  await ship(shop, sourceOf((await findOrder(shop.ctx, second.id))!))
  const { rows } = await orderTimeline(seenBy(shop.ctx), second.id)

  expect(rows.filter(({ type }) => type === 'outbound.released')).not.toEqual([])
  expect(new Set(rows.filter(({ type }) => type === 'stock.reserved').map(({ facts }) => facts.sku))).toEqual(
    new Set([pot.sku]),
  )
  for (const moved of ['stock.pick', 'stock.dispatch'])
    expect(rows.filter(({ type }) => type === moved).map(({ facts }) => facts.sku)).toEqual([pot.sku])
  expect(rows.map(({ thing }) => thing.label)).not.toContain(first.number)
})

async function twoMerged(shop: SellingShop) {
  const pot = await aProduct(shop, { name: '茶壶' })
  const { order: first, buyer } = await anOrder(shop, { status: 'paid' })
  const cartId = await aCart(buyer.ctx, { of: pot.variantId, quantity: 1 })
  const second = await place({ ...buyer, cartId, total: money(3_300) })
  await payFor(shop, buyer, second.id)
  await mergeOrders(shop.ctx, { orderIds: [first.id, second.id] })
  return { first, second, pot }
}

test('another shop finds no timeline and no worth', async () => {
  const shop = await aCaringShop(db)
  const { order } = await anOrder(shop)
  const elsewhere = seenBy(aContext(db))

  await expect(orderTimeline(elsewhere, order.id)).rejects.toMatchObject({ code: 'orders.not_found' })
  await expect(orderWorth(elsewhere, order.id)).rejects.toMatchObject({ code: 'orders.not_found' })
  expect(await typesOf(seenBy(shop.ctx), order.id)).toContain('order.placed')
})

test('what a line leaves is what was earned less the cost of what stayed with the buyer; who may not know costs sees none', async () => {
  const shop = await aCaringShop(db)
  const { order } = await aShippedOrder(shop)

  expect(await orderWorth(seenBy(shop.ctx, 'costs.read'), order.id)).toMatchObject([
    { cost: money(1_000), earned: money(5_000), margin: money(3_000) },
  ])
  expect(await orderWorth(seenBy(shop.ctx), order.id)).toMatchObject([{ cost: null, margin: null }])
  const line = { subtotal: money(5_000), discount: money(500), refunded: money(2_250), quantity: 2, shipped: 2 }
  expect(worthOf({ fulfilment: 'shipped' }, { ...line, returned: 1 }, money(1_000))).toEqual({
    earned: money(2_250),
    margin: money(1_250),
  })
})

test('the cost of a line stays that of the day it left when the cost changes later', async () => {
  const shop = await aCaringShop(db)
  const { order, lines } = await aShippedOrder(shop)
  const later = { ...shop.ctx, now: shop.ctx.now.add({ hours: 24 * 9 }) }
  await transaction(later, (tx) =>
    setPrices(tx, new Map([[lines[0]!.variantId, { list: money(2_500), was: null, cost: money(1_900) }]])),
  )

  expect(await orderWorth(seenBy(later, 'costs.read'), order.id)).toMatchObject([{ cost: money(1_000) }])
})

test('what happened stands in exactly one lane', () => {
  expect(
    ['order.placed', 'order.paid', 'refund.approved', 'refund.succeeded', 'message.order.paid'].map(laneOf),
  ).toEqual(['order', 'money', 'approvals', 'after_sales', 'messages'])
  expect(lanes).toContain(laneOf('something.new'))
})
