import { sql } from 'kysely'
import { pricesOf } from '#goods/prices'
import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import type { Reader } from '#platform/context'
import { atOnce } from '#platform/database'
import type { BothLists, Price, Product, ProductId, ProductPicture, ProductText, Variant, VariantId } from './model.ts'

export type ProductRow = Awaited<ReturnType<typeof productRows>>[number]

/** Whole products, whichever of the ids exist in the shop: one query per kind of row, however many products. */
export async function loadWhole(reader: Reader, ids: readonly ProductId[]): Promise<Map<ProductId, Product>> {
  if (ids.length === 0) return new Map()
  const [rows, texts, variants, pictures] = await atOnce(reader, (one) => [
    productRows(one, ids),
    textRows(one, ids),
    variantsOf(one, ids),
    picturesOf(one, ids),
  ])
  return new Map(
    rows.map((row) => {
      const id = row.id as ProductId
      return [id, toProduct(row, texts.get(id) ?? {}, variants.get(id) ?? [], pictures.get(id) ?? [])]
    }),
  )
}

const productRows = (reader: Reader, ids: readonly ProductId[]) =>
  reader.db
    .selectFrom('goods.products')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

async function textRows(reader: Reader, ids: readonly ProductId[]): Promise<Map<string, Product['texts']>> {
  const rows = await reader.db
    .selectFrom('goods.product_texts')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const found = new Map<string, Product['texts']>()
  for (const { product_id, locale, name, title, description, selling_points, option_names } of rows) {
    const text: ProductText = { name, title, description, sellingPoints: selling_points, optionNames: option_names }
    found.set(product_id, { ...found.get(product_id), [locale as Locale]: text })
  }
  return found
}

async function variantsOf(reader: Reader, ids: readonly ProductId[]): Promise<Map<string, Variant[]>> {
  const rows = await reader.db
    .selectFrom('goods.variants')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const variantIds = rows.map((row) => row.id as VariantId)
  const [values, prices] = await atOnce(reader, (one) => [optionValuesOf(one, variantIds), pricesOf(one, variantIds)])
  return group(
    rows,
    (row) => row.product_id,
    (row) => toVariant(row, values.get(row.id), prices.get(row.id as VariantId)),
  )
}

async function optionValuesOf(
  reader: Reader,
  variantIds: readonly VariantId[],
): Promise<Map<string, Partial<BothLists>>> {
  const rows = await reader.db
    .selectFrom('goods.variant_texts')
    .select(['variant_id', 'locale', 'option_values'])
    .where('shop_id', '=', reader.shopId)
    .where('variant_id', '=', sql<string>`any(${variantIds}::uuid[])`)
    .execute()
  const found = new Map<string, Partial<BothLists>>()
  for (const { variant_id, locale, option_values } of rows)
    found.set(variant_id, { ...found.get(variant_id), [locale]: option_values })
  return found
}

interface VariantRow {
  id: string
  sku: string
  barcode: string | null
  status: string
  weight_grams: number
  requires_shipping: boolean
  picture_id: string | null
}

const toVariant = (row: VariantRow, values: Partial<BothLists> = {}, price: Price | undefined): Variant => ({
  id: row.id as VariantId,
  sku: row.sku,
  barcode: row.barcode,
  status: row.status as Variant['status'],
  optionValues: bothLists(values),
  weightGrams: row.weight_grams,
  requiresShipping: row.requires_shipping,
  pictureId: row.picture_id as Variant['pictureId'],
  price: price ?? null,
})

const bothLists = ({ zh, en }: Partial<BothLists>): BothLists => ({ zh: zh ?? en ?? [], en: en ?? zh ?? [] })

/** Pictures of products in their order. */
export async function picturesOf(reader: Reader, ids: readonly ProductId[]): Promise<Map<string, ProductPicture[]>> {
  const rows = await reader.db
    .selectFrom('goods.product_pictures as pp')
    .innerJoin('goods.pictures as p', (join) =>
      join.onRef('p.shop_id', '=', 'pp.shop_id').onRef('p.id', '=', 'pp.picture_id'),
    )
    .select([
      'pp.product_id',
      'p.id',
      'p.alt',
      'p.alt_en',
      'p.width',
      'p.height',
      'p.sharpness',
      'p.source_url',
      'p.sha256',
      'p.scene',
      'p.pain_point',
    ])
    .where('pp.shop_id', '=', reader.shopId)
    .where('pp.product_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('pp.position')
    .orderBy('p.id')
    .execute()
  return group(rows, (row) => row.product_id, toPicture)
}

export const toPicture = (row: {
  id: string
  alt: string
  alt_en: string
  width: number
  height: number
  sharpness: number | null
  source_url: string | null
  sha256: string
  scene: string
  pain_point: string
}): ProductPicture => ({
  id: row.id as ProductPicture['id'],
  alt: { zh: row.alt || row.alt_en, en: row.alt_en || row.alt },
  width: row.width,
  height: row.height,
  sharpness: row.sharpness,
  sourceUrl: row.source_url,
  waits: row.sha256.startsWith('waiting:'),
  scene: row.scene,
  painPoint: row.pain_point,
})

function toProduct(row: ProductRow, texts: Product['texts'], variants: Variant[], pictures: ProductPicture[]): Product {
  return {
    id: row.id as ProductId,
    slug: row.slug,
    status: row.status as Product['status'],
    delistedBecause: row.delisted_because as Product['delistedBecause'],
    rejection: row.rejection,
    kind: row.kind as Product['kind'],
    categoryId: row.category_id as Product['categoryId'],
    brandId: row.brand_id as Product['brandId'],
    lifeStage: row.life_stage as Product['lifeStage'],
    texts,
    tags: row.tags,
    keywords: row.keywords,
    attributes: row.attributes as Product['attributes'],
    flags: flagsOf(row),
    licence: row.licence,
    warrantyMonths: row.warranty_months,
    shelfLifeDays: row.shelf_life_days,
    variants,
    pictures,
    source: row.source,
    sourceKey: row.source_key,
    submittedBy: row.submitted_by,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    onSaleAt: row.on_sale_at,
  }
}

export const flagsOf = (row: {
  is_food: boolean
  is_perishable: boolean
  is_valuable_small: boolean
  is_oversize: boolean
  is_non_standard: boolean
}): Product['flags'] => ({
  food: row.is_food,
  perishable: row.is_perishable,
  valuableSmall: row.is_valuable_small,
  oversize: row.is_oversize,
  nonStandard: row.is_non_standard,
})

export const moneyOf = (minor: number | null, currency: string): Money | null =>
  minor === null ? null : { minor, currency }

function group<Row, Value>(rows: readonly Row[], keyOf: (row: Row) => string, make: (row: Row) => Value) {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const list = groups.get(keyOf(row))
    if (list) list.push(make(row))
    else groups.set(keyOf(row), [make(row)])
  }
  return groups
}
