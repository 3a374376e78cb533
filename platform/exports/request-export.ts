import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf, publish } from '#platform/events'
import { recordPersonalRead } from '#platform/personal-reads'
import type { Export, ExportFilter, ExportFormat, ExportId } from './export.ts'
import { checkFilter, exportKind, mustMay } from './export-kind.ts'
import { insertExport, loadExport } from './export-store.ts'

export interface RequestExport {
  readonly kind: string
  readonly format: ExportFormat
  readonly filter?: ExportFilter
  /** Ask for the columns with personal data too. */
  readonly personal?: boolean
  /** Why, when personal data are asked for: at least four characters. */
  readonly reason?: string
}

/**
 * Asks for a list as a sheet. A job writes the file in the name of whoever asked.
 * @throws exportKindUnknown, exportNotPermitted, filterInvalid, reasonNeeded
 */
export function requestExport(ctx: Context, request: RequestExport): Promise<Export> {
  return transaction(ctx, async (tx) => {
    const asked = await recordExport(tx, request)
    await publish(tx, {
      type: 'export.requested',
      aggregate: 'export',
      id: asked.id,
      data: aboutOf(asked, request.reason),
    })
    return asked
  })
}

/** Puts on record who takes which list with which filter. @throws exportKindUnknown, exportNotPermitted, filterInvalid, reasonNeeded */
export async function recordExport(
  tx: Tx,
  { kind: name, format, filter = {}, personal = false, reason = '' }: RequestExport,
): Promise<Export> {
  const kind = exportKind(name)
  mustMay(tx.actor, kind, personal)
  checkFilter(kind, filter)
  const id = newId<'Export'>()
  const holdsPersonal = personal && kind.columns.some((column) => column.personal)
  if (holdsPersonal) await recordPersonalRead(tx, { subject: 'export', subjectIds: [id], reason })
  await insertExport(tx, {
    id,
    number: documentNumber('EX', dayIn(tx.now, 'Asia/Shanghai')),
    kind: name,
    format,
    filter,
    personal: holdsPersonal,
  })
  return loadExport(tx, id)
}

/** Why an export with personal data was asked for, for whoever agrees to it; null where none was needed. */
export async function reasonOf(reader: Reader, id: ExportId): Promise<string | null> {
  const asked = (await historyOf(reader, id)).find(({ type }) => type === 'export.requested')
  return typeof asked?.data.reason === 'string' ? asked.data.reason : null
}

const aboutOf = ({ number, kind, format, filter, personal }: Export, reason?: string) => ({
  number,
  kind,
  format,
  filter,
  personal,
  ...(personal && { reason }),
})
