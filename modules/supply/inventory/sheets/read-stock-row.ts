import { type RowProblem, type SheetRow, sheetCells } from '#platform/imports'

/** A row as it says, before the shop is asked anything. */
export interface StockRowRead {
  readonly row: number
  readonly sku: string
  readonly quantity: number
  /** `count`: so many lie there. `receipt`: so many have come. */
  readonly mode: 'count' | 'receipt'
  readonly warehouse: string
  readonly bin: string
  readonly lot: string
  readonly producedOn: Temporal.PlainDate | null
  readonly expiresOn: Temporal.PlainDate | null
  readonly document: string
  readonly reason: string
  readonly problems: RowProblem[]
}

const modes = { count: 'count', 盘点: 'count', receipt: 'receipt', receive: 'receipt', 入库: 'receipt' } as const
const mostCounted = 1_000_000
const mostReceived = 9_999

/** Reads the rows of one SKU, bin and lot: more than one of them is a mistake. */
export function readStockRow(rows: readonly SheetRow[]): StockRowRead {
  const problems: RowProblem[] = []
  const cells = sheetCells(rows[0]!, problems)
  for (const { row } of rows.slice(1))
    problems.push({ row, field: 'sku', code: 'sheet.twice', details: { row: cells.row }, value: rows[0]!.values.sku })
  const mode = cells.choice<'count' | 'receipt'>('mode', modes, 'count')
  const document = cells.text('document', 60)
  const quantity = cells.whole('quantity')
  if (!rows[0]!.values.quantity) cells.problem('quantity', 'sheet.missing')
  if (mode === 'receipt' && quantity === 0) cells.problem('quantity', 'stock_import.nothing_received')
  if (mode === 'receipt' && !document) cells.problem('document', 'stock_import.document_missing')
  const most = mode === 'count' ? mostCounted : mostReceived
  if (quantity !== null && quantity > most) cells.problem('quantity', 'stock_import.too_many', { most })
  return {
    row: cells.row,
    sku: cells.needed('sku', 64),
    quantity: quantity ?? 0,
    mode,
    warehouse: cells.text('warehouse', 60),
    bin: cells.text('bin', 40),
    lot: cells.text('lot', 60),
    producedOn: cells.day('producedOn'),
    expiresOn: cells.day('expiresOn'),
    document,
    reason: cells.text('reason', 200),
    problems,
  }
}

/** Rows about the same pieces in the same place. */
export const stockKey = ({ values }: SheetRow): string =>
  values.sku ? JSON.stringify([values.sku, values.warehouse, values.bin, values.lot, values.mode, values.document]) : ''
