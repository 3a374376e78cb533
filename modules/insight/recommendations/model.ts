import type { Id } from '#kernel/id'

type ProductId = Id<'Product'>

/** Why a product is shown: whoever had `because` also had it; or many buy it, in its category or in the shop, lately. */
export type Reason =
  | { readonly kind: 'also_bought'; readonly because: ProductId; readonly people: number }
  | { readonly kind: 'popular_here' }
  | { readonly kind: 'popular' }
