import { sql } from 'kysely'
import type { Context, Reader } from '#platform/context'
import { eachOf } from '#platform/jobs'
import type { PictureId, PictureMeasures } from './model.ts'
import { pictureNotFound } from './picture.ts'
import { originalFile } from './picture-file.ts'
import { flawsOf, type PictureFlaw, pictureRules } from './picture-rules.ts'
import { seePicture, sharpnessOf } from './sharpness.ts'

/** How large and how sharp these pictures are; ids that are not this shop's are missing. */
export async function measuresOf(reader: Reader, ids: readonly PictureId[]): Promise<Map<PictureId, PictureMeasures>> {
  const rows = await reader.db
    .selectFrom('goods.pictures')
    .select(['id', 'width', 'height', 'sharpness', 'sha256'])
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ id, sha256, ...measures }) => [id as PictureId, { ...measures, waits: sha256.startsWith('waiting:') }]),
  )
}

/** What a picture would break if it were the main one. @throws pictureNotFound */
export async function judgePicture(
  reader: Reader,
  id: PictureId,
): Promise<PictureMeasures & { readonly flaws: readonly PictureFlaw[] }> {
  const measures = (await measuresOf(reader, [id])).get(id)
  if (!measures) throw pictureNotFound({ pictureId: id })
  return { ...measures, flaws: flawsOf([measures], await pictureRules(reader)) }
}

const atOnce = 20
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Job. Measures pictures that came before sharpness was measured. Safe to run again; one without its file is tried the next time. */
export async function measurePictures(ctx: Context): Promise<void> {
  for (let after = beforeAll; ; ) {
    const batch = await unmeasured(ctx, after)
    if (batch.length === 0) return
    await eachOf(batch, ({ id }) => measure(ctx, id as PictureId))
    after = batch.at(-1)!.id
  }
}

const unmeasured = (ctx: Context, after: string) =>
  ctx.db
    .selectFrom('goods.pictures')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('sharpness', 'is', null)
    .where('sha256', 'not like', 'waiting:%')
    .where('id', '>', after)
    .orderBy('id')
    .limit(atOnce)
    .execute()

async function measure(ctx: Context, id: PictureId): Promise<void> {
  const bytes = await originalFile(ctx, id)
  if (!bytes) return
  await ctx.db
    .updateTable('goods.pictures')
    .set({ sharpness: await sharpnessOf(await seePicture(bytes)) })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', id)
    .execute()
}
