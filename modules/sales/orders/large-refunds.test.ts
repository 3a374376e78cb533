import { beforeEach, expect, test } from 'vitest'
import { examine } from '#insight/doctor'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Refund } from '#model/sales/payments'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import {
  agreeToRefund,
  checkRefunds,
  findRefunds,
  loadRefund,
  recordPayout,
  refundsOf,
  sendRefund,
} from '#sales/payments'
import { as, later, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop, ship } from '#test/orders'
import { cancelOrder, declineRefund, findOrder, type RefundOrder, refundOrder } from './index.ts'

const { db } = await testDatabase()

let shop: SellingShop
let [byLin, byMei]: [Context, Context] = [] as never

beforeEach(async () => {
  shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'payments.oneRefunds', 2_000))
  byLin = as(shop.ctx, lin)
  byMei = as(shop.ctx, mei)
})

const back = (ctx: Context, orderId: RefundOrder['orderId'], minor: number) =>
  transaction(ctx, (tx) =>
    refundOrder(tx, { orderId, cause: 'by_hand', causeId: newId(), reason: 'favour', amount: money(minor) }),
  ) as Promise<Refund>
const paid = async () => (await anOrder(shop, { status: 'paid' })).order.id
const statusOf = async ({ id }: Refund) => (await loadRefund(shop.ctx, { id })).status
const books = async () =>
  Promise.all(
    (['provider_clearing', 'customer_deposits', 'refunds', 'sales', 'freight_income'] as const).map(
      async (account) => (await balanceOf(shop.ctx, account)).minor,
    ),
  )
const sound = async () =>
  expect((await examine(db, { shopId: shop.ctx.shopId })).filter(({ broken }) => broken > 0)).toEqual([])

test('S28 I26 a refund above the limit waits until somebody else agrees, and only then money leaves', async () => {
  const orderId = await paid()
  const refund = await back(byLin, orderId, 2_001)
  await shop.tell()
  await sendRefund(shop.ctx, refund.id)
  await checkRefunds(later(shop.ctx, { days: 2 }))
  expect(await statusOf(refund)).toBe('waiting')
  expect(shop.gateway.calls.filter((call) => /^(refund|queryRefund) /.test(call))).toEqual([])
  expect((await openNotices(shop.ctx, new Set(['payments.settle']))).map(({ kind }) => kind)).toContain(
    'refund.waiting',
  )
  await expect(agreeToRefund(byLin, refund.id)).rejects.toMatchObject({ code: 'payments.own_refund' })

  const agreed = await agreeToRefund(byMei, refund.id)
  await shop.tell()
  expect(agreed).toMatchObject({ status: 'approved', requestedBy: 'Lin', decidedBy: 'Mei' })
  expect(await statusOf(refund)).toBe('succeeded')
  expect((await openNotices(shop.ctx, new Set(['payments.settle']))).map(({ kind }) => kind)).not.toContain(
    'refund.waiting',
  )
  await expect(agreeToRefund(byMei, refund.id)).rejects.toMatchObject({ code: 'payments.refund_cannot' })
  await sound()
})

test('S28 a large refund cut into small ones waits as soon as their sum is too much for one person', async () => {
  const orderId = await paid()
  const [first, second] = [await back(byLin, orderId, 1_500), await back(byMei, orderId, 501)]

  expect([first.status, second.status]).toEqual(['approved', 'waiting'])
})

test('S28 what a second person agreed to does not count against what one person gives back later', async () => {
  const orderId = await paid()
  const large = await back(byLin, orderId, 2_500)
  await agreeToRefund(byMei, large.id)

  expect((await back(byLin, orderId, 2_000)).status).toBe('approved')
})

test('S28 of two refunds at once that are small alone and large together one waits', async () => {
  const orderId = await paid()

  const refunds = await Promise.all([back(byLin, orderId, 1_500), back(byMei, orderId, 1_500)])

  expect(refunds.map(({ status }) => status).sort()).toEqual(['approved', 'waiting'])
})

test('S28 neither a key nor the house agrees in the place of a person', async () => {
  const refund = await back(byLin, await paid(), 3_000)

  for (const kind of ['key', 'system'] as const)
    await expect(agreeToRefund(as(shop.ctx, { ...mei, kind }), refund.id)).rejects.toMatchObject({
      code: 'payments.own_refund',
    })
})

test('S28 what buyers cancel themselves goes back at once, what staff cancel waits when it is large', async () => {
  const [own, theirs] = [await anOrder(shop, { status: 'paid' }), await anOrder(shop, { status: 'paid' })]
  await cancelOrder(own.buyer.ctx, { orderId: own.order.id, reason: 'changed_mind' })
  await cancelOrder(byLin, { orderId: theirs.order.id, reason: 'changed_mind' })
  await shop.tell()

  const [back1, back2] = [await refundsOf(shop.ctx, own.order.id), await refundsOf(shop.ctx, theirs.order.id)]
  expect([back1[0]!.status, back2[0]!.status]).toEqual(['succeeded', 'waiting'])
  await expect(declineRefund(byMei, { refundId: back2[0]!.id, remark: '不退' })).rejects.toMatchObject({
    code: 'payments.refund_is_owed',
  })
})

test('S28 a refund turned down leaves order and books as if it had not been asked for, and the money can go back otherwise', async () => {
  await paid() // of this one nothing was promised back
  const orderId = await paid()
  const before = { order: await findOrder(shop.ctx, orderId), books: await books() }
  const refund = await back(byLin, orderId, 2_500)
  await expect(declineRefund(byMei, { refundId: refund.id, remark: ' ' })).rejects.toMatchObject({
    code: 'payments.declined_without_remark',
  })
  await expect(declineRefund(byLin, { refundId: refund.id, remark: '不' })).rejects.toMatchObject({
    code: 'payments.own_refund',
  })

  await declineRefund(byMei, { refundId: refund.id, remark: '买家没有提出' })
  await shop.tell()

  expect(await loadRefund(shop.ctx, { id: refund.id })).toMatchObject({ status: 'declined', remark: '买家没有提出' })
  expect((await findOrder(shop.ctx, orderId))!.refunded).toEqual(before.order!.refunded)
  expect(await books()).toEqual(before.books)
  const whole = await back(byLin, orderId, before.order!.total.minor)
  await agreeToRefund(byMei, whole.id)
  await shop.tell()
  expect(await findOrder(shop.ctx, orderId)).toMatchObject({ payment: 'refunded' })
  await sound()
})

test('S28 the deposits of a refund that is turned down after the goods left become revenue', async () => {
  const orderId = await paid()
  const refund = await back(byLin, orderId, 2_500)
  await ship(shop, orderId)

  await declineRefund(byMei, { refundId: refund.id, remark: '货已发出' })
  await shop.tell()

  expect((await balanceOf(shop.ctx, 'customer_deposits')).minor).toBe(0)
  expect((await balanceOf(shop.ctx, 'refunds')).minor).toBe(0)
  await sound()
})

test('S28 a refund of goods that had left, turned down, leaves the books as they were', async () => {
  const orderId = await paid()
  await ship(shop, orderId)
  await shop.tell()
  const before = await books()
  const refund = await back(byLin, orderId, 2_500)
  expect(await books()).not.toEqual(before)

  await declineRefund(byMei, { refundId: refund.id, remark: '货已签收' })
  await shop.tell()

  expect(await books()).toEqual(before)
  await sound()
})

test('S28 of two people who decide at once one is heard', async () => {
  const refund = await back(byLin, await paid(), 2_500)
  const third = as(shop.ctx, { ...mei, id: newId<'Account'>(), name: 'Bao' })

  const outcomes = await Promise.allSettled([
    agreeToRefund(byMei, refund.id),
    declineRefund(third, { refundId: refund.id, remark: '不对' }),
  ])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await shop.tell()
  await sound()
})

test('S28 what waits for a second person cannot be paid out by hand', async () => {
  const refund = await back(byLin, await paid(), 2_500)
  const payout = { refundId: refund.id, way: 'cash', reference: 'R-1', note: '' } as const

  await expect(recordPayout(byMei, { ...payout, paidOn: Temporal.PlainDate.from('2026-11-23') })).rejects.toMatchObject(
    { code: 'payments.refund_cannot' },
  )
})

test('S28 the register of refunds shows what waits and what was too much for one person, page by page', async () => {
  const orderId = await paid()
  const [small, large] = [await back(byLin, orderId, 500), await back(byLin, orderId, 2_001)]
  const found = async (filter: Parameters<typeof findRefunds>[1]) =>
    (await findRefunds(shop.ctx, filter)).rows.map(({ id }) => id)

  expect([await found({ status: 'waiting' }), await found({ large: true }), await found({ large: false })]).toEqual([
    [large.id],
    [large.id],
    [small.id],
  ])
  const { rows, next: cursor } = await findRefunds(shop.ctx, { limit: 1 })
  expect([rows.map(({ id }) => id), await found({ cursor })]).toEqual([[large.id], [small.id]])
})
