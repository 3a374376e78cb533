import { type RawBuilder, sql } from 'kysely'
import { decodeCursor } from '#kernel/page'

/**
 * The rows beyond a cursor in a list that is ordered by an instant and, where that is the same, by id, or by an id alone, whose first half is the
 * time. Compared as one row, so that the database goes on in an index of both columns instead of reading the pages before again.
 * @throws badCursor when the cursor was not made by such a list
 */
export function beyond(
  cursor: string,
  columns: readonly [at: string, id: string] | readonly [id: string],
  way: 'asc' | 'desc' = 'desc',
): RawBuilder<boolean> {
  const past = sql.raw(way === 'asc' ? '>' : '<')
  if (columns.length === 1) return sql<boolean>`${sql.ref(columns[0])} ${past} ${decodeCursor(cursor, 1)[0]}::uuid`
  const [at, id] = columns
  const [time, last] = decodeCursor(cursor, 2)
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) ${past} (${time}::timestamptz, ${last}::uuid)`
}
