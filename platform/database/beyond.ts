import { type RawBuilder, sql } from 'kysely'
import { decodeCursor } from '#kernel/page'

/**
 * The rows beyond a cursor in a list that is ordered by an instant and, where that is the same, by id. Compared as one row, so that
 * the database goes on in an index of both columns instead of reading the pages before again.
 * @throws badCursor when the cursor was not made by such a list
 */
export function beyond(
  cursor: string,
  [at, id]: readonly [at: string, id: string],
  way: 'asc' | 'desc' = 'desc',
): RawBuilder<boolean> {
  const [time, last] = decodeCursor(cursor, 2)
  const past = sql.raw(way === 'asc' ? '>' : '<')
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) ${past} (${time}::timestamptz, ${last}::uuid)`
}
