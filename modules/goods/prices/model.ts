import type { Money } from '#kernel/money'

export { pricesText } from './text.ts'

/** What a variant costs the buyer and us. Prices include tax. */
export interface Price {
  readonly list: Money
  /** A former, higher price, shown struck through. */
  readonly was: Money | null
  readonly cost: Money | null
}

/** Ten million of the currency's main unit: beyond it a price is a slip of the finger. */
export const mostMinor = 1_000_000_000
