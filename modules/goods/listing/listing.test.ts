import { expect, test } from 'vitest'
import { changeProduct, createProduct, loadProduct } from '#goods/catalog'
import { searchProducts } from '#goods/search'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { canStep, stepsFrom } from '#kernel/steps'
import { type ListingStep, listingSteps, type Product, type ProductStatus, type VariantId } from '#model/goods/catalog'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aCategory, aDraft, aProduct, aShop, asHouse, holding } from '#test/goods'
import {
  approveListing,
  checkListing,
  delist,
  rejectListing,
  relist,
  stockCameBack,
  stockRanOut,
  submitListing,
  withdrawListing,
} from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)
const author = holding(shop, 'products.list', 'products.write')
const reviewer = { ...holding(shop, 'products.review'), actor: { ...mei, permissions: new Set(['products.review']) } }

test('CAT-15 the data check walks through everything and says all of it at once, with its field', async () => {
  const categoryId = await aCategory(shop, {
    attributes: [{ code: 'ware', kind: 'text', required: true, name: { zh: '材质', en: 'Ware' }, options: [] }],
  })
  const { id } = await createProduct(shop, {
    categoryId,
    texts: { en: { name: 'Cup' } },
    variants: [{ sku: 'NAKED', price: { list: money(0) } }],
  })

  const { status, passed, findings } = await checkListing(shop, id)

  expect([status, passed]).toEqual(['draft', false])
  expect(findings.filter((finding) => finding.blocking).map(({ field }) => field)).toEqual([
    'texts.zh.name',
    'texts.zh.description',
    'attributes.ware',
    'pictureIds',
    'variants.0.price',
  ])
  expect(findings.filter((finding) => !finding.blocking).map(({ code }) => code)).toEqual([
    'catalog.finding.barcode_missing',
    'catalog.finding.weight_missing',
  ])
})

test('CAT-15 a complete draft passes the check, and a change of its content makes it a draft again', async () => {
  const { id } = await aDraft(shop)

  expect(await checkListing(shop, id)).toMatchObject({ status: 'checked', passed: true })
  expect(await checkListing(shop, id)).toMatchObject({ status: 'checked' })
  expect((await changeProduct(shop, id, { tags: ['新'] })).status).toBe('draft')
})

test('CAT-11 only who holds the listing permission may hand a listing to review', async () => {
  const { id } = await aDraft(shop)

  await expect(submitListing(holding(shop, 'products.write'), id)).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'listing.not_permitted',
    details: { permission: 'products.list' },
  })
  expect((await submitListing(author, id)).status).toBe('in_review')
})

test('CAT-12 an incomplete listing cannot be submitted, and the refusal names everything that is missing', async () => {
  const { id } = await createProduct(shop, { texts: { zh: { name: '空' } } })

  await expect(submitListing(author, id)).rejects.toMatchObject({
    code: 'listing.incomplete',
    details: { count: 4, field: 'texts.zh.description' },
  })
})

test('CAT-12 approved it is on sale and found at once; reviewers had been told, and need not look again', async () => {
  const own = await aShop(db)
  const { id } = await aDraft(own, { name: '柴烧茶碗' })
  const waiting = async () =>
    (await openNotices(own, new Set(['products.review']))).map(({ kind, subjectId }) => [kind, subjectId])
  await submitListing(asHouse(own), id)
  const before = await searchProducts(own, { text: '茶碗' })
  const told = await waiting()
  await approveListing(asHouse(own), id)

  expect([told, await waiting()]).toEqual([[['listing.review', id]], []])
  expect(before.hits).toEqual([])
  expect((await searchProducts(own, { text: '茶碗' })).hits.map(({ productId }) => productId)).toEqual([id])
  expect((await historyOf(own, id)).map(({ type }) => type)).toEqual([
    'product.created',
    'listing.checked',
    'listing.submitted',
    'listing.approved',
  ])
})

test('CAT-12 rejected it goes back to its author with the reason, and may be submitted again', async () => {
  const { id } = await aDraft(shop)
  await submitListing(author, id)
  await expect(rejectListing(reviewer, id, ' ')).rejects.toMatchObject({ code: 'listing.reason_missing' })

  expect(await rejectListing(reviewer, id, '主图不清晰')).toMatchObject({ status: 'draft', rejection: '主图不清晰' })
  expect(await submitListing(author, id)).toMatchObject({ status: 'in_review', rejection: null })
})

test('CAT-12 where the shop wants two people, nobody approves what he submitted, neither by hand nor with a key', async () => {
  const own = await aShop(db)
  const both = holding(own, 'products.list', 'products.review')
  await transaction(own, (tx) => changeSetting(tx, 'listing.reviewerMustDiffer', true))
  const { id } = await aDraft(own)
  await submitListing(both, id)

  await expect(approveListing(both, id)).rejects.toMatchObject({ code: 'listing.own_request' })
  const ownKey = { ...both, actor: { ...both.actor, kind: 'key' as const, id: newId<'Account'>() } }
  await expect(approveListing(ownKey, id)).rejects.toMatchObject({ code: 'listing.own_request' })
  expect((await approveListing({ ...reviewer, shopId: own.shopId }, id)).status).toBe('on_sale')
})

test('CAT-12 approving and rejecting at the same moment: one of them wins', async () => {
  const { id } = await aDraft(shop)
  await submitListing(author, id)

  const results = await Promise.allSettled([approveListing(reviewer, id), rejectListing(reviewer, id, '重复')])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'catalog.cannot' })
})

const verbs: Partial<Record<ListingStep, (id: Product['id']) => Promise<unknown>>> = {
  submit: (id) => submitListing(author, id),
  withdraw: (id) => withdrawListing(author, id),
  approve: (id) => approveListing(reviewer, id),
  reject: (id) => rejectListing(reviewer, id, '不符'),
  delist: (id) => delist(author, id),
  relist: (id) => relist(author, id),
}

const inStatus: Record<ProductStatus, () => Promise<Product['id']>> = {
  draft: async () => (await aDraft(shop)).id,
  checked: async () => first(await aDraft(shop), ({ id }) => checkListing(shop, id)),
  in_review: async () => first(await aDraft(shop), ({ id }) => submitListing(author, id)),
  on_sale: async () => (await aProduct(shop)).id,
  delisted: async () => first(await aProduct(shop), ({ id }) => delist(author, id)),
}

async function first(product: Product, then: (product: Product) => Promise<unknown>): Promise<Product['id']> {
  await then(product)
  return product.id
}

test.each(Object.keys(inStatus) as ProductStatus[])(
  'a listing that is %s takes exactly the steps of the table',
  async (status) => {
    for (const [step, take] of Object.entries(verbs) as [ListingStep, (id: Product['id']) => Promise<unknown>][]) {
      const id = await inStatus[status]()
      const allowed = canStep(listingSteps, status, step) || (step === 'submit' && status === 'draft') // submitting a draft runs its check first
      const outcome = await take(id).then(
        () => (allowed ? listingSteps[step].to : 'taken'),
        (error: { code: string }) => error.code,
      )

      expect([step, outcome]).toEqual([step, allowed ? listingSteps[step].to : 'catalog.cannot'])
    }
  },
)

test('the page offers what the table allows', () => {
  expect(stepsFrom(listingSteps, 'in_review')).toEqual(['withdraw', 'approve', 'reject', 'revise'])
})

const nothingLeft = async () => new Map<VariantId, number>()

test('CAT-19 a product whose last piece is gone is delisted by itself, once, and those concerned are told', async () => {
  const own = await aShop(db)
  const { id, variants } = await aProduct(own, { name: '孤品' })
  const ranOut = () => transaction(asHouse(own), (tx) => stockRanOut(tx, [variants[0]!.id], nothingLeft))
  await ranOut()
  await ranOut()

  expect(await loadProduct(own, id)).toMatchObject({ status: 'delisted', delistedBecause: 'out_of_stock' })
  expect((await openNotices(own, new Set(['products.list']))).map(({ kind, data }) => [kind, data.name])).toEqual([
    ['listing.out_of_stock', { zh: '孤品', en: 'Celadon cup' }],
  ])
  expect((await searchProducts(own, {})).hits).toEqual([])
})

test('CAT-19 a product stays on sale while one of its variants has stock', async () => {
  const { id, variants } = await aProduct(shop, { colours: ['红', '蓝'] })
  const [red, blue] = variants.map((variant) => variant.id)
  await transaction(asHouse(shop), (tx) => stockRanOut(tx, [red!], async () => new Map([[blue!, 3]])))

  expect((await loadProduct(shop, id)).status).toBe('on_sale')
})

test('CAT-19 sold out it is relisted by hand, but not before there is stock again', async () => {
  const own = await aShop(db)
  const { id, variants } = await aProduct(own)
  await transaction(asHouse(own), (tx) => stockRanOut(tx, [variants[0]!.id], nothingLeft))
  await expect(relist(asHouse(own), id)).rejects.toMatchObject({ code: 'listing.no_stock' })

  await transaction(asHouse(own), (tx) => stockCameBack(tx, [variants[0]!.id]))

  expect((await loadProduct(own, id)).status).toBe('delisted')
  expect((await openNotices(own, new Set(['products.list']))).map(({ kind }) => kind)).toContain('listing.stock_back')
  expect(await relist(asHouse(own), id)).toMatchObject({ status: 'on_sale', delistedBecause: null })
})
