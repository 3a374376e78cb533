import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { reindexProducts } from './reindex-products.ts'

/** Nobody who changes a product meanwhile waits long. */
const atATime = 100

/** Job. Makes the documents of outdated products anew, some at a time. Safe to repeat; two at once take different products. */
export async function renewDocuments(ctx: Context): Promise<void> {
  while (!ctx.signal?.aborted && (await renewSome(ctx)) === atATime);
}

const renewSome = (ctx: Context): Promise<number> =>
  transaction(ctx, async (tx) => {
    const { rows } = await sql<{ product_id: Id<'Product'> }>`
      delete from goods.search_outdated where shop_id = ${tx.shopId} and product_id in (
        select product_id from goods.search_outdated where shop_id = ${tx.shopId} order by product_id limit ${atATime} for update skip locked)
      returning product_id`.execute(tx.db)
    await reindexProducts(
      tx,
      rows.map(({ product_id }) => product_id),
    )
    return rows.length
  })
