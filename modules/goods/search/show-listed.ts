import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'
import { recountCategories } from './finished-lists.ts'

/** Lets search find exactly those of these products that are on sale, after a step of their listings that left the content alone. */
export async function showListed(tx: Tx, productIds: readonly Id<'Product'>[]): Promise<void> {
  if (productIds.length === 0) return
  recountCategories(tx)
  const shown = sql`case when p.status = 'on_sale' then p.on_sale_at else 'infinity'::timestamptz end`
  await sql`
    update goods.search_documents d set on_sale_at = ${shown}
    from goods.products p
    where p.shop_id = ${tx.shopId} and p.id = any(${productIds}::uuid[])
      and d.shop_id = ${tx.shopId} and d.product_id = any(${productIds}::uuid[]) and d.product_id = p.id
      and d.on_sale_at <> ${shown}`.execute(tx.db)
}
