import { sql } from 'kysely'
import type { Tx } from '#platform/context'

/** Whoever names the same turn comes one after the other, until the transaction before has ended: for what no row stands for yet. */
export async function takeTurns(tx: Tx, turn: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(tx.db)
}
