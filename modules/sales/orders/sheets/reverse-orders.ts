import { sql } from 'kysely'
import { say } from '#kernel/text'
import type { Tx } from '#platform/context'
import type { ImportEffect, Reverse, Reversed } from '#platform/imports'
import { elsewhere, freePaidElsewhere, paymentsOf } from '#sales/payments'
import { outboundsOf } from '#supply/warehouse'
import { cancelLocked } from '../cancel-order.ts'
import { type Order, type OrderId, orderCan } from '../model.ts'
import { lockOrder } from '../order-store.ts'
import { sourceOf } from '../shipment-store.ts'
import { orderImportText } from './order-import-text.ts'

/** An order that a sheet brought: `after` holds how many events it had when it had landed. */
export interface OrderEffect extends ImportEffect {
  readonly after: { readonly version: number }
}

/** How many events these orders have: what the house does with an order by itself comes after that. */
export async function versionsOf(tx: Tx, orderIds: readonly OrderId[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select aggregate_id as id, max(version) as version from platform.events
    where shop_id = ${tx.shopId} and aggregate_id = any(${orderIds}::uuid[]) group by 1`.execute(tx.db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/**
 * Takes back orders that nobody has worked on and the warehouse has not begun: cancelled without a word to the buyer, goods free again,
 * and what was said to be paid unsaid in the books, for order and money stay in the other system. Their number there is free again, so that
 * a sheet put right can bring them anew.
 */
export const reverseOrders: Reverse = async (tx, effects, { dryRun }) => {
  const answers = new Map<ImportEffect, Reversed>()
  const inLockOrder = (effects as readonly OrderEffect[]).toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1))
  for (const effect of inLockOrder) answers.set(effect, await takeBack(tx, effect, dryRun))
  return effects.map((effect) => answers.get(effect)!)
}

async function takeBack(tx: Tx, { subjectId, after }: OrderEffect, dryRun: boolean): Promise<Reversed> {
  const order = await lockOrder(tx, subjectId as OrderId)
  if (order.status === 'cancelled') return { outcome: 'reversed', code: 'order_import.cancelled_since' }
  const code = await whyNot(tx, order, after.version)
  if (code) return { outcome: 'kept', code }
  if (!dryRun) {
    await cancelLocked(tx, order, {
      reason: say(orderImportText, tx.locale, 'order_import.taken_back'),
      neverOurs: true,
    })
    await freeNumber(tx, order)
    await freePaidElsewhere(tx, order.id)
  }
  return { outcome: 'reversed' }
}

async function whyNot(tx: Tx, order: Order, version: number): Promise<string | undefined> {
  if (await wasWorkedOn(tx, order.id, version)) return 'order_import.worked_on'
  if ((await paymentsOf(tx, order.id)).some(({ provider }) => provider !== elsewhere)) return 'order_import.paid_here'
  const outbounds = await outboundsOf(tx, sourceOf(order))
  const isBegun = outbounds.some(({ status }) => status !== 'released' && status !== 'cancelled')
  return isBegun || !orderCan(order, 'cancel') ? 'order_import.being_sent' : undefined
}

/** Validation, release and the like are done by the house itself; anything else was a person or another system. */
async function wasWorkedOn(tx: Tx, orderId: OrderId, version: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('platform.events')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('aggregate_id', '=', orderId)
    .where('version', '>', version)
    .where('actor_kind', '<>', 'system')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Its own number beside the foreign one tells what it was. */
async function freeNumber(tx: Tx, { id, externalNumber, number }: Order): Promise<void> {
  await tx.db
    .updateTable('sales.orders')
    .set({ external_number: `${externalNumber} (${number})` })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}
