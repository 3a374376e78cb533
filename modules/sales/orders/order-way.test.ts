import { expect, test } from 'vitest'
import { reindexProducts } from '#goods/search'
import { piecesIn } from '#kernel/quantity'
import type { Order } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { listCarriers, parcelsOf } from '#supply/shipping'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop, ship, track } from '#test/orders'
import {
  cancelOrder,
  cancelUnpaid,
  completeFinished,
  confirmReceipt,
  countOrders,
  findOrder,
  findOrders,
  linesOf,
  orderPage,
  ownOrders,
  receiveSilently,
  setAfterSales,
  watchPromise,
} from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const noticesOf = async (shop: SellingShop, permission: string) =>
  (await openNotices(shop.ctx, new Set([permission]))).map((each) => each.kind)
const messagesOf = async (shop: SellingShop) =>
  await db
    .selectFrom('platform.messages')
    .select(['template', 'locale', 'body'])
    .where('shop_id', '=', shop.ctx.shopId)
    .orderBy('id')
    .execute()

test('ORD-13 dispatch is promised within 48 hours of payment; staff are warned before and after, once each, and the order is late', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  expect(order.dispatchBy).toEqual(shop.ctx.now.add({ hours: 48 }))
  expect(await orderPage(buyer.ctx, order.id)).toMatchObject({ dispatchSecondsLeft: 48 * 3_600 })
  await anOrder(shop)

  await watchPromise(later(shop.ctx, { hours: 41 }))
  expect(await noticesOf(shop, 'orders.change')).toEqual([])
  for (let run = 0; run < 2; run++) await watchPromise(later(shop.ctx, { hours: 43 }))
  expect(await noticesOf(shop, 'orders.change')).toEqual(['order.promise_soon'])
  for (let run = 0; run < 2; run++) await watchPromise(later(shop.ctx, { hours: 49 }))
  expect((await noticesOf(shop, 'orders.change')).toSorted()).toEqual(['order.promise_broken', 'order.promise_soon'])

  const late = later(shop.ctx, { hours: 49 })
  expect((await findOrders(late, { late: true })).rows.map((row) => row.id)).toEqual([order.id])
  expect((await countOrders(late)).late).toBe(1)
  expect(await orderPage({ ...buyer.ctx, now: late.now }, order.id)).toMatchObject({ dispatchSecondsLeft: -3_600 })
})

test('ORD-13 an order that has left raises no alarm', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'shipped' })
  await watchPromise(later(shop.ctx, { hours: 100 }))
  expect(await noticesOf(shop, 'orders.change')).toEqual([])
  expect(await orderPage(shop.ctx, order.id)).toMatchObject({ dispatchSecondsLeft: null })
})

test('what has left counts as sold for the ranking of its product, once', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'released' })
  const lines = await linesOf(shop.ctx, order)
  await transaction(shop.ctx, (tx) =>
    reindexProducts(
      tx,
      lines.map((line) => line.productId),
    ),
  )

  await ship(shop, order.id)

  const sold = await db
    .selectFrom('goods.search_documents')
    .select(['product_id', 'sold'])
    .where('shop_id', '=', shop.ctx.shopId)
    .where('locale', '=', 'zh')
    .where('sold', '>', 0)
    .execute()
  const expected = Map.groupBy(lines, (line) => line.productId)
  expect(new Map(sold.map((row) => [row.product_id, row.sold]))).toEqual(
    new Map([...expected].map(([id, group]) => [id, piecesIn(group)])),
  )
})

test('ORD-17 the buyer confirms receipt; seven days after signing the order is completed', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  const received = await confirmReceipt(buyer.ctx, order.id)
  expect(received).toMatchObject({ headline: 'received', receivedAt: shop.ctx.now })
  expect(await confirmReceipt(buyer.ctx, order.id)).toMatchObject({ version: received.version })

  await completeFinished(later(shop.ctx, { days: 6, hours: 23 }))
  expect(await now(shop, order)).toMatchObject({ status: 'open' })
  await completeFinished(later(shop.ctx, { days: 7 }))
  expect(await now(shop, order)).toMatchObject({ headline: 'completed' })
})

test('ORD-17 without a word from the buyer receipt counts as confirmed ten days after delivery', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'delivered' })
  expect(order.receiveBy).toEqual(later(shop.ctx, { days: 10 }).now)
  await receiveSilently(later(shop.ctx, { days: 9 }))
  expect(await now(shop, order)).toMatchObject({ headline: 'delivered' })
  await receiveSilently(later(shop.ctx, { days: 10 }))
  await completeFinished(later(shop.ctx, { days: 10 }))
  expect(await now(shop, order)).toMatchObject({ headline: 'completed' })
})

test('ORD-17 an open case keeps an order from being received and completed by the clock', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'delivered' })
  await transaction(shop.ctx, (tx) => setAfterSales(tx, { orderId: order.id, status: 'open' }))
  await receiveSilently(later(shop.ctx, { days: 20 }))
  expect(await now(shop, order)).toMatchObject({ headline: 'after_sales', fulfilment: 'delivered' })
})

test('ORD-21 the buyer is told at every change, in the language of the order, once', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'shipped' })
  await track(shop, order.id, 'delivering')
  await track(shop, order.id, 'signed')
  await confirmReceipt(buyer.ctx, order.id)
  await shop.tell({ twice: true })

  const messages = await messagesOf(shop)
  expect(messages.map((message) => message.template)).toEqual([
    'order.placed',
    'order.paid',
    'order.released',
    'order.shipped',
    'parcel.moved',
    'order.delivered',
    'order.received',
  ])
  for (const { locale, body } of messages) {
    expect(locale).toBe('zh')
    expect(body).toContain(order.number)
    expect(body).toContain('半日闲')
    expect(body).not.toMatch(/\{|message\./)
  }
  const [parcel] = await parcelsOf(shop.ctx, order.id)
  const { name } = (await listCarriers(shop.ctx)).find(({ code }) => code === parcel!.carrier)!
  const shipped = messages.find(({ template }) => template === 'order.shipped')!
  expect(shipped.body).toContain(`${name.zh} ${parcel!.waybillNumber}`)
})

test('ORD-21 an order placed in English is told of in English, cancelling and refund included', async () => {
  const shop = await aSellingShop(db)
  const english = { ...shop, ctx: { ...shop.ctx, locale: 'en' as const } }
  const { order } = await anOrder(english, { status: 'paid' })
  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'ordered_twice' })
  await shop.tell()
  const bodies = (await messagesOf(shop)).map((message) => message.body)
  expect(bodies).toContain(`[Banrixian] Order ${order.number} was cancelled (ordered twice).`)
  expect(bodies).toContain(`[Banrixian] ¥58.00 for order ${order.number} has been refunded.`)
})

test('ORD-16 the list finds orders by headline, axis, number, phone and day, page by page, and counts its queues', async () => {
  const shop = await aSellingShop(db)
  const placed = (await anOrder(shop)).order
  const paid = (await anOrder(shop, { status: 'paid' })).order
  const shipped = (await anOrder(shop, { status: 'shipped' })).order
  const ids = async (filter: Parameters<typeof findOrders>[1]) =>
    (await findOrders(shop.ctx, filter)).rows.map((row) => row.id)

  expect(await ids({ headline: 'awaiting_payment' })).toEqual([placed.id])
  expect(await ids({ headline: 'released' })).toEqual([paid.id])
  expect(await ids({ fulfilment: 'shipped' })).toEqual([shipped.id])
  expect(await ids({ number: paid.number.toLowerCase() })).toEqual([paid.id])
  expect(await ids({ phone: '8000' })).toHaveLength(3)
  expect(await ids({ phone: '0000' })).toEqual([])
  const day = Temporal.PlainDate.from('2026-03-02')
  expect(await ids({ from: day, to: day })).toHaveLength(3)
  expect(await ids({ to: day.subtract({ days: 1 }) })).toEqual([])

  const first = await findOrders(shop.ctx, { limit: 2 })
  const second = await findOrders(shop.ctx, { limit: 2, cursor: first.next })
  expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual([shipped.id, paid.id, placed.id])
  expect(second.next).toBeUndefined()
  expect(first.rows[0]).toMatchObject({
    recipient: { name: '安**', phone: '138****8000', street: '****' },
    lines: [{ quantity: 2 }],
  })
  expect(await countOrders(shop.ctx)).toMatchObject({ awaiting_payment: 1, released: 1, shipped: 1, short: 0, late: 0 })
})

test('ORD-16 the order page shows money, parcels with tracking and the full history with who and when', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  const page = await orderPage(shop.ctx, order.id)
  expect(page).toMatchObject({
    order: { headline: 'delivered' },
    recipient: { name: '安**' },
    payments: [{ status: 'succeeded' }],
    parcels: [{ status: 'signed', steps: [{ state: 'signed' }] }],
  })
  expect(page.history.map(({ type, actorName }) => [type, actorName])).toEqual([
    ['order.placed', 'Ann'],
    ['order.paid', 'orders.takePayment'],
    ['order.validated', 'orders.validate'],
    ['order.released', 'orders.validate'],
    ['order.shipped', 'orders.followDispatch'],
    ['order.delivered', 'orders.followParcel'],
  ])
  expect((await orderPage(buyer.ctx, order.id)).recipient.name).toBe('安小姐')
})

test('ORD-16 a buyer finds the own orders by tab and nobody else’s', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  await anOrder(shop, { name: 'Bob' })
  const own = async (tab: 'all' | 'to_pay' | 'to_ship' | 'to_receive') =>
    (await ownOrders(buyer.ctx, { customerId: buyer.ctx.actor.id, tab })).rows.map((row) => row.id)
  expect([await own('all'), await own('to_pay'), await own('to_ship')]).toEqual([[order.id], [order.id], []])
  await cancelUnpaid(later(shop.ctx, { minutes: 40 }))
  expect([await own('all'), await own('to_pay'), await own('to_receive')]).toEqual([[order.id], [], []])
})
