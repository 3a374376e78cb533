import type { Page } from '#kernel/page'
import { type ExportFilter, filterInvalid } from './export.ts'

/** Every page of a list, one after the other: an export reads a list by the very function that shows it. */
export async function* eachPage<Row>(
  load: (cursor: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined
  do {
    const page = await load(cursor)
    if (page.rows.length > 0) yield page.rows
    cursor = page.next
  } while (cursor)
}

/** A filter as the list's function wants it: texts as they are, days as days, `true` as true. */
export const dayOf = (filter: ExportFilter, name: string): Temporal.PlainDate | undefined => {
  const text = filter[name]
  if (!text) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw filterInvalid({ field: name, value: text })
  }
}
