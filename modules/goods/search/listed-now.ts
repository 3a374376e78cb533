import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import type { SearchHit } from './model.ts'

/** Of these products those that are on sale now, with what lists say of their stock and sales. One query. */
export async function listedNow(
  { db, shopId, locale, now }: Reader,
  ids: readonly Id<'Product'>[],
): Promise<Map<Id<'Product'>, Pick<SearchHit, 'inStock' | 'sold'>>> {
  const { rows } = await sql<{ product_id: Id<'Product'>; in_stock: boolean; sold: number }>`
    select product_id, in_stock, sold from goods.search_documents
    where shop_id = ${shopId} and locale = ${locale} and product_id = any(${ids}::uuid[]) and on_sale_at <= ${now}`.execute(
    db,
  )
  return new Map(rows.map(({ product_id, in_stock, sold }) => [product_id, { inStock: in_stock, sold }]))
}
