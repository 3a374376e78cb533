import { readSheet } from '#platform/imports'
import { readLine, type StatementLine } from './model.ts'
import { statementColumnsMissing, statementLineInvalid } from './statement.ts'

/** The heads under which carriers write it, the surest first. */
const columns = {
  waybill: [/运单号|快递单号|面单号|waybill|tracking/i, /单号/],
  collected: [/代收(?:货款)?(?:金额)?$|代收货款|collected|cod amount/i, /货款|金额|amount/i],
  fee: [/手续费|服务费|fee/i],
} as const

/**
 * Reads a carrier's statement from a sheet (CSV or Excel): the columns are found by their heads, rows that end the sheet with a sum are passed over.
 * @throws statementColumnsMissing, statementLineInvalid naming the row, and what `readSheet` refuses
 */
export async function readStatement(bytes: Uint8Array, currency: string): Promise<StatementLine[]> {
  const { heads, rows } = await readSheet(bytes)
  const place = (patterns: readonly RegExp[]) =>
    patterns.map((pattern) => heads.findIndex((head) => pattern.test(head))).find((index) => index >= 0)
  const [waybill, fee] = [place(columns.waybill), place(columns.fee)]
  const collected = columns.collected
    .map((pattern) => heads.findIndex((head, index) => index !== fee && pattern.test(head)))
    .find((index) => index >= 0)
  if (waybill === undefined || collected === undefined) throw statementColumnsMissing({ field: 'file' })
  return rows
    .filter(({ cells }) => !/^(?:合计|总计|小计|total|sum)?$/i.test((cells[waybill] ?? '').trim()))
    .map(({ row, cells }) => {
      const written = [waybill, collected, fee].map((index) => (index === undefined ? '' : (cells[index] ?? '').trim()))
      const line = readLine(written, currency)
      if (!line) throw statementLineInvalid({ field: 'file', row })
      return line
    })
}
