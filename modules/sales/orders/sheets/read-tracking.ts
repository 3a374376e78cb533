import type { Carrier } from '#model/supply/shipping'
import { type RowProblem, type SheetRow, sheetCells } from '#platform/imports'

export interface TrackingRead {
  readonly row: number
  readonly order: string
  readonly parcel: string
  /** The code of one of the shop's carriers. */
  readonly carrier: string
  readonly waybill: string
  readonly weightGrams: number | null
  readonly problems: readonly RowProblem[]
}

/** How carriers write their numbers, where that is sure; the others: eight to thirty letters and digits. Source: the carriers' query pages. */
const forms: Readonly<Record<string, RegExp>> = {
  SF: /^SF\d{12,15}$|^\d{12}$/,
  JD: /^JD[A-Z0-9]{8,20}(?:-\d+-\d+-?)?$/,
  EMS: /^[A-Z]{2}\d{9}[A-Z]{2}$|^\d{13}$/,
}
const anyForm = /^(?=.*\d)[A-Z0-9-]{8,30}$/

/** Reads the rows of one order or parcel: more than one of them is a mistake. */
export function readTracking(rows: readonly SheetRow[], carriers: readonly Carrier[]): TrackingRead {
  const problems: RowProblem[] = []
  const cells = sheetCells(rows[0]!, problems)
  for (const { row } of rows.slice(1))
    problems.push({ row, field: 'order', code: 'sheet.twice', details: { row: cells.row } })
  const [order, parcel] = [cells.text('order', 60), cells.text('parcel', 40).toUpperCase()]
  if (!order && !parcel) cells.problem('order', 'sheet.missing')
  const word = cells.needed('carrier', 60)
  const carrier = carriers.find(({ code, name }) => [code, name.zh, name.en].some((each) => same(each, word)))
  if (word && !carrier) cells.problem('carrier', 'tracking_import.carrier_unknown')
  const waybill = cells.needed('waybill', 40).toUpperCase().replace(/\s/g, '')
  const form = forms[carrier?.code ?? ''] ?? anyForm
  if (waybill && carrier && !form.test(waybill))
    cells.problem('waybill', 'tracking_import.number_form', { carrier: carrier.code })
  const weightGrams = cells.whole('weight')
  return { row: cells.row, order, parcel, carrier: carrier?.code ?? '', waybill, weightGrams, problems }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
