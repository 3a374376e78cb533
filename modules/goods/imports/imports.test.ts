import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  changeProduct,
  createProduct,
  findProducts,
  loadProduct,
  productsBySource,
  saleItemsOfProducts,
} from '#goods/catalog'
import { pictureFile, waitingPictures } from '#goods/media'
import { searchProducts } from '#goods/search'
import { money } from '#kernel/money'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import {
  failuresSheet,
  findImports,
  type Import,
  registerImportKind,
  requestImport,
  runImport,
  uploadSheet,
} from '#platform/imports'
import { changeSetting } from '#platform/settings'
import { testDatabase } from '#test/database'
import { bring } from '#test/exchange'
import { aCategory, aShop, asHouse, holding, pictureBytes } from '#test/goods'
import { type FirstStock, importProductFile, productImport } from './index.ts'
import { madeUpSku } from './read-variant.ts'

const { db } = await testDatabase()
const file = (name: string) => readFile(new URL(`../../../test/data/catalog-import/${name}`, import.meta.url))

async function importInto(
  ctx: Context,
  name: string,
  given: {
    dryRun?: boolean
    bytes?: Buffer
    listing?: 'draft'
    unknownCategory?: 'report'
    pictureFile?: (name: string) => Promise<Buffer | undefined>
  } = {},
) {
  const { dryRun = false, bytes = await file(name), pictureFile, ...options } = given
  const stock: FirstStock[] = []
  const onStock = async (_: unknown, rows: readonly FirstStock[]) => void stock.push(...rows)
  return { ...(await importProductFile(ctx, { fileName: name, bytes, dryRun, onStock, options, pictureFile })), stock }
}

const byHandle = async (ctx: Context, handle: string) => (await productsBySource(ctx, 'shopify', [handle])).get(handle)!

describe('the earlier layout', () => {
  test('CAT-14 several rows of one handle are one product with its variants, options, pictures, brand and tags', async () => {
    const shop = asHouse(await aShop(db))
    const { created, failed, picturesWaiting } = await importInto(shop, 'shopify-early-layout.csv')
    const towel = await byHandle(shop, 'tea-towel')

    expect({ created, failed, picturesWaiting }).toEqual({ created: 3, failed: [], picturesWaiting: 5 })
    expect(towel).toMatchObject({
      slug: 'tea-towel',
      status: 'on_sale',
      tags: ['Linen'],
      texts: {
        zh: { name: 'Tea Towel', description: '<p>Herringbone</p>', optionNames: ['Colour'] },
        en: { name: 'Tea Towel' },
      },
    })
    expect(
      towel.variants.map(({ sku, optionValues, weightGrams, price }) => ({
        sku,
        value: optionValues.en,
        weightGrams,
        price,
      })),
    ).toEqual([
      {
        sku: 'TEA-TOWEL-NATURAL',
        value: ['Natural'],
        weightGrams: 120,
        price: { list: money(990), was: money(1_250), cost: null },
      },
      {
        sku: 'TEA-TOWEL-INDIGO',
        value: ['Indigo'],
        weightGrams: 120,
        price: { list: money(990), was: null, cost: null },
      },
    ])
    expect(towel.pictures.map(({ sourceUrl, waits }) => [sourceUrl?.split('/').at(-1), waits])).toEqual([
      ['towel-natural.jpg', true],
      ['towel-indigo.jpg', true],
      ['towel-fold.jpg', true],
    ])
  })

  test('CAT-14 CAT-19 quantities go to inventory; a product that came without a piece is sold out, not sold', async () => {
    const shop = asHouse(await aShop(db))
    const { stock } = await importInto(shop, 'shopify-early-layout.csv')

    expect(stock.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['LINEN-APRON', 3],
      ['TEA-TOWEL-NATURAL', 5],
    ])
    expect(await byHandle(shop, 'clay-pot')).toMatchObject({ status: 'delisted', delistedBecause: 'out_of_stock' })
    expect(await byHandle(shop, 'linen-apron')).toMatchObject({
      status: 'on_sale',
      variants: [{ optionValues: { zh: [], en: [] } }],
    })
  })
})

describe('the later layout', () => {
  test('PRI-01 whoever may not know costs brings none with a sheet of products, and leaves those that stand as they are', async () => {
    const own = await aShop(db)
    const clerk = holding(own, 'products.write', 'products.import', 'prices.change')
    const costs = async () =>
      (await byHandle(own, 'yue-celadon-cup')).variants.map(({ price }) => price?.cost?.minor ?? null)
    await importInto(clerk, 'shopify-later-layout.csv', { listing: 'draft' })
    expect(await costs()).toEqual([null, null])

    await importInto(asHouse(own), 'shopify-later-layout.csv')
    expect(await costs()).toEqual([4_650, 4_650])
    const dearer = (await file('shopify-later-layout.csv')).toString().replaceAll('46.5', '1.5')
    await importInto(clerk, 'shopify-later-layout.csv', { bytes: Buffer.from(dearer), listing: 'draft' })
    expect(await costs()).toEqual([4_650, 4_650])
  })

  test('CAT-14 category paths, status, cost, barcodes and variant pictures are read by the names of their columns', async () => {
    const shop = asHouse(await aShop(db))
    const { created, stock } = await importInto(shop, 'shopify-later-layout.csv')
    const cup = await byHandle(shop, 'yue-celadon-cup')

    expect([created, stock.length]).toEqual([3, 3])
    expect(cup).toMatchObject({ status: 'on_sale', texts: { zh: { name: '越窑青瓷杯', title: '越窑青瓷杯 手工' } } })
    expect(cup.texts.en).toBeUndefined()
    expect(cup.variants.map(({ barcode, price }) => [barcode, price?.cost])).toEqual([
      ['6901234567892', money(4_650)],
      ['6901234567908', money(4_650)],
    ])
    expect(cup.variants.map(({ pictureId }) => pictureId)).toEqual(cup.pictures.map(({ id }) => id))
    expect((await saleItemsOfProducts(shop, [cup.id])).map(({ specification }) => specification.zh)).toEqual([
      '粉青',
      '梅子青',
    ])
    expect((await searchProducts(shop, { text: '青瓷', facets: true })).facets?.tags).toEqual({ 青瓷: 1, 礼物: 1 })
  })

  test('CAT-14 what the file calls a draft, and gift cards, stay drafts', async () => {
    const shop = asHouse(await aShop(db))
    await importInto(shop, 'shopify-later-layout.csv')

    expect((await byHandle(shop, 'night-lamp')).status).toBe('draft')
    expect(await byHandle(shop, 'gift-card')).toMatchObject({
      status: 'draft',
      kind: 'service',
      variants: [{ requiresShipping: false }],
    })
  })

  test('CAT-14 facts the category asks for come from their columns, and wrong ones are reported with their row', async () => {
    const shop = asHouse(await aShop(db))
    const options = [{ code: 'porcelain', zh: '瓷', en: 'Porcelain' }]
    const top = await aCategory(shop, {
      slug: 'home-garden-test',
      name: { zh: '家居', en: 'Home' },
      attributes: [{ code: 'ware', kind: 'choice', required: true, name: { zh: '材质', en: 'Ware' }, options }],
    })
    const bytes = (ware: string) =>
      Buffer.from(
        [
          'Handle,Title,Type,Variant SKU,Variant Price,Ware (product.metafields.custom.ware)',
          `a,A,家居,A-1,10,${ware}`,
        ].join('\n'),
      )

    expect((await importInto(shop, 'facts.csv', { bytes: bytes('paper') })).failed).toMatchObject([
      { row: 2, field: 'attributes.ware', code: 'catalog.attribute_invalid', message: '“paper”不是属性“ware”的有效值' },
    ])
    expect((await importInto(shop, 'facts.csv', { bytes: bytes('瓷') })).created).toBe(1)
    expect(await byHandle(shop, 'a')).toMatchObject({ categoryId: top, attributes: { ware: 'porcelain' } })
  })

  test('CAT-03 CAT-14 in our own sheet a column called as an attribute of the category fills it in, whatever else stands beside', async () => {
    const shop = asHouse(await aShop(db))
    const options = [{ code: 'green', zh: '绿茶', en: 'Green tea' }]
    await aCategory(shop, {
      slug: 'teas-test',
      name: { zh: '原叶茶测试', en: 'Teas' },
      attributes: [
        { code: 'kind', kind: 'choice', required: true, name: { zh: '茶类', en: 'Kind of tea' }, options },
        { code: 'origin', kind: 'text', required: true, name: { zh: '产地', en: 'Origin' }, options: [] },
      ],
    })
    const sheet = (kind: string) => [
      ['商品编码', '商品名称', '类目', '售价', '茶类', 'ORIGIN ', '内部备注'],
      ['longjing', '龙井', '原叶茶测试', '￥1,088.00', kind, '杭州', '先别上架'],
    ]

    expect((await bring(shop, productImport(), sheet('红酒'))).failed).toEqual([
      { row: 2, field: '茶类', code: 'catalog.attribute_invalid' },
    ])
    expect(await bring(shop, productImport(), sheet('绿茶'))).toMatchObject({ created: 1, failed: [] })
    const [row] = (await findProducts(shop, { text: '龙井' })).rows
    expect(await loadProduct(shop, row!.id)).toMatchObject({ attributes: { kind: 'green', origin: '杭州' } })
  })

  test('CAT-14 unknown categories are made, or reported when the importer wants that', async () => {
    const shop = asHouse(await aShop(db))
    const bytes = Buffer.from('Handle,Title,Type,Variant Price\na,A,没见过的类目,10\nb,B,,10')

    const { failed, created } = await importInto(shop, 'strange.csv', { bytes, unknownCategory: 'report' })
    expect([created, failed]).toMatchObject([
      1,
      [{ row: 2, field: 'category', code: 'product_import.category_unknown' }],
    ])
    expect((await importInto(shop, 'strange.csv', { bytes })).created).toBe(1)
    expect((await byHandle(shop, 'b')).categoryId).not.toBeNull()
  })
})

describe('mistakes', () => {
  test('CAT-14 every wrong row is reported with field and reason, a product lands whole or not at all, and the rest lands', async () => {
    const shop = { ...asHouse(await aShop(db)), locale: 'en' as const }
    const { created, failed } = await importInto(shop, 'shopify-with-mistakes.csv')

    expect(created).toBe(2)
    expect(failed.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'price', 'product_import.price_invalid'],
      [4, 'price', 'product_import.price_negative'],
      [6, 'title', 'product_import.title_missing'],
      [7, 'sku', 'catalog.sku_taken'],
      [8, 'option2Value', 'product_import.option_unknown'],
      [9, 'barcode', 'catalog.barcode_invalid'],
      [10, 'title', 'product_import.formula'],
      [11, 'title', 'product_import.too_long'],
      [12, 'handle', 'product_import.handle_missing'],
      [14, 'optionValues', 'catalog.variant_twice'],
    ])
    expect(failed[0]?.message).toBe('“ten” is no amount')
    expect((await findProducts(shop, {})).rows.map(({ slug }) => slug).sort()).toEqual(['good-one', 'good-two'])
  })

  test('CAT-14 a dry run tells the same numbers and the same mistakes, and leaves nothing behind', async () => {
    const shop = asHouse(await aShop(db))
    const dry = await importInto(shop, 'shopify-with-mistakes.csv', { dryRun: true })
    const left = await findProducts(shop, {})
    const real = await importInto(shop, 'shopify-with-mistakes.csv')

    expect(left.rows).toEqual([])
    expect(dry.stock).toEqual([])
    expect({ ...dry, stock: [] }).toEqual({ ...real, stock: [] })
  })

  test('CAT-14 the sheet of failures, put right, imports without touching what landed', async () => {
    const shop = asHouse(await aShop(db))
    registerImportKind(productImport())
    await importInto(shop, 'shopify-with-mistakes.csv')
    const [{ id }] = (await findImports(shop, { kind: 'products' })).rows as [Import]
    const rows = await failuresSheet(shop, id)
    const price = rows[0]!.indexOf('Variant Price')
    const priced = rows
      .filter((row, at) => at === 0 || row[0] === 'bad-price')
      .map((row, at) => row.with(price, at === 0 ? row[price]! : '4.00'))

    const again = await importInto(shop, 'fixed.csv', {
      bytes: Buffer.from(
        priced.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
      ),
    })

    expect(again).toMatchObject({ created: 1, failed: [] })
    expect((await byHandle(shop, 'bad-price')).variants).toHaveLength(3)
  })
})

describe('again', () => {
  test('CAT-14 the same file a second time changes nothing, whichever layout', async () => {
    const shop = asHouse(await aShop(db))
    for (const name of ['shopify-early-layout.csv', 'shopify-later-layout.csv']) {
      await importInto(shop, name)
      const before = await findProducts(shop, {})
      const second = await importInto(shop, name)

      expect(second).toMatchObject({ created: 0, updated: 0, unchanged: 3, failed: [], stock: [] })
      expect(await findProducts(shop, {})).toEqual(before)
    }
  })

  test('CAT-14 the same file by two people at once lands once', async () => {
    const shop = asHouse(await aShop(db))
    const results = await Promise.all([
      importInto(shop, 'shopify-early-layout.csv'),
      importInto(shop, 'shopify-early-layout.csv'),
    ])

    expect((await findProducts(shop, {})).rows).toHaveLength(3)
    expect(results.reduce((all, { created }) => all + created, 0)).toBe(3)
  })

  test('a changed file changes what it says and keeps what people added here', async () => {
    const shop = asHouse(await aShop(db))
    await importInto(shop, 'shopify-early-layout.csv')
    const apron = await byHandle(shop, 'linen-apron')
    await changeProduct(shop, apron.id, { texts: { ...apron.texts, zh: { ...apron.texts.zh!, name: '亚麻围裙' } } })
    const dearer = Buffer.from((await file('shopify-early-layout.csv')).toString().replace(',39,', ',45,'))

    const { updated, unchanged } = await importInto(shop, 'dearer.csv', { bytes: dearer })

    expect([updated, unchanged]).toEqual([1, 2])
    expect(await loadProduct(shop, apron.id)).toMatchObject({
      texts: { zh: { name: '亚麻围裙' }, en: { name: 'Linen Apron' } },
      variants: [{ price: { list: money(4_500) } }],
    })
  })

  test('a product made by hand is not taken over by a file with the same address', async () => {
    const shop = asHouse(await aShop(db))
    await createProduct(shop, { slug: 'mine', texts: { zh: { name: '我的' } } })
    const bytes = Buffer.from('Handle,Title,Variant Price\nmine,Other,20')

    expect((await importInto(shop, 'a.csv', { bytes })).failed).toMatchObject([
      { row: 2, field: 'handle', code: 'product_import.source_slug_taken' },
    ])
    expect((await importInto(asHouse(await aShop(db)), 'a.csv', { bytes })).created).toBe(1)
  })
})

describe('who imports', () => {
  test.each([
    ['CAT-11 without the listing permission products stay drafts', ['imports.run'], 'draft'],
    ['CAT-12 without the reviewing permission they wait for review', ['imports.run', 'products.list'], 'in_review'],
    ['CAT-12 with both they are on sale', ['imports.run', 'products.list', 'products.review'], 'on_sale'],
  ])('%s', async (_, permissions, status) => {
    const shop = await aShop(db)
    await importInto(holding(shop, ...permissions), 'shopify-early-layout.csv')

    expect((await byHandle(shop, 'linen-apron')).status).toBe(status)
  })

  test('CAT-12 where the shop wants two people, an importer does not approve himself', async () => {
    const shop = await aShop(db)
    await transaction(shop, (tx) => changeSetting(tx, 'listing.reviewerMustDiffer', true))
    await importInto(holding(shop, 'products.list', 'products.review'), 'shopify-early-layout.csv')

    expect((await byHandle(shop, 'linen-apron')).status).toBe('in_review')
  })

  test('staff who may not change prices cannot do it by a file', async () => {
    const shop = await aShop(db)
    await importInto(asHouse(shop), 'shopify-early-layout.csv')
    const dearer = Buffer.from((await file('shopify-early-layout.csv')).toString().replace(',39,', ',45,'))

    expect((await importInto(holding(shop, 'imports.run'), 'dearer.csv', { bytes: dearer })).failed).toMatchObject([
      { row: 2, code: 'catalog.prices_not_yours' },
    ])
  })
})

describe('pictures', () => {
  test('CAT-14 pictures given as files beside the sheet are shown at once, and the rest is said to wait', async () => {
    const shop = asHouse(await aShop(db))
    const apron = await pictureBytes()
    const beside = async (name: string) => (name === 'apron.jpg' ? apron : undefined)

    const { picturesWaiting } = await importInto(shop, 'shopify-early-layout.csv', { pictureFile: beside })
    const product = await byHandle(shop, 'linen-apron')

    expect(picturesWaiting).toBe(4)
    expect(product.pictures).toMatchObject([{ waits: false, width: 24 }])
    expect(await pictureFile(shop, product.pictures[0]!.id, 160, 'webp')).toBeDefined()
    expect(await waitingPictures(shop)).toHaveLength(4)
    expect(await importInto(shop, 'shopify-early-layout.csv')).toMatchObject({ unchanged: 3, picturesWaiting: 4 })
  })
})

describe('made-up codes', () => {
  test('the same handle and options always give the same code, readable where the alphabet allows', () => {
    expect(madeUpSku('tea-towel', ['Natural'])).toBe('TEA-TOWEL-NATURAL')
    expect(madeUpSku('青瓷杯', ['粉青'])).toBe(madeUpSku('青瓷杯', ['粉青']))
    expect(madeUpSku('青瓷杯', ['粉青'])).toMatch(/^P-[0-9A-F]{10}$/)
    expect(madeUpSku('青瓷杯', ['粉青'])).not.toBe(madeUpSku('青瓷杯', ['梅子青']))
  })
})

test('CAT-14 two thousand rows land as a thousand products, batch by batch', async () => {
  const shop = asHouse(await aShop(db))
  registerImportKind(productImport())
  const rows = Array.from(
    { length: 2_000 },
    (_, at) =>
      `bulk-${at >> 1},${at % 2 ? '' : `保温杯 ${at}`},Cups,Size,${at % 2 ? 'L' : 'S'},B-${at},${(at % 90) + 10}.90`,
  )
  const bytes = Buffer.from(
    ['Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price', ...rows]
      .join('\n')
      .replaceAll(',Size,L,', ',,L,'),
  )
  const fileId = await uploadSheet(shop, { name: 'bulk.csv', bytes })
  const { id } = await requestImport(shop, { kind: 'products', fileId, dryRun: false })

  const run = await runImport(shop, id)

  expect(run).toMatchObject({ status: 'finished', total: 2_000, done: 2_000, created: 1_000, failed: 0 })
}, 60_000)

const heads =
  'Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty,Variant Grams,Option1 Value,Type,Status,Tags'
test.each([
  ['an address of strange letters', 'Handle', 'a b!', 'handle', 'handle_invalid'],
  ['no address', 'Handle', '', 'handle', 'handle_missing'],
  ['no price', 'Variant Price', '', 'price', 'price_missing'],
  ['a price beyond all prices', 'Variant Price', '99999999999', 'price', 'prices.invalid'],
  ['more pieces than a shelf counts', 'Variant Inventory Qty', '10000', 'quantity', 'quantity_too_large'],
  ['a weight beyond all weights', 'Variant Grams', '99999999', 'grams', 'catalog.weight_invalid'],
  ['a value of nothing to choose', 'Option1 Value', 'Blue', 'option1Value', 'option_unknown'],
  ['categories deeper than any', 'Type', 'a > b > c > d > e > f > g', 'type', 'category_invalid'],
  ['a state nobody knows', 'Status', 'sold', 'status', 'choice_invalid'],
  ['a tag longer than tags are', 'Tags', 'x'.repeat(200), 'tags', 'too_long'],
])('CAT-14 a row with %s is refused and the field is named', async (_, column, said, field, code) => {
  const shop = asHouse(await aShop(db))
  const row = (handle: string) => [
    handle,
    'Mug',
    `${handle.toUpperCase()}-1`,
    '12.00',
    '3',
    '300',
    '',
    'Cups',
    'active',
    '',
  ]
  const wrong = row('mug').with(heads.split(',').indexOf(column), said)
  const bytes = Buffer.from([heads, wrong.join(','), row('jug').join(',')].join('\n'))
  const { created, failed } = await importInto(shop, 'wrong.csv', { bytes })

  expect(created).toBe(1)
  expect(failed.map((each) => [each.row, each.field, each.code])).toEqual([
    [2, field, expect.stringMatching(`(^|\\.)${code}$`)],
  ])
})
