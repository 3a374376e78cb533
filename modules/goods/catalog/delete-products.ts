import { sql } from 'kysely'
import { showPictures } from '#goods/media'
import { removePrices } from '#goods/prices'
import { forgetProducts } from '#goods/search'
import { refusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { publishAll } from '#platform/events'
import type { Product, ProductId } from './model.ts'

export const productInUse = refusal(
  'conflict',
  'catalog.in_use',
  (d: { products: readonly ProductId[] }) => `something refers to one of ${d.products.join(', ')}`,
)

/**
 * Deletes products that were never on sale and never in stock, with variants, texts and prices; each leaves an event with what it
 * was called. The caller has locked them and knows that no stock ever moved.
 * @throws productInUse when something else refers to one of them
 */
export async function deleteProducts(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return
  const ids = products.map(({ id }) => id)
  const variants = products.flatMap((product) => product.variants.map(({ id }) => id))
  await forgetProducts(tx, ids)
  await showPictures(tx, new Map(ids.map((id) => [id, []])))
  await removePrices(tx, variants)
  await removeRows(tx, ids, variants)
  await publishAll(
    tx,
    products.map(({ id, slug, texts }) => ({
      type: 'product.deleted',
      aggregate: 'product',
      id,
      data: { before: { slug, name: texts.zh?.name ?? texts.en?.name } },
    })),
  )
}

async function removeRows(tx: Tx, ids: readonly ProductId[], variants: readonly string[]): Promise<void> {
  const mine = { variants: sql<string>`any(${variants}::uuid[])`, products: sql<string>`any(${ids}::uuid[])` }
  const { db, shopId } = tx
  try {
    await db
      .deleteFrom('goods.variant_texts')
      .where('shop_id', '=', shopId)
      .where('variant_id', '=', mine.variants)
      .execute()
    await db.deleteFrom('goods.variants').where('shop_id', '=', shopId).where('id', '=', mine.variants).execute()
    await db
      .deleteFrom('goods.product_texts')
      .where('shop_id', '=', shopId)
      .where('product_id', '=', mine.products)
      .execute()
    await db.deleteFrom('goods.products').where('shop_id', '=', shopId).where('id', '=', mine.products).execute()
  } catch (error) {
    throw (error as { code?: string }).code === '23503' ? productInUse({ products: ids }) : error
  }
}
