import type { Money } from '#kernel/money'
import type { Both, PictureId, ProductId, VariantId } from '#model/goods/catalog'
import type { Shop } from '#model/office/shops'

export { favouritesText } from './text.ts'

/** How much one shopper keeps at most, and above which number a count says "1,000+". */
export const favouriteLimits = { products: 500, shops: 200, waits: 100, counted: 1_000 } as const

/** How many like it, at most one more than are counted, and whether the reader does. */
export interface Liking {
  readonly count: number
  readonly mine: boolean
}

/** A product that a shopper keeps. */
export interface Favourite {
  readonly productId: ProductId
  readonly shop: Pick<Shop, 'id' | 'code' | 'name' | 'nameEn'>
  readonly slug: string
  readonly name: Both
  readonly pictureId: PictureId | null
  readonly keptAt: Temporal.Instant
  /** What its cheapest variant cost when it was kept. */
  readonly priceThen: Money
  /** What it costs now; null when it is not for sale. */
  readonly price: Money | null
  /** How much less than then; null when it is not cheaper. */
  readonly cheaperBy: Money | null
  readonly inStock: boolean
}

/** A shop that a shopper follows. */
export interface Follow {
  readonly shop: Shop
  readonly followedAt: Temporal.Instant
}

/** A variant that is sold out, of whose return a shopper wants to be told. */
export interface StockWait {
  readonly variantId: VariantId
  readonly shop: Favourite['shop']
  readonly slug: string
  readonly name: Both
  /** The chosen options in words, empty for a product with one variant. */
  readonly specification: Both
  readonly pictureId: PictureId | null
  readonly askedAt: Temporal.Instant
  /** When the wait ends by itself. */
  readonly until: Temporal.Instant
}
