import { isRefusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { addToCart, cartView, clearInvalid, removeLine } from '#sales/carts'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'

interface Shopping {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly person: Person
}

/** What somebody who means to order today has in the cart: three things, of one of them two. What the story left there goes. */
export async function fillTheCart({ stage, cast, goods, person }: Shopping, now: Temporal.Instant): Promise<void> {
  const ctx = at(stage, cast.shopId, person.actor, now)
  await emptyTheCart(ctx)
  const liked = goods.toSorted((a, b) => b.charm - a.charm || (a.sku < b.sku ? -1 : 1))
  const chosen = new Set<string>()
  for (const { productId, variantId } of liked) {
    if (chosen.size === 3) return
    if (chosen.has(productId)) continue
    if (await isAdded(addToCart(ctx, { variantId, quantity: chosen.size === 1 ? 2 : 1 }))) chosen.add(productId)
  }
}

export async function emptyTheCart(shopper: Context): Promise<void> {
  await clearInvalid(shopper)
  for (const { id } of (await cartView(shopper)).lines) await removeLine(shopper, id)
}

/** Goods that are sold out are passed over. */
async function isAdded(adding: Promise<unknown>): Promise<boolean> {
  try {
    await adding
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    return false
  }
}
