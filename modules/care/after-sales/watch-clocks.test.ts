import { expect, test } from 'vitest'
import type { CaseId } from '#model/care/after-sales'
import { openNotices } from '#office/notices'
import { aCaringShop, apply, aReturn, arrive, aShippedOrder, grade, inShop } from '#test/cases'
import { testDatabase } from '#test/database'
import type { SellingShop } from '#test/orders'
import { approveCase, askBuyer, countCases, loadCase, watchClocks } from './index.ts'

const { db } = await testDatabase()

/** What the clocks have to say at a time, asked twice as the job would. */
async function alarmsAt(shop: SellingShop, duration: Temporal.DurationLike): Promise<string[]> {
  const { ctx } = inShop(shop, duration)
  await watchClocks(ctx)
  await watchClocks(ctx)
  const notices = await openNotices(ctx, new Set(['aftersales.decide', 'aftersales.grade']))
  return notices
    .filter(({ kind }) => /_(soon|broken)$/.test(kind))
    .map(({ kind, permission }) => `${permission} ${kind}`)
    .toSorted()
}

const alarmOf = async ({ ctx }: SellingShop, id: CaseId) => (await loadCase(ctx, id)).alarm

test('AFS-04 an application: one notice four hours before its day is over, one when it is, none once somebody has decided', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold })

  expect(await alarmsAt(shop, { hours: 19, minutes: 59 })).toEqual([])
  expect(await alarmsAt(shop, { hours: 20 })).toEqual(['aftersales.decide case.solve_soon'])
  expect(await alarmOf(shop, id)).toBe('soon')
  expect(await alarmsAt(shop, { hours: 24 })).toEqual([
    'aftersales.decide case.solve_broken',
    'aftersales.decide case.solve_soon',
  ])
  expect(await alarmOf(shop, id)).toBe('broken')

  await approveCase(shop.ctx, id)
  expect(await alarmOf(shop, id)).toBeNull()
  expect(await alarmsAt(shop, { days: 30 })).toEqual([])
})

test('AFS-04 a return is checked within 24 h of its arrival and refunded within three days: each clock alarms before and after', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, status: 'arrived' })

  expect(await alarmsAt(shop, { hours: 19 })).toEqual([])
  expect(await alarmsAt(shop, { hours: 21 })).toEqual(['aftersales.grade case.check_soon'])
  expect(await alarmsAt(shop, { hours: 25 })).toEqual([
    'aftersales.grade case.check_broken',
    'aftersales.grade case.check_soon',
  ])
  expect(await alarmsAt(shop, { hours: 69 })).toContain('aftersales.decide case.refund_soon')
  await grade(inShop(shop, { hours: 70 }), id)
  expect(await alarmsAt(shop, { hours: 71 })).toEqual([])
  expect(await alarmsAt(shop, { hours: 72 })).toEqual(['aftersales.decide case.refund_broken'])
  expect(await alarmOf(shop, id)).toBe('broken')

  await shop.tell({ at: inShop(shop, { hours: 73 }).ctx.now })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', alarm: null })
  expect(await alarmsAt(shop, { days: 30 })).toEqual([])
})

test('AFS-04 while a case waits for its buyer no clock runs', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const asked = await apply(shop, { of: sold })
  await askBuyer(shop.ctx, { caseId: asked.id, question: '请拍一张照片' })
  await aReturn(shop, { of: sold, status: 'sent_back' })

  expect(await alarmsAt(shop, { days: 10 })).toEqual([])
  expect(await countCases(shop.ctx)).toEqual({ asked: 1, sent_back: 1 })
})

test('AFS-04 a case that is checked in time never alarms', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, status: 'approved' })
  await arrive(shop, id)
  await grade(shop, id)
  await shop.tell()
  expect(await alarmsAt(shop, { days: 5 })).toEqual([])
})
