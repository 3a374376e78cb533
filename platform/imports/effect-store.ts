import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/context'
import type { ImportId } from './import.ts'
import type { ImportEffect, Reversed } from './import-effect.ts'

/** Keeps what a batch did, in the transaction that did it. */
export async function insertEffects(tx: Tx, importId: ImportId, effects: readonly ImportEffect[]): Promise<void> {
  if (effects.length === 0) return
  const rows = effects.map(({ subjectId, ...effect }, position) => ({ ...effect, subject_id: subjectId, position }))
  await sql`
    insert into platform.import_effects (import_id, row, subject, subject_id, label, did, before, after)
    select ${importId}::uuid, e.row, e.subject, e.subject_id, left(e.label, 300), e.did, e.before, e.after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(row integer, subject text, subject_id uuid, label text, did text, before jsonb, after jsonb, position integer)
    order by e.position`.execute(tx.db)
}

/** An effect with its place in the order in which things happened. */
export interface KeptEffect extends ImportEffect {
  readonly id: number
}

/** The newest effects that stand, all of them from before `beforeId`. */
export async function standingEffects(
  reader: Reader,
  importId: ImportId,
  { limit, beforeId }: { limit: number; beforeId?: number },
): Promise<KeptEffect[]> {
  let query = reader.db
    .selectFrom('platform.import_effects')
    .select(['id', 'row', 'subject', 'subject_id', 'label', 'did', 'before', 'after'])
    .where('import_id', '=', importId)
    .where('state', '=', 'standing')
  if (beforeId !== undefined) query = query.where('id', '<', beforeId)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ subject_id, did, ...row }) => ({ ...row, subjectId: subject_id, did: did as ImportEffect['did'] }))
}

export interface EffectCount {
  readonly subject: string
  readonly did: ImportEffect['did']
  readonly count: number
}

/** How much of what an import did still stands. */
export async function countEffects(reader: Reader, importId: ImportId): Promise<EffectCount[]> {
  const { rows } = await sql<EffectCount>`
    select subject, did, count(*)::int8 as count from platform.import_effects
    where import_id = ${importId} and state = 'standing' group by 1, 2 order by 1, 2`.execute(reader.db)
  return rows
}

/** Marks effects as taken back or kept, with the reason. */
export async function markEffects(
  tx: Tx,
  effects: readonly KeptEffect[],
  reversed: readonly Reversed[],
): Promise<void> {
  const rows = reversed.map(({ outcome, code, details }, at) => ({ id: effects[at]!.id, outcome, code, details }))
  await sql`
    update platform.import_effects e set state = r.outcome, code = r.code, details = coalesce(r.details, '{}')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, outcome text, code text, details jsonb)
    where e.id = r.id`.execute(tx.db)
}
