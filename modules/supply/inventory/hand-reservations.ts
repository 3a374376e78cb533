import { sql } from 'kysely'
import type { Tx } from '#platform/context'
import { lockReservations } from './reservation-store.ts'

/**
 * Hands stock that is set aside from one holder to another, line by line: an order joins a shipment, or leaves it. Nothing becomes
 * free meanwhile and no level changes. Handing over what is not held any more hands over what is left.
 */
export async function handReservations(
  tx: Tx,
  { from, to, lineIds }: { from: string; to: string; lineIds: readonly string[] },
): Promise<void> {
  await lockReservations(tx, { holder: from })
  const lines = sql`line_id = any(${[...lineIds]}::uuid[])`
  await sql`delete from supply.reservations
    where shop_id = ${tx.shopId} and holder_id = ${to} and status = 'released' and ${lines}`.execute(tx.db)
  await sql`update supply.reservations set holder_id = ${to}
    where shop_id = ${tx.shopId} and holder_id = ${from} and status = 'held' and ${lines}`.execute(tx.db)
}
