import { type ExpressionBuilder, sql } from 'kysely'
import { type Id, newId } from '#kernel/id'
import type { CustomerId } from '#model/sales/customers'
import { allShopIds } from '#office/shops'
import type { Actor, Reader, ShopId, Tx } from '#platform/context'
import type { DB } from '#platform/database'
import { type CartOwner, cartNotFound, cartNotOpen, needOwner, ownerOf } from './cart.ts'
import { linesOf, toLine } from './line-store.ts'
import type { Cart, CartId, CartLine, CartLineId, CartPurpose, CartStatus } from './model.ts'

/** A reader that knows who is reading: nobody sees another's cart. */
export type CartReader = Reader & { readonly actor: Actor }

export type CartHead = Omit<Cart, 'lines'>

const headColumns = ['id', 'purpose', 'status', 'version', 'order_id', 'customer_id'] as const

interface HeadRow {
  id: string
  purpose: string
  status: string
  version: number
  order_id: string | null
  customer_id: string | null
}

const toHead = (row: HeadRow): CartHead => ({
  id: row.id as CartId,
  purpose: row.purpose as CartPurpose,
  status: row.status as CartStatus,
  version: row.version,
  orderId: row.order_id as Id<'Order'> | null,
  customerId: row.customer_id as CustomerId | null,
})

/** The condition that a cart is this owner's. A guest's cart that a customer has taken over is no longer the guest's. */
export const ownedBy = (owner: CartOwner) => (eb: ExpressionBuilder<DB, 'sales.carts'>) =>
  'customerId' in owner
    ? eb('sales.carts.customer_id', '=', owner.customerId)
    : eb.and([eb('sales.carts.guest_hash', '=', owner.guestHash), eb('sales.carts.customer_id', 'is', null)])

const cartsOf = (reader: Reader, owner: CartOwner) =>
  reader.db.selectFrom('sales.carts').select(headColumns).where('shop_id', '=', reader.shopId).where(ownedBy(owner))

export async function findActiveCart(reader: Reader, owner: CartOwner): Promise<CartHead | undefined> {
  const row = await cartsOf(reader, owner)
    .where('status', '=', 'active')
    .where('purpose', '=', 'cart')
    .executeTakeFirst()
  return row && toHead(row)
}

/** The shops in which an owner has an open cart or purchase: a person's carts are the platform's, each cart a shop's. */
export async function shopsWithCart(reader: Reader, owner: CartOwner): Promise<ShopId[]> {
  const rows = await reader.db
    .selectFrom('sales.carts')
    .select('shop_id')
    .distinct()
    .where('shop_id', 'in', [reader.shopId, ...(await allShopIds(reader.db))])
    .where(ownedBy(owner))
    .where('status', '=', 'active')
    .orderBy('shop_id')
    .execute()
  return rows.map((row) => row.shop_id as ShopId)
}

/**
 * Locks the owner's active cart, making it when there is none. Two first requests of one owner get the same cart: a
 * unique index decides. Tried again when the cart was ordered or merged while we waited for it.
 */
export async function lockActiveCart(tx: Tx, owner: CartOwner): Promise<CartHead> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    await insertCart(tx, owner, 'cart')
    const row = await cartsOf(tx, owner)
      .where('status', '=', 'active')
      .where('purpose', '=', 'cart')
      .forUpdate()
      .executeTakeFirst()
    if (row) return toHead(row)
  }
  throw cartNotOpen({ cartId: 'active' })
}

/** Inserts an empty cart unless the owner has an active one. */
export async function insertCart(tx: Tx, owner: CartOwner, purpose: CartPurpose): Promise<CartId> {
  const id = newId<'Cart'>()
  const whose = 'customerId' in owner ? { customer_id: owner.customerId } : { guest_hash: owner.guestHash }
  await tx.db
    .insertInto('sales.carts')
    .values({ id, shop_id: tx.shopId, ...whose, purpose, created_at: tx.now, updated_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}

/** @throws cartNotFound when it is another's or nobody's */
async function loadHead(reader: CartReader, cartId: CartId): Promise<CartHead> {
  const owner = ownerOf(reader.actor)
  if (!owner) throw cartNotFound({ cartId })
  const row = await cartsOf(reader, owner).where('id', '=', cartId).executeTakeFirst()
  if (!row) throw cartNotFound({ cartId })
  return toHead(row)
}

/**
 * Locks a cart of the actor's for ordering, and reads its selected lines. A cart that has been ordered says by which order,
 * so that placing it again can answer with the same one.
 *
 * @throws cartNotFound when it is another's or nobody's
 */
export async function lockCart(tx: Tx, cartId: CartId): Promise<Cart> {
  const owner = ownerOf(tx.actor)
  if (!owner) throw cartNotFound({ cartId })
  const row = await cartsOf(tx, owner)
    .where('id', '=', cartId)
    .select([linesSeen, versionSeen])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw cartNotFound({ cartId })
  const lines = row.seen === row.version ? row.lines.map(toLine) : await selectedLines(tx, cartId)
  return { ...toHead(row), lines }
}

/** The lines as the statement saw them when it began: a cart that was changed while we waited for its lock has a newer version than theirs. */
const linesSeen = sql<SeenLine[]>`array(
  select jsonb_build_object('id', line.id, 'variant_id', line.variant_id, 'product_id', line.product_id, 'quantity', line.quantity)
  from sales.cart_lines line where line.shop_id = sales.carts.shop_id and line.cart_id = sales.carts.id and line.selected
  order by line.added_at, line.id)`.as('lines')
const versionSeen = sql<number>`(select seen.version from sales.carts seen where seen.id = sales.carts.id)`.as('seen')

interface SeenLine {
  readonly id: string
  readonly variant_id: string
  readonly product_id: string
  readonly quantity: number
}

/** The same without a lock, for a quote. @throws cartNotFound */
export async function loadCart(reader: CartReader, cartId: CartId): Promise<Cart> {
  const head = await loadHead(reader, cartId)
  return { ...head, lines: await selectedLines(reader, cartId) }
}

async function selectedLines(reader: Reader, cartId: CartId): Promise<CartLine[]> {
  const rows = await linesOf(reader, cartId).where('selected', '=', true).execute()
  return rows.map(toLine)
}

/** Locks the open cart that holds a line of the actor's; undefined when there is none. */
export async function lockCartOfLine(tx: Tx, lineId: CartLineId): Promise<CartId | undefined> {
  const row = await tx.db
    .selectFrom('sales.carts')
    .select('sales.carts.id')
    .where('sales.carts.shop_id', '=', tx.shopId)
    .where('sales.carts.status', '=', 'active')
    .where(ownedBy(needOwner(tx.actor)))
    .where('sales.carts.id', 'in', (eb) =>
      eb.selectFrom('sales.cart_lines').select('cart_id').where('shop_id', '=', tx.shopId).where('id', '=', lineId),
    )
    .forUpdate()
    .executeTakeFirst()
  return row && (row.id as CartId)
}

/** Marks a locked cart as changed. */
export async function touchCart(tx: Tx, cartId: CartId): Promise<void> {
  await tx.db
    .updateTable('sales.carts')
    .set({ version: sql`version + 1`, updated_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', cartId)
    .execute()
}
