import { refusal } from '#kernel/refusal'
import type { VariantId } from '#model/goods/catalog'
import { signInNeeded } from '#office/accounts'
import type { AccountId, Actor } from '#platform/context'

export const tooManyFavourites = refusal(
  'conflict',
  'favourites.too_many',
  (d: { most: number }) => `a shopper keeps at most ${d.most} products`,
)
export const tooManyFollows = refusal(
  'conflict',
  'favourites.too_many_shops',
  (d: { most: number }) => `a shopper follows at most ${d.most} shops`,
)
export const tooManyWaits = refusal(
  'conflict',
  'favourites.too_many_waits',
  (d: { most: number }) => `a shopper waits for at most ${d.most} variants`,
)
export const stillThere = refusal(
  'conflict',
  'favourites.still_there',
  (d: { variantId: VariantId; field: 'variantId' }) => `${d.variantId} can be bought now`,
)

/** @throws signInNeeded for everybody but shoppers */
export function shopperOf({ kind, id }: Actor): AccountId {
  if (kind !== 'shopper' || !id) throw signInNeeded({})
  return id as AccountId
}
