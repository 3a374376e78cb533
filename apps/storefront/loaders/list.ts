import { attributesOf, brandsOf } from '#goods/catalog'
import { searchProducts } from '#goods/search'
import { decimalText, money, parseMoney } from '#kernel/money'
import type { BrandId, CategoryAttribute, CategoryId, ProductId } from '#model/goods/catalog'
import {
  type Facets,
  priceSteps,
  type SearchQuery,
  type SearchResult,
  type SearchSort,
  searchLimits,
  searchSorts,
} from '#model/goods/search'
import type { Context } from '#platform/context'
import type { PageRequest } from '../page.ts'
import { type CardData, cardsOf, keptAmong } from './cards.ts'

export interface FilterChoice {
  readonly value: string
  readonly text: string
  readonly count: number
  readonly chosen: boolean
}

export interface FilterGroup {
  /** The name of its fields in the form. */
  readonly name: string
  readonly text: string
  readonly choices: readonly FilterChoice[]
}

/** Prices that lie beside each other, as the fields of the form say them; `to` and `below`, the price that is none of them, are empty for the dearest. */
export interface PriceRange {
  readonly from: string
  readonly to: string
  readonly below: string
  readonly count: number
  readonly chosen: boolean
}

/** A list of goods with its filters, as the address says. */
export interface ListData {
  readonly cards: readonly CardData[]
  /** What suits a part of the words, where few suit all. */
  readonly alike: readonly CardData[]
  /** Which of them the reader keeps. */
  readonly kept: ReadonlySet<ProductId>
  /** What was searched instead. */
  readonly corrected: string | undefined
  /** The words themselves ask for prices, which narrow the list: `from` and `to` say them. */
  readonly isPriced: boolean
  readonly total: number
  readonly more: boolean
  readonly page: number
  readonly pages: number
  readonly sort: SearchSort
  readonly groups: readonly FilterGroup[]
  readonly from: string
  readonly to: string
  readonly ranges: readonly PriceRange[]
  readonly inStock: boolean
  /** How many of what is found are in stock. */
  readonly available: number
  /** How many filters are on. */
  readonly narrowed: number
  readonly categoryIds: readonly CategoryId[]
}

const size = 24
const brandName = 'brand'
const attributePrefix = 'a.'

export async function loadList(
  request: PageRequest,
  about: Pick<SearchQuery, 'text' | 'categoryId'>,
): Promise<ListData> {
  const { ctx, query, shop } = request
  const wanted = readQuery(query, shop.currency)
  const result = await searchProducts(ctx, { ...about, ...wanted, size, facets: true })
  const facets = result.facets as Facets
  return {
    ...(await cardsIn(ctx, result)),
    corrected: result.corrected,
    isPriced: result.price !== undefined,
    ...countsOf(result),
    sort: wanted.sort,
    groups: [...(await brandGroup(ctx, facets, wanted)), ...(await attributeGroups(ctx, facets, wanted))],
    from: query.get('from') ?? inUnits(result.price?.fromMinor, shop.currency),
    to: query.get('to') ?? inUnits(result.price?.toMinor, shop.currency),
    ranges: rangesOf(facets, query, shop.currency),
    inStock: wanted.inStock,
    available: facets.inStock,
    narrowed: narrowedBy(wanted),
    categoryIds: Object.keys(facets.categories) as CategoryId[],
  }
}

async function cardsIn(
  ctx: Context,
  { hits, alike = [] }: SearchResult,
): Promise<Pick<ListData, 'cards' | 'alike' | 'kept'>> {
  const cards = await cardsOf(ctx, [...hits, ...alike])
  const own = new Set(hits.map(({ productId }) => productId))
  return {
    cards: cards.filter(({ productId }) => own.has(productId)),
    alike: cards.filter(({ productId }) => !own.has(productId)),
    kept: await keptAmong(ctx, cards),
  }
}

function countsOf({ total, more, page }: SearchResult): Pick<ListData, 'total' | 'more' | 'page' | 'pages'> {
  const pages = Math.max(1, Math.ceil(Math.min(total, searchLimits.rows) / size))
  return { total, more, page: Math.min(page, pages), pages }
}

const inUnits = (minor: number | undefined, currency: string): string =>
  minor ? decimalText(money(minor, currency)).replace(/\.0+$/, '') : ''

/** The ranges that hold something. One alone would not narrow anything. */
function rangesOf({ prices }: Facets, query: URLSearchParams, currency: string): PriceRange[] {
  const steps = [0, ...priceSteps]
  const inMoney = (minor: number | undefined) => inUnits(minor, currency)
  const ranges = steps.flatMap((step, index) => {
    const count = prices[String(step)] ?? 0
    const end = steps[index + 1]
    const [from, to, below] = [inMoney(step), inMoney(end && end - 1), inMoney(end)]
    const chosen = from + to !== '' && from === (query.get('from') ?? '') && to === (query.get('to') ?? '')
    return count > 0 ? [{ from, to, below, count, chosen }] : []
  })
  return ranges.length > 1 ? ranges : []
}

type Wanted = ReturnType<typeof readQuery>

function readQuery(query: URLSearchParams, currency: string) {
  const sort = searchSorts.find((each) => each === query.get('sort')) ?? 'relevance'
  const amount = (name: string) => parseMoney(query.get(name) ?? '', currency)?.minor
  const attributes: Record<string, string[]> = {}
  for (const name of new Set(query.keys()))
    if (name.startsWith(attributePrefix))
      attributes[name.slice(attributePrefix.length)] = query.getAll(name).slice(0, searchLimits.facetChoices)
  return {
    sort,
    attributes,
    brandIds: query.getAll(brandName).filter(isUuid) as BrandId[],
    fromMinor: amount('from'),
    toMinor: amount('to'),
    inStock: query.get('stock') === '1',
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)

const narrowedBy = ({ attributes, brandIds, fromMinor, toMinor, inStock }: Wanted): number =>
  Object.values(attributes).flat().length +
  brandIds.length +
  (fromMinor === undefined && toMinor === undefined ? 0 : 1) +
  (inStock ? 1 : 0)

async function brandGroup(ctx: Context, { brands }: Facets, wanted: Wanted): Promise<FilterGroup[]> {
  const ids = [...new Set([...Object.keys(brands), ...wanted.brandIds])] as BrandId[]
  if (ids.length < 2 && wanted.brandIds.length === 0) return []
  const known = await brandsOf(ctx, ids)
  const choices = ids.flatMap((id) => {
    const brand = known.get(id)
    return brand
      ? [
          {
            value: id,
            text: brand.name[ctx.locale] || brand.name.zh,
            count: brands[id] ?? 0,
            chosen: wanted.brandIds.includes(id),
          },
        ]
      : []
  })
  return [{ name: brandName, text: '', choices }]
}

async function attributeGroups(ctx: Context, facets: Facets, wanted: Wanted): Promise<FilterGroup[]> {
  const ids = Object.keys(facets.categories).slice(0, 50) as CategoryId[]
  const known = new Map(
    [...(await attributesOf(ctx, ids)).values()].flat().map((attribute) => [attribute.code, attribute]),
  )
  const codes = [...new Set([...Object.keys(facets.attributes), ...Object.keys(wanted.attributes)])]
  return codes
    .flatMap((code) => {
      const attribute = known.get(code)
      return attribute ? [groupOf(ctx, attribute, facets.attributes[code] ?? {}, wanted.attributes[code] ?? [])] : []
    })
    .filter(({ choices }) => choices.length > 1 || choices.some(({ chosen }) => chosen))
    .slice(0, 8)
}

function groupOf(
  { locale }: Context,
  { code, name, options }: CategoryAttribute,
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
): FilterGroup {
  const choices = options
    .filter((option) => counts[option.code] || chosen.includes(option.code))
    .map((option) => ({
      value: option.code,
      text: option[locale] || option.zh,
      count: counts[option.code] ?? 0,
      chosen: chosen.includes(option.code),
    }))
  return { name: `${attributePrefix}${code}`, text: name[locale] || name.zh, choices }
}
