import { sql } from 'kysely'
import type { Database } from './pool.ts'

const fewRows = 500

/**
 * Lets the database look again at tables that have doubled since it last did. It does so by itself, but minutes later: until then it plans
 * for a nearly empty table, and every batch of a large import is slower than the one before. Tables under way elsewhere are passed over.
 */
export async function refreshStatistics(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', s.schemaname, s.relname) as name
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_mod_since_analyze > greatest(c.reltuples, ${fewRows}) order by 1`.execute(db)
  const names = rows.map(({ name }) => name).join(', ')
  if (names) await sql`analyze (skip_locked) ${sql.raw(names)}`.execute(db)
}
