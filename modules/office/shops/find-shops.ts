import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Shop } from './model.ts'
import { loadShop, toShop } from './shop.ts'

export interface ShopRow extends Shop {
  readonly openedAt: Temporal.Instant
}

/** The shops that somebody in this one sees, newest first: all of them in the platform's shop, elsewhere the own. */
export async function findShops(
  reader: Reader,
  { cursor, limit = 50 }: { cursor?: string; limit?: number },
): Promise<Page<ShopRow>> {
  const { isDefault: isPlatform } = await loadShop(reader)
  let query = reader.db.selectFrom('office.shops').selectAll()
  if (!isPlatform) query = query.where('id', '=', reader.shopId)
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return { ...page, rows: page.rows.map((row) => ({ ...toShop(row), openedAt: row.created_at })) }
}
