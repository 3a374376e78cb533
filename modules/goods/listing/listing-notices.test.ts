import { expect, test } from 'vitest'
import type { ProductId } from '#model/goods/catalog'
import { openNotices } from '#office/notices'
import { type Context, systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { as } from '#test/context'
import { testDatabase } from '#test/database'
import { aDraft, aProduct, aShop, asHouse } from '#test/goods'
import {
  approveListing,
  rejectListing,
  relist,
  stockCameBack,
  stockRanOut,
  submitListing,
  withdrawListing,
} from './index.ts'

const { db } = await testDatabase()

const openIn = async (ctx: Context) =>
  (await openNotices(ctx, new Set(['products.review', 'products.write', 'products.list']))).map(({ kind }) => kind)

async function inReview(): Promise<{ ctx: Context; id: ProductId }> {
  const ctx = asHouse(await aShop(db))
  const { id } = await aDraft(ctx)
  await submitListing(ctx, id)
  expect(await openIn(ctx)).toEqual(['listing.review'])
  return { ctx, id }
}

test('CAT-12 a listing that was approved waits for no reviewer, and its notice says who approved it', async () => {
  const { ctx, id } = await inReview()
  await approveListing(as(ctx, systemActor('Lin')), id)
  expect(await openIn(ctx)).toEqual([])
  const rows = await db.selectFrom('office.notices').select('done_by').where('subject_id', '=', id).execute()
  expect(rows).toEqual([{ done_by: 'Lin' }])
})

test('CAT-12 a listing that was withdrawn waits for no reviewer', async () => {
  const { ctx, id } = await inReview()
  await withdrawListing(ctx, id)
  expect(await openIn(ctx)).toEqual([])
})

test('CAT-12 a rejected listing waits for its author until it is handed in again', async () => {
  const { ctx, id } = await inReview()
  await rejectListing(ctx, id, '图片不清楚')
  expect(await openIn(ctx)).toEqual(['listing.rejected'])
  await submitListing(ctx, id)
  expect(await openIn(ctx)).toEqual(['listing.review'])
})

test('CAT-19 a product that was sold out asks to be relisted once it has stock again, and then asks nothing', async () => {
  const ctx = asHouse(await aShop(db))
  const { id, variants } = await aProduct(ctx)
  const variantIds = [variants[0]!.id]
  await transaction(ctx, (tx) => stockRanOut(tx, variantIds, async () => new Map()))
  expect(await openIn(ctx)).toEqual(['listing.out_of_stock'])
  await transaction(ctx, (tx) => stockCameBack(tx, variantIds))
  expect(await openIn(ctx)).toEqual(['listing.stock_back'])
  await relist(ctx, id)
  expect(await openIn(ctx)).toEqual([])
})
