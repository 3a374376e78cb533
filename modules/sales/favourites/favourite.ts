import { refusal } from '#kernel/refusal'
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

/** @throws signInNeeded for everybody but shoppers */
export function shopperOf({ kind, id }: Actor): AccountId {
  if (kind !== 'shopper' || !id) throw signInNeeded({})
  return id as AccountId
}
