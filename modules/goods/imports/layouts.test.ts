import { describe, expect, test } from 'vitest'
import { findProducts, loadProduct } from '#goods/catalog'
import { money } from '#kernel/money'
import type { Product } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { previewSheet, templateOf, uploadSheet, writeSheet } from '#platform/imports'
import { testDatabase } from '#test/database'
import { aShop, asHouse } from '#test/goods'
import { type FirstStock, importProductFile, productImport } from './index.ts'

const { db } = await testDatabase()

async function bring(ctx: Context, content: string | Buffer, options = {}) {
  const stock: FirstStock[] = []
  const result = await importProductFile(ctx, {
    fileName: 'sheet',
    bytes: Buffer.from(content),
    dryRun: false,
    onStock: async (_, rows) => void stock.push(...rows),
    options,
  })
  return { ...result, stock: Object.fromEntries(stock.map(({ sku, quantity }) => [sku, quantity])) }
}

async function products(ctx: Context): Promise<Map<string, Product>> {
  const { rows } = await findProducts(ctx, { limit: 100 })
  const all = await Promise.all(rows.map(({ id }) => loadProduct(ctx, id)))
  return new Map(all.map((product) => [product.texts.zh!.name, product]))
}

const skus = ({ variants }: Product) => variants.map(({ sku }) => sku)
const reasons = ({ failed }: { failed: readonly { row: number; code: string }[] }) =>
  failed.map(({ row, code }) => `${row} ${code.replace('product_import.', '')}`)
const layoutOf = async (ctx: Context, content: string | Buffer) =>
  previewSheet(ctx, productImport(), await uploadSheet(ctx, { name: 'sheet', bytes: Buffer.from(content) }))

const woo = `ID,Type,SKU,Name,Published,Short description,Description,Date sale price ends,Stock,Weight (lbs),Sale price,Regular price,Categories,Tags,Images,Parent,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)
1,variation,TEE-RED,Tee - Red,1,,,,7,,,20,,,https://shop.example/red.jpg,TEE,Color,Red,Size,
2,variable,TEE,Tee,1,Soft.,Long text,,,.5,,,"Clothing > Tees, Sale","a, b","https://shop.example/1.jpg, https://shop.example/2.jpg",,Color,"Blue, Red",Size,"L, S"
3,variation,,Tee - Blue S,1,,,,3,1,15,20,,,,id:2,Color,Blue,Size,S
4,"simple, virtual",CLASS,Pottery class,1,,,,,,9,12,Courses,,,,Level,Beginner,,
5,simple,,Unnamed code,-1,,,2026-05-01,,,8,10,,,,,,,,
6,"simple, downloadable",ALBUM,Album,1,,,,,,,5,,,,,,,,
7,grouped,SET,Set,1,,,,,,,,,,,,,,,
8,external,LINK,Elsewhere,1,,,,,,,5,,,,,,,,
9,variation,LOST,Lost,1,,,,,,,5,,,,GONE,Color,Red,,
10,variable,EMPTY,Empty,1,,,,,,,,,,,,Color,Red,,`

describe('WooCommerce', () => {
  test('CAT-14 variations find their parent by SKU or ID wherever it stands, and one that leaves an option open becomes several', async () => {
    const shop = asHouse(await aShop(db))
    const { stock } = await bring(shop, woo)
    const tee = (await products(shop)).get('Tee')!

    expect(tee.texts.en).toMatchObject({ optionNames: ['Color', 'Size'], description: 'Soft.\nLong text' })
    expect(
      tee.variants.map(({ sku, optionValues, weightGrams, price }) => [sku, optionValues.en, weightGrams, price]),
    ).toEqual([
      ['TEE-RED-L', ['Red', 'L'], 227, { list: money(2_000), was: null, cost: null }],
      ['TEE-RED-S', ['Red', 'S'], 227, { list: money(2_000), was: null, cost: null }],
      ['TEE-BLUE-S', ['Blue', 'S'], 454, { list: money(1_500), was: money(2_000), cost: null }],
    ])
    expect(stock).toEqual({ 'TEE-BLUE-S': 3 })
    expect(tee.tags).toEqual(['a', 'b', 'Sale'])
    expect(tee.pictures.map(({ sourceUrl }) => sourceUrl?.at(-5))).toEqual(['1', '2', 'd'])
  })

  test('CAT-14 what is not sold here is refused with its reason and row; virtual goods need no parcel; a dated sale is not the price', async () => {
    const shop = asHouse(await aShop(db))
    const result = await bring(shop, woo)
    const all = await products(shop)

    expect(reasons(result)).toEqual([
      '7 downloadable',
      '8 grouped',
      '9 external',
      '10 parent_missing',
      '11 variations_missing',
    ])
    expect(all.get('Pottery class')).toMatchObject({
      variants: [{ requiresShipping: false, price: { list: money(900), was: money(1_200) } }],
    })
    expect(all.get('Pottery class')!.texts.en!.description).toContain('<li>Level: Beginner</li>')
    expect(all.get('Unnamed code')).toMatchObject({ status: 'draft', variants: [{ price: { list: money(1_000) } }] })
    expect(await bring(shop, woo)).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  })
})

const post = (id: number, type: string, title: string, inside: string) =>
  `<item><title>${title}</title><wp:post_id>${id}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status>${inside}</item>`
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
const wxr = `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <wp:term><wp:term_taxonomy>product_cat</wp:term_taxonomy><wp:term_slug>tea</wp:term_slug><wp:term_name>Tea</wp:term_name></wp:term>
  <wp:term><wp:term_taxonomy>product_cat</wp:term_taxonomy><wp:term_slug>cups</wp:term_slug><wp:term_parent>tea</wp:term_parent><wp:term_name>Cups</wp:term_name></wp:term>
  ${post(1, 'attachment', 'pic', '<wp:attachment_url>https://shop.example/cup.jpg</wp:attachment_url>')}
  ${post(2, 'page', 'About us', '')}
  ${post(3, 'product', 'Cup', `<content:encoded><![CDATA[<p>Round</p>]]></content:encoded><category domain="product_type" nicename="variable"><![CDATA[variable]]></category><category domain="product_cat" nicename="cups"><![CDATA[Cups]]></category>${meta('_thumbnail_id', '1')}`)}
  ${post(4, 'product_variation', 'Cup - green', `<wp:post_parent>3</wp:post_parent>${meta('_sku', 'CUP-G')}${meta('_regular_price', '12')}${meta('_stock', '4.000000')}${meta('_weight', '0.3')}${meta('attribute_glaze', 'green')}`)}
  ${post(5, 'product', 'Bowl', `<wp:post_parent>0</wp:post_parent>${meta('_sku', 'BOWL')}${meta('_price', '8')}`)}
</channel></rss>`

test('CAT-14 a WordPress export brings products with variations, categories and pictures; pages and attachments are none', async () => {
  const shop = asHouse(await aShop(db))
  const result = await bring(shop, wxr)
  const all = await products(shop)

  expect((await layoutOf(shop, wxr)).dialect).toBe('wordpress')
  expect(result).toMatchObject({ created: 2, failed: [], stock: { 'CUP-G': 4 }, picturesWaiting: 1 })
  expect(all.get('Cup')).toMatchObject({
    slug: 'cup',
    source: 'wordpress',
    texts: { en: { description: '<p>Round</p>', optionNames: ['Glaze'] } },
    variants: [{ sku: 'CUP-G', weightGrams: 300, optionValues: { en: ['green'] }, price: { list: money(1_200) } }],
  })
  expect(all.get('Bowl')).toMatchObject({ variants: [{ sku: 'BOWL', price: { list: money(800) } }] })
})

const magento = `sku,store_view_code,product_type,categories,name,description,weight,product_online,price,special_price,url_key,base_image,additional_attributes,qty,configurable_variations,configurable_variation_labels,additional_images
H1-S,,simple,"Default Category/Men/Hoodies",Hoodie-S,,2,1,52,,hoodie-s,/h/s.jpg,"size=S,color=Black",10,,,
H1-M,,simple,"Default Category/Men/Hoodies",Hoodie-M,,2,1,52,40,hoodie-m,/h/m.jpg,"size=M,color=Black",0,,,
H1,,configurable,"Default Category/Men/Hoodies,Default Category/Eco,Default Category",Hoodie,<p>Warm</p>,,1,52,,,/h/main.jpg,"has_options=1,material=Wool|Fleece,note=soft, and warm",0,"sku=H1-S,size=S,color=Black|sku=H1-M,size=M,color=Black","size=Grösse,color=Farbe","/h/back.jpg,/h/side.jpg"
H1,zh,configurable,,帽衫,,,,,,,,,,,,
B1,,bundle,"Default Category/Men",Bundle,,,1,9,,,,,1,,,
C1,,configurable,"Default Category/Men",Cut,,,1,9,,,,,1,"sku=C1-S,size=S",,
P1,,simple,"Default Category/Men",Plain,,1,2,9,,plain,,,3,,,`

test('CAT-14 Magento’s configurable products gather the rows of their variations; what cannot land says why', async () => {
  const shop = asHouse(await aShop(db))
  const result = await bring(shop, magento, { pictureBase: 'https://shop.example/media/' })
  const all = await products(shop)
  const hoodie = all.get('Hoodie')!

  expect(reasons(result)).toEqual(['5 store_view', '6 bundle', '7 variation_missing'])
  expect(result).toMatchObject({ created: 2, stock: { 'H1-S': 10, P1: 3 } })
  expect(hoodie).toMatchObject({ slug: 'hoodie', tags: ['Eco'], source: 'magento' })
  expect(hoodie.texts.en!.optionNames).toEqual(['Grösse', 'Farbe'])
  expect(hoodie.texts.en!.description).toBe(
    '<p>Warm</p>\n<ul><li>Material: Wool, Fleece</li><li>Note: soft, and warm</li></ul>',
  )
  expect(hoodie.variants.map(({ sku, weightGrams, price }) => [sku, weightGrams, price!.list, price!.was])).toEqual([
    ['H1-S', 907, money(5_200), null],
    ['H1-M', 907, money(4_000), money(5_200)],
  ])
  expect(hoodie.pictures.map(({ sourceUrl }) => sourceUrl)).toEqual(
    ['main', 'back', 'side', 's', 'm'].map((name) => `https://shop.example/media/h/${name}.jpg`),
  )
  expect(all.get('Plain')!.status).toBe('draft')
  expect(await bring(shop, magento, { pictureBase: 'https://shop.example/media/' })).toMatchObject({ unchanged: 2 })
})

test('CAT-14 Magento’s simple sheets: categories one below the other, other columns become facts of the description', async () => {
  const shop = asHouse(await aShop(db))
  const sheet = `category,name,sku,price,qty,description,features_bags,new,special_price,attribute_set
"Gear
Bags
Collections","Duffle, large",24-MB01,34,100,<p>Big</p>,"Waterproof
Lockable",1,30,Bag
"Gear
Bags","Duffle, large",24-MB02,20,1,,,,,Bag`
  const result = await bring(shop, sheet)
  const { rows } = await findProducts(shop, {})
  const [bag] = await Promise.all(
    rows.filter(({ slug }) => slug === 'duffle-large').map(({ id }) => loadProduct(shop, id)),
  )

  expect(result).toMatchObject({ created: 2, failed: [], stock: { '24-MB01': 100, '24-MB02': 1 } })
  expect(rows.map(({ slug }) => slug).sort()).toEqual(['duffle-large', 'duffle-large-24-mb02'])
  expect(bag).toMatchObject({ tags: ['Collections'], variants: [{ price: { list: money(3_000), was: money(3_400) } }] })
  expect(bag!.texts.en!.description).toBe('<p>Big</p>\n<ul><li>Features bags: Waterproof, Lockable</li></ul>')
})

test('CAT-14 a package of the Taobao assistant: variants, names of values and pictures out of their packed cells', async () => {
  const shop = asHouse(await aShop(db))
  const heads = [
    'title',
    'cid',
    'price',
    'num',
    'description',
    'approve_status',
    'picture',
    'skuProps',
    'propAlias',
    'outer_id',
  ]
  const cells = [
    '青瓷茶杯',
    '50001',
    '88.00',
    '12',
    '<p>龙泉</p>',
    '1',
    'a:1:0:|https://img.example/a.jpg;b:1:1:|https://img.example/b.jpg;',
  ]
  const props = '88:5:CUP-G:1627207:28326;20509:28313;90:7:CUP-B:1627207:28327;20509:28313;'
  const lines = [
    'version 1.00',
    heads.join('\t'),
    heads.map((_, at) => `标题${at}`).join('\t'),
    [...cells, props, '1627207:28326:粉青;1627207:28327:梅子青;20509:28313:大;', 'CUP'].join('\t'),
  ]
  const bytes = Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le')
  const result = await bring(shop, bytes)
  const cup = (await products(shop)).get('青瓷茶杯')!

  expect((await layoutOf(shop, bytes)).dialect).toBe('taobao')
  expect(result).toMatchObject({ created: 1, failed: [], stock: { 'CUP-G': 5, 'CUP-B': 7 }, picturesWaiting: 2 })
  expect(cup.texts.zh).toMatchObject({ optionNames: ['颜色分类', '尺码'], description: '<p>龙泉</p>' })
  expect(cup.variants.map(({ sku, optionValues, price }) => [sku, optionValues.zh, price!.list.minor])).toEqual([
    ['CUP-G', ['粉青', '大'], 8_800],
    ['CUP-B', ['梅子青', '大'], 9_000],
  ])
})

test('CAT-14 a Magento variation without its product stays a draft, and four things to choose are refused with that reason', async () => {
  const shop = asHouse(await aShop(db))
  const choices = [0, 1].map((at) => `sku=Q-${at},size=S,color=Red,cut=C,length=L${at}`).join('|')
  const result = await bring(
    shop,
    `sku,product_type,name,price,product_online,visibility,base_image,description,weight,qty,configurable_variations
LOST-S,simple,Lost S,5,1,Not Visible Individually,https://a.example/1.jpg,Soft,1,3,
ALONE,simple,Alone,5,1,"Catalog, Search",https://a.example/1.jpg,Soft,1,3,
Q-0,simple,Four 0,5,1,Not Visible Individually,,,,,
Q-1,simple,Four 1,5,1,Not Visible Individually,,,,,
Q,configurable,Four,,1,Catalog,,,,,"${choices}"`,
  )
  const known = await products(shop)

  expect(reasons(result)).toEqual(['6 too_many_options'])
  expect([known.get('Lost S')!.status, known.get('Alone')!.status]).toEqual(['draft', 'on_sale'])
})

describe('our own sheet', () => {
  test('CAT-14 the template lands as it is, in both languages and forms, as one and the same product', async () => {
    const shop = asHouse(await aShop(db))
    const zh = await writeSheet('xlsx', templateOf(productImport(), 'zh'))
    const created = await bring(shop, zh)
    const [cup] = (await products(shop)).values()

    expect((await layoutOf(shop, zh)).dialect).toBeNull()
    expect(created).toMatchObject({ created: 1, failed: [], stock: { 'CUP-GREEN': 20 } })
    expect(cup).toMatchObject({ slug: 'celadon-cup', texts: { zh: { name: '青瓷茶杯' }, en: { name: 'Celadon cup' } } })
    expect(await bring(shop, zh)).toMatchObject({ unchanged: 1 })
    expect(await bring(shop, await writeSheet('csv', templateOf(productImport(), 'en')))).toMatchObject({ updated: 1 })
  })

  test('CAT-14 a sheet changes what it has columns for and nothing else, also of a product made elsewhere', async () => {
    const shop = asHouse(await aShop(db))
    await bring(shop, woo)
    const before = (await products(shop)).get('Tee')!
    const result = await bring(
      shop,
      `商品编码,商品名称,规格1名称,规格1值,规格2名称,规格2值,规格编码,售价\n${before.variants.map(({ sku, optionValues }) => `tee,Tee,Color,${optionValues.zh[0]},Size,${optionValues.zh[1]},${sku},11`).join('\n')}`,
    )
    const after = (await products(shop)).get('Tee')!

    expect(result).toMatchObject({ updated: 1, failed: [] })
    expect(skus(after)).toEqual(skus(before))
    expect(after.variants.map(({ price }) => price!.list.minor)).toEqual([1_100, 1_100, 1_100])
    expect({ ...after, variants: [], version: 0, updatedAt: 0 }).toEqual({
      ...before,
      variants: [],
      version: 0,
      updatedAt: 0,
    })
  })

  test('CAT-14 GBK, several pictures in one cell, category paths that are made, and one row a variant', async () => {
    const shop = asHouse(await aShop(db))
    const text =
      '名称,类目,价格,图片,规格1名称,规格1值\n杯,茶具>杯,9,"https://a.example/1.jpg https://a.example/2.jpg",色,青\n杯,茶具>杯,9,,色,白'
    const result = await bring(shop, gbk(text))
    const cup = (await products(shop)).get('杯')!

    expect(result).toMatchObject({ created: 1, failed: [], picturesWaiting: 2 })
    expect(cup).toMatchObject({
      slug: '杯',
      variants: [{ optionValues: { zh: ['青'] } }, { optionValues: { zh: ['白'] } }],
    })
    expect(cup.categoryId).not.toBeNull()
  })
})

/** The characters of this file in GBK; Node can only read it. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, Buffer>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low])
      codes.set(decoder.decode(bytes), bytes)
    }
  return Buffer.concat([...text].map((letter) => (letter < '\x80' ? Buffer.from(letter) : codes.get(letter)!)))
}
