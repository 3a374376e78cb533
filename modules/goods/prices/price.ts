import { type Money, sameMoney } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import { mostMinor, type Price } from './model.ts'

export const priceInvalid = refusal(
  'invalid',
  'prices.invalid',
  (d: { field: string; minor: number }) => `${d.minor} is no price`,
)
export const wasNotHigher = refusal(
  'invalid',
  'prices.was_not_higher',
  (d: { field: string }) => `${d.field} is not above the price`,
)
export const foreignCurrency = refusal(
  'invalid',
  'prices.foreign_currency',
  (d: { field: string }) => `${d.field} is in another currency than the price`,
)
export const priceChangedMeanwhile = refusal(
  'conflict',
  'prices.changed_meanwhile',
  (d: { variantId: string }) => `the price of ${d.variantId} has another version`,
)
export const noVariant = refusal(
  'not_found',
  'prices.no_variant',
  (d: { variantId: string }) => `there is no variant ${d.variantId}`,
)

/** @throws priceInvalid, wasNotHigher, foreignCurrency naming the field below `at` */
export function checkPrice({ list, was, cost }: Price, at = ''): void {
  for (const [name, amount] of Object.entries({ list, was, cost })) checkAmount(amount, list, `${at}${name}`)
  if (was && was.minor <= list.minor) throw wasNotHigher({ field: `${at}was` })
}

function checkAmount(amount: Money | null, list: Money, field: string): void {
  if (!amount) return
  if (!Number.isInteger(amount.minor) || amount.minor < 0 || amount.minor > mostMinor)
    throw priceInvalid({ field, minor: amount.minor })
  if (amount.currency !== list.currency) throw foreignCurrency({ field })
}

export const samePrice = (a: Price | null | undefined, b: Price): boolean =>
  a != null && sameMoney(a.list, b.list) && sameOrNone(a.was, b.was) && sameOrNone(a.cost, b.cost)

const sameOrNone = (a: Money | null, b: Money | null): boolean => (a && b ? sameMoney(a, b) : a === b)
