import { refusal } from './refusal.ts'

/** One page of a list. `next` is a cursor to pass back, absent on the last page. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next?: string
}

export const badCursor = refusal(
  'invalid',
  'page.bad_cursor',
  (_: { field: 'cursor' }) => 'this cursor was not made by this list',
)

export const encodeCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

/** @throws badCursor when the text is no cursor with that many keys */
export function decodeCursor(cursor: string, count: number): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(keys) &&
      keys.length === count &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number')
    )
      return keys
  } catch {}
  throw badCursor({ field: 'cursor' })
}

/** Cuts `limit + 1` fetched rows down to a page whose cursor is made from the last row shown. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  if (rows.length <= limit) return { rows }
  const shown = rows.slice(0, limit)
  return { rows: shown, next: encodeCursor(keysOf(shown[limit - 1]!)) }
}
