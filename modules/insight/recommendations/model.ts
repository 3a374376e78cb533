import type { Id } from '#kernel/id'

type ProductId = Id<'Product'>

/**
 * Why a product is shown: people who had `because` had it too; it is popular beside it, in its category; it is popular in the shop; it is among those that sold most.
 */
export type Reason =
  | { readonly kind: 'together'; readonly because: ProductId; readonly people: number }
  | { readonly kind: 'popular_here' }
  | { readonly kind: 'popular' }
  | { readonly kind: 'top'; readonly sold: number }

/** A product to show. It is on sale and in stock as lists know it. */
export interface Recommendation {
  readonly productId: ProductId
  /** What it was ranked by; only to be compared within one list. */
  readonly score: number
  readonly reason: Reason
}
