import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import type { Actor, Reader, Tx } from '#platform/context'
import { beyond } from '#platform/database'
import { insertEffects } from './effect-store.ts'
import { type Import, type ImportId, type ImportPlan, importNotFound } from './import.ts'
import type { Landed, RowProblem } from './import-kind.ts'

/** @throws importNotFound */
export async function loadImport(reader: Reader, importId: ImportId): Promise<Import> {
  const row = await reader.db
    .selectFrom('platform.imports')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!row) throw importNotFound({ importId })
  return toImport(row)
}

/** The import people know by this number. @throws importNotFound */
export async function findImportByNumber(reader: Reader, number: string): Promise<Import> {
  const row = await reader.db
    .selectFrom('platform.imports')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw importNotFound({ importId: number })
  return toImport(row)
}

/** Locks an import, so that one runner at a time lands its next batch. @throws importNotFound */
export async function lockImport(tx: Tx, importId: ImportId): Promise<Import> {
  await tx.db
    .selectFrom('platform.imports')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', importId)
    .forUpdate()
    .execute()
  return loadImport(tx, importId)
}

/** The shop's imports, newest first; of these kinds only, where they are named. */
export async function findImports(
  reader: Reader,
  { kind, kinds, cursor, limit = 20 }: { kind?: string; kinds?: readonly string[]; cursor?: string; limit?: number },
): Promise<Page<Import>> {
  let query = reader.db.selectFrom('platform.imports').selectAll().where('shop_id', '=', reader.shopId)
  if (kind) query = query.where('kind', '=', kind)
  if (kinds) query = query.where(sql<boolean>`kind = any(${[...kinds]}::text[])`)
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return { ...page, rows: page.rows.map(toImport) }
}

export async function insertImport(
  tx: Tx,
  row: Pick<Import, 'id' | 'number' | 'kind' | 'fileId' | 'fileName' | 'plan' | 'dryRun' | 'total'>,
): Promise<void> {
  await tx.db
    .insertInto('platform.imports')
    .values({
      id: row.id,
      shop_id: tx.shopId,
      number: row.number,
      kind: row.kind,
      file_id: row.fileId,
      file_name: row.fileName,
      mapping: JSON.stringify(row.plan),
      dry_run: row.dryRun,
      status: 'waiting',
      total: row.total,
      actor: JSON.stringify({ ...tx.actor, permissions: [...tx.actor.permissions] }),
      created_at: tx.now,
    })
    .execute()
}

/** Sets an import to running. What a dry run had counted before it was interrupted is counted afresh: it wrote nothing to go on from. */
export async function startRunning(tx: Tx, { id, dryRun }: Import): Promise<void> {
  const afresh = dryRun ? { done: 0, created: 0, updated: 0, unchanged: 0, failed: 0 } : {}
  await tx.db
    .updateTable('platform.imports')
    .set({ status: 'running', ...afresh })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
  if (dryRun) await tx.db.deleteFrom('platform.import_failures').where('import_id', '=', id).execute()
}

export async function endImport(
  tx: Tx,
  id: ImportId,
  status: 'finished' | 'failed' | 'cancelled',
  error: string | null = null,
): Promise<void> {
  await tx.db
    .updateTable('platform.imports')
    .set({ status, error, finished_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}

/** Counts a landed batch and keeps its problems, in the transaction that landed it. */
export async function recordBatch(
  tx: Tx,
  { id, plan, dryRun }: Import,
  landed: readonly Landed[],
  rows: number,
): Promise<void> {
  const count = (outcome: Landed['outcome']) => landed.filter((one) => one.outcome === outcome).length
  const problems = landed.flatMap((one) => (one.outcome === 'failed' ? one.problems : []))
  await insertFailures(tx, id, problems)
  if (!dryRun)
    await insertEffects(
      tx,
      id,
      landed.flatMap(({ effects = [] }) => effects),
    )
  await tx.db
    .updateTable('platform.imports')
    .set({
      done: sql`done + ${rows}`,
      created: sql`created + ${count('created')}`,
      updated: sql`updated + ${count('updated')}`,
      unchanged: sql`unchanged + ${count('unchanged')}`,
      failed: sql`failed + ${new Set(problems.map(({ row }) => row)).size}`,
      mapping: JSON.stringify({ ...plan, notes: addNotes(plan.notes, landed) }),
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}

function addNotes(before: ImportPlan['notes'], landed: readonly Landed[]): Record<string, number> {
  const notes: Record<string, number> = { ...before }
  for (const one of landed) {
    if (one.outcome === 'failed') continue
    for (const [name, count] of Object.entries(one.notes ?? {})) notes[name] = (notes[name] ?? 0) + count
  }
  return notes
}

async function insertFailures(tx: Tx, importId: ImportId, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length === 0) return
  const byRow = Map.groupBy(problems, ({ row }) => row)
  const rows = [...byRow.values()].flatMap((list) =>
    list.map(({ row, field, code, details, value }, position) => ({
      import_id: importId,
      row,
      position,
      field,
      code,
      details: JSON.stringify(details ?? {}),
      value: value?.slice(0, 500) ?? null,
    })),
  )
  await tx.db.insertInto('platform.import_failures').values(rows).execute()
}

export interface Failure extends RowProblem {
  readonly details: Readonly<Record<string, unknown>>
}

/** What was wrong, by row. At most `limit` from a row on. */
export async function failuresOf(
  reader: Reader,
  importId: ImportId,
  { afterRow = 0, limit = 1_000 }: { afterRow?: number; limit?: number } = {},
): Promise<Failure[]> {
  await loadImport(reader, importId)
  const rows = await reader.db
    .selectFrom('platform.import_failures')
    .selectAll()
    .where('import_id', '=', importId)
    .where('row', '>', afterRow)
    .orderBy('row')
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(({ row, field, code, details, value }) => ({
    row,
    field,
    code,
    details: details as Failure['details'],
    value: value ?? undefined,
  }))
}

type ImportRow = {
  id: string
  number: string
  kind: string
  file_id: string
  file_name: string
  mapping: unknown
  dry_run: boolean
  status: string
  total: number
  done: number
  created: number
  updated: number
  unchanged: number
  failed: number
  error: string | null
  actor: unknown
  created_at: Temporal.Instant
  finished_at: Temporal.Instant | null
}

function toImport(row: ImportRow): Import {
  const actor = row.actor as Omit<Actor, 'permissions'> & { permissions: string[] }
  return {
    id: row.id as ImportId,
    number: row.number,
    kind: row.kind,
    fileId: row.file_id as Import['fileId'],
    fileName: row.file_name,
    plan: row.mapping as ImportPlan,
    dryRun: row.dry_run,
    status: row.status as Import['status'],
    total: row.total,
    done: row.done,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    failed: row.failed,
    error: row.error,
    actor: { ...actor, permissions: new Set(actor.permissions) },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

export const newImportId = (): ImportId => newId<'Import'>()
