import { offeredBeside } from '#goods/catalog'
import { type Money, subtract } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import type { SaleItem } from '#model/goods/catalog'
import type { Shop } from '#model/office/shops'
import type { CartLineView, CartView } from '#model/sales/carts'
import type { Context } from '#platform/context'
import { cartsByShop, cartView } from '#sales/carts'
import { freightFor, lineNotCarried, noSharedCarrier } from '#sales/orders'
import { notReachable } from '#supply/shipping'
import type { Page } from '../page.ts'
import { type CardData, offeredCards } from './cards.ts'
import { type DeliveryPlace, placeOfVisitor } from './delivery.ts'
import { besideCart, type RecommendedCard } from './recommended.ts'

/** What the way of the selected goods costs, and how much more makes it free. */
export interface FreightHint {
  readonly fee: Money
  readonly freeFrom: Money | null
  /** Null where it is free already, or never is. */
  readonly missing: Money | null
}

export interface ShopCart {
  readonly shop: Shop
  readonly cart: CartView
  /** Known once the visitor has said where to, as far as anybody goes there. */
  readonly freight: FreightHint | undefined
}

export interface CartPage {
  /** This shop's cart. */
  readonly cart: CartView
  /** Those of all shops that hold something, this shop's first. */
  readonly carts: readonly ShopCart[]
  readonly place: DeliveryPlace | undefined
  /** What staff say belongs to the goods in the cart. */
  readonly beside: readonly CardData[]
  /** What others bought with these goods. */
  readonly alsoBought: readonly RecommendedCard[]
}

export const cartPage: Page<CartPage> = {
  path: '/cart',
  shows: 'cart',
  needs: 'anyone',
  leadsToCart: true,
  async load(request) {
    const { ctx } = request
    const cart = await cartView(ctx)
    const inCart = cart.lines.flatMap(({ item }) => item?.productId ?? [])
    const beside = await offeredCards(ctx, await offeredBeside(ctx, inCart, { limit: 4 }))
    const place = await placeOfVisitor(request)
    const found = await cartsByShop(ctx)
    const carts = await Promise.all(
      found.map(async (each) => ({
        ...each,
        freight: await freightHint({ ...ctx, shopId: each.shop.id }, each.cart, place),
      })),
    )
    const alsoBought = beside.length > 0 ? [] : await besideCart(ctx, inCart, 8)
    return { cart, carts, place, beside, alsoBought }
  },
}

type Bought = CartLineView & { readonly item: SaleItem }

async function freightHint(
  ctx: Context,
  { lines, selected }: CartView,
  place: DeliveryPlace | undefined,
): Promise<FreightHint | undefined> {
  const bought = lines.filter((line): line is Bought => line.selected && line.item !== undefined)
  if (!place || !bought.some(({ item }) => item.requiresShipping)) return undefined
  try {
    const { fee, freeFrom } = await freightFor(ctx, bought, { districtCode: place.districtCode, goods: selected.total })
    const isShort = freeFrom !== null && freeFrom.minor > selected.total.minor
    return { fee, freeFrom, missing: isShort ? subtract(freeFrom, selected.total) : null }
  } catch (error) {
    if ([notReachable, noSharedCarrier, lineNotCarried].some((of) => isRefusal(error, of))) return undefined
    throw error
  }
}
