import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { mediaLimits, type PictureId } from './model.ts'
import { altTooLong, pictureNotFound } from './picture.ts'

/** Marks a picture as showing a scene and the pain point it solves; empty words take the mark away. @throws pictureNotFound, altTooLong */
export async function markPicture(
  ctx: Context,
  id: PictureId,
  { scene, painPoint }: { readonly scene: string; readonly painPoint: string },
): Promise<void> {
  for (const [field, text] of Object.entries({ scene, painPoint }))
    if (text.length > mediaLimits.alt) throw altTooLong({ field, most: mediaLimits.alt })
  await transaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('goods.pictures')
      .set({ scene: scene.trim(), pain_point: painPoint.trim() })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw pictureNotFound({ pictureId: id })
    await publish(tx, { type: 'picture.marked', aggregate: 'picture', id, data: { scene, painPoint } })
  })
}
