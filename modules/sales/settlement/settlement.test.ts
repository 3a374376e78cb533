import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { ExceptionKind, Resolution } from '#model/sales/settlement'
import { balanceOf } from '#office/ledger'
import { systemActor } from '#platform/context'
import { findOrder, startPayment } from '#sales/orders'
import { paymentsOf, refundsOf } from '#sales/payments'
import { aWechatBill } from '#test/bills'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, notice, type SellingShop } from '#test/orders'
import { fetchBills } from './fetch-bills.ts'
import { listBills, listExceptions, resolveException, takeBill } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop
beforeEach(async () => {
  shop = await aSellingShop(db)
})

const take = (bytes: Buffer, ctx = shop.ctx) => takeBill(ctx, { provider: 'wechat', fileName: 'bill.csv', bytes })
const open = async () => (await listExceptions(shop.ctx, {})).rows
const kinds = async (): Promise<ExceptionKind[]> => (await open()).map(({ kind }) => kind)
const settle = async (resolution: Resolution, note = '查过了') =>
  resolveException(shop.ctx, { id: (await open())[0]!.id, resolution, note })
const standsAt = async (account: Parameters<typeof balanceOf>[1]) => (await balanceOf(shop.ctx, account)).minor

async function aPaid() {
  const { order } = await anOrder(shop, { status: 'paid' })
  const [payment] = await paymentsOf(shop.ctx, order.id)
  return {
    order,
    payment: payment!,
    line: { number: payment!.number, minor: order.total.minor, ref: payment!.providerRef! },
  }
}
const expectedFee = (minor: number): number => Math.round((minor * 6) / 1_000)

test('FIN-04 the published WeChat bill is taken in with its own sums, and nothing of it is ours', async () => {
  const bytes = readFileSync(new URL('../../../test/data/payments/wechat-trade-bill-sample.csv', import.meta.url))
  const bill = await take(bytes)
  expect(bill).toMatchObject({ lines: 45, paid: money(47), refunded: money(14), fee: money(8), matched: 0, open: 45 })
  expect(new Set(await kinds())).toEqual(new Set(['missing_here']))
})

test('FIN-04 PAY-06 a line that agrees books the fee of the bill and leaves nothing expected', async () => {
  const { line } = await aPaid()
  const fee = expectedFee(line.minor)
  expect([await standsAt('payment_fees'), await standsAt('provider_fees_due')]).toEqual([fee, fee])

  const bill = await take(aWechatBill([{ ...line, fee }]))

  expect(bill).toMatchObject({ matched: 1, open: 0 })
  expect([await standsAt('payment_fees'), await standsAt('provider_fees_due')]).toEqual([fee, 0])
  expect(await standsAt('provider_clearing')).toBe(line.minor - fee)
})

test('FIN-04 PAY-06 a fee that differs is booked as the bill has it and shown', async () => {
  const { line } = await aPaid()
  await take(aWechatBill([{ ...line, fee: 100 }]))
  expect(await kinds()).toEqual(['fee'])
  expect([await standsAt('payment_fees'), await standsAt('provider_fees_due')]).toEqual([100, 0])
  expect(await settle('noted')).toMatchObject({ resolution: 'noted', note: '查过了', resolvedBy: 'Lin' })
})

test('FIN-04 the same bill again, and its lines in another file, change nothing', async () => {
  const { line } = await aPaid()
  const file = aWechatBill([
    { ...line, fee: 90 },
    { number: 'ELSEWHERE1', minor: 500 },
  ])
  const first = await take(file)
  const again = await take(file)
  const longer = await take(
    aWechatBill([
      { ...line, fee: 90 },
      { number: 'ELSEWHERE1', minor: 500 },
      { number: 'ELSEWHERE2', minor: 1 },
    ]),
  )

  expect(again).toEqual(first)
  expect(longer).toMatchObject({ repeated: 2, open: 1 })
  expect((await kinds()).sort()).toEqual(['fee', 'missing_here', 'missing_here'])
  expect(await standsAt('payment_fees')).toBe(90)
  expect((await listBills(shop.ctx, {})).rows).toHaveLength(2)
})

test('FIN-04 a movement that one file names twice counts once and is shown; booking it holds the rest as an overpayment', async () => {
  const { line } = await aPaid()
  const fee = expectedFee(line.minor)
  const bill = await take(aWechatBill([line, line].map((each) => ({ ...each, fee }))))

  expect(bill).toMatchObject({ matched: 1, open: 1, repeated: 0 })
  expect(await open()).toMatchObject([{ kind: 'twice', ours: money(line.minor), theirs: money(2 * line.minor) }])
  expect(await standsAt('provider_clearing')).toBe(line.minor - fee)

  await settle('book', '微信说确实收了两次')
  expect(await standsAt('overpayments')).toBe(line.minor)
  expect(await standsAt('provider_clearing')).toBe(2 * line.minor - fee)
})

test('FIN-04 two people taking in the same bill at once take in one', async () => {
  const { line } = await aPaid()
  const file = aWechatBill([{ ...line, fee: 90 }])
  const [one, other] = await Promise.all([take(file), take(file)])
  expect(one.id).toBe(other.id)
  expect(await standsAt('payment_fees')).toBe(90)
  expect(await kinds()).toEqual(['fee'])
})

test('FIN-04 what we have and the bill has not waits, and a later bill that names it settles it', async () => {
  const { line } = await aPaid()
  await take(aWechatBill([{ number: 'ELSEWHERE1', minor: 500 }]))
  expect((await kinds()).sort()).toEqual(['missing_here', 'missing_there'])

  await take(aWechatBill([line], '2026-03-03'))
  expect(await kinds()).not.toContain('missing_there')
  const all = (await listExceptions(shop.ctx, { open: false })).rows
  expect(all.find(({ kind }) => kind === 'missing_there')).toMatchObject({ resolution: 'came_later' })
})

test('FIN-04 asking the provider settles what it confirms and leaves open what it does not', async () => {
  const { payment } = await aPaid()
  await take(aWechatBill([{ number: 'ELSEWHERE1', minor: 500 }]))
  const missing = (await open()).find(({ kind }) => kind === 'missing_there')!
  shop.gateway.failNext('query', 'no_answer')
  const ask = () => resolveException(shop.ctx, { id: missing.id, resolution: 'ask_provider', note: '问过微信' })
  await expect(ask()).rejects.toMatchObject({
    code: 'settlement.provider_still_differs',
    details: { number: payment.number },
  })
  expect(await ask()).toMatchObject({ resolution: 'ask_provider' })
})

test('FIN-04 a payment whose amount does not match is settled from the queue: the order is paid, what is missing is a cost', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  const came = money(order.total.minor - 100)
  shop.gateway.pay(number, came)
  await notice(shop, number)
  await take(aWechatBill([{ number, minor: came.minor, ref: `T${number}` }]))
  expect(await open()).toMatchObject([{ kind: 'amount', oursStatus: 'mismatch', ours: order.total, theirs: came }])

  await settle('accept', '老顾客，少付一元算了')
  await shop.tell()

  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'paid' })
  expect([await standsAt('payment_differences'), await standsAt('provider_clearing')]).toEqual([100, came.minor])
  expect(await standsAt('customer_deposits')).toBe(order.total.minor)
})

test('FIN-04 what came too much stands as an overpayment', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number, money(order.total.minor + 1))
  await notice(shop, number)
  await take(aWechatBill([{ number, minor: order.total.minor + 1 }]))
  await settle('accept')
  expect(await standsAt('overpayments')).toBe(1)
  expect(await standsAt('provider_clearing')).toBe(order.total.minor + 1)
})

test('FIN-04 two people settling one difference settle it once', async () => {
  await take(aWechatBill([{ number: 'ELSEWHERE1', minor: 500 }]))
  const [one] = await open()
  const both = await Promise.allSettled(
    ['book', 'not_ours'].map((resolution) =>
      resolveException(shop.ctx, { id: one!.id, resolution: resolution as Resolution, note: '一起' }),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const settled = (await listExceptions(shop.ctx, { open: false })).rows[0]!
  expect(await standsAt('overpayments')).toBe(settled.resolution === 'book' ? 500 : 0)
})

test('FIN-04 only what fits a difference may be decided about it', async () => {
  await take(aWechatBill([{ number: 'ELSEWHERE1', minor: 500 }]))
  await expect(settle('accept')).rejects.toMatchObject({ code: 'settlement.resolution_unfit' })
  await settle('book')
  await expect(
    resolveException(shop.ctx, {
      id: (await listExceptions(shop.ctx, { open: false })).rows[0]!.id,
      resolution: 'book',
      note: 'x',
    }),
  ).rejects.toMatchObject({ code: 'settlement.exception_settled' })
})

test('FIN-04 refunds are held against the bill as well', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  await notice(shop, number)
  const { cancelOrder } = await import('#sales/orders')
  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [refund] = await refundsOf(shop.ctx, order.id)
  const [payment] = await paymentsOf(shop.ctx, order.id)
  const paid = { number, minor: order.total.minor, ref: payment!.providerRef!, fee: expectedFee(order.total.minor) }

  const bill = await take(
    aWechatBill([paid, { number: refund!.number, minor: refund!.amount.minor - 1, kind: 'REFUND' }]),
  )
  expect(bill.matched).toBe(1)
  expect(await open()).toMatchObject([{ kind: 'amount', about: 'refund', number: refund!.number }])
})

test('FIN-04 lines of another shop on the same account are left to it', async () => {
  const other = await aSellingShop(db)
  const { order } = await anOrder(other, { status: 'paid' })
  const [theirs] = await paymentsOf(other.ctx, order.id)
  const bill = await take(aWechatBill([{ number: theirs!.number, minor: order.total.minor }]))
  expect(bill).toMatchObject({ others: 1, matched: 0, open: 0 })
})

test('FIN-04 every line of any bill agrees or waits, once, and the books keep to the bill', {
  timeout: 60_000,
}, async () => {
  const paid = [await aPaid(), await aPaid(), await aPaid()]
  const before = await standsAt('provider_clearing')
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([0, 1, 2]),
      fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 4 }),
      async (mine, strange) => {
        const lines = [
          ...mine.map((index) => ({ ...paid[index]!.line, fee: expectedFee(paid[index]!.line.minor) })),
          ...strange.map((minor) => ({ number: `S${++count}`, minor })),
        ]
        if (lines.length === 0) return
        const bill = await take(aWechatBill(lines))
        expect(bill.matched + strange.length).toBe(lines.length)
      },
    ),
    { numRuns: 12 },
  )
  const booked = before - (await standsAt('provider_clearing'))
  const due = await standsAt('provider_fees_due')
  expect(booked + due).toBe(paid.reduce((all, { line }) => all + expectedFee(line.minor), 0))
})

test('FIN-04 yesterday’s bill is fetched once the providers have made it, once, and not when somebody has uploaded one', async () => {
  const { line } = await aPaid()
  const at = (hour: number) => ({
    ...shop.ctx,
    actor: systemActor('system'),
    now: Temporal.ZonedDateTime.from(`2026-03-03T${String(hour).padStart(2, '0')}:00[Asia/Shanghai]`).toInstant(),
  })
  const seen = async () => (await listBills(shop.ctx, {})).rows.length
  await fetchBills(at(11))
  expect(await seen()).toBe(0) // the provider has none yet
  shop.gateway.bills.set(
    '2026-03-02',
    aWechatBill([
      { ...line, fee: expectedFee(line.minor) },
      { number: 'STRANGER1', minor: 1 },
    ]),
  )
  await fetchBills(at(9))
  expect(await seen()).toBe(0)
  await fetchBills(at(11))
  await fetchBills(at(12))
  const [bill] = (await listBills(shop.ctx, {})).rows
  expect([await seen(), bill?.takenBy, bill?.matched]).toEqual([1, 'system', 1])
  expect(await kinds()).toEqual([]) // what nobody knows is shown in the first of the shops alone
})

test('FIN-04 a bill uploaded by hand is not fetched again', async () => {
  const { line } = await aPaid()
  await take(aWechatBill([line]))
  shop.gateway.bills.set('2026-03-02', aWechatBill([line, { number: 'STRANGER1', minor: 1 }]))
  await fetchBills({ ...shop.ctx, actor: systemActor('system'), now: shop.ctx.now.add({ hours: 24 }) })
  expect((await listBills(shop.ctx, {})).rows).toHaveLength(1)
})
