import { saleItemsOf } from '#goods/catalog'
import { pieces } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readyOwner } from './add-to-cart.ts'
import { cartLineNotFound } from './cart.ts'
import { lockActiveCart, lockCartOfLine, touchCart } from './cart-store.ts'
import { linesOf } from './line-store.ts'
import type { CartLineId } from './model.ts'

export interface ChangeLine {
  readonly lineId: CartLineId
  readonly quantity?: number
  readonly selected?: boolean
}

/**
 * Changes how many pieces a line holds, or whether it is among those to be ordered. A new quantity counts as having seen
 * today's price.
 *
 * @throws cartLineNotFound when it is no line of the actor's open carts
 * @throws quantityOutOfRange outside 1 to 9,999
 */
export function changeLine(ctx: Context, { lineId, quantity, selected }: ChangeLine): Promise<void> {
  return transaction(ctx, async (tx) => {
    const cartId = await lockCartOfLine(tx, lineId)
    if (!cartId) throw cartLineNotFound({ lineId })
    if (quantity !== undefined) await setQuantity(tx, lineId, pieces(quantity))
    if (selected !== undefined) await setSelected(tx, [lineId], selected)
    await touchCart(tx, cartId)
  })
}

/** Selects or deselects lines of the actor's cart; without ids all of them. Ids that are not in it are left alone. */
export function selectLines(
  ctx: Context,
  { lineIds, selected }: { lineIds?: readonly CartLineId[]; selected: boolean },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const cart = await lockActiveCart(tx, await readyOwner(tx))
    const lines = await linesOf(tx, cart.id).execute()
    const ids = lines.map((line) => line.id as CartLineId)
    await setSelected(tx, lineIds ? ids.filter((id) => lineIds.includes(id)) : ids, selected)
    await touchCart(tx, cart.id)
  })
}

async function setQuantity(tx: Tx, lineId: CartLineId, quantity: number): Promise<void> {
  const line = await tx.db
    .updateTable('sales.cart_lines')
    .set({ quantity })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', lineId)
    .returning('variant_id')
    .executeTakeFirst()
  if (!line) throw cartLineNotFound({ lineId })
  const variantId = line.variant_id as VariantId
  const item = (await saleItemsOf(tx, [variantId])).get(variantId)
  if (!item) return
  await tx.db
    .updateTable('sales.cart_lines')
    .set({ seen_minor: item.price.minor })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', lineId)
    .execute()
}

async function setSelected(tx: Tx, lineIds: readonly CartLineId[], selected: boolean): Promise<void> {
  if (lineIds.length === 0) return
  await tx.db
    .updateTable('sales.cart_lines')
    .set({ selected })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', [...lineIds])
    .execute()
}
