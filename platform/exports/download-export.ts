import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type Export, type ExportId, exportHeld, exportNotReady, waitsForSecond } from './export.ts'
import { exportKind, mustMay } from './export-kind.ts'
import { loadExport } from './export-store.ts'
import { readParts } from './parts.ts'

/**
 * The file of an export as a stream, while it is kept. Each download is on record with who took it and how many rows.
 * @throws exportNotFound, exportNotReady, exportHeld, exportNotPermitted for whoever may not see the list or the personal data in it
 */
export async function downloadExport(
  ctx: Context,
  exportId: ExportId,
): Promise<{ export: Export; bytes: AsyncIterable<Buffer> }> {
  const wanted = await loadExport(ctx, exportId)
  mustMay(ctx.actor, exportKind(wanted.kind), wanted.personal)
  if (waitsForSecond(wanted)) throw exportHeld({ exportId, rows: wanted.rows })
  if (!canDownload(wanted, ctx.now)) throw exportNotReady({ exportId, status: statusAt(wanted, ctx.now) })
  const { number, kind, rows, personal } = wanted
  await transaction({ ...ctx, repeat: undefined }, (tx) =>
    publish(tx, {
      type: 'export.downloaded',
      aggregate: 'export',
      id: exportId,
      data: { number, kind, rows, personal },
    }),
  )
  return { export: wanted, bytes: readParts(ctx, wanted) }
}

/** A finished export whose time is over counts as expired before the clock job has thrown its file away. */
export const statusAt = ({ status, expiresAt }: Export, now: Temporal.Instant): Export['status'] =>
  status === 'finished' && expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : status

export const canDownload = (wanted: Export, now: Temporal.Instant): boolean =>
  wanted.parts > 0 && statusAt(wanted, now) === 'finished' && !waitsForSecond(wanted)
