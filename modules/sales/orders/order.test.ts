import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Steps } from '#kernel/steps'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, track } from '#test/orders'
import { underHeadline } from './headline-sql.ts'
import { cancelOrder, confirmReceipt, findOrder, orderCannot } from './index.ts'
import {
  afterSalesSteps,
  fulfilmentSteps,
  headlineOf,
  headlines,
  type OrderAxes,
  orderActions,
  orderPaymentSteps,
  orderSteps,
  ordersText,
  reviewSteps,
} from './model.ts'
import { advanceOrder, axesOf, lockOrder } from './order-store.ts'

const { db } = await testDatabase()

const every = {
  status: ['open', 'cancelled', 'completed'],
  review: ['not_needed', 'waiting', 'held', 'approved', 'rejected'],
  payment: ['awaiting', 'on_delivery', 'paid', 'partly_refunded', 'refunded'],
  fulfilment: [
    'waiting',
    'pending',
    'released',
    'short',
    'partly_shipped',
    'shipped',
    'delivered',
    'received',
    'cancelled',
  ],
  afterSales: ['none', 'open', 'settled'],
} as const

const allAxes = (): OrderAxes[] =>
  every.status.flatMap((status) =>
    every.review.flatMap((review) =>
      every.payment.flatMap((payment) =>
        every.fulfilment.flatMap((fulfilment) =>
          every.afterSales.map((afterSales) => ({ status, review, payment, fulfilment, afterSales })),
        ),
      ),
    ),
  )

test('ORD-01 every combination of the axes has one headline, the same in code and in the database', async () => {
  const cases = allAxes()
    .filter(({ status, payment }) => status !== 'completed' || payment !== 'awaiting') // nothing is completed before it is paid
    .filter(({ status, fulfilment }) => status !== 'open' || fulfilment !== 'cancelled') // goods are withdrawn with their order
    .flatMap((axes) =>
      [
        [0, 0],
        [40, 0],
        [40, 60],
        [100, 0],
      ].map(([refunded, waived]) => ({
        ...axes,
        refunded: money(refunded!),
        waived: money(waived!),
        total: money(100),
      })),
    )
  const names = headlines.map((headline) => sql`case when ${underHeadline(headline)} then ${headline}::text end`)
  const { rows } = await sql<{ found: string[] }>`
    select array_remove(array[${sql.join(names)}], null) as found from jsonb_to_recordset(${JSON.stringify(
      cases.map((each, position) => ({
        position,
        status: each.status,
        review_status: each.review,
        payment_status: each.payment,
        fulfilment_status: each.fulfilment,
        after_sales_status: each.afterSales,
        refunded_minor: each.refunded.minor,
        waived_minor: each.waived.minor,
        total_minor: 100,
      })),
    )}::jsonb) as o (position int, status text, review_status text, payment_status text, fulfilment_status text, after_sales_status text, refunded_minor int, waived_minor int, total_minor int)
    order by position`.execute(db)
  expect(rows.map((row) => row.found)).toEqual(cases.map((each) => [headlineOf(each)]))
  expect(new Set(rows.flatMap((row) => row.found))).toEqual(new Set(headlines))
})

test('ORD-01 every headline, state and reason has its word in both languages', () => {
  const keys = [
    ...headlines.map((headline) => `order.headline.${headline}`),
    ...every.status.map((status) => `order.status.${status}`),
    ...every.review.map((status) => `order.review.${status}`),
    ...every.payment.map((status) => `order.payment.${status}`),
    ...every.fulfilment.map((status) => `order.fulfilment.${status}`),
    ...every.afterSales.map((status) => `order.after_sales.${status}`),
  ]
  const known: Readonly<Record<string, { zh: string; en: string }>> = ordersText
  for (const key of keys)
    expect([key, known[key]?.zh, known[key]?.en]).toEqual([key, expect.any(String), expect.any(String)])
})

test('ORD-01 the headline words staff know: 待付款 to 已完成', () => {
  const open: OrderAxes = {
    status: 'open',
    review: 'not_needed',
    payment: 'paid',
    fulfilment: 'waiting',
    afterSales: 'none',
  }
  const word = (axes: Partial<OrderAxes>, refunded = 0) =>
    ordersText[
      `order.headline.${headlineOf({ ...open, ...axes, refunded: money(refunded), waived: money(0), total: money(100) })}`
    ].zh
  expect([
    word({ payment: 'awaiting' }),
    word({ review: 'waiting' }),
    word({ fulfilment: 'pending' }),
    word({ fulfilment: 'released' }),
    word({ fulfilment: 'partly_shipped' }),
    word({ fulfilment: 'shipped' }),
    word({ fulfilment: 'delivered' }),
    word({ fulfilment: 'received', status: 'completed' }),
    word({ status: 'cancelled' }),
    word({ status: 'cancelled' }, 100),
  ]).toEqual(['待付款', '待审核', '待处理', '配货中', '部分发货', '已发货', '已签收', '已完成', '已取消', '退款中'])
})

const tables: Record<string, { column: string; steps: Steps<string, string> }> = {
  status: { column: 'status', steps: orderSteps },
  review: { column: 'review_status', steps: reviewSteps },
  payment: { column: 'payment_status', steps: orderPaymentSteps },
  fulfilment: { column: 'fulfilment_status', steps: fulfilmentSteps },
  afterSales: { column: 'after_sales_status', steps: afterSalesSteps },
}

test('ORD-01 I16 every step is taken from where the table says and refused from everywhere else', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  for (const [axis, { column, steps }] of Object.entries(tables))
    for (const status of every[axis as keyof OrderAxes])
      for (const [step, { from, to }] of Object.entries(steps)) {
        await sql`update sales.orders set ${sql.ref(column)} = ${status} where id = ${order.id}`.execute(db)
        const taken = transaction(shop.ctx, async (tx) =>
          advanceOrder(tx, await lockOrder(tx, order.id), { [axis]: step }, { event: 'order.tested' }),
        )
        if (from.includes(status)) expect((await taken)[axis as keyof OrderAxes]).toBe(to)
        else await expect(taken).rejects.toMatchObject({ code: orderCannot.code, details: { orderId: order.id } })
        await sql`update sales.orders set status = 'open', review_status = 'not_needed', payment_status = 'awaiting', fulfilment_status = 'waiting', after_sales_status = 'none' where id = ${order.id}`.execute(
          db,
        )
      }
})

test('I16 I17 I18 the history is a gap-free chain of declared steps and ends where the order stands', async () => {
  const shop = await aSellingShop(db)
  const { order: done, buyer } = await anOrder(shop, { status: 'delivered' })
  await confirmReceipt(buyer.ctx, done.id)
  const { order: cancelled, buyer: other } = await anOrder(shop, { status: 'paid' })
  await cancelOrder(other.ctx, { orderId: cancelled.id, reason: 'changed_mind' })
  await shop.tell({ twice: true })

  for (const { id } of [done, cancelled]) {
    const history = await historyOf(shop.ctx, id)
    expect(history.map((event) => event.version)).toEqual(history.map((_, index) => index + 1))
    const moves = history.filter((event) => event.data.after !== undefined)
    let before: unknown = null
    for (const { data } of moves) {
      expect(data.before).toEqual(before)
      if (before !== null) expect(areDeclared(before as OrderAxes, data.after as OrderAxes)).toBe(true)
      before = data.after
    }
    expect(before).toEqual(axesOf((await findOrder(shop.ctx, id))!))
  }
})

const areDeclared = (before: OrderAxes, after: OrderAxes): boolean =>
  Object.entries(tables).every(([axis, { steps }]) => {
    const [from, to] = [before[axis as keyof OrderAxes], after[axis as keyof OrderAxes]]
    return from === to || Object.values(steps).some((step) => step.from.includes(from) && step.to === to)
  })

test('ORD-01 the buyer sees where the order stands at every stage, and what may be done', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'shipped' })
  expect(orderActions(order)).toEqual(['confirmReceipt'])
  await track(shop, order.id, 'signed')
  const delivered = (await findOrder(buyer.ctx, order.id))!
  expect(delivered.headline).toBe('delivered')
  expect(orderActions(await confirmReceipt(buyer.ctx, order.id))).toEqual([])
})
