import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Shop } from './model.ts'
import { toShop } from './shop.ts'

/** The shops that visitors can go to, the oldest first: whoever opened later is found further down. One page. */
export async function publicShops(
  { db }: Pick<Reader, 'db'>,
  { cursor, limit = 12 }: { readonly cursor?: string | undefined; readonly limit?: number },
): Promise<Page<Shop>> {
  let query = db.selectFrom('office.shops').selectAll()
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id'], 'asc'))
  const rows = await query
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return { ...page, rows: page.rows.map(toShop) }
}
