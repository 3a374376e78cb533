import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { ProductId, SaleItem, VariantId } from '#model/goods/catalog'
import type { CustomerId } from '#model/sales/customers'
import type { Reduction } from '#model/sales/promotions'

export { cartsText } from './text.ts'

export type CartId = Id<'Cart'>
export type CartLineId = Id<'CartLine'>
export type CartPurpose = 'cart' | 'buy_now'
export type CartStatus = 'active' | 'ordered' | 'merged' | 'abandoned'

/** What an order is made from: the selected lines of a cart, in the order they were added. */
export interface Cart {
  readonly id: CartId
  readonly purpose: CartPurpose
  readonly status: CartStatus
  readonly version: number
  readonly orderId: Id<'Order'> | null
  /** Null while the cart is a guest's. */
  readonly customerId: CustomerId | null
  readonly lines: readonly CartLine[]
}

export interface CartLine {
  readonly id: CartLineId
  readonly variantId: VariantId
  readonly productId: ProductId
  readonly quantity: number
}

/** Why a line cannot be ordered as it stands. `fewer_left` can: with fewer pieces. */
export type LineProblem = 'delisted' | 'sold_out' | 'fewer_left'

/** Not at all, in no number of pieces. */
export const cannotBeHad = (problem: string | undefined): boolean => problem === 'delisted' || problem === 'sold_out'

export interface CartLineView extends CartLine {
  readonly selected: boolean
  /** Absent when the goods no longer exist. */
  readonly item?: SaleItem
  /** Pieces that could be ordered now. A hint, not a promise: stock is set aside when the order is placed. */
  readonly available: number
  readonly problem?: LineProblem
  /** The price when the line was last touched, if it is another one now. */
  readonly priceBefore?: Money
  readonly subtotal: Money
}

export interface CartView {
  /** Absent while nothing was ever added. */
  readonly id?: CartId
  readonly purpose: CartPurpose
  readonly version: number
  /** Lines that can be bought; sold-out and delisted ones stand in `invalid`. */
  readonly lines: readonly CartLineView[]
  readonly invalid: readonly CartLineView[]
  /** Pieces in the cart, valid lines only. */
  readonly pieces: number
  readonly selected: SelectedView
}

export interface SelectedView {
  readonly pieces: number
  readonly goods: Money
  /** The reduction that the selected goods earn. */
  readonly reduction?: { readonly name: Reduction['name']; readonly off: Money }
  /** The next reduction and how much is missing for it: 还差 ¥X. */
  readonly next?: { readonly name: Reduction['name']; readonly off: Money; readonly missing: Money }
  readonly total: Money
}
