import sharp from 'sharp'
import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { pictureBytes } from '#test/goods'
import { addPicture, announcePictures, originalFile, pictureFile, supplyPicture, waitingPictures } from './index.ts'

const { db } = await testDatabase()
const shop = aContext(db)
const cup = { alt: '杯', altEn: 'Cup' }

test('CAT-01 a picture is made in AVIF and WebP in the widths pages show and never blown up', async () => {
  const bytes = await pictureBytes('jpeg', 600)
  const id = await addPicture(shop, { bytes, ...cup })

  const sizes = await Promise.all(
    ([160, 480, 960] as const).map(
      async (width) => (await sharp(await pictureFile(shop, id, width, 'avif')).metadata()).width,
    ),
  )
  const webp = await sharp(await pictureFile(shop, id, 480, 'webp')).metadata()

  expect(sizes).toEqual([160, 480, 600])
  expect(webp).toMatchObject({ format: 'webp', width: 480 })
  expect(await originalFile(shop, id)).toEqual(bytes)
})

test('the same picture again is the same picture, even at the same moment', async () => {
  const bytes = await pictureBytes()

  const ids = await Promise.all([
    addPicture(shop, { bytes, ...cup }),
    addPicture(shop, { bytes, ...cup }),
    addPicture(shop, { bytes, ...cup }),
  ])

  expect(new Set(ids).size).toBe(1)
})

test('a picture stands upright and does not say where it was taken', async () => {
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Copyright: 'Ann' }, IFD3: { GPSLatitude: '30/1 15/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const id = await addPicture(shop, { bytes, ...cup })

  const drawn = await sharp(await pictureFile(shop, id, 160, 'webp')).metadata()

  expect([drawn.width, drawn.height, drawn.exif]).toEqual([20, 40, undefined])
})

test.each([
  ['media.no_picture', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['media.no_picture', async () => Buffer.from('%PDF-1.7')],
  ['media.broken', async () => (await pictureBytes()).subarray(0, 40)],
  ['media.too_large', async () => Buffer.concat([await pictureBytes(), Buffer.alloc(10 * 1024 * 1024)])],
  [
    'media.too_many_pixels',
    async () =>
      sharp({ create: { width: 8_000, height: 5_001, channels: 3, background: 'white' } })
        .png()
        .toBuffer(),
  ],
])('what is no proper picture is refused: %s', async (code, bytes) => {
  await expect(addPicture(shop, { bytes: await bytes(), ...cup })).rejects.toMatchObject({ code })
})

test('a picture needs a description', async () => {
  await expect(addPicture(shop, { bytes: await pictureBytes(), alt: ' ' })).rejects.toMatchObject({
    code: 'media.alt_missing',
    details: { field: 'alt' },
  })
})

test('a picture known by its address waits for its file; content the shop has already is shown under both', async () => {
  const own = aContext(db)
  const bytes = await pictureBytes()
  const url = 'https://example.com/a.jpg'
  const announce = () =>
    transaction(own, (tx) =>
      announcePictures(tx, [
        { url, alt: '' },
        { url: `${url}?2`, alt: '' },
      ]),
    )
  const [first, second] = [...(await announce()).values()]

  expect(await announce()).toEqual(
    new Map([
      [url, first],
      [`${url}?2`, second],
    ]),
  )
  expect(await pictureFile(own, first!, 160, 'avif')).toBeUndefined()
  await supplyPicture(own, first!, bytes)
  await supplyPicture(own, second!, bytes)
  await expect(supplyPicture(own, first!, bytes)).rejects.toMatchObject({ code: 'media.not_waiting' })
  expect(await pictureFile(own, second!, 160, 'avif')).toEqual(await pictureFile(own, first!, 160, 'avif'))
  expect(await waitingPictures(own)).toEqual([])
})

test('the visitors of every shop see it, its original is for its own staff', async () => {
  const id = await addPicture(shop, { bytes: await pictureBytes(), ...cup })
  const other = { ...aContext(db), outside: shop.outside }

  expect(await pictureFile(other, id, 160, 'avif')).toEqual(await pictureFile(shop, id, 160, 'avif'))
  expect(await originalFile(other, id)).toBeUndefined()
  expect(await originalFile(shop, id)).toBeDefined()
})
