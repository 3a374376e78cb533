import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'

export { searchText } from './text.ts'

export type SearchSort = 'relevance' | 'newest' | 'price_up' | 'price_down' | 'sales'
export const searchSorts: readonly SearchSort[] = ['relevance', 'newest', 'price_up', 'price_down', 'sales']

export interface SearchQuery {
  readonly text?: string
  /** With everything below it in the tree. */
  readonly categoryId?: Id<'Category'>
  readonly brandIds?: readonly Id<'Brand'>[]
  /** By attribute code: any of these choices. Several codes must all hold. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>
  readonly tags?: readonly string[]
  /** Prices in minor units, both ends included. */
  readonly fromMinor?: number
  readonly toMinor?: number
  readonly inStock?: boolean
  readonly sort?: SearchSort
  /** 1, 2, 3 … as far as `searchLimits.rows` reaches. */
  readonly page?: number
  readonly size?: number
  /** Also count what each further filter would leave. */
  readonly facets?: boolean
}

/** Prices in minor units, both ends included. */
export interface PriceWish {
  readonly fromMinor?: number
  readonly toMinor?: number
}

export interface SearchHit {
  readonly productId: Id<'Product'>
  readonly from: Money
  readonly to: Money
  readonly inStock: boolean
  readonly sold: number
}

/** How many hits each further choice would leave, the other filters standing. */
export interface Facets {
  readonly attributes: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly brands: Readonly<Record<string, number>>
  readonly categories: Readonly<Record<string, number>>
  readonly tags: Readonly<Record<string, number>>
  /** By the step of `priceSteps` at which a range of prices begins, "0" for what lies below the first: how many have a variant in it. */
  readonly prices: Readonly<Record<string, number>>
  readonly inStock: number
  readonly lowest: number | null
  readonly highest: number | null
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  readonly page: number
  readonly size: number
  /** Exact up to `searchLimits.counted`, then "more than". */
  readonly total: number
  readonly more: boolean
  readonly facets?: Facets
  /** The prices that the words themselves ask for ("100元以下"), which narrow what is found. */
  readonly price?: PriceWish
  /** What was searched instead, because nothing suits what was typed. */
  readonly corrected?: string
  /** Where few suit all the words: what suits a part of them, the best first. On the first page, without filters. */
  readonly alike?: readonly SearchHit[]
}

export const searchLimits = {
  text: 100,
  words: 12,
  size: 100,
  rows: 1_000,
  counted: 1_000,
  facetChoices: 20,
  /** Fewer are few: then what may be meant instead, or suits in part, is looked for. */
  few: 10,
  suggestions: 8,
  hotWords: 20,
  hotWord: 40,
  synonyms: 20,
  dictionary: 5_000,
} as const

/** Where one price range ends and the next begins, in minor units. */
export const priceSteps = [
  5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000,
] as const

/**
 * What a hit can be tried by: its name leads with what is wanted, it names it, says it in its name, says it elsewhere, and in the shopper's own words;
 * and against it: it is a set or a spare part where neither is asked for.
 */
export type TestKind = 'leads' | 'names' | 'in_name' | 'said' | 'own_words' | 'set' | 'spare'
export const testKinds: readonly TestKind[] = ['leads', 'names', 'in_name', 'said', 'own_words', 'set', 'spare']

export const rankingFactors = ['sales', 'conversion', 'rating', 'freshness'] as const

/** A share from 0 to 1 and what it multiplies by; and what it was made of. */
export type ExplainedFactors = Readonly<
  Record<(typeof rankingFactors)[number], { readonly share: number; readonly lift: number }>
> & {
  readonly sold: number
  readonly seen: number | null
  readonly bought: number | null
  readonly rated: number
  readonly ratingHundredths: number | null
}

export interface ExplainedHit {
  readonly productId: Id<'Product'>
  readonly name: string
  /** It suits only a part of the words. */
  readonly inPart: boolean
  readonly passed: readonly { readonly wish: string; readonly holds: TestKind; readonly value: number }[]
  /** The sum of what it has passed. */
  readonly words: number
  readonly factors: ExplainedFactors
  /** The product of the lifts when the job last weighed it. */
  readonly boost: number
  readonly score: number
}

export interface Explained {
  readonly corrected?: string
  readonly price?: PriceWish
  readonly total: number
  readonly wishes: readonly { readonly text: string; readonly others: readonly string[] }[]
  readonly hits: readonly ExplainedHit[]
}
