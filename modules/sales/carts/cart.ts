import { createHash, randomBytes } from 'node:crypto'
import { refusal } from '#kernel/refusal'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { CustomerId } from '#model/sales/customers'
import type { Actor } from '#platform/context'
import type { LineProblem } from './model.ts'

export const cartNotFound = refusal(
  'not_found',
  'carts.not_found',
  (d: { cartId: string }) => `there is no cart ${d.cartId}`,
)
export const cartNotOpen = refusal(
  'conflict',
  'carts.not_open',
  (d: { cartId: string }) => `cart ${d.cartId} is no longer open`,
)
export const cartLineNotFound = refusal(
  'not_found',
  'carts.line_not_found',
  (d: { lineId: string }) => `there is no line ${d.lineId}`,
)
export const notForSale = refusal(
  'conflict',
  'carts.not_for_sale',
  (d: { field: 'variantId'; variantId: VariantId }) => `${d.variantId} is not for sale`,
)
export const tooManyLines = refusal(
  'conflict',
  'carts.too_many_lines',
  (d: { most: number }) => `a cart holds at most ${d.most} lines`,
)
export const guestUnknown = refusal(
  'invalid',
  'carts.guest_unknown',
  (_: object) => 'a guest needs a token before a cart can be kept',
)

/** Who a cart belongs to: a signed-in customer, or a guest known by the hash of a token. */
export type CartOwner = { readonly customerId: CustomerId } | { readonly guestHash: Buffer }

/** The owner an actor is; undefined for staff, the system and guests without a token. */
export function ownerOf(actor: Actor): CartOwner | undefined {
  if (actor.kind === 'shopper' && actor.id) return { customerId: actor.id }
  return actor.kind === 'guest' && actor.guestKey ? { guestHash: guestHashOf(actor.guestKey) } : undefined
}

/** @throws guestUnknown when nobody could find the cart again */
export function needOwner(actor: Actor): CartOwner {
  const owner = ownerOf(actor)
  if (!owner) throw guestUnknown({})
  return owner
}

/** A random token of 128 bits for the cookie of a guest's browser. Only its hash is stored. */
export const newGuestToken = (): string => randomBytes(16).toString('base64url')

/** What an actor carries of a guest's token. */
export const guestKeyOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const guestHashOf = (guestKey: string): Buffer => Buffer.from(guestKey, 'base64url')

export const isForSale = (item: SaleItem | undefined): item is SaleItem =>
  item?.active === true && item.status === 'on_sale'

/** What stands between a line and an order. A product without stock is delisted by itself; to its buyer it is sold out. */
export function problemOf(item: SaleItem | undefined, available: number, quantity: number): LineProblem | undefined {
  if (item && available < 1) return 'sold_out'
  if (!isForSale(item)) return 'delisted'
  return available < quantity ? 'fewer_left' : undefined
}
