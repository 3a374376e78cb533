import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'
import { recountCategories } from './finished-lists.ts'

/** Search no longer knows these products: they are about to be deleted. */
export async function forgetProducts(tx: Tx, productIds: readonly Id<'Product'>[]): Promise<void> {
  recountCategories(tx)
  await tx.db
    .deleteFrom('goods.search_documents')
    .where('shop_id', '=', tx.shopId)
    .where('product_id', '=', sql<string>`any(${productIds}::uuid[])`)
    .execute()
}
