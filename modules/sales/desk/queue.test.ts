import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import {
  cancelOrder,
  changeRecipient,
  findOrder,
  linesOf,
  refundOrder,
  reviewOrder,
  setAfterSales,
  startPayment,
  watchPromise,
} from '#sales/orders'
import { listExceptions, resolveException, takeBill } from '#sales/settlement'
import { aWechatBill } from '#test/bills'
import { as, later, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, notice, type SellingShop, ship } from '#test/orders'
import { anAddressInput } from '#test/people'
import { acceptPayment, countIssues, findIssues, issuesOfOrder, settleIssue, takeIssue } from './index.ts'

const { db } = await testDatabase()

const kindsOf = async (shop: SellingShop, order: Pick<Order, 'id'>) =>
  (await issuesOfOrder(shop.ctx, order.id)).filter(({ status }) => status === 'open').map(({ kind }) => kind)

test('ORD-18 an order in review stands in the queue with its reason until it is approved', async () => {
  const shop = await aSellingShop(db)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 100))
  const { order } = await anOrder(shop, { status: 'paid' })
  expect((await findIssues(shop.ctx, {})).rows).toMatchObject([
    { kind: 'review', orderNumber: order.number, data: { reasons: ['large_amount'] }, ownerName: null },
  ])
  expect(await countIssues(shop.ctx)).toMatchObject({ review: 1, refund: 0 })
  await reviewOrder(shop.ctx, { orderId: order.id, decision: 'approve' })
  await shop.tell({ twice: true })
  expect(await kindsOf(shop, order)).toEqual([])
  expect((await findIssues(shop.ctx, { status: 'settled' })).rows).toMatchObject([{ resolution: 'order.approved' }])
})

test('ORD-18 changes, cancellations, refunds, returns and broken promises stand in the queue until they are over', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  await changeRecipient(buyer.ctx, { orderId: order.id, recipient: anAddressInput({ street: '新地址 8 号' }) })
  await shop.tell()
  expect(await kindsOf(shop, order)).toEqual(['change'])

  await ship(shop, order.id)
  expect(await kindsOf(shop, order)).toEqual([])
  await transaction(shop.ctx, (tx) => setAfterSales(tx, { orderId: order.id, status: 'open' }))
  await shop.tell()
  expect(await kindsOf(shop, order)).toEqual(['return'])

  const { order: slow } = await anOrder(shop, { status: 'paid' })
  await watchPromise(later(shop.ctx, { hours: 49 }))
  await shop.tell()
  expect(await kindsOf(shop, slow)).toEqual(['overdue'])

  const { order: other } = await anOrder(shop, { status: 'paid' })
  await cancelOrder(shop.ctx, { orderId: other.id, reason: 'changed_mind' })
  await shop.tell({ twice: true })
  const [settled] = await issuesOfOrder(shop.ctx, other.id)
  expect(settled).toMatchObject({ kind: 'cancellation', status: 'settled', data: { reason: 'changed_mind' } })
})

test('ORD-18 a refund that the provider has not answered waits in the queue', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'shipped' })
  const [line] = await linesOf(shop.ctx, order)
  shop.gateway.holdRefunds()
  await transaction(shop.ctx, (tx) =>
    refundOrder(tx, {
      orderId: order.id,
      cause: 'test',
      causeId: line!.id,
      reason: 'damaged',
      lines: [{ lineId: line!.id, quantity: 1 }],
    }),
  )
  await shop.tell()
  expect(await kindsOf(shop, order)).toContain('refund')
  expect((await findIssues(shop.ctx, { kind: 'refund' })).rows).toMatchObject([{ data: { amount: money(2_500) } }])
})

test('ORD-18 somebody takes an issue and says how it was settled; both stand in the history of the order', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  await changeRecipient(buyer.ctx, { orderId: order.id, recipient: anAddressInput({ street: '新地址 8 号' }) })
  await shop.tell()
  const [issue] = (await findIssues(shop.ctx, { free: true })).rows
  expect(await takeIssue(shop.ctx, { issueId: issue!.id })).toMatchObject({ ownerName: 'Lin' })
  await takeIssue(shop.ctx, { issueId: issue!.id })
  await expect(takeIssue(as(shop.ctx, mei), { issueId: issue!.id })).rejects.toMatchObject({ code: 'desk.issue_taken' })
  await takeIssue(as(shop.ctx, mei), { issueId: issue!.id, takeOver: true })
  expect((await findIssues(shop.ctx, { ownerId: lin.id! })).rows).toEqual([])

  await settleIssue(as(shop.ctx, mei), { issueId: issue!.id, resolution: '已电话确认新地址' })
  await expect(settleIssue(shop.ctx, { issueId: issue!.id, resolution: '又一次' })).rejects.toMatchObject({
    code: 'desk.issue_not_found',
  })
  const told = (await historyOf(shop.ctx, order.id)).filter(({ type }) => type.startsWith('order.issue_'))
  expect(told.map(({ type, actorName }) => [type, actorName])).toEqual([
    ['order.issue_taken', 'Lin'],
    ['order.issue_taken', 'Mei'],
    ['order.issue_settled', 'Mei'],
  ])
})

test('C04 ORD-18 a payment that does not match is taken from the queue itself: the order is paid and reconciliation has no more to ask', async () => {
  const { shop, order, number, issueId } = await aMismatch(-100)
  const bytes = aWechatBill([{ number, minor: order.total.minor - 100, ref: `T${number}` }], '2026-03-02')
  await takeBill(shop.ctx, { provider: 'wechat', fileName: 'bill.csv', bytes })

  const both = await Promise.allSettled(
    [1, 2].map(() => acceptPayment(shop.ctx, { issueId, note: '老顾客，少付一元' })),
  )
  await shop.tell({ twice: true })

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'paid' })
  expect(await kindsOf(shop, order)).toEqual([])
  const standsAt = async (account: Parameters<typeof balanceOf>[1]) => (await balanceOf(shop.ctx, account)).minor
  expect([await standsAt('payment_differences'), await standsAt('provider_clearing')]).toEqual([
    100,
    order.total.minor - 100,
  ])
  expect((await listExceptions(shop.ctx, {})).rows).toEqual([])
})

test('C04 FIN-04 taken at reconciliation and from the queue at the same moment, the money is booked once', async () => {
  const { shop, order, number, issueId } = await aMismatch(-100)
  const bytes = aWechatBill([{ number, minor: order.total.minor - 100, ref: `T${number}` }], '2026-03-02')
  await takeBill(shop.ctx, { provider: 'wechat', fileName: 'bill.csv', bytes })
  const [difference] = (await listExceptions(shop.ctx, {})).rows

  const both = await Promise.allSettled([
    resolveException(shop.ctx, { id: difference!.id, resolution: 'accept', note: '少付一元' }),
    acceptPayment(shop.ctx, { issueId, note: '少付一元' }),
  ])
  await shop.tell({ twice: true })

  const refused = both.filter((one) => one.status === 'rejected')
  expect(refused).toMatchObject([{ reason: { kind: 'conflict' } }])
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'paid' })
  expect(await kindsOf(shop, order)).toEqual([])
  expect((await listExceptions(shop.ctx, {})).rows).toEqual([])
  const standsAt = async (account: Parameters<typeof balanceOf>[1]) => (await balanceOf(shop.ctx, account)).minor
  expect([await standsAt('payment_differences'), await standsAt('provider_clearing')]).toEqual([
    100,
    order.total.minor - 100,
  ])
})

test('C04 money in another currency, or of which the provider says nothing, pays nothing and stays in the queue', async () => {
  const { shop, order, issueId } = await aMismatch(100)
  shop.gateway.failNext('query', 'no_answer')
  await expect(acceptPayment(shop.ctx, { issueId, note: '多付一元' })).rejects.toMatchObject({
    code: 'payments.unconfirmed',
  })
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'awaiting' })
  expect(await kindsOf(shop, order)).toEqual(['payment'])

  const foreign = await aMismatch(0, 'USD')
  await expect(acceptPayment(foreign.shop.ctx, { issueId: foreign.issueId, note: '美元' })).rejects.toMatchObject({
    code: 'payments.mismatch_foreign',
  })
  expect(await kindsOf(foreign.shop, foreign.order)).toEqual(['payment'])
})

/** Somebody paid so much more or less than was asked. */
async function aMismatch(by: number, currency = 'CNY') {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number, money(order.total.minor + by, currency))
  await notice(shop, number)
  await shop.tell()
  const [issue] = (await findIssues(shop.ctx, { kind: 'payment' })).rows
  return { shop, order, number, issueId: issue!.id }
}
