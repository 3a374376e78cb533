import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'
import type { PictureId } from './model.ts'
import { pictureNotFound } from './picture.ts'

type ProductId = Id<'Product'>

/**
 * Shows exactly these pictures with each product, in this order.
 * @throws pictureNotFound for an id that is not this shop's
 */
export async function showPictures(tx: Tx, shown: ReadonlyMap<ProductId, readonly PictureId[]>): Promise<void> {
  if (shown.size === 0) return
  await tx.db
    .deleteFrom('goods.product_pictures')
    .where('shop_id', '=', tx.shopId)
    .where('product_id', '=', sql<string>`any(${[...shown.keys()]}::uuid[])`)
    .execute()
  await addRows(
    tx,
    [...shown].flatMap(([productId, ids]) => ids.map((pictureId, position) => ({ productId, pictureId, position }))),
  )
}

async function addRows(
  tx: Tx,
  rows: readonly { productId: ProductId; pictureId: PictureId; position: number }[],
): Promise<void> {
  if (rows.length === 0) return
  await mustBeOurs(tx, [...new Set(rows.map((row) => row.pictureId))])
  await tx.db
    .insertInto('goods.product_pictures')
    .values(
      rows.map(({ productId, pictureId, position }) => ({
        shop_id: tx.shopId,
        product_id: productId,
        picture_id: pictureId,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @throws pictureNotFound for the first id that is not this shop's */
export async function mustBeOurs(tx: Tx, ids: readonly PictureId[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('goods.pictures')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const ours = new Set(rows.map((row) => row.id))
  const foreign = ids.find((id) => !ours.has(id))
  if (foreign) throw pictureNotFound({ pictureId: foreign })
}
