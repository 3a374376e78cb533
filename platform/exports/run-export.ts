import { hours } from '#kernel/day'
import { isRefusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { snapshot, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import type { Export, ExportId } from './export.ts'
import { type Cell, columnsFor, type ExportKind, exportKind, mustMay } from './export-kind.ts'
import { beginRun, endRun, loadExport, type Progress, recordProgress } from './export-store.ts'
import { removeParts, storePart } from './parts.ts'
import { needsSecond } from './second-person.ts'
import { exportSettings } from './settings.ts'
import { inParts, sheetBytes } from './write-sheet.ts'

const partBytes = 4 * 1024 * 1024

/**
 * Job. Writes an export to the file store, part by part, from one picture of the database. Killed and run again it begins
 * anew, and what the earlier attempt wrote is thrown away; of two attempts at once only the later one ends.
 * @throws exportNotFound
 */
export async function runExport(ctx: Context, exportId: ExportId): Promise<Export> {
  const asked = await loadExport(ctx, exportId)
  const run = await beginRun(ctx, exportId)
  if (!run) return asked
  await removeParts(ctx, asked)
  const exporter: Context = { ...ctx, actor: asked.actor, locale: asked.locale, repeat: undefined }
  try {
    const written = await writeParts(exporter, asked, run)
    if (written) await finish(exporter, asked, run, written)
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    await transaction(exporter, (tx) => endRun(tx, { id: exportId, run }, { status: 'failed', error: error.code }))
  }
  return loadExport(ctx, exportId)
}

/** Undefined when another attempt took over. */
async function writeParts(ctx: Context, asked: Export, run: string): Promise<Progress | undefined> {
  const attempt = { id: asked.id, run }
  const progress = { rows: 0, bytes: 0, parts: 0 }
  const bytes = exportBytes(ctx, asked, (rows) => {
    progress.rows += rows
  })
  for await (const part of inParts(bytes, partBytes)) {
    await storePart(ctx, attempt, progress.parts, part)
    progress.parts += 1
    progress.bytes += part.byteLength
    if (!(await recordProgress(ctx, attempt, progress))) return undefined
  }
  return progress
}

export type Wanted = Pick<Export, 'kind' | 'format' | 'filter' | 'personal'>

/** The bytes of a sheet with what this person may see of a list. Rows are counted as they pass. @throws exportNotPermitted */
export function exportBytes(
  ctx: Context,
  { kind: name, format, filter, personal }: Wanted,
  count: (rows: number) => void,
): AsyncIterable<Uint8Array> {
  const kind = exportKind(name)
  mustMay(ctx.actor, kind, personal)
  return written()

  async function* written() {
    const columns = await columnsFor(kind, ctx, { filter, personal })
    const heads = columns.map(({ label }) => label[ctx.locale])
    const fields = columns.map(({ field }) => field)
    yield* sheetBytes(format, heads, lines(ctx, { kind, filter, fields, count }))
  }
}

interface LinesOf {
  readonly kind: ExportKind
  readonly filter: Export['filter']
  readonly fields: readonly string[]
  readonly count: (rows: number) => void
}

async function* lines(ctx: Context, { kind, filter, fields, count }: LinesOf): AsyncGenerator<Cell[][]> {
  for await (const batch of snapshot(ctx, (reader) => kind.rows(reader, filter))) {
    count(batch.length)
    yield batch.map((row) => fields.map((field) => row[field] ?? null))
  }
}

function finish(ctx: Context, asked: Export, run: string, written: Progress): Promise<void> {
  const { id, kind, number, personal } = asked
  return transaction(ctx, async (tx) => {
    const { keepFor } = await readSettings(tx, exportSettings)
    const { rows, bytes } = written
    const held = await needsSecond(tx, asked, rows)
    const ended = await endRun(tx, { id, run }, { status: 'finished', held, expiresAt: tx.now.add(hours(keepFor)) })
    if (!ended) return
    await publish(tx, {
      type: 'export.finished',
      aggregate: 'export',
      id,
      data: { number, kind, rows, bytes, personal },
    })
    if (!held) return
    const { personal: permission } = exportKind(kind)
    await publish(tx, { type: 'export.held', aggregate: 'export', id, data: { number, kind, rows, permission } })
  })
}
