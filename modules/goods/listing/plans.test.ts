import { expect, test } from 'vitest'
import { changeProduct, countNeverListed, findProducts, loadProduct } from '#goods/catalog'
import type { ProductId } from '#model/goods/catalog'
import { openNotices } from '#office/notices'
import { historyOf } from '#platform/events'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aDraft, aProduct, aShop, asHouse, holding } from '#test/goods'
import {
  approveListing,
  cancelPlan,
  delist,
  findPlans,
  newListingLimit,
  planStep,
  submitListing,
  takePlanned,
} from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)
const seller = holding(shop, 'products.list', 'products.review', 'products.write')
const tomorrow = shop.now.add({ hours: 24 })
const statusOf = async (id: ProductId) => (await loadProduct(shop, id)).status

test('CAT-18 a listing leaves sale and comes back by itself at the set times, and its history says who planned it', async () => {
  const { id } = await aProduct(shop)
  await planStep(seller, { productId: id, step: 'delist', at: tomorrow })
  await planStep(seller, { productId: id, step: 'relist', at: tomorrow.add({ hours: 1 }) })

  await takePlanned(asHouse(later(shop, { hours: 23 })))
  const before = await statusOf(id)
  await takePlanned(asHouse(later(shop, { hours: 24 })))
  const meanwhile = await statusOf(id)
  await takePlanned(asHouse(later(shop, { hours: 25 })))

  expect([before, meanwhile, await statusOf(id)]).toEqual(['on_sale', 'delisted', 'on_sale'])
  const events = (await historyOf(shop, id)).filter(({ type }) => /delisted|relisted/.test(type))
  expect(events.map(({ data }) => data)).toEqual([
    { before: 'on_sale', after: 'delisted', plannedBy: 'Lin' },
    { before: 'delisted', after: 'on_sale', plannedBy: 'Lin' },
  ])
})

test('CAT-18 a reviewed listing goes on sale at the set time, but not with content that nobody has seen', async () => {
  const [kept, changed] = [await aDraft(shop), await aDraft(shop)]
  for (const { id } of [kept, changed]) {
    await submitListing(seller, id)
    await planStep(seller, { productId: id, step: 'approve', at: tomorrow })
  }
  await changeProduct(seller, changed.id, { tags: ['另一个'] })
  await submitListing(seller, changed.id)

  await takePlanned(asHouse(later(shop, { days: 2 })))

  expect([await statusOf(kept.id), await statusOf(changed.id)]).toEqual(['on_sale', 'in_review'])
  const failed = await findPlans(shop, { state: 'ended', productId: changed.id })
  expect(failed.rows).toMatchObject([{ status: 'failed', failure: 'listing.plan_stale', name: '青瓷杯' }])
  const told = await openNotices(shop, new Set(['products.review']))
  expect(told.filter(({ kind }) => kind === 'listing.plan_failed').map(({ subjectId }) => subjectId)).toEqual([
    changed.id,
  ])
})

test('CAT-18 a plan that was cancelled does nothing, and cannot be cancelled again', async () => {
  const { id } = await aProduct(shop)
  const plan = await planStep(seller, { productId: id, step: 'delist', at: tomorrow })
  await cancelPlan(seller, plan.id)
  await takePlanned(asHouse(later(shop, { days: 2 })))

  expect(await statusOf(id)).toBe('on_sale')
  await expect(cancelPlan(seller, plan.id)).rejects.toMatchObject({ code: 'listing.plan_ended' })
})

test('CAT-18 two workers take a due step once', async () => {
  const { id } = await aProduct(shop)
  await planStep(seller, { productId: id, step: 'delist', at: tomorrow })
  const then = asHouse(later(shop, { days: 2 }))
  await Promise.all([takePlanned(then), takePlanned(then)])

  expect((await historyOf(shop, id)).filter(({ type }) => type === 'listing.delisted')).toHaveLength(1)
  expect((await findPlans(shop, { state: 'ended', productId: id })).rows).toMatchObject([{ status: 'done' }])
})

test('CAT-18 cancelling at the moment the step is due: either it is taken or it is not', async () => {
  const { id } = await aProduct(shop)
  const plan = await planStep(seller, { productId: id, step: 'delist', at: tomorrow })
  const then = later(shop, { days: 2 })
  const [cancelled] = await Promise.allSettled([
    cancelPlan({ ...then, actor: seller.actor }, plan.id),
    takePlanned(asHouse(then)),
  ])

  expect(await statusOf(id)).toBe(cancelled.status === 'fulfilled' ? 'on_sale' : 'delisted')
})

test('a step that somebody took by hand meanwhile is simply done', async () => {
  const { id } = await aProduct(shop)
  await planStep(seller, { productId: id, step: 'delist', at: tomorrow })
  await delist(seller, id)
  await takePlanned(asHouse(later(shop, { days: 2 })))

  expect((await findPlans(shop, { state: 'ended', productId: id })).rows).toMatchObject([{ status: 'done' }])
})

test('a plan needs a time to come, the permission of its step, and stands once', async () => {
  const { id } = await aProduct(shop)
  const plan = { productId: id, step: 'delist', at: tomorrow } as const
  await expect(planStep(seller, { ...plan, at: shop.now })).rejects.toMatchObject({ code: 'listing.plan_in_past' })
  await expect(planStep(holding(shop, 'products.write'), plan)).rejects.toMatchObject({ code: 'listing.not_permitted' })
  await expect(planStep(seller, { ...plan, step: 'approve' })).rejects.toMatchObject({
    code: 'listing.plan_needs_review',
  })
  const twice = await Promise.allSettled([planStep(seller, plan), planStep(seller, plan)])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('CAT-16 a new listing has 14 days: those that pass it soon and those that have are found and counted', async () => {
  const own = await aShop(db)
  const made = async (daysAgo: number) => (await aDraft({ ...own, now: own.now.subtract({ hours: 24 * daysAgo }) })).id
  const [fresh, near, passed] = [await made(2), await made(12), await made(15)]
  const sold = { ...asHouse(own), now: own.now.subtract({ hours: 24 * 20 }) }
  const { id } = await aDraft(sold)
  await submitListing(sold, id)
  await approveListing(sold, id)

  const { madeBetween, listBy } = await newListingLimit(own)
  const found = async (state: 'near' | 'passed') =>
    (await findProducts(own, { neverListed: madeBetween(state) })).rows.map((row) => row.id)

  expect([await found('near'), await found('passed')]).toEqual([[near], [passed]])
  expect(await countNeverListed(own, madeBetween('passed'))).toBe(1)
  expect(listBy(await loadProduct(own, fresh))).toEqual(own.now.add({ hours: 24 * 12 }))
  expect(listBy(await loadProduct(own, id))).toBeNull()
})
