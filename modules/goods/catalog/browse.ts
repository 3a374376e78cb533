import { searchProducts } from '#goods/search'
import type { SearchHit, SearchQuery, SearchResult } from '#model/goods/search'
import type { Reader } from '#platform/context'
import { brandsOf } from './brands.ts'
import { allCategories, attributesByCode } from './categories.ts'
import type { Both, BrandId, ProductCard } from './model.ts'
import { productCardsOf } from './product-page.ts'

export interface Choice {
  /** What the filter is given: a choice's code, a brand's or category's id, a tag. */
  readonly value: string
  readonly name: Both
  readonly count: number
}

/** The filters a list page offers, in words, with what each would leave. */
export interface Filters {
  readonly attributes: readonly { readonly code: string; readonly name: Both; readonly choices: readonly Choice[] }[]
  readonly brands: readonly Choice[]
  readonly categories: readonly (Choice & { readonly slug: string })[]
  readonly tags: readonly Choice[]
  readonly lowest: number | null
  readonly highest: number | null
}

type Row = ProductCard & { readonly inStock: boolean; readonly sold: number }

export interface Listing extends Pick<SearchResult, 'page' | 'size' | 'total' | 'more' | 'corrected' | 'price'> {
  readonly rows: readonly Row[]
  /** What suits a part of the words, where few suit all. */
  readonly alike?: readonly Row[]
  readonly filters?: Filters
}

/** A page of the storefront's lists: products on sale that suit the query, as cards, and the filters beside them when asked for. */
export async function browse(reader: Reader, query: SearchQuery): Promise<Listing> {
  const { hits, alike = [], facets, ...result } = await searchProducts(reader, query)
  const rows = await rowsOf(reader, [...hits, ...alike])
  return {
    ...result,
    rows: rows.slice(0, hits.length),
    alike: alike.length > 0 ? rows.slice(hits.length) : undefined,
    filters: facets && (await inWords(reader, facets)),
  }
}

async function rowsOf(reader: Reader, hits: readonly SearchHit[]): Promise<Row[]> {
  const cards = await productCardsOf(
    reader,
    hits.map(({ productId }) => productId),
  )
  const byId = new Map(hits.map((hit) => [hit.productId, hit]))
  return cards.map((card) => ({
    ...card,
    inStock: byId.get(card.productId)!.inStock,
    sold: byId.get(card.productId)!.sold,
  }))
}

async function inWords(reader: Reader, facets: NonNullable<SearchResult['facets']>): Promise<Filters> {
  const attributes = await attributesByCode(reader, Object.keys(facets.attributes))
  const brands = await brandsOf(reader, Object.keys(facets.brands) as BrandId[])
  const categories = new Map((await allCategories(reader)).map((category) => [category.id as string, category]))
  return {
    attributes: [...attributes].map(([code, { name, options }]) => ({
      code,
      name,
      choices: counted(facets.attributes[code] ?? {}, (value) => options.find((option) => option.code === value)),
    })),
    brands: counted(facets.brands, (id) => brands.get(id as BrandId)?.name),
    categories: counted(facets.categories, (id) => categories.get(id)?.name).map((choice) => ({
      ...choice,
      slug: categories.get(choice.value)!.slug,
    })),
    tags: counted(facets.tags, (tag) => ({ zh: tag, en: tag })),
    lowest: facets.lowest,
    highest: facets.highest,
  }
}

const counted = (counts: Readonly<Record<string, number>>, nameOf: (value: string) => Both | undefined): Choice[] =>
  Object.entries(counts).flatMap(([value, count]) => {
    const name = nameOf(value)
    return name ? [{ value, name: { zh: name.zh, en: name.en }, count }] : []
  })
