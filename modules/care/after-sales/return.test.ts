import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '#kernel/money'
import type { CaseReason, Grade } from '#model/care/after-sales'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { findOrder, linesOf, refundableLines } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import {
  aCaringShop,
  anUnevenOrder,
  apply,
  aReturn,
  arrive,
  aShippedOrder,
  grade,
  inShop,
  messagesIn,
  type ShippedOrder,
} from '#test/cases'
import { mei } from '#test/context'
import { testDatabase } from '#test/database'
import type { SellingShop } from '#test/orders'
import { brokenStockRules, stockOf } from '#test/stock'
import { approveCase, claimable, claimedUnits, findCases, gradeReturn, loadCase, signInReturn } from './index.ts'

const { db } = await testDatabase()

const staffNotices = async ({ ctx }: SellingShop) =>
  (await openNotices(ctx, new Set(['aftersales.decide', 'aftersales.grade']))).map(({ kind }) => kind)

/** Pieces of a variant by the zone they lie in. */
async function whereIs({ ctx }: SellingShop, { goods }: ShippedOrder): Promise<Record<string, number>> {
  const rows = await ctx.db
    .selectFrom('supply.bin_stock as stock')
    .innerJoin('supply.bins as bin', 'bin.id', 'stock.bin_id')
    .select(['bin.zone', 'stock.quantity'])
    .where('stock.shop_id', '=', ctx.shopId)
    .where('stock.variant_id', '=', goods.variantId)
    .where('stock.quantity', '>', 0)
    .execute()
  return Object.fromEntries(rows.map(({ zone, quantity }) => [zone, quantity]))
}

test('AFS-05 AFS-07 a return is signed in by count: in the house, not on sale, clocks started, the buyer told', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id, number } = await aReturn(shop, { of: sold, pieces: [2], status: 'sent_back' })

  const arrived = await arrive(inShop(shop, { days: 2 }), id)

  const at = shop.ctx.now.add({ hours: 48 })
  expect(arrived).toMatchObject({
    status: 'arrived',
    differs: false,
    arrivedAt: at,
    checkBy: at.add({ hours: 24 }),
    refundBy: at.add({ hours: 72 }),
    lines: [{ received: 2, restocked: 0, scrapped: 0, grade: null }],
  })
  expect(await stockOf(shop.ctx, sold.goods.variantId)).toMatchObject({ onHand: 8, available: 8 })
  expect(await whereIs(shop, sold)).toEqual({ pick: 8, returns: 2 })
  expect((await messagesIn(shop)).at(-1)).toEqual([
    'case.arrived',
    `【半日闲】您寄回的商品（${number}）已到仓，我们会在 24 小时内完成质检。`,
  ])
  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
  await expect(arrive(shop, id)).rejects.toMatchObject({ code: 'cases.cannot' })
})

test('AFS-05 fewer pieces than applied for are a difference: the desk is told, what came is refunded, the rest may be claimed again', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, pieces: [2], status: 'approved' })

  expect(await arrive(shop, id, [1])).toMatchObject({ differs: true, lines: [{ quantity: 2, received: 1 }] })
  expect(await staffNotices(shop)).toEqual(['case.differs'])
  expect(await grade(shop, id)).toMatchObject({
    status: 'refunding',
    amount: { minor: 2_500 },
    lines: [{ refund: { minor: 2_500 }, restocked: 1 }],
  })
  await shop.tell()

  expect(await staffNotices(shop)).toEqual(['case.differs'])
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ shipped: 2, returned: 1 }])
  const [line] = (await refundableLines(shop.ctx, sold.order.id)).lines
  expect(claimable(line!, (await claimedUnits(shop.ctx, sold.order.id)).get(line!.line.id))).toBe(1)
})

test('AFS-05 I45 more than was to come back, a part of a piece, or a line of another case is refused by name', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const [mine, other] = [
    await aReturn(shop, { of: sold, status: 'approved' }),
    await aReturn(shop, { of: sold, status: 'approved' }),
  ]
  const [lineId, foreign] = [mine.lines[0]!.id, other.lines[0]!.id]
  for (const quantity of [2, 0.5, -1])
    await expect(signInReturn(shop.ctx, { caseId: mine.id, received: [{ lineId, quantity }] })).rejects.toMatchObject({
      code: 'cases.received_differs',
      details: { field: `received.${lineId}`, name: '龙井茶', most: 1 },
    })
  const received = [{ lineId: foreign, quantity: 1 }]
  await expect(signInReturn(shop.ctx, { caseId: mine.id, received })).rejects.toMatchObject({
    code: 'cases.not_in_case',
    details: { field: `received.${foreign}` },
  })
  expect(await whereIs(shop, sold)).toEqual({ pick: 8 })
})

test('AFS-22 a grade for each piece that came, and for nothing else', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id, lines } = await aReturn(shop, { of: sold, status: 'arrived' })
  const other = await aReturn(shop, { of: sold })
  await expect(gradeReturn(shop.ctx, { caseId: id, grades: [] })).rejects.toMatchObject({
    code: 'cases.grade_missing',
    details: { field: `grades.${lines[0]!.id}` },
  })
  const grades = [...lines, ...other.lines].map(({ id: lineId }) => ({ lineId, grade: 'as_new' as const }))
  await expect(gradeReturn(shop.ctx, { caseId: id, grades })).rejects.toMatchObject({ code: 'cases.not_in_case' })
  await expect(grade(shop, other.id)).rejects.toMatchObject({ code: 'cases.cannot' })
})

const outcomes: readonly [Grade, object][] = [
  ['as_new', { zones: { pick: 9 }, onHand: 9, line: { restocked: 1, scrapped: 0 }, refunded: 2_500, losses: 0 }],
  [
    'flawed',
    { zones: { pick: 8, quarantine: 1 }, onHand: 8, line: { restocked: 0, scrapped: 0 }, refunded: 2_500, losses: 0 },
  ],
  ['unusable', { zones: { pick: 8 }, onHand: 8, line: { restocked: 0, scrapped: 1 }, refunded: 2_500, losses: 1_000 }],
  [
    'wrong_goods',
    { zones: { pick: 8, quarantine: 1 }, onHand: 8, line: { restocked: 0, scrapped: 0 }, refunded: 0, losses: 0 },
  ],
]

test.for(outcomes)(
  'INV-07 AFS-22 a piece graded %s goes where it belongs, in levels, bins and books',
  async ([found, expected]) => {
    const shop = await aCaringShop(db)
    const sold = await aShippedOrder(shop)
    const { id, lines } = await aReturn(shop, { of: sold, status: 'arrived' })

    const graded = await grade(shop, id, [found])
    await shop.tell()

    const [line] = graded.lines
    expect({
      zones: await whereIs(shop, sold),
      onHand: (await stockOf(shop.ctx, sold.goods.variantId)).onHand,
      line: { restocked: line!.restocked, scrapped: line!.scrapped },
      refunded: sum((await refundsOf(shop.ctx, sold.order.id)).map(({ amount }) => amount)).minor,
      losses: (await balanceOf(shop.ctx, 'stock_losses')).minor,
    }).toEqual(expected)
    expect(await brokenStockRules(shop.ctx)).toEqual([])
    const movements = await db
      .selectFrom('supply.stock_movements')
      .select(['cause', 'quantity'])
      .where('cause_id', '=', lines[0]!.id)
      .execute()
    expect(movements).toContainEqual({ cause: 'return', quantity: 1 })
    expect(movements.filter(({ cause }) => cause === `return_${found}`).length).toBeGreaterThan(0)
    expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled' })
  },
)

test('AFS-07 goods that are not ours bring no money: the case ends, and buyer and desk are told', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, status: 'arrived' })

  expect(await grade(shop, id, ['wrong_goods'])).toMatchObject({
    status: 'settled',
    differs: true,
    amount: { minor: 0 },
    lines: [{ refund: { minor: 0 }, grade: 'wrong_goods' }],
  })

  expect((await messagesIn(shop)).at(-1)![0]).toBe('case.not_refunded')
  expect(await staffNotices(shop)).toEqual(['case.differs'])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled', refunded: { minor: 0 } })
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ returned: 0 }])
})

test('AFS-05 an empty parcel ends the case without money and without stock', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, status: 'approved' })
  await arrive(shop, id, [0])
  expect(await gradeReturn(shop.ctx, { caseId: id, grades: [] })).toMatchObject({
    status: 'settled',
    differs: true,
    amount: { minor: 0 },
  })
  expect(await whereIs(shop, sold)).toEqual({ pick: 8 })
})

test('AFS-07 the buyer is refunded when the goods were checked, however often we are told that the money has arrived', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, pieces: [2], status: 'arrived' })
  expect(await grade(shop, id)).toMatchObject({ status: 'refunding', gradedAt: shop.ctx.now })

  await shop.tell({ twice: true })

  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', amount: { minor: 5_000 } })
  expect(shop.gateway.balance).toBe(sold.order.total.minor - 5_000)
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual([
    'case.approved_return',
    'case.arrived',
    'case.settled',
  ])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled', refunded: { minor: 5_000 } })
})

test('AFS-22 two gradings at once: one counts, one refund, stock back once', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, pieces: [2], status: 'arrived' })

  const results = await Promise.allSettled([grade(shop, id), grade(shop, id, ['flawed'])])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'cases.cannot' } })
  expect(await refundsOf(shop.ctx, sold.order.id)).toHaveLength(1)
  expect(await brokenStockRules(shop.ctx)).toEqual([])
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ returned: 2 }])
})

test('B11 two cases of one order refunded at once: both their shares, never a cent more', async () => {
  const shop = await aCaringShop(db)
  const sold = await anUnevenOrder(shop)
  const [first, second] = [
    await aReturn(shop, { of: sold, pieces: [1], reason: 'no_reason', status: 'arrived' }),
    await apply(shop, { of: sold, kind: 'refund', pieces: [2], reason: 'other' }),
  ]

  await Promise.all([grade(shop, first.id), approveCase(shop.ctx, second.id)])
  await shop.tell()

  const cases = [await loadCase(shop.ctx, first.id), await loadCase(shop.ctx, second.id)]
  expect(cases.map(({ status }) => status)).toEqual(['settled', 'settled'])
  expect(sum(cases.map(({ amount }) => amount)).minor).toBe(9_999 - 667)
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled' })
})

interface Wish {
  readonly line: number
  readonly quantity: number
  readonly kind: 'return' | 'refund'
  readonly reason: CaseReason
  readonly grade: Grade
}

const wishes = fc.array(
  fc.record<Wish>({
    line: fc.nat(1),
    quantity: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('return', 'return', 'refund'),
    reason: fc.constantFrom('no_reason', 'quality'),
    grade: fc.constantFrom('as_new', 'flawed', 'unusable', 'wrong_goods'),
  }),
  { minLength: 1, maxLength: 5 },
)

async function leftOf({ ctx }: SellingShop, { order }: ShippedOrder): Promise<number[]> {
  const claimed = await claimedUnits(ctx, order.id)
  return (await refundableLines(ctx, order.id)).lines.map((each) => claimable(each, claimed.get(each.line.id)))
}

/** Applies for as much of a wish as is left; what is to be done with it comes back as work for later. */
async function applyFor(
  shop: SellingShop,
  of: ShippedOrder,
  wish: Wish,
): Promise<(() => Promise<unknown>) | undefined> {
  const { line, kind, reason } = wish
  const most = Math.min(wish.quantity, (await leftOf(shop, of))[line]!)
  if (most === 0) return undefined
  const { id } = await apply(shop, { of, kind, reason, pieces: line === 0 ? [most] : [0, most] })
  return async () => {
    await approveCase(shop.ctx, id)
    if (kind === 'refund') return
    await arrive(shop, id)
    await grade(shop, id, [wish.grade])
  }
}

test('AFS-05 I25 any sequence of partial returns and refunds gives back the goods of the lines to the cent, and of their freight what is the shop’s fault', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, fc.infiniteStream(fc.nat(5)), async (plan, dice) => {
      const shop = await aCaringShop(db)
      const sold = await anUnevenOrder(shop)
      const roll = (): number => dice.next().value!

      const waiting: (() => Promise<unknown>)[] = []
      for (const wish of plan) {
        const work = await applyFor(shop, sold, wish)
        if (work) waiting.push(work)
        while (waiting.length > 0 && roll() > 2) await waiting.splice(roll() % waiting.length, 1)[0]!()
      }
      for (const work of waiting.toReversed()) await work()
      for (const line of [0, 1])
        await (await applyFor(shop, sold, { line, quantity: 3, kind: 'return', reason: 'other', grade: 'as_new' }))?.()
      await shop.tell()

      const goods = sold.order.items.minor - sold.order.discount.minor
      const { rows } = await findCases(shop.ctx, { limit: 100 })
      const freight = rows.reduce((all, each) => all + each.freight.minor, 0)
      expect(rows.filter(({ fault, freight }) => fault === 'buyer' && freight.minor > 0)).toEqual([])
      expect(sum((await refundsOf(shop.ctx, sold.order.id)).map(({ amount }) => amount)).minor).toBe(goods + freight)
      expect(shop.gateway.balance).toBe(sold.order.freight.minor - freight)
      const unlike = rows.filter(
        ({ amount, freight, lines }) => amount.minor - freight.minor !== sum(lines.map(({ refund }) => refund)).minor,
      )
      expect([unlike, rows.filter(({ status }) => status !== 'settled')]).toEqual([[], []])
      expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({
        afterSales: 'settled',
        payment: shop.gateway.balance === 0 ? 'refunded' : 'partly_refunded',
      })
      expect(await brokenStockRules(shop.ctx)).toEqual([])
    }),
    { numRuns: 4 },
  )
}, 60_000)

test('AFS-05 Mei stands in the history of what she counted and graded', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, status: 'refunding' })
  const events = await db
    .selectFrom('platform.events')
    .select(['type', 'actor_name'])
    .where('aggregate_id', '=', id)
    .where('actor_name', '=', mei.name)
    .orderBy('version')
    .execute()
  expect(events.map(({ type }) => type)).toEqual(['case.arrived', 'case.graded'])
})
