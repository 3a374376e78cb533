import type { Id } from '#kernel/id'
import type { Currency } from '#kernel/money'

export { shopsText } from './text.ts'

/** As what a shop trades: a company's (b2c), a private seller's (c2c), with trade terms (b2b), with physical stores (o2o). */
export const shopModes = ['b2c', 'c2c', 'b2b', 'o2o'] as const
export type ShopMode = (typeof shopModes)[number]

/** A place that sells. */
export interface Shop {
  readonly id: Id<'Shop'>
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly introduction: string
  readonly introductionEn: string
  readonly mode: ShopMode
  readonly currency: Currency
  readonly timeZone: string
  /** The platform's own, which answers at `/`. */
  readonly isDefault: boolean
  readonly isDemo: boolean
}
