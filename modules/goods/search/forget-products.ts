import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'
import { recountCategories } from './finished-lists.ts'

/** Search no longer knows these products: they are about to be deleted. */
export async function forgetProducts(tx: Tx, productIds: readonly Id<'Product'>[]): Promise<void> {
  recountCategories(tx)
  const ids = sql`any(${productIds}::uuid[])`
  await sql`delete from goods.ranking_facts where shop_id = ${tx.shopId} and product_id = ${ids}`.execute(tx.db)
  await sql`delete from goods.search_outdated where shop_id = ${tx.shopId} and product_id = ${ids}`.execute(tx.db)
  await sql`delete from goods.search_documents where shop_id = ${tx.shopId} and product_id = ${ids}`.execute(tx.db)
}
