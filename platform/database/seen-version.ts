import { sql } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { Reader, SeenVersion, Tx } from '#platform/context'

export const changedMeanwhile = refusal(
  'stale',
  'request.changed_meanwhile',
  (d: { field: 'If-Match'; seen: number; version: number; by: string; at: string }) =>
    `version ${d.seen} was seen, ${d.by} has made version ${d.version}`,
)

/** The version of a thing: how many events tell of it. Zero when none does. */
export async function versionOf(reader: Pick<Reader, 'db' | 'shopId'>, id: string): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from platform.events where shop_id = ${reader.shopId} and aggregate_id = ${id}`.execute(
    reader.db,
  )
  return rows[0]?.version ?? 0
}

const written = new WeakSet<SeenVersion>()

/** Before the work of a transaction begins. @throws changedMeanwhile when the thing is not as its caller saw it */
export async function checkSeen(tx: Tx): Promise<void> {
  if (tx.seen && (await versionOf(tx, tx.seen.id)) !== tx.seen.version) throw await whoChanged(tx, tx.seen)
}

/**
 * When the first event about the thing is written: whoever came in between took the next version, and all of this is undone.
 * @throws changedMeanwhile
 */
export async function checkWritten(tx: Tx, id: string, version: number): Promise<void> {
  if (tx.seen?.id !== id || written.has(tx.seen)) return
  if (version !== tx.seen.version + 1) throw await whoChanged(tx, tx.seen)
  written.add(tx.seen)
}

async function whoChanged(tx: Tx, { id, version: seen }: SeenVersion) {
  const { rows } = await sql<{ version: number; actor_name: string; at: Temporal.Instant }>`
    select version, actor_name, at from platform.events where shop_id = ${tx.shopId} and aggregate_id = ${id}
      and origin <> ${tx.origin} order by version desc limit 1`.execute(tx.db)
  const last = rows[0]
  return changedMeanwhile({
    field: 'If-Match',
    seen,
    version: last?.version ?? 0,
    by: last?.actor_name ?? '',
    at: (last?.at ?? tx.now).toString(),
  })
}
