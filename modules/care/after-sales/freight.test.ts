import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, money, sum } from '#kernel/money'
import type { CaseReason } from '#model/care/after-sales'
import { refundsOf } from '#sales/payments'
import { aCaringShop, anUnevenOrder, apply, aReturn, arrive, grade, messagesIn } from '#test/cases'
import { testDatabase } from '#test/database'
import { judgeFault, loadCase, previewCase } from './index.ts'

const { db } = await testDatabase()
const all = [3, 1]

test('AFS-02 a return that is the shop’s fault gives the whole order back with its freight, and one without a reason the goods', async () => {
  const shop = await aCaringShop(db)
  const [faulty, regretted] = [await anUnevenOrder(shop), await anUnevenOrder(shop)]
  const ours = await aReturn(shop, { of: faulty, pieces: all, reason: 'quality', status: 'settled' })
  const theirs = await aReturn(shop, { of: regretted, pieces: all, reason: 'no_reason', status: 'settled' })

  expect(faulty.order.freight.minor).toBeGreaterThan(0)
  expect(ours).toMatchObject({ fault: 'shop', amount: faulty.order.total, freight: faulty.order.freight })
  expect(add(theirs.amount, regretted.order.freight)).toEqual(regretted.order.total)
  expect(theirs).toMatchObject({ fault: 'buyer', freight: money(0) })
})

test('AFS-02 what the wizard shows is what the case expects and what goes back', async () => {
  const shop = await aCaringShop(db)
  for (const [reason, wayBack] of [
    ['damaged', 'shop'],
    ['no_reason', 'insurance'],
  ] as const) {
    const sold = await anUnevenOrder(shop)
    const preview = await previewCase(sold.buyer.ctx, {
      orderId: sold.order.id,
      kind: 'return',
      reason,
      description: '',
      lines: [{ lineId: sold.lines[0]!.id, quantity: 2 }],
    })
    const { id, amount, freight } = await apply(shop, { of: sold, pieces: [2], reason })
    expect(preview).toMatchObject({ amount, freight, wayBack })
    const settled = await aReturn(shop, { of: await anUnevenOrder(shop), pieces: [2], reason, status: 'settled' })
    expect([settled.amount, settled.freight]).toEqual([amount, freight])
    expect((await loadCase(shop.ctx, id)).status).toBe('applied')
  }
})

test('AFS-02 staff judge whose fault it is until the money is promised, and the buyer hears what that changes', async () => {
  const shop = await aCaringShop(db)
  const sold = await anUnevenOrder(shop)
  const { id, amount, freight } = await aReturn(shop, { of: sold, pieces: [1], reason: 'damaged', status: 'approved' })
  expect(freight.minor).toBeGreaterThan(0)
  await judgeFault(shop.ctx, { caseId: id, fault: 'buyer' })
  await judgeFault(shop.ctx, { caseId: id, fault: 'buyer' })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ fault: 'buyer', freight: money(0) })
  expect((await messagesIn(shop)).filter(([template]) => template === 'case.fault_judged')).toHaveLength(1)

  await arrive(shop, id)
  const graded = await grade(shop, id)
  expect(add(graded.amount, freight)).toEqual(amount)
  await expect(judgeFault(shop.ctx, { caseId: id, fault: 'shop' })).rejects.toMatchObject({ code: 'cases.cannot' })
})

test('AFS-02 PAY-04 whatever is returned for whatever reason, a line never gives back more than was paid for it, nor an order', async () => {
  const shop = await aCaringShop(db)
  const reasons = fc.constantFrom<CaseReason>('damaged', 'no_reason', 'quality', 'other')
  const returns = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 }), reasons), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(returns, async (wishes) => {
      const sold = await anUnevenOrder(shop)
      for (const [teas, cups, reason] of wishes)
        await aReturn(shop, { of: sold, pieces: [teas, cups], reason, status: 'settled' }).catch(() => undefined)
      const given = (await refundsOf(shop.ctx, sold.order.id)).map(({ amount }) => amount)
      expect(sum(given, 'CNY').minor).toBeLessThanOrEqual(sold.order.total.minor)
      const rows = await db
        .selectFrom('sales.order_lines')
        .select(['refunded_minor', 'total_minor'])
        .where('order_id', '=', sold.order.id)
        .execute()
      for (const row of rows) expect(row.refunded_minor).toBeLessThanOrEqual(row.total_minor)
      expect(rows.reduce((all, row) => all + row.refunded_minor, 0)).toBe(sum(given, 'CNY').minor)
    }),
    { numRuns: 8 },
  )
})

test('AFS-02 whose fault it is decides nothing about money for the trouble, and is not judged there', async () => {
  const shop = await aCaringShop(db)
  const sold = await anUnevenOrder(shop)
  const { id } = await apply(shop, { of: sold, kind: 'compensation', reason: 'damaged', amount: money(500) })

  await expect(judgeFault(shop.ctx, { caseId: id, fault: 'buyer' })).rejects.toMatchObject({
    code: 'cases.not_for_kind',
  })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ fault: 'shop', amount: money(500) })
})
