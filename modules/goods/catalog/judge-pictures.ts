import { flawsOf, measuresOf, type PictureRules, pictureRules } from '#goods/media'
import type { PictureMeasures } from '#model/goods/media'
import type { Tx } from '#platform/context'
import type { Finding, PictureId, Product } from './model.ts'
import { notFitForSale } from './product.ts'

/** Where a product's pictures break the rules of the platforms it is sold on, each with the picture and the rule (CAT-08). Pure. */
export const judgePictures = (pictures: readonly PictureMeasures[], rules: PictureRules): Finding[] =>
  flawsOf(pictures, rules).map(({ code, at, details }) => ({
    field: 'pictureIds',
    code: `catalog.finding.picture_${code}`,
    blocking: rules.block,
    details: { ...details, at },
  }))

/** Where the rules decide on sale, pictures that break them are not put on a listing that is sold. @throws notFitForSale */
export async function keepPictureRules(tx: Tx, { id, status }: Product, after: readonly PictureId[]): Promise<void> {
  const rules = await pictureRules(tx)
  if (status !== 'on_sale' || !rules.block) return
  const measures = await measuresOf(tx, after)
  const findings = judgePictures(
    after.flatMap((pictureId) => measures.get(pictureId) ?? []),
    rules,
  )
  if (findings[0]) throw notFitForSale({ productId: id, field: findings[0].field, findings })
}
