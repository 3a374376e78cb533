import { expect, test } from 'vitest'
import { findProducts, loadProduct } from '#goods/catalog'
import { fetchAgain, fetchedFor, mediaListeners } from '#goods/media'
import type { Context } from '#platform/context'
import type { Download } from '#platform/downloads'
import { findImports } from '#platform/imports'
import { testDatabase } from '#test/database'
import { aShop, asHouse, pictureBytes } from '#test/goods'
import { tellAll } from '#test/told'
import { importProductFile } from './index.ts'

const { db } = await testDatabase()

/** A shop whose internet holds exactly these addresses; what was asked is noted. */
async function aShopOnline(addresses: Record<string, () => Promise<Download>>) {
  const asked: string[] = []
  const shop = asHouse(await aShop(db))
  const picture = async (url: string): Promise<Download> => {
    asked.push(url)
    return (await addresses[url]?.()) ?? { problem: 'status', said: '404' }
  }
  return { shop: { ...shop, outside: { ...shop.outside, downloads: { picture } } }, asked }
}

const address = (name: string) => `https://img.example/${name}`
const sheet = `商品名称,售价,图片\n杯,9,${['a', 'b', 'gone', 'page'].map(address).join(' ')}\n碗,9,${address('a')}`

async function bring(shop: Context): Promise<string> {
  await importProductFile(shop, { fileName: 'sheet.csv', bytes: Buffer.from(sheet), dryRun: false })
  return (await findImports(shop, {})).rows[0]!.id
}

const picturesOf = async (shop: Context) => {
  const { rows } = await findProducts(shop, {})
  const products = await Promise.all(rows.map(({ id }) => loadProduct(shop, id)))
  return Object.fromEntries(
    products.map(({ slug, pictures }) => [
      slug,
      pictures.map(({ sourceUrl, waits }) => [sourceUrl!.split('/').at(-1), waits]),
    ]),
  )
}

test('CAT-14 pictures are fetched after the import, in their order, each once; what fails says why and is tried again', async () => {
  const bytes = { a: await pictureBytes(), b: await pictureBytes() }
  const online: Record<string, () => Promise<Download>> = {
    [address('a')]: async () => ({ bytes: bytes.a }),
    [address('b')]: async () => ({ bytes: bytes.b }),
    [address('page')]: async () => ({ bytes: Buffer.from('<html>') }),
  }
  const { shop, asked } = await aShopOnline(online)
  const importId = await bring(shop)
  await tellAll(shop, mediaListeners, { twice: true })

  expect(asked.sort()).toEqual(['a', 'b', 'gone', 'page'].map(address))
  expect(await picturesOf(shop)).toEqual({
    杯: [
      ['a', false],
      ['b', false],
      ['gone', true],
      ['page', true],
    ],
    碗: [['a', false]],
  })
  const { failures, ...counts } = await fetchedFor(shop, importId)
  expect(counts).toEqual({ waiting: 0, fetched: 2, failed: 2 })
  expect(failures.map(({ row, url, code, details }) => [row, url.slice(-4), code, details])).toEqual(
    expect.arrayContaining([
      [2, 'gone', 'media.fetch.status', { said: '404' }],
      [2, 'page', 'media.no_picture', { field: 'file' }],
    ]),
  )

  online[address('gone')] = async () => ({ bytes: bytes.a })
  expect(await fetchAgain(shop, importId)).toBe(2)
  await tellAll(shop, mediaListeners)
  expect(await fetchedFor(shop, importId)).toMatchObject({ waiting: 0, fetched: 3, failed: 1 })
  expect(asked.filter((url) => url === address('a'))).toHaveLength(1)
})

test('CAT-14 a fetch that was cut off goes on with the pictures that are left', async () => {
  const bytes = await pictureBytes()
  let left = 1
  const once = async (): Promise<Download> => {
    if (left === 0) throw new Error('killed')
    left -= 1
    return { bytes }
  }
  const { shop } = await aShopOnline(
    Object.fromEntries(['a', 'b', 'gone', 'page'].map((name) => [address(name), once])),
  )
  const importId = await bring(shop)
  await expect(tellAll(shop, mediaListeners)).rejects.toThrow('killed')
  left = 10
  await fetchAgain(shop, importId)
  await tellAll(shop, mediaListeners)

  expect(await fetchedFor(shop, importId)).toMatchObject({ waiting: 0, fetched: 4, failed: 0 })
})
