import type { ProductId, VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { saleItem } from './add-to-cart.ts'
import { cartLineNotFound, notForSale } from './cart.ts'
import { lockCartOfLine, touchCart } from './cart-store.ts'
import { addLine, linesOf, newLine } from './line-store.ts'
import type { CartId, CartLineId } from './model.ts'
import { deleteLines } from './remove-line.ts'

export interface SwapVariant {
  readonly lineId: CartLineId
  readonly variantId: VariantId
}

/**
 * Puts another variant of the same product in the place of a line's. Quantity and selection stay and today's price counts as seen;
 * where the cart holds that variant already the two lines become one. Returns the line that stands there now.
 *
 * @throws cartLineNotFound when it is no line of the actor's open carts
 * @throws notForSale when the variant is not for sale, or belongs to another product
 * @throws quantityOutOfRange when the two lines together would exceed 9,999 pieces
 */
export function swapVariant(ctx: Context, { lineId, variantId }: SwapVariant): Promise<CartLineId> {
  return transaction(ctx, async (tx) => {
    const cartId = await lockCartOfLine(tx, lineId)
    const lines = cartId ? await linesOf(tx, cartId).execute() : []
    const line = lines.find(({ id }) => id === lineId)
    if (!cartId || !line) throw cartLineNotFound({ lineId })
    if (line.variant_id === variantId) return lineId

    const item = await saleItem(tx, variantId)
    if (item.productId !== (line.product_id as ProductId)) throw notForSale({ field: 'variantId', variantId })
    const isThere = lines.some(({ variant_id }) => variant_id === variantId)
    const wanted = newLine(item, line.quantity)
    if (!isThere) return replace(tx, { cartId, lineId, variantId, seenMinor: wanted.seenMinor })
    const joined = await addLine(tx, cartId, wanted)
    await deleteLines(tx, cartId, [lineId])
    return joined
  })
}

interface Replacement extends SwapVariant {
  readonly cartId: CartId
  readonly seenMinor: number
}

async function replace(tx: Tx, { cartId, lineId, variantId, seenMinor }: Replacement): Promise<CartLineId> {
  await tx.db
    .updateTable('sales.cart_lines')
    .set({ variant_id: variantId, seen_minor: seenMinor })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', lineId)
    .execute()
  await touchCart(tx, cartId)
  return lineId
}
