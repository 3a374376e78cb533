import { sql } from 'kysely'
import type { Actor, Reader, Tx } from '#platform/context'
import { type ImportId, importNotFound } from './import.ts'
import type { Reversed } from './import-effect.ts'
import { loadImport } from './import-store.ts'

/** An import on its way back. `total` and `done` count effects: what the import did to one thing each. */
export interface Reversal {
  readonly importId: ImportId
  readonly status: 'waiting' | 'running' | 'finished'
  readonly total: number
  readonly done: number
  readonly reversed: number
  /** Left as they are, because something happened to them since. */
  readonly kept: number
  readonly actor: Actor
  readonly createdAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
}

/** The reversal of an import; undefined while nobody asked for one. */
export async function findReversal(reader: Reader, importId: ImportId): Promise<Reversal | undefined> {
  const row = await reader.db
    .selectFrom('platform.import_reversals')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (!row) return undefined
  const actor = row.actor as unknown as Omit<Actor, 'permissions'> & { permissions: string[] }
  return {
    importId,
    status: row.status as Reversal['status'],
    total: row.total,
    done: row.done,
    reversed: row.reversed,
    kept: row.kept,
    actor: { ...actor, permissions: new Set(actor.permissions) },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

/** Locks a reversal, so that one runner at a time takes the next batch back. @throws importNotFound */
export async function lockReversal(tx: Tx, importId: ImportId): Promise<Reversal> {
  await tx.db
    .selectFrom('platform.import_reversals')
    .select('import_id')
    .where('shop_id', '=', tx.shopId)
    .where('import_id', '=', importId)
    .forUpdate()
    .execute()
  const reversal = await findReversal(tx, importId)
  if (!reversal) throw importNotFound({ importId })
  return reversal
}

export async function insertReversal(tx: Tx, importId: ImportId, total: number): Promise<void> {
  await tx.db
    .insertInto('platform.import_reversals')
    .values({
      import_id: importId,
      shop_id: tx.shopId,
      status: 'waiting',
      total,
      actor: JSON.stringify({ ...tx.actor, permissions: [...tx.actor.permissions] }),
      created_at: tx.now,
    })
    .execute()
}

/** Counts a batch that was taken back or kept, in the transaction that did it. */
export async function countReversed(tx: Tx, importId: ImportId, reversed: readonly Reversed[]): Promise<void> {
  const kept = reversed.filter(({ outcome }) => outcome === 'kept').length
  await tx.db
    .updateTable('platform.import_reversals')
    .set({
      status: 'running',
      done: sql`done + ${reversed.length}`,
      reversed: sql`reversed + ${reversed.length - kept}`,
      kept: sql`kept + ${kept}`,
    })
    .where('shop_id', '=', tx.shopId)
    .where('import_id', '=', importId)
    .execute()
}

export async function endReversal(tx: Tx, importId: ImportId): Promise<void> {
  await tx.db
    .updateTable('platform.import_reversals')
    .set({ status: 'finished', finished_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('import_id', '=', importId)
    .execute()
}

/** What could not be taken back as it was, or was in another way than undoing it. */
export interface Remark extends Reversed {
  readonly id: number
  readonly row: number
  readonly subject: string
  readonly subjectId: string
  readonly label: string
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What is to be said about a reversal, kept things first. @throws importNotFound */
export async function reversalRemarks(reader: Reader, importId: ImportId, limit = 500): Promise<Remark[]> {
  await loadImport(reader, importId)
  const rows = await reader.db
    .selectFrom('platform.import_effects')
    .select(['id', 'row', 'subject', 'subject_id', 'label', 'state', 'code', 'details'])
    .where('import_id', '=', importId)
    .where('code', 'is not', null)
    .orderBy('state')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ subject_id, state, code, details, ...row }) => ({
    ...row,
    subjectId: subject_id,
    outcome: state as Reversed['outcome'],
    code: code!,
    details: details as Remark['details'],
  }))
}
