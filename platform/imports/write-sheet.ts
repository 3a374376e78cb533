import { stringify } from 'csv-stringify/sync'

export type WrittenForm = 'csv' | 'xlsx'

export const sheetTypes: Readonly<Record<WrittenForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Lines as a file that Excel opens with a double click: CSV in UTF-8 with its mark, or a workbook whose first line stays in sight.
 * All cells are text, so that codes keep their zeros, and none starts a formula.
 */
export async function writeSheet(form: WrittenForm, lines: readonly (readonly string[])[]): Promise<Buffer> {
  const rows = lines.map((line) => line.map(harmless))
  if (form === 'csv') return Buffer.from(`\uFEFF${stringify(rows)}`)
  const { writeXlsx } = await import('hucre/xlsx')
  const columns = (rows[0] ?? []).map((head) => ({ width: Math.min(40, Math.max(12, head.length * 2)) }))
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', columns, rows, freezePane: { rows: 1 } }] }))
}

/** A leading apostrophe keeps a spreadsheet from computing what somebody typed. Source: OWASP, CSV injection. */
const harmless = (cell: string): string =>
  /^[=+\-@＝＋－＠\t\r\n]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell
