import { sql } from 'kysely'
import type { AccountId, Tx } from '#platform/context'

/** Whether somebody's list has outgrown its limit. It bounds a list that people look through: two additions at once may pass it by one. */
export async function keepsMore(
  { db }: Tx,
  table: 'sales.favourites' | 'sales.follows' | 'sales.stock_waits',
  customerId: AccountId,
  most: number,
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int8 as count from (
      select from ${sql.table(table)} where customer_id = ${customerId} limit ${most + 1}) kept`.execute(db)
  return rows[0]!.count > most
}
