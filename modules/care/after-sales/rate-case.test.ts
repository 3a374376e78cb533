import { expect, test } from 'vitest'
import { aCaringShop, apply, aReturn, aShippedOrder, inShop } from '#test/cases'
import { testDatabase } from '#test/database'
import { findCaseRatings, rateCase, ratingOfCase, refuseCase, sumCaseRatings } from './index.ts'

const { db } = await testDatabase()
const shop = await aCaringShop(db)

test('AFS-26 the buyer rates the handling once it has come to an end, well or ill; it counts for whoever decided', async () => {
  const sold = await aShippedOrder(shop)
  const { id: caseId } = await aReturn(shop, { of: sold, status: 'settled' })

  const rating = await rateCase(sold.buyer.ctx, { caseId, stars: 5, words: ' 很快 ' })
  expect(rating).toMatchObject({ stars: 5, words: '很快', handledBy: shop.ctx.actor.name })
  expect((await findCaseRatings(shop.ctx)).rows).toMatchObject([rating])

  const other = await aShippedOrder(shop)
  const refused = await apply(shop, { of: other })
  await expect(rateCase(other.buyer.ctx, { caseId: refused.id, stars: 2 })).rejects.toMatchObject({
    code: 'cases.not_handled',
  })
  await refuseCase(shop.ctx, { caseId: refused.id, reason: '已拆封' })
  await rateCase(other.buyer.ctx, { caseId: refused.id, stars: 2 })

  expect(await sumCaseRatings(shop.ctx, { days: 30 })).toEqual([
    { handledBy: null, count: 2, average: 3.5, low: 1 },
    { handledBy: shop.ctx.actor.name, count: 2, average: 3.5, low: 1 },
  ])
  expect(await sumCaseRatings(inShop(shop, { hours: 24 * 31 }).ctx, { days: 30 })).toMatchObject([{ count: 0 }])
  expect((await findCaseRatings(shop.ctx, { atMost: 3 })).rows).toHaveLength(1)
})

test('AFS-26 a case is rated once, by its buyer alone, with one to five stars', async () => {
  const [sold, stranger] = [await aShippedOrder(shop), await aShippedOrder(shop)]
  const found = await aReturn(shop, { of: sold, status: 'settled' })
  const rate = (ctx: Parameters<typeof rateCase>[0], stars = 4) => rateCase(ctx, { caseId: found.id, stars })

  await expect(rate(stranger.buyer.ctx)).rejects.toMatchObject({ code: 'cases.not_found' })
  await expect(rate(shop.ctx)).rejects.toMatchObject({ code: 'cases.not_found' })
  await expect(rate(sold.buyer.ctx, 0)).rejects.toMatchObject({ code: 'cases.stars_missing' })
  const twice = await Promise.allSettled([rate(sold.buyer.ctx), rate(sold.buyer.ctx, 1)])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await ratingOfCase(shop.ctx, found)).toBeDefined()
})
