import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pagePictures } from '../pictures/banners.ts'
import measures from '../pictures/measures.json' with { type: 'json' }
import { checkDigit } from './barcode.ts'
import { type Both, demoCatalogue } from './index.ts'

const { brands, categories, products, tags } = demoCatalogue
const variants = products.flatMap((product) => product.variants)
const pictureFolder = new URL('../pictures/files/', import.meta.url)

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)

test('the demo shop sells about 120 products in about 250 variants', () => {
  expect(products.length).toBe(120)
  expect(variants.length).toBeGreaterThanOrEqual(240)
  expect(Math.max(...products.map((product) => product.variants.length))).toBeLessThanOrEqual(6)
})

test('no two products share an address, no two variants a SKU code or barcode', () => {
  expect(repeated(products.map((product) => product.slug))).toEqual([])
  expect(repeated(variants.map((variant) => variant.sku))).toEqual([])
  expect(repeated(variants.map((variant) => variant.barcode))).toEqual([])
  expect(repeated(products.flatMap((product) => product.pictures.map((picture) => picture.file)))).toEqual([])
})

test('every barcode is an EAN-13 of the in-store range with a true check digit', () => {
  for (const { barcode } of variants) {
    expect(barcode).toMatch(/^20\d{11}$/)
    expect(checkDigit(barcode.slice(0, 12))).toBe(Number(barcode[12]))
  }
})

test('the check digit agrees with the example of the GS1 specifications', () => {
  expect(checkDigit('629104150021')).toBe(3)
})

test('every product speaks Chinese and English', () => {
  for (const product of products) {
    const { name, title, description, usage, sellingPoints, options, parameters } = product
    const values = product.variants.flatMap((variant) => variant.values)
    const spoken = [name, title, description, usage, ...sellingPoints, ...options, ...values]
    expect(
      [...spoken, ...parameters.map((parameter) => parameter.value)].filter((text) => !text.zh || !text.en),
      product.slug,
    ).toEqual([])
    expect(
      [name, title, description, usage].filter((text) => !isInBothLanguages(text)),
      product.slug,
    ).toEqual([])
  }
})

const isInBothLanguages = ({ zh, en }: Both): boolean => /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en)

test('CAT-05 every title contains the name people search for', () => {
  for (const { name, title } of products) expect(title.zh.replaceAll(' ', '')).toContain(name.zh.replaceAll(' ', ''))
})

test('every variant has one value for each option, and no two variants of a product the same values', () => {
  for (const product of products) {
    expect(product.variants.map(({ values }) => values.length)).toEqual(
      product.variants.map(() => product.options.length),
    )
    expect(repeated(product.variants.map(({ values }) => values.map(({ zh }) => zh).join('/')))).toEqual([])
  }
})

test('every variant earns money, weighs something and was never cheaper than it is', () => {
  for (const variant of variants) {
    expect(Number.isSafeInteger(variant.listPriceMinor), variant.sku).toBe(true)
    expect(variant.listPriceMinor).toBeGreaterThan(variant.costMinor)
    expect(variant.costMinor).toBeGreaterThan(0)
    expect(variant.weightGrams).toBeGreaterThan(0)
    expect(variant.wasPriceMinor ?? Number.POSITIVE_INFINITY).toBeGreaterThan(variant.listPriceMinor)
  }
})

test('CAT-03 every shelf carries goods, and every product states what its shelf requires', () => {
  const leaves = categories.filter((category) => category.parent)
  expect([leaves.length, categories.length]).toEqual([24, 32])
  for (const leaf of leaves) {
    const goods = products.filter((product) => product.category === leaf.slug)
    expect(goods.length, leaf.slug).toBeGreaterThan(0)
    for (const product of goods) expect(faultsOf(product.attributes, leaf.attributes), product.slug).toEqual([])
  }
})

type Attributes = (typeof products)[number]['attributes']
type Asked = (typeof categories)[number]['attributes']

function faultsOf(stated: Attributes, asked: Asked): string[] {
  const missing = asked.filter(({ code, required }) => required && stated[code] === undefined)
  const unknown = Object.keys(stated).filter((code) => !asked.some((attribute) => attribute.code === code))
  const wrong = asked.filter(({ code, kind, choices }) => {
    const value = stated[code]
    if (value === undefined) return false
    if (kind === 'choice') return !choices?.some((choice) => choice.code === value)
    return typeof value !== (kind === 'number' ? 'number' : 'object')
  })
  return [...missing, ...wrong].map(({ code }) => code).concat(unknown)
}

test('CAT-04 every product bears a house label and tags the shop knows', () => {
  for (const product of products) {
    expect(brands.map(({ slug }) => slug)).toContain(product.brand)
    expect(
      product.tags.filter((slug) => !tags.some((tag) => tag.slug === slug)),
      product.slug,
    ).toEqual([])
  }
})

test('CAT-21 food and cosmetics carry their licence, and every food its shelf life', () => {
  const food = products.filter((product) => product.flags.food)
  expect(food.length).toBe(15)
  for (const { flags } of food) expect(flags).toMatchObject({ licence: 'food', shelfLifeDays: expect.any(Number) })
  for (const { flags } of products.filter((product) => product.flags.perishable && product.flags.food))
    expect(flags.shelfLifeDays).toBeLessThanOrEqual(30)
})

test('every variant points at one of its product’s pictures', () => {
  for (const product of products) {
    const files = product.pictures.map((picture) => picture.file)
    for (const variant of product.variants) expect(files).toContain(variant.picture)
  }
})

test('every picture is in the folder, and the folder holds nothing else', () => {
  const named = [...products.flatMap((product) => product.pictures.map((picture) => picture.file)), ...pagePictures]
  expect(readdirSync(pictureFolder).toSorted()).toEqual(named.toSorted())
})

test('every picture is measured as it lies there, so that opening the shop decodes none', () => {
  const hashed = readdirSync(pictureFolder).map((file) => [file, hashOf(readFileSync(new URL(file, pictureFolder)))])
  expect(Object.fromEntries(hashed)).toEqual(
    Object.fromEntries(Object.entries(measures).map(([file, { sha256 }]) => [file, sha256])),
  )
})

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
