import { type Selectable, sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Reader } from '#platform/context'
import type { PlatformInbox } from '#platform/database'

/** Something an outside system told us, as it arrived. */
export interface RawFact {
  readonly provider: string
  /** The provider's own id of the message, or a hash of its bytes: the same fact is kept once. */
  readonly eventId: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly body: Uint8Array
}

export interface KeptFact extends RawFact {
  readonly id: string
  readonly receivedAt: Temporal.Instant
  readonly isProcessed: boolean
}

/** Keeps a fact before anything is done about it. `isNew` is false when it had come before. */
export async function keepFact(
  reader: Reader,
  fact: RawFact,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const row = await reader.db
    .insertInto('platform.inbox')
    .values({
      id: newId(),
      shop_id: reader.shopId,
      provider: fact.provider,
      event_id: fact.eventId,
      headers: JSON.stringify(fact.headers ?? {}),
      body: Buffer.from(fact.body),
      received_at: reader.now,
    })
    .onConflict((conflict) => conflict.constraint('inbox_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return { id: row.id, isNew: true }
  const earlier = await reader.db
    .selectFrom('platform.inbox')
    .select('id')
    .where('provider', '=', fact.provider)
    .where('event_id', '=', fact.eventId)
    .executeTakeFirstOrThrow()
  return { id: earlier.id, isNew: false }
}

/** A kept fact by id; undefined when this shop has none such. */
export async function findFact(reader: Reader, id: string): Promise<KeptFact | undefined> {
  const row = await reader.db
    .selectFrom('platform.inbox')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toFact(row)
}

/** What a provider told before an instant and nobody has worked on yet, oldest first, at most 100. */
export async function openFacts(
  reader: Reader,
  { provider, before }: { readonly provider: string; readonly before: Temporal.Instant },
): Promise<KeptFact[]> {
  const rows = await reader.db
    .selectFrom('platform.inbox')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('provider', '=', provider)
    .where('processed_at', 'is', null)
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(100)
    .execute()
  return rows.map(toFact)
}

const toFact = (row: Selectable<PlatformInbox>): KeptFact => ({
  id: row.id,
  provider: row.provider,
  eventId: row.event_id,
  headers: row.headers as RawFact['headers'],
  body: row.body,
  receivedAt: row.received_at,
  isProcessed: row.processed_at !== null,
})

/**
 * Keeps the bytes of somebody who could not prove who he is, for inquiry and without effect. Only so many an hour: a stranger
 * must not fill the disk.
 */
export async function keepForgedFact(
  { db, shopId, now }: Pick<Reader, 'db' | 'shopId' | 'now'>,
  { eventId, headers = {}, body }: Omit<RawFact, 'provider'>,
  { reason, mostAnHour }: { readonly reason: string; readonly mostAnHour: number },
): Promise<void> {
  const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  await sql`insert into platform.inbox (id, shop_id, provider, event_id, headers, body, received_at, processed_at, outcome)
    select ${newId()}, ${shopId}, 'forged', ${eventId}, ${JSON.stringify(headers)}::jsonb, ${Buffer.from(body)}, ${now}, ${now}, ${reason}
    where (select count(*) from platform.inbox where provider = 'forged' and received_at >= ${hour}) < ${mostAnHour}
    on conflict on constraint inbox_once do nothing`.execute(db)
}

/** Notes what became of a fact. The first note stays. */
export async function settleFact(reader: Reader, id: string, outcome: string): Promise<void> {
  await reader.db
    .updateTable('platform.inbox')
    .set({ processed_at: reader.now, outcome })
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', id)
    .where('processed_at', 'is', null)
    .execute()
}
