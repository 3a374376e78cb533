import { sql } from 'kysely'
import type { Money } from '#kernel/money'
import type { Reader } from '#platform/context'
import { atOnce } from '#platform/database'
import { brandsOf } from './brands.ts'
import { allCategories, attributesOf } from './categories.ts'
import type {
  Both,
  Brand,
  BrandId,
  Category,
  CategoryAttribute,
  CategoryId,
  Product,
  ProductCard,
  ProductId,
} from './model.ts'
import { productNotFound } from './product.ts'
import { loadWhole, moneyOf, picturesOf } from './product-rows.ts'

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
  const page = (await productsBySlug(reader, [slug])).get(slug)
  if (!page) throw productNotFound({ product: slug })
  return page
}

/** The same for several addresses at once, by address; one that leads nowhere is missing from the map. One query for each kind of row. */
export async function productsBySlug(reader: Reader, slugs: readonly string[]): Promise<Map<string, ProductPage>> {
  const rows = await reader.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('slug', '=', sql<string>`any(${slugs}::text[])`)
    .where('status', 'in', ['on_sale', 'delisted'])
    .execute()
  const products = await loadWhole(
    reader,
    rows.map((row) => row.id as ProductId),
  )
  const pages = await pagesOf(reader, [...products.values()])
  return new Map(pages.map((page) => [page.product.slug, page]))
}

/** The page of a product already loaded: staff look at drafts this way. */
export async function pageOf(reader: Reader, product: Product): Promise<ProductPage> {
  return (await pagesOf(reader, [product]))[0]!
}

/** What is said around products already loaded, in their order. */
export async function pagesOf(reader: Reader, products: readonly Product[]): Promise<ProductPage[]> {
  const categoryIds = [...new Set(products.flatMap(({ categoryId }) => categoryId ?? []))]
  const [brands, attributes, all] = await atOnce(reader, (one) => [
    brandsOf(one, [...new Set(products.flatMap(({ brandId }) => brandId ?? []))]),
    attributesOf(one, categoryIds),
    categoryIds.length > 0 ? allCategories(one) : Promise.resolve([]),
  ])
  const categories = new Map(all.map((each) => [each.id, each]))
  return products.map((product) => pageAmong(product, { brands, attributes, categories }))
}

interface Surroundings {
  readonly brands: ReadonlyMap<BrandId, Brand>
  readonly attributes: ReadonlyMap<CategoryId, readonly CategoryAttribute[]>
  readonly categories: ReadonlyMap<CategoryId, Category>
}

function pageAmong(product: Product, { brands, attributes, categories }: Surroundings): ProductPage {
  const { brandId, categoryId } = product
  const path: Category[] = []
  for (let at = categories.get(categoryId!); at && path.length < 20; at = categories.get(at.parentId!)) path.unshift(at)
  const brand = (brandId && brands.get(brandId)) || null
  return { product, brand, path, facts: factsOf(product, (categoryId && attributes.get(categoryId)) || []) }
}

/** What a product states of itself, in words. */
function factsOf(
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
  const [{ rows }, pictures] = await atOnce(reader, (one) => [cardRows(one, ids), picturesOf(one, ids)])
  return rows.map((row) => toCard(row, pictures.get(row.id)?.find((picture) => !picture.waits) ?? null))
}

const cardRows = ({ db, shopId }: Reader, ids: readonly ProductId[]) =>
  sql<CardRow>`
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
    where p.shop_id = ${shopId} and p.id = any(${ids}::uuid[])
    order by array_position(${ids}::uuid[], p.id)`.execute(db)

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
