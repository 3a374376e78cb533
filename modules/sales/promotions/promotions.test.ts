import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { openShop } from '#office/shops'
import { historyOf } from '#platform/events'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'
import { createReduction, endReduction, listReductions, nextReduction, reductionFor } from './index.ts'
import { stateOf } from './model.ts'

const { db } = await testDatabase()

async function aShop() {
  const { now } = aContext(db)
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, now, { code: `shop-${newId().slice(-8)}`, name: '茶', nameEn: 'Tea' }))
  return aContext(db, { shopId })
}

const aReduction = (
  ctx: Awaited<ReturnType<typeof aShop>>,
  [threshold, off]: [number, number],
  { from = 0, hours = 24 } = {},
) =>
  createReduction(ctx, {
    name: `满${threshold / 100}减${off / 100}`,
    nameEn: `${off / 100} off ${threshold / 100}`,
    thresholdMinor: threshold,
    offMinor: off,
    startsAt: ctx.now.add({ hours: from }),
    endsAt: ctx.now.add({ hours: from + hours }),
  })

test('CHK-03 an order whose goods reach ¥199 costs ¥20 less; ¥198.99 does not reach it', async () => {
  const ctx = await aShop()
  await aReduction(ctx, [19_900, 2_000])

  expect(await reductionFor(ctx, { goods: money(19_900) })).toMatchObject({
    name: { zh: '满199减20' },
    off: money(2_000),
  })
  expect(await reductionFor(ctx, { goods: money(19_899) })).toBeUndefined()
  expect(await nextReduction(ctx, { goods: money(19_899) })).toMatchObject({ threshold: money(19_900) })
  expect(await reductionFor(ctx, { goods: money(50_000, 'USD') })).toBeUndefined()
})

test('CHK-03 G05 a reduction is in force from its start until just before its end', async () => {
  const ctx = await aShop()
  const reduction = await aReduction(ctx, [10_000, 500], { from: 1, hours: 2 })
  const off = async (duration: Temporal.DurationLike) =>
    (await reductionFor(later(ctx, duration), { goods: money(10_000) }))?.off.minor

  expect(await off({ minutes: 59, seconds: 59 })).toBeUndefined()
  expect(await off({ hours: 1 })).toBe(500)
  expect(await off({ hours: 2, minutes: 59, seconds: 59 })).toBe(500)
  expect(await off({ hours: 3 })).toBeUndefined()
  expect([0, 1, 3].map((hours) => stateOf(reduction, ctx.now.add({ hours })))).toEqual(['coming', 'in_force', 'over'])
})

test('CHK-03 of several reductions the order gets the best, and the next one offered is better than that', async () => {
  const ctx = await aShop()
  const steps: [number, number][] = [
    [10_000, 500],
    [20_000, 3_000],
    [25_000, 2_000],
    [30_000, 3_500],
  ]
  for (const step of steps) await aReduction(ctx, step)

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 40_000 }), async (minor) => {
      const goods = money(minor)
      const [best, next] = [await reductionFor(ctx, { goods }), await nextReduction(ctx, { goods })]
      const earned = Math.max(0, ...steps.filter(([threshold]) => threshold <= minor).map(([, off]) => off))
      const better = steps
        .filter(([threshold, off]) => threshold > minor && off > earned)
        .map(([threshold]) => threshold)
      expect(best?.off.minor ?? 0).toBe(earned)
      expect(next?.threshold.minor).toBe(better.length > 0 ? Math.min(...better) : undefined)
    }),
    { numRuns: 60 },
  )
})

test('a reduction stays in its shop', async () => {
  const [ours, theirs] = [await aShop(), await aShop()]
  const reduction = await aReduction(ours, [10_000, 500])

  expect(await reductionFor(theirs, { goods: money(10_000) })).toBeUndefined()
  expect((await listReductions(theirs)).rows).toEqual([])
  await expect(endReduction(theirs, reduction.id)).rejects.toMatchObject({ code: 'promotions.reduction_not_found' })
})

test('a reduction can be ended early, once, and one that has not begun is called off', async () => {
  const ctx = await aShop()
  const running = await aReduction(ctx, [10_000, 500])
  const coming = await aReduction(ctx, [10_000, 900], { from: 5 })
  const soon = later(ctx, { hours: 1 })

  await endReduction(soon, running.id)
  await endReduction(soon, coming.id)

  expect(await reductionFor(soon, { goods: money(10_000) })).toBeUndefined()
  await expect(endReduction(soon, running.id)).rejects.toMatchObject({ code: 'promotions.already_over' })
  expect((await listReductions(ctx)).rows.map((row) => row.id)).toEqual([running.id])
  expect((await historyOf(ctx, running.id)).map((event) => event.type)).toEqual([
    'reduction.created',
    'reduction.ended',
  ])
})

test('S11 a reduction that takes off more than its threshold or nothing, or ends before it starts, is refused', async () => {
  const ctx = await aShop()
  for (const off of [10_001, 0, -500])
    await expect(aReduction(ctx, [10_000, off])).rejects.toMatchObject({
      code: 'promotions.off_too_large',
      details: { field: 'off' },
    })
  await expect(aReduction(ctx, [10_000, 100], { hours: 0 })).rejects.toMatchObject({
    code: 'promotions.ends_before_start',
  })
})

test('the list of reductions shows the latest first, page by page', async () => {
  const ctx = await aShop()
  for (const from of [1, 2, 3]) await aReduction(ctx, [10_000, from * 100], { from })

  const first = await listReductions(ctx, { limit: 2 })
  const second = await listReductions(ctx, { limit: 2, cursor: first.next })

  expect([...first.rows, ...second.rows].map((row) => row.off.minor)).toEqual([300, 200, 100])
  expect(second.next).toBeUndefined()
})
