import type { CreatedBetween } from '#goods/catalog'
import { daysLater } from '#kernel/day'
import type { Product } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { listingSettings } from './settings.ts'

export type NewListingState = 'near' | 'passed'

interface Limit {
  /** When a product made at an instant must be on sale. */
  readonly listBy: (product: Pick<Product, 'createdAt' | 'onSaleAt'>) => Temporal.Instant | null
  /** Between which instants the new listings were made whose limit is near, or has passed. */
  readonly madeBetween: (state: NewListingState) => CreatedBetween
}

/** The limit of new listings (CAT-16), in days of the shop's calendar. It ends when the product is first on sale. */
export async function newListingLimit(reader: Reader & { readonly now: Temporal.Instant }): Promise<Limit> {
  const { newWithin, warnBefore } = await readSettings(reader, listingSettings)
  const { timeZone } = await loadShop(reader)
  const passedBefore = daysLater(reader.now, -newWithin, timeZone)
  const nearBefore = daysLater(passedBefore, Math.min(warnBefore, newWithin), timeZone)
  return {
    listBy: ({ createdAt, onSaleAt }) => (onSaleAt ? null : daysLater(createdAt, newWithin, timeZone)),
    madeBetween: (state) =>
      state === 'passed' ? { before: passedBefore } : { since: passedBefore, before: nearBefore },
  }
}
