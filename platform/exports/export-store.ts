import type { Selectable } from 'kysely'
import { newId } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import type { Actor, Context, Reader, Tx } from '#platform/context'
import type { PlatformExports } from '#platform/database'
import { beyond } from '#platform/database'
import { type Export, type ExportId, exportNotFound } from './export.ts'

/** @throws exportNotFound */
export async function loadExport(reader: Reader, exportId: ExportId): Promise<Export> {
  const row = await reader.db
    .selectFrom('platform.exports')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', exportId)
    .executeTakeFirst()
  if (!row) throw exportNotFound({ exportId })
  return toExport(row)
}

/** The shop's exports of these kinds, newest first. */
export async function findExports(
  reader: Reader,
  { kinds, cursor, limit = 20 }: { kinds: readonly string[]; cursor?: string; limit?: number },
): Promise<Page<Export>> {
  if (kinds.length === 0) return { rows: [] }
  let query = reader.db
    .selectFrom('platform.exports')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('kind', 'in', [...kinds])
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return { ...page, rows: page.rows.map(toExport) }
}

export type NewExport = Pick<Export, 'id' | 'number' | 'kind' | 'format' | 'filter' | 'personal'>

export async function insertExport(tx: Tx, row: NewExport): Promise<void> {
  await tx.db
    .insertInto('platform.exports')
    .values({
      id: row.id,
      shop_id: tx.shopId,
      number: row.number,
      kind: row.kind,
      format: row.format,
      filter: JSON.stringify(row.filter),
      personal: row.personal,
      locale: tx.locale,
      status: 'waiting',
      actor: JSON.stringify({ ...tx.actor, permissions: [...tx.actor.permissions] }),
      created_at: tx.now,
    })
    .execute()
}

/** Begins an attempt; an earlier one that still runs somewhere counts no more from here on. Undefined when there is nothing left to do. */
export async function beginRun(ctx: Context, exportId: ExportId): Promise<string | undefined> {
  const run = newId<'Run'>()
  const row = await ctx.db
    .updateTable('platform.exports')
    .set({ status: 'running', run, rows: 0, bytes: 0, parts: 0 })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', exportId)
    .where('status', 'in', ['waiting', 'running'])
    .returning('id')
    .executeTakeFirst()
  return row && run
}

export interface Progress {
  readonly rows: number
  readonly bytes: number
  readonly parts: number
}

/** Says how far an attempt has come; false when another one has taken its place. */
export async function recordProgress(
  ctx: Context,
  { id, run }: { id: ExportId; run: string },
  { rows, bytes, parts }: Progress,
): Promise<boolean> {
  const row = await ctx.db
    .updateTable('platform.exports')
    .set({ rows, bytes, parts })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', id)
    .where('run', '=', run)
    .where('status', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends an attempt; false when another one has taken its place. */
export async function endRun(
  tx: Tx,
  { id, run }: { id: ExportId; run: string },
  end: { status: 'finished' | 'failed'; error?: string; held?: boolean; expiresAt?: Temporal.Instant },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('platform.exports')
    .set({
      status: end.status,
      error: end.error ?? null,
      held: end.held ?? false,
      finished_at: tx.now,
      expires_at: end.expiresAt ?? null,
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('run', '=', run)
    .where('status', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Lets a finished export leave that was kept back; false when it is not, or its time is over. */
export async function agreeToHeld(tx: Tx, exportId: ExportId): Promise<boolean> {
  const row = await tx.db
    .updateTable('platform.exports')
    .set({ agreed_by: tx.actor.name, agreed_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', exportId)
    .where('status', '=', 'finished')
    .where('expires_at', '>', tx.now)
    .where('held', '=', true)
    .where('agreed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Exports whose time is over and whose files are still kept. */
export async function expiredExports(ctx: Context): Promise<Export[]> {
  const rows = await ctx.db
    .selectFrom('platform.exports')
    .selectAll()
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'finished')
    .where('expires_at', '<=', ctx.now)
    .orderBy('expires_at')
    .limit(100)
    .execute()
  return rows.map(toExport)
}

export async function markExpired(ctx: Context, exportId: ExportId): Promise<void> {
  await ctx.db
    .updateTable('platform.exports')
    .set({ status: 'expired' })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', exportId)
    .where('status', '=', 'finished')
    .execute()
}

function toExport(row: Selectable<PlatformExports>): Export {
  const actor = row.actor as unknown as Omit<Actor, 'permissions'> & { permissions: string[] }
  return {
    id: row.id as ExportId,
    number: row.number,
    kind: row.kind,
    format: row.format as Export['format'],
    filter: row.filter as Export['filter'],
    personal: row.personal,
    locale: row.locale as Export['locale'],
    status: row.status as Export['status'],
    rows: row.rows,
    bytes: row.bytes,
    parts: row.parts,
    run: row.run,
    error: row.error,
    held: row.held,
    agreedBy: row.agreed_by,
    agreedAt: row.agreed_at,
    actor: { ...actor, permissions: new Set(actor.permissions) },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
  }
}
