import { sql } from 'kysely'
import type { Context, Reader } from '#platform/context'
import { patientRows } from './heard-client.ts'

const statementSeconds = 30

/**
 * Reads in one unchanging picture of the database, however long it takes and whatever others write meanwhile. It writes nothing, and holds
 * one connection until the reading ends or is given up: for exports and reports, not for requests.
 */
export async function* snapshot<Row>(
  ctx: Context,
  read: (reader: Reader & Pick<Context, 'actor'>) => AsyncIterable<Row>,
): AsyncGenerator<Row> {
  const { shopId, now, vault, locale, actor } = ctx
  const db = await ctx.db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    await sql`set local idle_in_transaction_session_timeout = '60s'`.execute(db)
    await sql`set local statement_timeout = ${sql.lit(`${statementSeconds}s`)}`.execute(db)
    yield* patientRows((statementSeconds + 5) * 1_000, read({ db, shopId, now, vault, locale, actor }))
  } finally {
    await db.rollback().execute()
  }
}
