import { type RawBuilder, sql } from 'kysely'
import type { Locale } from '#kernel/text'
import type { Reader } from '#platform/context'
import {
  type Both,
  type PictureId,
  type ProductId,
  type ProductStatus,
  plainSelling,
  type SaleItem,
  type VariantId,
} from './model.ts'
import { flagsOf, moneyOf } from './product-rows.ts'

/**
 * Variants as carts, orders and the warehouse need them, in one query. An id that is not this shop's is missing from
 * the map. A variant that has no price yet costs zero and is not `active`.
 */
export async function saleItemsOf(reader: Reader, variantIds: readonly VariantId[]): Promise<Map<VariantId, SaleItem>> {
  if (variantIds.length === 0) return new Map()
  return readItems(reader, sql`v.id = any(${fewIds(variantIds)})`)
}

/**
 * A short list is spelled out, filled up to a power of two: PostgreSQL then knows its length without its values and plans the statement once
 * for a connection, where a list in one parameter is planned anew every time, which costs more than reading.
 */
function fewIds(ids: readonly VariantId[]): RawBuilder<unknown> {
  if (ids.length > 16) return sql`${ids}::uuid[]`
  const length = 2 ** Math.ceil(Math.log2(ids.length))
  return sql`array[${sql.join(Array.from({ length }, (_, index) => ids[index] ?? ids[0]))}]::uuid[]`
}

/** The same for every variant of these products, retired ones included, in the products' order of variants. */
export async function saleItemsOfProducts(reader: Reader, productIds: readonly ProductId[]): Promise<SaleItem[]> {
  if (productIds.length === 0) return []
  return [...(await readItems(reader, sql`v.product_id = any(${productIds}::uuid[])`)).values()]
}

/** The variant with this SKU code or barcode: what a scanner read. */
export async function saleItemByCode(reader: Reader, code: string): Promise<SaleItem | undefined> {
  const found = await readItems(reader, sql`(v.sku = ${code} or (v.barcode = ${code} and v.status = 'active'))`)
  const items = [...found.values()]
  return items.find((item) => item.barcode === code) ?? items[0]
}

/** Variants by their SKU codes, retired ones included: what a sheet names. A code nobody has is missing from the map. */
export async function saleItemsBySku(reader: Reader, skus: readonly string[]): Promise<Map<string, SaleItem>> {
  if (skus.length === 0) return new Map()
  const items = await readItems(reader, sql`v.sku = any(${[...skus]}::text[])`)
  return new Map([...items.values()].map((item) => [item.sku, item]))
}

async function readItems(reader: Reader, which: RawBuilder<unknown>): Promise<Map<VariantId, SaleItem>> {
  const { rows } = await sql<ItemRow>`
    select v.id, v.product_id, v.sku, v.barcode, v.status as variant_status, v.weight_grams, v.requires_shipping,
      p.slug, p.status, p.shelf_life_days, p.is_food, p.is_perishable, p.is_valuable_small, p.is_oversize, p.is_non_standard,
      ${textOf('zh')} as name_zh, ${textOf('en')} as name_en, ${valuesOf('zh')} as values_zh, ${valuesOf('en')} as values_en,
      coalesce(v.picture_id, (select pp.picture_id from goods.product_pictures pp
        where pp.shop_id = v.shop_id and pp.product_id = v.product_id order by pp.position limit 1)) as picture_id,
      coalesce(c.currency, 'CNY') as currency, c.list_minor, c.was_minor, c.cost_minor, s.joins_reductions, s.carriers, s.make_days
    from goods.variants v
    join goods.products p on p.id = v.product_id and p.shop_id = v.shop_id
    left join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
    left join goods.selling_strategies s on s.shop_id = v.shop_id and s.product_id = v.product_id
    where v.shop_id = ${reader.shopId} and ${which}
    order by v.product_id, v.position, v.id`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, toItem(row)]))
}

/** Looked up rather than joined: with seven tables to join, planning took longer than reading. */
const textOf = (locale: Locale) => sql`(select t.name from goods.product_texts t
  where t.shop_id = v.shop_id and t.product_id = v.product_id and t.locale = ${sql.lit(locale)})`
const valuesOf = (locale: Locale) => sql`(select t.option_values from goods.variant_texts t
  where t.shop_id = v.shop_id and t.variant_id = v.id and t.locale = ${sql.lit(locale)})`

interface ItemRow {
  id: VariantId
  product_id: ProductId
  sku: string
  barcode: string | null
  variant_status: string
  weight_grams: number
  requires_shipping: boolean
  slug: string
  status: ProductStatus
  shelf_life_days: number | null
  is_food: boolean
  is_perishable: boolean
  is_valuable_small: boolean
  is_oversize: boolean
  is_non_standard: boolean
  name_zh: string | null
  name_en: string | null
  values_zh: string[] | null
  values_en: string[] | null
  picture_id: PictureId | null
  currency: string
  list_minor: number | null
  was_minor: number | null
  cost_minor: number | null
  joins_reductions: boolean | null
  carriers: string[] | null
  make_days: number | null
}

const toItem = (row: ItemRow): SaleItem => ({
  variantId: row.id,
  productId: row.product_id,
  slug: row.slug,
  status: row.status,
  sku: row.sku,
  barcode: row.barcode,
  name: either(row.name_zh, row.name_en),
  specification: either(inWords(row.values_zh), inWords(row.values_en)),
  pictureId: row.picture_id,
  price: { minor: row.list_minor ?? 0, currency: row.currency },
  was: moneyOf(row.was_minor, row.currency),
  cost: moneyOf(row.cost_minor, row.currency),
  weightGrams: row.weight_grams,
  requiresShipping: row.requires_shipping,
  shelfLifeDays: row.shelf_life_days,
  flags: flagsOf(row),
  selling: {
    joinsReductions: row.joins_reductions ?? plainSelling.joinsReductions,
    carriers: row.carriers ?? plainSelling.carriers,
    makeDays: row.make_days,
  },
  active: row.status === 'on_sale' && row.variant_status === 'active' && (row.list_minor ?? 0) > 0,
})

const inWords = (values: string[] | null): string => (values ?? []).join(' / ')
const either = (zh: string | null, en: string | null): Both => ({ zh: zh || en || '', en: en || zh || '' })
