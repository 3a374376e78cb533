import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { OpenTransaction } from './pool.ts'

/** What a part of a transaction came to, or why it was refused. */
type InPart<Done> =
  | { readonly done: Done; readonly refused?: undefined }
  | { readonly done?: undefined; readonly refused: Refusal }

/**
 * Does a part of a transaction whole or not at all: when a rule refuses it halfway, what it has written is taken back, the refusal is the answer, and the rest of
 * the transaction goes on. That the database is busy, or a bug, ends all of it.
 */
export async function inPart<Done>(
  { db }: { readonly db: OpenTransaction },
  work: () => Promise<Done>,
): Promise<InPart<Done>> {
  await sql`savepoint part`.execute(db)
  try {
    const done = await work()
    await sql`release savepoint part`.execute(db)
    return { done }
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    await sql`rollback to savepoint part`.execute(db)
    await sql`release savepoint part`.execute(db)
    return { refused: error }
  }
}
