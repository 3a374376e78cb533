import { columnsMissing, importEmpty, importLimits, importTooManyRows } from './import.ts'

/** A sheet as it came: heads and cells, rows numbered as its program shows them (the first line is row 1). */
export interface Sheet {
  readonly format: 'csv' | 'xlsx' | 'xml'
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030'
  readonly heads: readonly string[]
  readonly rows: readonly Line[]
}

export interface Line {
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * Lines of any form as a sheet: the first line that says something is the head; empty lines and our templates' notes are passed over.
 * @throws importEmpty, importTooManyRows, columnsMissing when there are more columns than a sheet may have
 */
export function toSheet(form: Pick<Sheet, 'format' | 'encoding'>, lines: readonly Line[]): Sheet {
  const [head, ...rows] = lines.filter(saysSomething)
  if (!head || rows.length === 0) throw importEmpty({ field: 'file' })
  if (rows.length > importLimits.rows) throw importTooManyRows({ field: 'file', most: importLimits.rows })
  if (head.cells.length > importLimits.columns)
    throw columnsMissing({ field: 'file', columns: `≤ ${importLimits.columns}` })
  return { ...form, heads: head.cells.map((cell) => cell.trim()), rows }
}

const saysSomething = ({ cells }: Line): boolean =>
  cells.some((cell) => cell.trim() !== '') && !/^#\s*(?:说明|notes)/i.test(cells[0] ?? '')
