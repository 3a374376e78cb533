import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { AccountId, Actor, Reader, Tx } from '#platform/context'
import type { Notice, NoticeId } from './model.ts'

export const noticeNotFound = refusal(
  'not_found',
  'notices.not_found',
  (d: { noticeId: string }) => `there is no open notice ${d.noticeId}`,
)

export type Notify = Told & (ToHolders | ToOne)

interface ToHolders {
  /** Everybody in the shop who holds it. */
  readonly permission: string
  readonly accountId?: undefined
}

interface ToOne {
  readonly permission?: undefined
  /** This person alone. */
  readonly accountId: AccountId
}

interface Told {
  readonly kind: string
  readonly subject: string
  readonly subjectId?: string
  readonly data?: Readonly<Record<string, unknown>>
  /** The same key gives one notice, however often the cause repeats. */
  readonly dedupeKey: string
}

/** Tells everybody in the shop who holds a permission, or one person, in the caller's transaction. */
export async function notify(tx: Tx, notice: Notify): Promise<void> {
  const { permission = '', accountId = null, kind, subject, subjectId, data, dedupeKey } = notice
  await tx.db
    .insertInto('office.notices')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      permission,
      account_id: accountId,
      kind,
      subject,
      subject_id: subjectId ?? null,
      data: JSON.stringify(data ?? {}),
      dedupe_key: dedupeKey,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('notices_once').doNothing())
    .execute()
}

/** Open notices for a holder of these permissions, and for one person, newest first, at most 200. */
export async function openNotices(
  reader: Reader,
  permissions: ReadonlySet<string>,
  accountId: AccountId | null = null,
): Promise<Notice[]> {
  const rows = await reader.db
    .selectFrom('office.notices')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where(isFor({ id: accountId, permissions }))
    .where('done_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id as NoticeId,
    permission: row.permission,
    kind: row.kind,
    subject: row.subject,
    subjectId: row.subject_id,
    data: row.data as Notice['data'],
    createdAt: row.created_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
  }))
}

/** Marks a notice as dealt with, under the name of who did. @throws noticeNotFound when it is not open for this actor */
export async function settleNotice(tx: Tx, noticeId: NoticeId): Promise<void> {
  const row = await tx.db
    .updateTable('office.notices')
    .set({ done_at: tx.now, done_by: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', noticeId)
    .where(isFor(tx.actor))
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw noticeNotFound({ noticeId })
}

const isFor = ({ id, permissions }: Pick<Actor, 'id' | 'permissions'>) =>
  sql<boolean>`(account_id = ${id} or (account_id is null and permission = any(${[...permissions]}::text[])))`

export interface SettleNotices {
  readonly subject: string
  readonly subjectId: string
  /** Only these; all about the thing unless given. */
  readonly kinds?: readonly string[]
}

/**
 * Marks the open notices about a thing as dealt with, in the transaction in which it is dealt with: whoever does the work need not
 * tick them off as well. Nothing open is nothing to do.
 */
export async function settleNotices(tx: Tx, { subject, subjectId, kinds }: SettleNotices): Promise<void> {
  const open = tx.db
    .updateTable('office.notices')
    .set({ done_at: tx.now, done_by: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .where('done_at', 'is', null)
  await (kinds ? open.where('kind', 'in', [...kinds]) : open).execute()
}
