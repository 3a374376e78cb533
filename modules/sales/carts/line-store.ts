import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { mostPieces, quantityOutOfRange } from '#kernel/quantity'
import type { ProductId, SaleItem, VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { tooManyLines } from './cart.ts'
import type { CartId, CartLine, CartLineId } from './model.ts'
import { cartSettings } from './settings.ts'

/** A cart's lines in the order they were added. */
export const linesOf = (reader: Reader, cartId: CartId) =>
  reader.db
    .selectFrom('sales.cart_lines')
    .select(['id', 'variant_id', 'product_id', 'quantity', 'selected', 'seen_minor'])
    .where('shop_id', '=', reader.shopId)
    .where('cart_id', '=', cartId)
    .orderBy('added_at')
    .orderBy('id')

export const toLine = (row: { id: string; variant_id: string; product_id: string; quantity: number }): CartLine => ({
  id: row.id as CartLineId,
  variantId: row.variant_id as VariantId,
  productId: row.product_id as ProductId,
  quantity: row.quantity,
})

export interface NewLine {
  readonly variantId: VariantId
  readonly productId: ProductId
  readonly quantity: number
  readonly seenMinor: number
}

export const newLine = (item: SaleItem, quantity: number): NewLine => ({
  variantId: item.variantId,
  productId: item.productId,
  quantity,
  seenMinor: item.price.minor,
})

/**
 * Adds pieces to a locked cart: a variant that is in it already grows.
 * @throws quantityOutOfRange when a line would hold more than 9,999
 * @throws tooManyLines when the cart is full
 */
export async function addLine(tx: Tx, cartId: CartId, line: NewLine): Promise<CartLineId> {
  const row = await tx.db
    .insertInto('sales.cart_lines')
    .values({
      id: newId<'CartLine'>(),
      shop_id: tx.shopId,
      cart_id: cartId,
      product_id: line.productId,
      variant_id: line.variantId,
      quantity: line.quantity,
      seen_minor: line.seenMinor,
      added_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'cart_id', 'variant_id'])
        .doUpdateSet((eb) => ({
          quantity: sql<number>`sales.cart_lines.quantity + ${eb.ref('excluded.quantity')}`,
          seen_minor: eb.ref('excluded.seen_minor'),
          selected: true,
        }))
        .where(sql<boolean>`sales.cart_lines.quantity + excluded.quantity <= ${mostPieces}`),
    )
    .returning('id')
    .executeTakeFirst()
  if (!row) throw quantityOutOfRange({ field: 'quantity', quantity: line.quantity, most: mostPieces })
  await refuseOverfull(tx, cartId)
  return row.id as CartLineId
}

async function refuseOverfull(tx: Tx, cartId: CartId): Promise<void> {
  const { mostLines } = await readSettings(tx, cartSettings)
  const { count } = await tx.db
    .selectFrom('sales.cart_lines')
    .select(sql<number>`count(*)::int8`.as('count'))
    .where('shop_id', '=', tx.shopId)
    .where('cart_id', '=', cartId)
    .executeTakeFirstOrThrow()
  if (count > mostLines) throw tooManyLines({ most: mostLines })
}
