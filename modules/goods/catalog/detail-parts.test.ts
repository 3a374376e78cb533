import { expect, test } from 'vitest'
import { submitListing } from '#goods/listing'
import { testDatabase } from '#test/database'
import { aCategory, aDraft, aPicture, aProduct, aShop, asHouse } from '#test/goods'
import { detailPartsOf, partsWanted, wantParts, writeDetailParts } from './index.ts'
import type { DetailPart } from './model.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const part = (kind: DetailPart['kind'], given: Partial<DetailPart> = {}): DetailPart => ({
  kind,
  title: { zh: '怎么用', en: 'How' },
  body: { zh: '<p>先温杯。</p><script>x</script>', en: '' },
  pictureIds: [],
  ...given,
})

test('CAT-06 a listing without the parts its category wants cannot be submitted; with them it can', async () => {
  const above = await aCategory(shop)
  const categoryId = await aCategory(shop, { parentId: above })
  await wantParts(shop, above, ['usage'])
  await wantParts(shop, categoryId, ['scene'])
  const { id } = await aDraft(shop, { categoryId })

  expect(await partsWanted(shop, categoryId)).toEqual(['scene', 'usage'])
  await expect(submitListing(shop, id)).rejects.toMatchObject({
    code: 'listing.incomplete',
    details: { count: 2, field: 'parts.scene' },
  })
  const scene = part('scene', { body: { zh: '', en: '' }, pictureIds: [await aPicture(shop)] })
  await writeDetailParts(shop, id, [part('usage'), scene])
  expect((await detailPartsOf(shop, [id])).get(id)?.[0]?.body.zh).toBe('<p>先温杯。</p>')
  expect((await submitListing(shop, id)).status).toBe('in_review')
})

test('CAT-06 a product on sale keeps the parts its category wants', async () => {
  const categoryId = await aCategory(shop)
  const { id } = await aProduct(shop, { categoryId })
  await wantParts(shop, categoryId, ['usage'])

  await expect(writeDetailParts(shop, id, [part('features')])).rejects.toMatchObject({
    code: 'catalog.not_fit_for_sale',
    details: { field: 'parts.usage' },
  })
  await writeDetailParts(shop, id, [part('usage')])
})

test('CAT-07 a detail page shows comparison charts and review pictures, in words that may be said', async () => {
  const { id } = await aProduct(shop)
  const pictureIds = [await aPicture(shop)]
  await writeDetailParts(shop, id, [part('comparison', { pictureIds }), part('reviews', { pictureIds })])

  expect((await detailPartsOf(shop, [id])).get(id)?.map(({ kind }) => kind)).toEqual(['comparison', 'reviews'])
  const boast = part('comparison', { body: { zh: '<p>全网第一</p>', en: '' } })
  await expect(writeDetailParts(shop, id, [boast])).rejects.toMatchObject({ code: 'catalog.not_fit_for_sale' })
  const theirs = await aPicture(asHouse(await aShop(db)))
  await expect(writeDetailParts(shop, id, [part('scene', { pictureIds: [theirs] })])).rejects.toMatchObject({
    code: 'media.not_found',
  })
})
