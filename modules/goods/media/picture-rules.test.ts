import sharp from 'sharp'
import { expect, test } from 'vitest'
import { changeProduct, loadProduct } from '#goods/catalog'
import { approveListing, checkListing, submitListing } from '#goods/listing'
import type { PictureMeasures } from '#model/goods/media'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { testDatabase } from '#test/database'
import { aDraft, aPicture, aShop, asHouse } from '#test/goods'
import {
  addPicture,
  announcePictures,
  flawsOf,
  judgePicture,
  measurePictures,
  pictureRules,
  supplyPicture,
} from './index.ts'

const { db } = await testDatabase()
const good: PictureMeasures = { width: 1_200, height: 1_200, sharpness: 80, waits: false }

/** Tiles in black and white, as sharp as pixels are; blurred as by a lens out of focus. */
async function tiles({ width = 900, height = 900, blur = 0, tile = 30, seed = 0 } = {}): Promise<Buffer> {
  const grey = Buffer.alloc(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      grey[y * width + x] = (Math.floor(x / tile) + Math.floor(y / tile)) % 2 ? 220 : 30 + seed
  const drawn = sharp(grey, { raw: { width, height, channels: 1 } })
  return (blur ? drawn.blur(blur) : drawn).png().toBuffer()
}

const aTargetShop = async (platforms: string) => {
  const shop = asHouse(await aShop(db))
  await transaction(shop, (tx) => changeSetting(tx, 'screening.platforms', platforms))
  return shop
}

const codes = (flaws: readonly { readonly code: string; readonly at: number }[]) =>
  flaws.map(({ code, at }) => `${at} ${code}`)

test('CAT-08 a picture must be as large as each platform wants, and a main picture have one of its shapes', async () => {
  const rules = await pictureRules(await aTargetShop('shop，taobao, jd、elsewhere'))
  const judge = (...sizes: [number, number][]) =>
    flawsOf(
      sizes.map(([width, height]) => ({ ...good, width, height })),
      rules,
    )

  expect(rules.platforms.map(({ platform }) => platform)).toEqual(['shop', 'taobao', 'jd'])
  expect(judge([800, 800], [1_600, 900])).toEqual([])
  expect(judge([900, 1_200])).toMatchObject([{ code: 'wrong_shape', at: 1, details: { en: 'JD', ratios: '1:1' } }])
  expect(codes(judge([1_600, 900], [700, 700]))).toEqual([
    ...['1 wrong_shape', '1 wrong_shape', '1 wrong_shape'],
    ...['2 too_small', '2 too_small'],
  ])
  expect(codes(judge([800, 808]))).toEqual([])
  expect(codes(judge([800, 850]))).toHaveLength(3)
})

test('CAT-08 the first picture that has its file is the main one', async () => {
  const rules = await pictureRules(await aTargetShop('shop'))
  const waiting = { width: 1, height: 1, sharpness: null, waits: true }
  expect(codes(flawsOf([waiting, { ...good, height: 600 }, { ...good, height: 700 }], rules))).toEqual([
    '2 wrong_shape',
  ])
})

test('CAT-08 a shop says its own numbers, and an empty shape means any', async () => {
  const shop = await aTargetShop('shop')
  await transaction(shop, async (tx) => {
    await changeSetting(tx, 'media.shopSide', 300)
    await changeSetting(tx, 'media.shopRatios', '')
    await changeSetting(tx, 'media.leastSharpness', 0)
  })
  expect(flawsOf([{ width: 900, height: 300, sharpness: 1, waits: false }], await pictureRules(shop))).toEqual([])
})

test('CAT-08 a picture out of focus or blown up from a small one is told from a sharp one', async () => {
  const shop = await aTargetShop('shop')
  const judged = async (bytes: Buffer) => judgePicture(shop, await addPicture(shop, { bytes, alt: '杯' }))
  const sharpOne = await judged(await tiles())
  const unfocused = await judged(await tiles({ blur: 8 }))
  const small = await sharp(await tiles({ width: 90, height: 90, tile: 45 }))
    .blur(1)
    .resize(900, 900)
    .png()
    .toBuffer()

  expect(sharpOne).toMatchObject({ width: 900, height: 900, flaws: [] })
  expect(unfocused.flaws).toMatchObject([{ code: 'blurred', details: { least: 35 } }])
  expect((await judged(small)).flaws.map(({ code }) => code)).toEqual(['blurred'])
  expect(sharpOne.sharpness!).toBeGreaterThan(unfocused.sharpness! * 3)
})

test('CAT-08 the data check says which picture breaks which rule, and keeps from sale where the shop wants that', async () => {
  const shop = await aTargetShop('taobao')
  const pictureIds = [
    await addPicture(shop, { bytes: await tiles({ width: 900, height: 700 }), alt: '杯' }),
    await addPicture(shop, { bytes: await tiles({ width: 500, height: 500 }), alt: '杯' }),
  ]
  const draft = await aDraft(shop, { pictureIds })
  const { passed, findings } = await checkListing(shop, draft.id)
  const ofPictures = findings.filter(({ code }) => code.startsWith('catalog.finding.picture_'))
  expect([passed, ofPictures.map(({ code, details }) => `${details.at} ${code.slice(24)}`)]).toEqual([
    true,
    ['1 too_small', '1 wrong_shape', '2 too_small'],
  ])

  await transaction(shop, (tx) => changeSetting(tx, 'media.rulesBlock', true))
  await expect(submitListing(shop, draft.id)).rejects.toMatchObject({ code: 'listing.incomplete' })
})

test('CAT-08 where the rules decide, a listing on sale is not given a picture that breaks them', async () => {
  const shop = await aTargetShop('taobao')
  await transaction(shop, (tx) => changeSetting(tx, 'media.rulesBlock', true))
  const fit = await addPicture(shop, { bytes: await tiles(), alt: '杯' })
  const { id } = await aDraft(shop, { pictureIds: [fit] })
  await submitListing(shop, id)
  await approveListing(shop, id)

  await expect(changeProduct(shop, id, { pictureIds: [fit, await aPicture(shop)] })).rejects.toMatchObject({
    details: { field: 'pictureIds' },
  })
  const other = await addPicture(shop, { bytes: await tiles({ seed: 9 }), alt: '杯' })
  await changeProduct(shop, id, { pictureIds: [other] })
  expect((await loadProduct(shop, id)).pictures.map((picture) => picture.id)).toEqual([other])
})

test('pictures that came before are measured by the clock, once and also when their file came later', async () => {
  const shop = asHouse(await aShop(db))
  const old = await addPicture(shop, { bytes: await tiles({ seed: 3 }), alt: '杯' })
  const url = 'https://pictures.example/cup.png'
  const waiting = (await transaction(shop, (tx) => announcePictures(tx, [{ url, alt: '杯' }]))).get(url)!
  const measured = (await judgePicture(shop, old)).sharpness
  await db.updateTable('goods.pictures').set({ sharpness: null }).where('shop_id', '=', shop.shopId).execute()

  await Promise.all([measurePictures(shop), measurePictures(shop)])
  expect((await judgePicture(shop, old)).sharpness).toBe(measured)
  expect((await judgePicture(shop, waiting)).sharpness).toBeNull()
  await supplyPicture(shop, waiting, await tiles({ seed: 3 }))
  expect((await judgePicture(shop, waiting)).sharpness).toBe(measured)
})
