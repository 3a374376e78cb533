import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { forgetNotes } from '#platform/events'
import { type OrderFlag, type OrderId, type OrderMark, unmarked } from './model.ts'
import { lockOrder, tellOrder } from './order-store.ts'

export interface MarkOrder {
  readonly orderId: OrderId
  /** Null takes the flag off; absent leaves it. */
  readonly flag?: OrderFlag | null
  /** Words for colleagues; empty takes them off, absent leaves them. */
  readonly note?: string
}

export interface Marked {
  readonly before: OrderMark
  readonly after: OrderMark
}

/** Flags an order or notes something on it for colleagues, at any time of its life. The same again changes nothing. @throws orderNotFound */
export function markOrder(ctx: Context, mark: MarkOrder): Promise<Marked> {
  return transaction(ctx, (tx) => markLocked(tx, mark))
}

/** The same inside a transaction. @throws orderNotFound */
export async function markLocked(tx: Tx, { orderId, flag, note }: MarkOrder): Promise<Marked> {
  const order = await lockOrder(tx, orderId)
  const before = await markOf(tx, orderId)
  const after = { flag: flag === undefined ? before.flag : flag, note: note === undefined ? before.note : note.trim() }
  if (isSameMark(before, after)) return { before, after }
  await keepMark(tx, order, after)
  await tellOrder(tx, 'order.marked', order, { before, after })
  return { before, after }
}

export const isSameMark = (one: OrderMark, other: OrderMark): boolean =>
  one.flag === other.flag && one.note === other.note

async function keepMark(
  tx: Tx,
  { id, placedAt }: { readonly id: OrderId; readonly placedAt: Temporal.Instant },
  { flag, note }: OrderMark,
): Promise<void> {
  if (flag === null && note === '') {
    await tx.db.deleteFrom('sales.order_marks').where('shop_id', '=', tx.shopId).where('order_id', '=', id).execute()
    return
  }
  const said = { flag, note, changed_at: tx.now, changed_by: tx.actor.name }
  await tx.db
    .insertInto('sales.order_marks')
    .values({ order_id: id, shop_id: tx.shopId, placed_at: placedAt, ...said })
    .onConflict((conflict) => conflict.column('order_id').doUpdateSet(said))
    .execute()
}

/** Takes what staff noted on orders off them and out of their history: it may say who got them. Flags stay. */
export async function forgetNotesOn(tx: Tx, orderIds: readonly OrderId[]): Promise<void> {
  if (orderIds.length === 0) return
  await tx.db
    .deleteFrom('sales.order_marks')
    .where('shop_id', '=', tx.shopId)
    .where('order_id', 'in', orderIds)
    .where('flag', 'is', null)
    .execute()
  await tx.db
    .updateTable('sales.order_marks')
    .set({ note: '' })
    .where('shop_id', '=', tx.shopId)
    .where('order_id', 'in', orderIds)
    .execute()
  await forgetNotes(tx, orderIds)
}

/** What staff marked an order with. */
export const markOf = async (reader: Reader, orderId: OrderId): Promise<OrderMark> =>
  (await marksOf(reader, [orderId])).get(orderId) ?? unmarked

/** What staff marked orders with; those without a mark are missing. */
export async function marksOf(reader: Reader, orderIds: readonly OrderId[]): Promise<Map<OrderId, OrderMark>> {
  if (orderIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('sales.order_marks')
    .select(['order_id', 'flag', 'note'])
    .where('shop_id', '=', reader.shopId)
    .where('order_id', 'in', [...orderIds])
    .execute()
  return new Map(rows.map((row) => [row.order_id as OrderId, { flag: row.flag as OrderFlag | null, note: row.note }]))
}
