import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { Context } from '#platform/context'
import { type Export, type ExportFormat, exportKind, exportNow } from '#platform/exports'

export interface ExportCall {
  readonly kind: string
  readonly file: string
  readonly format: ExportFormat
  readonly filter: Readonly<Record<string, string>>
  readonly personal: boolean
}

/** What was typed after `zhanggui export`; undefined when it makes no sense. */
export function readExportCall(
  [kind, file]: readonly string[],
  values: Readonly<Record<string, unknown>>,
): ExportCall | undefined {
  const format = (/\.(csv|xlsx)$/i.exec(file ?? '')?.[1]?.toLowerCase() ?? '') as ExportFormat | ''
  const filters = (values.filter ?? []) as readonly string[]
  if (!kind || !file || !format || filters.some((each) => !each.includes('='))) return undefined
  const filter = Object.fromEntries(
    filters.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  )
  return { kind, file, format, filter, personal: values.personal === true }
}

/** Writes a list to a file, which is there whole or not at all. */
export async function exportToFile(ctx: Context, { file, ...request }: ExportCall): Promise<Export> {
  exportKind(request.kind)
  const draft = `${file}.part`
  const handle = await open(draft, 'w')
  try {
    const done = await writeAll(ctx, handle, request)
    await rename(draft, file)
    return done
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function writeAll(ctx: Context, handle: FileHandle, request: Omit<ExportCall, 'file'>): Promise<Export> {
  try {
    return await exportNow(ctx, request, (bytes) => handle.write(bytes))
  } finally {
    await handle.close()
  }
}
