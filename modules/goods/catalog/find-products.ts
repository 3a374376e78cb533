import { sql } from 'kysely'
import { productsWithWords } from '#goods/search'
import type { Money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import { marginPercent } from '#model/goods/prices'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type {
  BrandId,
  CategoryId,
  LifeStage,
  PictureId,
  Product,
  ProductFlags,
  ProductId,
  ProductStatus,
  VariantId,
} from './model.ts'

/** A span of time; without `since` from the beginning. `before` itself is not in it. */
export interface CreatedBetween {
  readonly since?: Temporal.Instant
  readonly before: Temporal.Instant
}

export interface FindProducts {
  readonly status?: ProductStatus
  readonly categoryId?: CategoryId
  readonly brandId?: BrandId
  readonly tag?: string
  readonly lifeStage?: LifeStage
  /** These and no others. */
  readonly ids?: readonly ProductId[]
  readonly flag?: keyof ProductFlags
  /** Words of the product in either language, the start of a SKU code, or a whole barcode. */
  readonly text?: string
  /** Made in this span of time and never on sale since. */
  readonly neverListed?: CreatedBetween
  readonly cursor?: string
  readonly limit?: number
}

export interface ProductRow {
  readonly id: ProductId
  readonly slug: string
  readonly name: string
  readonly status: ProductStatus
  readonly delistedBecause: Product['delistedBecause']
  readonly categoryId: CategoryId | null
  readonly brandId: BrandId | null
  readonly tags: readonly string[]
  readonly pictureId: PictureId | null
  /** Active ones. */
  readonly variants: number
  readonly variantIds: readonly VariantId[]
  readonly firstSku: string | null
  readonly from: Money | null
  readonly to: Money | null
  /** The thinnest and the fattest margin over its variants, in percent; null where no cost is known. */
  readonly margin: { readonly least: number; readonly most: number } | null
  readonly lifeStage: LifeStage | null
  readonly source: string | null
  readonly updatedAt: Temporal.Instant
  readonly createdAt: Temporal.Instant
  readonly onSaleAt: Temporal.Instant | null
}

/** The console's list of products, last changed first, one page. */
export async function findProducts(
  reader: Reader,
  { cursor, limit = 50, ...wanted }: FindProducts,
): Promise<Page<ProductRow>> {
  const after = cursor ? sql`and ${beyond(cursor, ['p.updated_at', 'p.id'])}` : sql``
  const { rows } = await sql<Row>`
    with page as (
      select p.* from goods.products p where p.shop_id = ${reader.shopId} ${filters(reader, wanted)} ${after}
      order by p.updated_at desc, p.id desc limit ${limit + 1})
    select p.id, p.slug, ${nameOf(reader)} as name, p.status, p.delisted_because, p.category_id, p.brand_id, p.life_stage, p.tags, p.source, p.updated_at, p.created_at, p.on_sale_at,
      (select pp.picture_id from goods.product_pictures pp join goods.pictures i on i.id = pp.picture_id and i.sha256 not like 'waiting:%'
        where pp.shop_id = p.shop_id and pp.product_id = p.id order by pp.position limit 1) as picture_id,
      v.variants, v.variant_ids, v.first_sku, v.currency, v.lowest, v.highest, v.costed
    from page p
    cross join lateral (
      select count(*)::int as variants, coalesce(array_agg(v.id order by v.position), '{}') as variant_ids, (array_agg(v.sku order by v.position))[1] as first_sku, min(c.currency) as currency,
        min(c.list_minor) as lowest, max(c.list_minor) as highest,
        coalesce(jsonb_agg(jsonb_build_array(c.list_minor, c.cost_minor)) filter (where c.list_minor > 0 and c.cost_minor is not null), '[]') as costed
      from goods.variants v left join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
      where v.shop_id = p.shop_id and v.product_id = p.id and v.status = 'active') v
    order by p.updated_at desc, p.id desc`.execute(reader.db)
  const page = toPage(rows, limit, (row) => [row.updated_at.toString(), row.id])
  return { ...page, rows: page.rows.map(toRow) }
}

/** The categories of all products that the list shows under a filter. */
export async function categoriesListed(reader: Reader, wanted: FindProducts): Promise<CategoryId[]> {
  const { rows } = await sql<{ id: CategoryId }>`
    select distinct p.category_id as id from goods.products p
    where p.shop_id = ${reader.shopId} and p.category_id is not null ${filters(reader, wanted)}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

/** Looked up row by row: a page has few, the shop has many. */
const nameOf = ({ locale }: Reader) => sql`coalesce(
  (select t.name from goods.product_texts t where t.shop_id = p.shop_id and t.product_id = p.id and t.locale = ${locale}),
  (select t.name from goods.product_texts t where t.shop_id = p.shop_id and t.product_id = p.id and t.locale <> ${locale} limit 1),
  p.slug)`

/** The conditions of a filter, for a statement that calls the products `p`. */
export function filters(
  reader: Reader,
  { status, categoryId, brandId, tag, flag, text, neverListed, lifeStage, ids }: FindProducts,
) {
  const term = text?.trim()
  const parts = [
    neverListed && neverListedIn(neverListed),
    status && sql`and p.status = ${status}`,
    brandId && sql`and p.brand_id = ${brandId}`,
    tag && sql`and ${tag} = any(p.tags)`,
    lifeStage && sql`and p.life_stage = ${lifeStage}`,
    ids && sql`and p.id = any(${ids}::uuid[])`,
    flag && sql`and p.${sql.ref(flagColumns[flag])}`,
    categoryId &&
      sql`and p.category_id in (with recursive down as (select ${categoryId}::uuid as id
      union all select c.id from goods.categories c join down on c.parent_id = down.id) select id from down)`,
    term && sql`and p.id in (${named(reader, term)})`,
  ]
  return sql.join(
    parts.filter((part) => typeof part === 'object'),
    sql` `,
  )
}

/** Products made in a span of time that have never been on sale. */
const neverListedIn = ({ since, before }: CreatedBetween) =>
  sql`and p.on_sale_at is null and p.created_at < ${before} ${since ? sql`and p.created_at >= ${since}` : sql``}`

const flagColumns: Record<keyof ProductFlags, string> = {
  food: 'is_food',
  perishable: 'is_perishable',
  valuableSmall: 'is_valuable_small',
  oversize: 'is_oversize',
  nonStandard: 'is_non_standard',
}

/** Words as a shopper would find them, in either language and whatever the status; codes and barcodes by their keys. */
function named(reader: Reader, term: string) {
  const prefix = `${term.replace(/[\\%_]/g, '\\$&')}%`
  const codes = sql`select v.product_id from goods.variants v where v.shop_id = ${reader.shopId} and v.sku like ${prefix}
    union select v.product_id from goods.variants v where v.shop_id = ${reader.shopId} and v.barcode = ${term} and v.status = 'active'`
  return sql`${productsWithWords(reader, term)} union ${codes}`
}

interface Row {
  id: ProductId
  slug: string
  name: string
  status: ProductStatus
  delisted_because: Product['delistedBecause']
  category_id: CategoryId | null
  brand_id: BrandId | null
  life_stage: LifeStage | null
  tags: string[]
  source: string | null
  updated_at: Temporal.Instant
  created_at: Temporal.Instant
  on_sale_at: Temporal.Instant | null
  picture_id: PictureId | null
  variants: number
  variant_ids: VariantId[]
  first_sku: string | null
  currency: string | null
  lowest: number | null
  highest: number | null
  /** Price and cost of each variant that has both. */
  costed: [list: number, cost: number][]
}

function toRow(row: Row): ProductRow {
  const amount = (minor: number | null) => (minor === null ? null : { minor, currency: row.currency ?? 'CNY' })
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    status: row.status,
    delistedBecause: row.delisted_because,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: row.tags,
    pictureId: row.picture_id,
    variants: row.variants,
    variantIds: row.variant_ids,
    firstSku: row.first_sku,
    from: amount(row.lowest),
    to: amount(row.highest),
    margin: marginOf(row),
    lifeStage: row.life_stage,
    source: row.source,
    updatedAt: row.updated_at,
    createdAt: row.created_at,
    onSaleAt: row.on_sale_at,
  }
}

function marginOf({ costed, currency }: Row): ProductRow['margin'] {
  const amount = (minor: number) => ({ minor, currency: currency ?? 'CNY' })
  const margins = costed.flatMap(([list, cost]) => marginPercent(amount(list), amount(cost)) ?? [])
  return margins.length === 0 ? null : { least: Math.min(...margins), most: Math.max(...margins) }
}
