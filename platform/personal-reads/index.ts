import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import { refusal } from '#kernel/refusal'
import { texts } from '#kernel/text'
import type { Actor, Reader, Tx } from '#platform/context'
import { beyond } from '#platform/database'

export const reasonNeeded = refusal(
  'invalid',
  'personal_reads.reason_needed',
  (_: { field: 'reason' }) => 'whoever sees personal data says why, in more than three characters',
)

export const personalReadsText = texts({
  'personal_reads.reason_needed': {
    zh: '查看或导出个人信息须写明原因，至少 4 个字',
    en: 'Seeing or exporting personal data takes a reason of at least 4 characters',
  },
})

export interface PersonalRead {
  /** What was opened: `order`, `outbound`, `export`. */
  readonly subject: string
  readonly subjectIds: readonly string[]
  readonly reason: string
}

/**
 * Keeps who saw whose personal data unmasked and why, in the transaction that shows them. For work that is itself the reason (a waybill is
 * printed) the work is named. Rows are never changed. @throws reasonNeeded
 */
export async function recordPersonalRead(tx: Tx, { subject, subjectIds, reason }: PersonalRead): Promise<void> {
  const words = reason.trim()
  if ([...words].length < 4) throw reasonNeeded({ field: 'reason' })
  if (subjectIds.length === 0) return
  const { kind, id, name } = tx.actor
  const read = {
    shop_id: tx.shopId,
    actor_kind: kind,
    actor_id: id,
    actor_name: name,
    subject,
    reason: words,
    at: tx.now,
  }
  await tx.db
    .insertInto('platform.personal_reads')
    .values(subjectIds.map((subjectId) => ({ id: newId(), subject_id: subjectId, ...read })))
    .execute()
}

/** A look that was recorded. */
export interface RecordedRead {
  readonly id: string
  readonly at: Temporal.Instant
  readonly actorKind: Actor['kind']
  readonly actorName: string
  readonly subject: string
  readonly subjectId: string
  readonly reason: string
}

export interface FindPersonalReads {
  /** The things whose data somebody may have seen. */
  readonly subjectIds: readonly string[]
  /** Lists that were taken along since then count too: they may have held the same data. */
  readonly listsSince?: Temporal.Instant
  readonly cursor?: string
  /** Rows of a page; 50 unless told. */
  readonly limit?: number
}

/** What a list that was taken along is recorded as. */
const lists = ['export', 'shop']

/** Whether a look was at a list, which may have held the data in question among others. */
export const isList = ({ subject }: Pick<RecordedRead, 'subject'>): boolean => lists.includes(subject)

/** Who saw the personal data of some things, newest first. @throws badCursor */
export async function findPersonalReads(
  reader: Reader,
  { subjectIds, listsSince, cursor, limit = 50 }: FindPersonalReads,
): Promise<Page<RecordedRead>> {
  let query = reader.db
    .selectFrom('platform.personal_reads')
    .select(['id', 'at', 'actor_kind', 'actor_name', 'subject', 'subject_id', 'reason'])
    .where('shop_id', '=', reader.shopId)
    .where(({ or, and, eb }) =>
      or([
        eb('subject_id', '=', sql<string>`any(${[...subjectIds]}::uuid[])`),
        ...(listsSince ? [and([eb('subject', 'in', lists), eb('at', '>=', listsSince)])] : []),
      ]),
    )
  if (cursor) query = query.where(beyond(cursor, ['at', 'id']))
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.at.toString(), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      at: row.at,
      actorKind: row.actor_kind as Actor['kind'],
      actorName: row.actor_name,
      subject: row.subject,
      subjectId: row.subject_id,
      reason: row.reason,
    })),
  }
}
