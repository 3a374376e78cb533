import type { Id } from '#kernel/id'
import type { Currency } from '#kernel/money'

export { shopsText } from './text.ts'

/** A place that sells: a company's shop (b2c), a private seller's (c2c), one with trade terms (b2b), one with physical stores (o2o). */
export interface Shop {
  readonly id: Id<'Shop'>
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly introduction: string
  readonly introductionEn: string
  readonly mode: 'b2c' | 'b2b' | 'c2c' | 'o2o'
  readonly currency: Currency
  readonly timeZone: string
  readonly isDemo: boolean
}
