import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import { texts } from '#kernel/text'
import type { Tx } from '#platform/context'

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
