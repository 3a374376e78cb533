import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { Export } from './export.ts'
import { beginRun, endRun, loadExport, recordProgress } from './export-store.ts'
import { type RequestExport, recordExport } from './request-export.ts'
import { exportBytes } from './run-export.ts'

/**
 * Exports here and now, for commands: the same rows and the same record, but the bytes go straight to `write` and no file is kept.
 * @throws exportKindUnknown, exportNotPermitted, filterInvalid
 */
export async function exportNow(
  ctx: Context,
  request: RequestExport,
  write: (bytes: Uint8Array) => Promise<unknown>,
): Promise<Export> {
  const asked = await transaction(ctx, (tx) => recordExport(tx, request))
  const attempt = { id: asked.id, run: (await beginRun(ctx, asked.id))! }
  const progress = { rows: 0, bytes: 0, parts: 0 }
  const bytes = exportBytes(ctx, asked, (rows) => {
    progress.rows += rows
  })
  try {
    for await (const chunk of bytes) {
      progress.bytes += chunk.byteLength
      await write(chunk)
    }
  } catch (error) {
    await transaction(ctx, (tx) => endRun(tx, attempt, { status: 'failed', error: 'exports.interrupted' }))
    throw error
  }
  await recordProgress(ctx, attempt, progress)
  await transaction(ctx, async (tx) => {
    await endRun(tx, attempt, { status: 'finished', expiresAt: tx.now })
    const { number, kind, personal } = asked
    await publish(tx, {
      type: 'export.finished',
      aggregate: 'export',
      id: asked.id,
      data: { number, kind, rows: progress.rows, bytes: progress.bytes, personal },
    })
  })
  return loadExport(ctx, asked.id)
}
