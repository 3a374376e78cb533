import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { OrderId } from '#model/sales/orders'
import type { Reader, Tx } from '#platform/context'
import type { SalesShortages } from '#platform/database'
import type { Shortage, ShortageId, ShortageStep } from './model.ts'
import { shortageSteps } from './model.ts'

export const nothingShort = refusal(
  'conflict',
  'desk.nothing_short',
  (d: { orderId: string }) => `nothing of ${d.orderId} is short`,
)

const toShortage = (row: Selectable<SalesShortages>): Shortage => ({
  id: row.id as ShortageId,
  orderId: row.order_id as OrderId,
  foundBy: row.found_by as Shortage['foundBy'],
  lines: row.lines as unknown as Shortage['lines'],
  status: row.status as Shortage['status'],
  choice: row.choice as Shortage['choice'],
  chosenBy: row.chosen_by,
  chosenAt: row.chosen_at,
  note: row.note,
  openedAt: row.opened_at,
  settledAt: row.settled_at,
})

/** What of an order is short now; undefined when nothing is. */
export async function shortageOf(reader: Reader, orderId: OrderId): Promise<Shortage | undefined> {
  const row = await reader.db
    .selectFrom('sales.shortages')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .where('status', '<>', 'settled')
    .executeTakeFirst()
  return row && toShortage(row)
}

export type NewShortage = Pick<Shortage, 'orderId' | 'foundBy' | 'lines'>

/** Writes it down, or adds to what is written down for the order. True when it is new. */
export async function keepShortage(tx: Tx, { orderId, foundBy, lines }: NewShortage): Promise<boolean> {
  const words = JSON.stringify(lines)
  const row = await tx.db
    .insertInto('sales.shortages')
    .values({ id: newId(), shop_id: tx.shopId, order_id: orderId, found_by: foundBy, lines: words, opened_at: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'order_id'])
        .where('status', '<>', sql.lit('settled'))
        .doUpdateSet({ lines: words, found_by: foundBy }),
    )
    .returning('opened_at')
    .executeTakeFirstOrThrow()
  return row.opened_at.equals(tx.now)
}

export interface ShortageChange {
  readonly choice?: Shortage['choice']
  readonly chosen_by?: string
  readonly chosen_at?: Temporal.Instant
  readonly note?: string
  readonly settled_at?: Temporal.Instant
}

/** Moves what is short of an order one step; undefined when nothing is. */
export async function stepShortage(
  tx: Tx,
  orderId: OrderId,
  step: ShortageStep,
  change: ShortageChange = {},
): Promise<Shortage | undefined> {
  const { from, to } = shortageSteps[step]
  const row = await tx.db
    .updateTable('sales.shortages')
    .set({ ...change, status: to })
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  return row && toShortage(row)
}
