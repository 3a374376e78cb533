import { stringify } from 'csv-stringify/sync'
import { protectCell } from '#kernel/cell'
import { type ExportFormat, mostWorkbookRows, tooManyRows } from './export.ts'
import type { Cell } from './export-kind.ts'

export type Lines = AsyncIterable<readonly (readonly Cell[])[]>

/** The bytes of a sheet, as its lines come: nothing is held but the batch at hand. @throws tooManyRows for a workbook */
export const sheetBytes = (format: ExportFormat, heads: readonly string[], lines: Lines): AsyncIterable<Uint8Array> =>
  format === 'csv' ? csvBytes(heads, lines) : workbookBytes(heads, lines)

/** UTF-8 with a mark, so that Excel reads it as such. */
async function* csvBytes(heads: readonly string[], lines: Lines): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${stringify([heads.map(protectCell)])}`)
  for await (const batch of lines)
    if (batch.length > 0) yield Buffer.from(stringify(batch.map((cells) => cells.map(textCell))))
}

const textCell = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : protectCell(cell)

/** Numbers stay numbers; texts are texts and never formulas. */
async function* workbookBytes(heads: readonly string[], lines: Lines): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const columns = heads.map((header) => ({ header, key: header, width: 18 }))
  const options = { name: 'Sheet1', columns, freezePane: { rows: 1 } }
  yield* writeXlsxStream(workbookRows(lines), options) as unknown as AsyncIterable<Uint8Array>
}

async function* workbookRows(lines: Lines): AsyncGenerator<Cell[]> {
  let count = 0
  for await (const batch of lines)
    for (const cells of batch) {
      count += 1
      if (count > mostWorkbookRows) throw tooManyRows({ field: 'format', most: mostWorkbookRows })
      yield cells.map((cell) => (typeof cell === 'string' ? fitting(protectCell(cell)) || null : cell))
    }
}

/** What a cell of a workbook holds; a longer text ends in an ellipsis. Source: Excel specifications and limits. */
const mostInCell = 32_767
const fitting = (text: string): string => (text.length > mostInCell ? `${text.slice(0, mostInCell - 1)}…` : text)

/** Cuts a stream of bytes into pieces of about this size. */
export async function* inParts(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    held.push(chunk)
    length += chunk.byteLength
    if (length < size) continue
    yield Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}
