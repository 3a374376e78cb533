import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { Recommendation } from './model.ts'
import { recommendationSettings } from './settings.ts'

export interface TopProducts {
  /** As many as the shop's setting says (10) unless given. */
  readonly limit?: number
  /** Only of this category and those below it. */
  readonly categoryId?: Id<'Category'>
}

/** What sold most pieces in paid orders of the last days (setting, 30), on sale and in stock; nothing that did not sell. */
export async function topProducts(reader: Reader, { limit, categoryId }: TopProducts = {}): Promise<Recommendation[]> {
  const { topSize } = await readSettings(reader, recommendationSettings)
  const ofCategory = categoryId ? sql`and ${categoryId}::uuid = any (d.category_ids)` : sql``
  const { rows } = await sql<{ product_id: Id<'Product'>; sold: number }>`
    select f.product_id, f.sold from insight.product_figures f
    join goods.search_documents d on d.shop_id = f.shop_id and d.product_id = f.product_id and d.locale = ${reader.locale} and d.in_stock and d.on_sale_at <= ${reader.now}
    where f.shop_id = ${reader.shopId} and f.sold > 0 ${ofCategory}
    order by f.sold desc, f.popularity desc, f.product_id limit ${limit ?? topSize}`.execute(reader.db)
  return rows.map(({ product_id, sold }) => ({ productId: product_id, score: sold, reason: { kind: 'top', sold } }))
}
