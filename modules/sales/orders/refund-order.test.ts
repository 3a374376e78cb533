import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money, sum } from '#kernel/money'
import type { Order, OrderLineId } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { type Context, systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import {
  badRefundAmount,
  checkRefunds,
  exceedsCaptured,
  nothingCaptured,
  paymentsOf,
  refundsOf,
  requestRefund,
} from '#sales/payments'
import { createReduction } from '#sales/promotions'
import { as, later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, type SellingShop, ship } from '#test/orders'
import {
  cancelOrder,
  completeFinished,
  confirmReceipt,
  findOrder,
  linesOf,
  moreThanLeft,
  recordReturn,
  refundableLines,
  refundOrder,
  refundWorth,
  setAfterSales,
} from './index.ts'
import { slice, unitShares } from './settlement.ts'

const { db } = await testDatabase()

const asSystem = (ctx: Context) => as(ctx, systemActor('care'))

/** Three pieces at 33.33 and one at 50.00, ten yuan off, and freight: shares that do not divide evenly. */
async function unevenOrder(shop: SellingShop, status: 'paid' | 'shipped' = 'shipped'): Promise<Order> {
  await createReduction(shop.ctx, {
    name: '满100减10',
    nameEn: 'Autumn',
    thresholdMinor: 10_000,
    offMinor: 1_000,
    startsAt: shop.ctx.now.subtract({ hours: 1 }),
    endsAt: shop.ctx.now.add({ hours: 24 }),
  })
  await db
    .updateTable('supply.freight_rules')
    .set({ free_from_minor: null })
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  const [tea, cup] = [await aProduct(shop, { price: money(3_333) }), await aProduct(shop, { price: money(5_000) })]
  return (await anOrder(shop, { status, lines: [{ of: tea, quantity: 3 }, { of: cup }] })).order
}

const refund = (
  shop: SellingShop,
  order: Order,
  lines: { lineId: OrderLineId; quantity: number }[],
  more: { withFreight?: boolean; causeId?: string } = {},
) =>
  transaction(asSystem(shop.ctx), (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'case', causeId: newId(), reason: '退货', lines, ...more }),
  )

const balances = async ({ ctx }: SellingShop) => {
  const of = async (account: Parameters<typeof balanceOf>[1]) => Math.abs((await balanceOf(ctx, account)).minor)
  return {
    clearing: await of('provider_clearing'),
    deposits: await of('customer_deposits'),
    sales: await of('sales'),
    freight: await of('freight_income'),
    refunds: await of('refunds'),
  }
}

test('PAY-07 C17 unit by unit the refunds of a line sum to the line exactly, the larger shares first', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop)
  const [tea, cup] = await linesOf(shop.ctx, order)
  expect([tea!.discount.minor, cup!.discount.minor]).toEqual([667, 333])
  const shares: number[] = []
  for (let unit = 0; unit < 3; unit++)
    shares.push((await refund(shop, order, [{ lineId: tea!.id, quantity: 1 }]))!.amount.minor)

  expect(shares).toEqual([3_111, 3_111, 3_110])
  expect(sum(shares.map((minor) => money(minor))).minor).toBe(9_999 - 667)
  await expect(refund(shop, order, [{ lineId: tea!.id, quantity: 1 }])).rejects.toMatchObject({
    code: moreThanLeft.code,
    details: { field: `lines.${tea!.id}`, left: 0 },
  })
  await shop.tell()
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'partly_refunded', refunded: money(9_332) })
})

test('C17 any sequence of partial refunds sums to the line', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 7 })),
      (minor, quantity, steps) => {
        const amount = money(minor)
        let from = 0
        let given = 0
        for (const step of [...steps, quantity]) {
          const count = Math.min(step, quantity - from)
          given += slice(amount, quantity, { from, count }).minor
          from += count
        }
        expect([from, given]).toEqual([quantity, minor])
        const shares = unitShares(amount, quantity).map((share) => share.minor)
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('C17 random partial refunds with and without freight, then the rest: the order gives back exactly what was paid', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ line: fc.nat(1), quantity: fc.integer({ min: 1, max: 3 }), withFreight: fc.boolean() }), {
        maxLength: 5,
      }),
      async (steps) => {
        const shop = await aSellingShop(db)
        const order = await unevenOrder(shop)
        const lines = await linesOf(shop.ctx, order)
        for (const { line, quantity, withFreight } of steps) {
          const { lines: left } = await refundableLines(asSystem(shop.ctx), order.id)
          const count = Math.min(quantity, left[line]!.left)
          if (count > 0) await refund(shop, order, [{ lineId: lines[line]!.id, quantity: count }], { withFreight })
        }
        await transaction(asSystem(shop.ctx), (tx) =>
          refundOrder(tx, { orderId: order.id, cause: 'rest', causeId: order.id, reason: 'rest', whole: true }),
        )
        await shop.tell()

        const after = (await findOrder(shop.ctx, order.id))!
        expect(after).toMatchObject({ refunded: order.total, payment: 'refunded', headline: 'refunded' })
        expect(shop.gateway.balance).toBe(0)
        const { clearing, deposits, sales, freight, refunds } = await balances(shop)
        expect([clearing, deposits, refunds]).toEqual([0, 0, sales + freight])
      },
    ),
    { numRuns: 6 },
  )
})

test('PAY-07 the freight goes back only when asked for, in the share of the units', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop)
  const [tea, cup] = await linesOf(shop.ctx, order)
  const state = await refundableLines(asSystem(shop.ctx), order.id)
  expect(refundWorth(state, [{ lineId: cup!.id, quantity: 1 }]).minor).toBe(4_667)

  expect((await refund(shop, order, [{ lineId: cup!.id, quantity: 1 }]))!.amount.minor).toBe(4_667)
  expect((await refund(shop, order, [{ lineId: tea!.id, quantity: 3 }], { withFreight: true }))!.amount.minor).toBe(
    9_332 + tea!.freight.minor,
  )
})

test('B11 S27 two refunds at once that exceed the payment together: one is promised, the other refused', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const sixty = money(Math.ceil(order.total.minor * 0.6))
  const ask = () =>
    transaction(asSystem(shop.ctx), (tx) =>
      refundOrder(tx, { orderId: order.id, cause: 'case', causeId: newId(), reason: '补偿', amount: sixty }),
    )

  const results = await Promise.allSettled([ask(), ask()])

  expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: exceedsCaptured.code } })
  await shop.tell()
  expect(shop.gateway.balance).toBe(order.total.minor - sixty.minor)
})

test('B11 S27 the payment itself refuses more than was captured, whoever asks', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const ask = (minor: number, currency = 'CNY') =>
    transaction(asSystem(shop.ctx), (tx) =>
      requestRefund(tx, {
        orderId: order.id,
        amount: { minor, currency },
        cause: 'test',
        causeId: newId(),
        reason: 'test',
        fromDeposits: money(0),
      }),
    )
  const results = await Promise.allSettled([ask(3_500), ask(3_500), ask(3_500)])
  expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)

  const [payment] = await paymentsOf(shop.ctx, order.id)
  const promised = sum((await refundsOf(shop.ctx, order.id)).map((each) => each.amount))
  expect(payment).toMatchObject({ captured: order.total, refunded: promised })
  await expect(
    db.updateTable('sales.payments').set({ refund_minor: 9_999_999 }).where('id', '=', payment!.id).execute(),
  ).rejects.toMatchObject({ constraint: 'payments_refund' })
  await expect(ask(-100)).rejects.toMatchObject({ code: badRefundAmount.code })
})

test('S27 a refund is positive, in the currency of the order, and of an order that was paid', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const { order: unpaid } = await anOrder(shop)
  const ask = (orderId: string, amount = money(100)) =>
    transaction(asSystem(shop.ctx), (tx) =>
      requestRefund(tx, { orderId, amount, cause: 'test', causeId: newId(), reason: 'test', fromDeposits: money(0) }),
    )

  await expect(ask(order.id, money(0))).rejects.toMatchObject({ code: badRefundAmount.code })
  await expect(ask(order.id, money(100, 'USD'))).rejects.toMatchObject({ code: badRefundAmount.code })
  await expect(ask(unpaid.id)).rejects.toMatchObject({ code: nothingCaptured.code })
  for (const minor of [0, -100])
    await expect(goodwill(shop, order, minor)).rejects.toMatchObject({ code: badRefundAmount.code })
})

test('one cause is refunded once, however often it is asked for', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop)
  const [tea] = await linesOf(shop.ctx, order)
  const causeId = newId()
  const refunds = await Promise.all(
    [1, 2, 3].map(() => refund(shop, order, [{ lineId: tea!.id, quantity: 1 }], { causeId })),
  )
  expect(new Set(refunds.map((each) => each?.id)).size).toBe(1)
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ refunded: money(3_111) })
})

test('a bare amount lowers what is left, and the last refund takes the remainder', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop)
  const [tea, cup] = await linesOf(shop.ctx, order)
  await transaction(asSystem(shop.ctx), (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'goodwill', causeId: newId(), reason: '补偿', amount: money(2_000) }),
  )
  await refund(shop, order, [{ lineId: tea!.id, quantity: 3 }], { withFreight: true })
  const last = await refund(shop, order, [{ lineId: cup!.id, quantity: 1 }], { withFreight: true })
  expect(last!.amount.minor).toBe(cup!.total.minor - 2_000)
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ refunded: order.total })
})

test('before dispatch a refund comes out of the deposits, afterwards out of revenue; nothing is left over in the books', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop, 'paid')
  await transaction(asSystem(shop.ctx), (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'goodwill', causeId: newId(), reason: '补偿', amount: money(500) }),
  )
  expect(await balances(shop)).toEqual({
    clearing: order.total.minor - 500,
    deposits: order.total.minor - 500,
    sales: 0,
    freight: 0,
    refunds: 0,
  })

  await ship(shop, order.id)
  expect(await balances(shop)).toEqual({
    clearing: order.total.minor - 500,
    deposits: 0,
    sales: 13_999 - 500,
    freight: order.freight.minor,
    refunds: 0,
  })

  const [tea] = await linesOf(shop.ctx, order)
  await refund(shop, order, [{ lineId: tea!.id, quantity: 1 }])
  expect(await balances(shop)).toMatchObject({ clearing: order.total.minor - 500 - 3_111, deposits: 0, refunds: 3_111 })
})

const goodwill = (shop: SellingShop, order: Order, minor: number) =>
  transaction(asSystem(shop.ctx), (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'goodwill', causeId: newId(), reason: '补偿', amount: money(minor) }),
  )

test('a bare amount that reaches into the freight leaves no deposit behind, whether the order is then cancelled or shipped', async () => {
  for (const end of ['cancelled', 'shipped'] as const) {
    const shop = await aSellingShop(db)
    const order = await unevenOrder(shop, 'paid')
    await goodwill(shop, order, order.total.minor - 100)
    if (end === 'shipped') await ship(shop, order.id)
    else await cancelOrder(asSystem(shop.ctx), { orderId: order.id, reason: 'changed_mind' })
    const revenue = end === 'shipped' ? 100 : 0
    expect(await balances(shop)).toEqual({ clearing: revenue, deposits: 0, sales: 0, freight: revenue, refunds: 0 })
  }
})

test('units given back after a bare amount had taken the goods: what is then cancelled leaves no deposit behind', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop, 'paid')
  const [tea] = await linesOf(shop.ctx, order)
  await goodwill(shop, order, order.total.minor - 100)
  expect((await refund(shop, order, [{ lineId: tea!.id, quantity: 1 }]))?.amount).toEqual(money(100))
  await cancelOrder(asSystem(shop.ctx), { orderId: order.id, reason: 'changed_mind' })
  expect(await balances(shop)).toEqual({ clearing: 0, deposits: 0, sales: 0, freight: 0, refunds: 0 })
})

test('units that come back are counted once and never more than were shipped; the after-sales axis opens and settles', async () => {
  const shop = await aSellingShop(db)
  const order = await unevenOrder(shop)
  const [tea] = await linesOf(shop.ctx, order)
  const back = (quantity: number) =>
    transaction(asSystem(shop.ctx), (tx) =>
      recordReturn(tx, { orderId: order.id, lines: [{ lineId: tea!.id, quantity }] }),
    )
  await back(2)
  await expect(back(2)).rejects.toMatchObject({ code: moreThanLeft.code, details: { left: 1 } })
  expect((await refundableLines(asSystem(shop.ctx), order.id)).lines[0]).toMatchObject({ left: 3, returnable: 1 })

  const set = (status: 'open' | 'settled') =>
    transaction(asSystem(shop.ctx), (tx) => setAfterSales(tx, { orderId: order.id, status }))
  expect(await set('open')).toMatchObject({ afterSales: 'open', headline: 'after_sales' })
  expect(await set('open')).toMatchObject({ afterSales: 'open' })
  expect(await set('settled')).toMatchObject({ afterSales: 'settled', headline: 'shipped' })
})

test('an order is not completed while a part of its money is still on the way back', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'delivered' })
  await confirmReceipt(asSystem(shop.ctx), order.id)
  await goodwill(shop, order, 100)
  await shop.tell()
  shop.gateway.holdRefunds()
  await goodwill(shop, order, 200)
  await shop.tell()
  const afterwards = later(shop.ctx, { hours: 30 * 24 })
  await completeFinished(afterwards)
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ status: 'open', payment: 'partly_refunded' })

  const held = (await refundsOf(shop.ctx, order.id)).find((each) => each.status === 'sent')
  shop.gateway.settleRefund(held!.number, 'succeeded')
  await checkRefunds(afterwards)
  await shop.tell()
  await completeFinished(afterwards)
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ status: 'completed' })
})
