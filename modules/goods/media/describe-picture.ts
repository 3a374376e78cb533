import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { PictureId } from './model.ts'
import { checkAlt, pictureNotFound } from './picture.ts'

/** Says anew what a picture shows, wherever it is shown. @throws pictureNotFound, altMissing, altTooLong */
export function describePicture(
  ctx: Context,
  id: PictureId,
  { alt, altEn }: { alt: string; altEn: string },
): Promise<void> {
  checkAlt(alt, altEn)
  return transaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('goods.pictures')
      .set({ alt: alt.trim(), alt_en: altEn.trim() })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw pictureNotFound({ pictureId: id })
    await publish(tx, { type: 'picture.described', aggregate: 'picture', id, data: { alt, altEn } })
  })
}
