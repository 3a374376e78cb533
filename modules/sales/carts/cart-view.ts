import { saleItemsOf } from '#goods/catalog'
import { money, subtract, sum, times, zero } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Shop } from '#model/office/shops'
import { knownShop } from '#office/shops'
import { nextReduction, reductionFor } from '#sales/promotions'
import { availabilityOf, claimsOf, hotVariants } from '#supply/inventory'
import { activeCart } from './active-cart.ts'
import { ownerOf, problemOf } from './cart.ts'
import { type CartHead, type CartReader, loadCart, shopsWithCart } from './cart-store.ts'
import { linesOf, toLine } from './line-store.ts'
import { type CartId, type CartLineView, type CartView, cannotBeHad, type SelectedView } from './model.ts'

/**
 * A cart as its owner sees it now: goods, prices, what is left, and why a line cannot be ordered. Without an id the
 * owner's cart; an empty view when there is none.
 *
 * @throws cartNotFound when the id is another's
 */
export async function cartView(reader: CartReader, cartId?: CartId): Promise<CartView> {
  const cart = cartId ? await loadCart(reader, cartId) : await ownCart(reader)
  const all = cart ? await viewLines(reader, cart.id) : []
  const invalid = all.filter(({ problem }) => cannotBeHad(problem))
  const lines = all.filter((line) => !invalid.includes(line))
  return {
    id: cart?.id,
    purpose: cart?.purpose ?? 'cart',
    version: cart?.version ?? 0,
    lines,
    invalid,
    pieces: piecesIn(lines),
    selected: await viewSelected(
      reader,
      lines.filter((line) => line.selected),
    ),
  }
}

/** The actor's carts in all shops that hold something, this shop's first: the cart page groups them by shop. */
export async function cartsByShop(reader: CartReader): Promise<{ readonly shop: Shop; readonly cart: CartView }[]> {
  const owner = ownerOf(reader.actor)
  const shopIds = owner ? await shopsWithCart(reader, owner) : []
  const ordered = [...shopIds].sort((a, b) => Number(b === reader.shopId) - Number(a === reader.shopId))
  const found: { shop: Shop; cart: CartView }[] = []
  for (const shopId of ordered) {
    const there = { ...reader, shopId }
    const cart = await cartView(there)
    if (cart.lines.length + cart.invalid.length > 0) found.push({ shop: await knownShop(there), cart })
  }
  return found
}

async function ownCart(reader: CartReader): Promise<Pick<CartHead, 'id' | 'version' | 'purpose'> | undefined> {
  const cart = await activeCart(reader)
  return cart && { ...cart, purpose: 'cart' }
}

async function viewLines(reader: CartReader, cartId: CartId): Promise<CartLineView[]> {
  const rows = await linesOf(reader, cartId).execute()
  const ids = rows.map((row) => row.variant_id as VariantId)
  const items = await saleItemsOf(reader, ids)
  const available = await availabilityOf(reader, ids)
  const claimed = (await hotVariants(reader)).size > 0 ? await claimsOf(reader, cartId) : new Map<VariantId, number>()
  return rows.map((row) => {
    const line = toLine(row)
    const item = items.get(line.variantId)
    const mine = claimed.get(line.variantId) ?? 0
    const left = (available.get(line.variantId) ?? 0) + mine
    return {
      ...line,
      selected: row.selected,
      item,
      available: left,
      problem: mine >= line.quantity ? undefined : problemOf(item, left, line.quantity),
      ...pricesOf(item, row.seen_minor, line.quantity),
    }
  })
}

function pricesOf(
  item: SaleItem | undefined,
  seenMinor: number,
  quantity: number,
): Pick<CartLineView, 'priceBefore' | 'subtotal'> {
  if (!item) return { subtotal: zero() }
  const priceBefore = item.price.minor === seenMinor ? undefined : money(seenMinor, item.price.currency)
  return { priceBefore, subtotal: times(item.price, quantity) }
}

async function viewSelected(reader: CartReader, lines: readonly CartLineView[]): Promise<SelectedView> {
  const { currency } = lines[0]?.subtotal ?? (await knownShop(reader))
  const goods = sum(
    lines.map((line) => line.subtotal),
    currency,
  )
  const counted = sum(
    lines.filter((line) => line.item?.selling.joinsReductions).map((line) => line.subtotal),
    currency,
  )
  const reduction = await reductionFor(reader, { goods: counted })
  const next = await nextReduction(reader, { goods: counted })
  return {
    pieces: piecesIn(lines),
    goods,
    reduction: reduction && { name: reduction.name, off: reduction.off },
    next: next && { name: next.name, off: next.off, missing: subtract(next.threshold, counted) },
    total: reduction ? subtract(goods, reduction.off) : goods,
  }
}
