import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'

type ProductId = Id<'Product'>

/** Told by inventory: whether anything of these products can be bought. Changes only rows that say otherwise. */
export async function pushStock(tx: Tx, inStock: ReadonlyMap<ProductId, boolean>): Promise<void> {
  const ids = [...inStock.keys()].sort()
  if (ids.length === 0) return
  await sql`
    update goods.search_documents d set in_stock = f.in_stock
    from unnest(${ids}::uuid[], ${ids.map((id) => inStock.get(id))}::boolean[]) as f(product_id, in_stock)
    where d.shop_id = ${tx.shopId} and d.product_id = f.product_id and d.in_stock <> f.in_stock`.execute(tx.db)
}

export interface Sold {
  readonly productId: ProductId
  /** Pieces, negative for goods that came back. */
  readonly quantity: number
}

/** Told by orders: pieces sold. Not safe to repeat: call it once for each sale, in the transaction that makes it. */
export async function pushSold(tx: Tx, sold: readonly Sold[]): Promise<void> {
  const totals = new Map<ProductId, number>()
  for (const { productId, quantity } of sold) totals.set(productId, (totals.get(productId) ?? 0) + quantity)
  const ids = [...totals.keys()].sort()
  if (ids.length === 0) return
  await sql`
    update goods.search_documents d set sold = greatest(0, d.sold + f.quantity)
    from unnest(${ids}::uuid[], ${ids.map((id) => totals.get(id))}::integer[]) as f(product_id, quantity)
    where d.shop_id = ${tx.shopId} and d.product_id = f.product_id`.execute(tx.db)
}

/** Whether anything of this product can be bought, as inventory last told. */
export async function hasStock(reader: Reader, productId: ProductId): Promise<boolean> {
  const row = await reader.db
    .selectFrom('goods.search_documents')
    .select('in_stock')
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', productId)
    .limit(1)
    .executeTakeFirst()
  return row?.in_stock ?? false
}
