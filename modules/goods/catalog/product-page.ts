import { sql } from 'kysely'
import type { Money } from '#kernel/money'
import type { Reader } from '#platform/context'
import { brandsOf } from './brands.ts'
import { attributesOf, categoryPath } from './categories.ts'
import type { Both, Brand, Category, CategoryAttribute, Product, ProductCard, ProductId } from './model.ts'
import { productNotFound } from './product.ts'
import { moneyOf, picturesOf } from './product-rows.ts'
import { loadProduct } from './product-store.ts'

/** A product with what its page says around it: brand, way through the categories, facts in words. */
export interface ProductPage {
  readonly product: Product
  readonly brand: Brand | null
  readonly path: readonly Category[]
  readonly facts: readonly { readonly code: string; readonly name: Both; readonly value: Both }[]
}

/**
 * The product at an address of the storefront, on sale or delisted (the page then says so).
 * @throws productNotFound also for drafts and listings in review
 */
export async function productBySlug(reader: Reader, slug: string): Promise<ProductPage> {
  const row = await reader.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('slug', '=', slug)
    .where('status', 'in', ['on_sale', 'delisted'])
    .executeTakeFirst()
  if (!row) throw productNotFound({ product: slug })
  return pageOf(reader, await loadProduct(reader, row.id as ProductId))
}

/** The same for a product already loaded: staff look at drafts this way. */
export async function pageOf(reader: Reader, product: Product): Promise<ProductPage> {
  const { categoryId, brandId } = product
  const brand = brandId ? ((await brandsOf(reader, [brandId])).get(brandId) ?? null) : null
  const path = categoryId ? await categoryPath(reader, categoryId) : []
  const attributes = categoryId ? ((await attributesOf(reader, [categoryId])).get(categoryId) ?? []) : []
  return { product, brand, path, facts: factsOf(product, attributes) }
}

/** What a product states of itself, in words. */
export function factsOf(
  { attributes: stated }: Pick<Product, 'attributes'>,
  attributes: readonly CategoryAttribute[],
): ProductPage['facts'] {
  return attributes
    .filter(({ code }) => Object.hasOwn(stated, code))
    .map((attribute) => ({
      code: attribute.code,
      name: attribute.name,
      value: inWords(attribute, stated[attribute.code]!),
    }))
}

function inWords({ kind, options }: CategoryAttribute, value: Product['attributes'][string]): Both {
  if (typeof value === 'object') return { zh: value.zh || value.en, en: value.en || value.zh }
  const option = kind === 'number' ? options[0] : options.find(({ code }) => code === value)
  if (kind === 'number') return { zh: `${value} ${option?.zh ?? ''}`.trim(), en: `${value} ${option?.en ?? ''}`.trim() }
  return { zh: option?.zh ?? String(value), en: option?.en ?? String(value) }
}

/** Products as lists show them, in the order asked for; ids that are not this shop's are left out. Two queries. */
export async function productCardsOf(reader: Reader, ids: readonly ProductId[]): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CardRow>`
    select p.id, p.slug, zh.name as name_zh, en.name as name_en, zh.selling_points as points_zh, en.selling_points as points_en,
      b.name as brand_zh, b.name_en as brand_en, c.currency, c.lowest, c.highest, c.was
    from goods.products p
    left join goods.product_texts zh on zh.shop_id = p.shop_id and zh.product_id = p.id and zh.locale = 'zh'
    left join goods.product_texts en on en.shop_id = p.shop_id and en.product_id = p.id and en.locale = 'en'
    left join goods.brands b on b.id = p.brand_id
    left join lateral (
      select min(c.currency) as currency, min(c.list_minor) as lowest, max(c.list_minor) as highest,
        (array_agg(c.was_minor order by c.list_minor, c.variant_id))[1] as was
      from goods.variants v join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
      where v.shop_id = p.shop_id and v.product_id = p.id and v.status = 'active') c on true
    where p.shop_id = ${reader.shopId} and p.id = any(${ids}::uuid[])
    order by array_position(${ids}::uuid[], p.id)`.execute(reader.db)
  const pictures = await picturesOf(reader, ids)
  return rows.map((row) => toCard(row, pictures.get(row.id)?.find((picture) => !picture.waits) ?? null))
}

interface CardRow {
  id: ProductId
  slug: string
  name_zh: string | null
  name_en: string | null
  points_zh: string[] | null
  points_en: string[] | null
  brand_zh: string | null
  brand_en: string | null
  currency: string | null
  lowest: number | null
  highest: number | null
  was: number | null
}

function toCard(row: CardRow, picture: ProductCard['picture']): ProductCard {
  const currency = row.currency ?? 'CNY'
  const amount = (minor: number | null): Money => ({ minor: minor ?? 0, currency })
  return {
    productId: row.id,
    slug: row.slug,
    name: { zh: row.name_zh ?? row.name_en ?? '', en: row.name_en ?? row.name_zh ?? '' },
    brand: row.brand_zh && row.brand_en ? { zh: row.brand_zh, en: row.brand_en } : null,
    picture,
    from: amount(row.lowest),
    to: amount(row.highest),
    was: moneyOf(row.was, currency),
    sellingPoints: { zh: row.points_zh ?? row.points_en ?? [], en: row.points_en ?? row.points_zh ?? [] },
  }
}
