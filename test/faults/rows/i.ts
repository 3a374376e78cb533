import { statements } from '#insight/doctor'
import type { Row } from './row.ts'

/** Invariants of the catalogue that no check of the doctor looks at, and why. */
const notYet: Readonly<Record<string, string>> = {
  I29: 'no balance is stored: every balance is the sum of its transfers, so that nothing can drift from them',
  I32: 'there are no gift cards',
  I33: 'there are no coupons; the reductions of an order are looked at by I36',
  I34: 'there are no coupons',
  I35: 'reductions have no budget',
  I37: 'there are no gift cards',
  I38: 'no points are earned yet',
  I39: 'no points are earned yet',
  I40: 'there are no flash sales',
  I47: 'there are no purchase orders; goods in are movements, which I01 and I06 add up',
  I49: 'invoices are wished for, not issued',
  I51: 'no daily report is stored: reports count the rows when they are asked',
  I53: 'one cart becomes one order (I13) whatever the key, and the same answer may belong to two keys',
  I57: 'the event log is append-only by trigger and free of gaps (I17); it has no chain of hashes',
}

const checked: readonly Row[] = statements.map(({ id, says }) => ({ id, promise: `${says.en}: 0 rows otherwise` }))

export const rows: readonly Row[] = [...checked, ...Object.entries(notYet).map(([id, why]) => ({ id, notYet: why }))]
  .filter(({ id }) => id <= 'I64')
  .toSorted((a, b) => a.id.localeCompare(b.id))
