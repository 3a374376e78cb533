import { sql } from 'kysely'
import type { Test } from './understand.ts'

/** A statement has room for so many tests: the first wishes are the ones that count. */
const slots = 12
const numbers = Array.from({ length: slots }, (_, at) => at + 1)

/** The tests of a question as columns of a JSON record. */
export function slotsOf(tests: readonly Test[]): Record<string, string | number> {
  return Object.fromEntries(
    tests.slice(0, slots).flatMap(({ query, value }, at) => [
      [`t${at + 1}`, query],
      [`w${at + 1}`, value],
    ]),
  )
}

/** The columns of `slotsOf`, for json_to_record and json_to_recordset. */
export const slotColumns = sql.raw(numbers.map((n) => `t${n} tsquery, w${n} real`).join(', '))

/** How well the words of a document suit the tests of `r`, times what its sales, conversion, rating and freshness make of it. */
export const score = sql.raw(
  `((${numbers.map((n) => `case when ranked @@ r.t${n} then r.w${n} else 0 end`).join(' + ')} + 0.01) * boost)`,
)
