import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop, ship, track } from '#test/orders'
import { addRequest, cancelOrder, refundMissing, releaseOrder, reviewOrder, watchPromise } from './index.ts'

const { db } = await testDatabase()

const set = (shop: SellingShop, name: string, value: unknown) =>
  transaction(shop.ctx, (tx) => changeSetting(tx, `orders.${name}`, value))
const openIn = async ({ ctx }: SellingShop) =>
  (await openNotices(ctx, new Set(['orders.review', 'orders.change', 'outbound.pick'])))
    .map(({ kind }) => kind)
    .toSorted()

test('ORD-03 the notice of an order in review is settled by who approves or rejects it, not by who holds it', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'reviewAmount', 100)
  const [first, second] = [await anOrder(shop, { status: 'paid' }), await anOrder(shop, { status: 'paid' })]
  await reviewOrder(shop.ctx, { orderId: first.order.id, decision: 'hold', note: '等回电' })
  expect(await openIn(shop)).toEqual(['order.in_review', 'order.in_review'])

  await reviewOrder(shop.ctx, { orderId: first.order.id, decision: 'approve' })
  expect(await openIn(shop)).toEqual(['order.in_review', 'outbound.released'])
  await reviewOrder(shop.ctx, { orderId: second.order.id, decision: 'reject' })
  expect(await openIn(shop)).toEqual(['outbound.released'])
})

test('ORD-06 an order that was released by hand waits for nobody at the desk, and once it has left for nobody at all', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'releaseAutomatically', false)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(await openIn(shop)).toEqual(['order.to_release'])
  await releaseOrder(shop.ctx, order.id)
  await addRequest(shop.ctx, { orderId: order.id, kind: 'gift', text: '礼品包装' })
  await watchPromise(later(shop.ctx, { hours: 49 }))
  expect(await openIn(shop)).toEqual(['order.promise_broken', 'order.request', 'outbound.released'])

  await ship(shop, order.id)
  expect(await openIn(shop)).toEqual([])
})

test('ORD-10 a cancelled order leaves no notice to desk or warehouse', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  await watchPromise(later(shop.ctx, { hours: 49 }))
  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
  expect(await openIn(shop)).toEqual([])
})

test('OUT-13 a short order waits for the desk until it is settled with the buyer', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  await reportShort(ctx, { scanId: newId(), outboundId: outbound!.id, pickId: picks[0]!.id, reason: 'missing' })
  await shop.tell()
  expect(await openIn(shop)).toEqual(['order.short', 'outbound.short'])

  await refundMissing(shop.ctx, order.id)
  expect(await openIn(shop)).toEqual([])
})

test('LOG-05 a parcel that turns back instead of arriving is told to the desk, once', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'shipped' })
  await track(shop, order.id, 'problem')
  expect(await openIn(shop)).toEqual([])
  await track(shop, order.id, 'returning')
  expect(await openIn(shop)).toEqual(['order.parcel_returned'])
  await track(shop, order.id, 'returned')
  expect(await openIn(shop)).toEqual(['order.parcel_returned'])
})
