import { newId } from '#kernel/id'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { checkPicture, redraw } from './draw-sizes.ts'
import type { PictureId } from './model.ts'
import { checkAlt, originalKey, sha256 } from './picture.ts'

export interface AddPicture {
  readonly bytes: Uint8Array
  /** What the picture shows, in Chinese. */
  readonly alt: string
  readonly altEn?: string
  /** What `checkPicture` said of these bytes earlier; a file that comes with the program need not be decoded again. */
  readonly size?: Size | undefined
}

/**
 * Takes a picture into the shop: checks that it can be drawn, stores it, then writes its row; its sizes are drawn by a job, or by
 * the first who asks for one. The same content again gives the picture there is, and only a missing description is filled in.
 * @throws altMissing, altTooLong, noPicture, pictureTooLarge, tooManyPixels, pictureBroken
 */
export async function addPicture(ctx: Context, { bytes, alt, altEn = '', ...known }: AddPicture): Promise<PictureId> {
  checkAlt(alt, altEn)
  const hash = sha256(bytes)
  const size = (await findByContent(ctx, hash)) ? undefined : await storeOriginal(ctx, hash, bytes, known.size)
  return transaction(ctx, (tx) => insertPicture(tx, { hash, alt, altEn, size }))
}

/** Takes in a photo that somebody outside the shop uploads: only what was drawn anew is kept of it. @throws as addPicture does */
export const addPhoto = async (ctx: Context, { bytes, ...words }: AddPicture): Promise<PictureId> =>
  addPicture(ctx, { ...words, bytes: await redraw(bytes) })

export interface Size {
  readonly width: number
  readonly height: number
  readonly sharpness: number | null
}

/** Files first, row last: a row without its file would be a broken page, a file without a row is only unused. */
export async function storeOriginal(ctx: Context, hash: string, bytes: Uint8Array, known?: Size): Promise<Size> {
  const size = known ?? (await checkPicture(bytes))
  await ctx.outside.files.put(originalKey(hash), bytes)
  return size
}

export const findByContent = (reader: Reader, hash: string): Promise<Size | undefined> =>
  reader.db
    .selectFrom('goods.pictures')
    .select(['width', 'height', 'sharpness'])
    .where('shop_id', '=', reader.shopId)
    .where('sha256', '=', hash)
    .executeTakeFirst()

interface NewPicture {
  readonly hash: string
  readonly alt: string
  readonly altEn: string
  readonly size: Size | undefined
}

async function insertPicture(tx: Tx, { hash, alt, altEn, size }: NewPicture): Promise<PictureId> {
  const id = newId<'Picture'>()
  const inserted =
    size &&
    (await tx.db
      .insertInto('goods.pictures')
      .values({
        id,
        shop_id: tx.shopId,
        sha256: hash,
        width: size.width,
        height: size.height,
        sharpness: size.sharpness,
        alt,
        alt_en: altEn,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.constraint('pictures_content_key').doNothing())
      .returning('id')
      .executeTakeFirst())
  if (!inserted) return describeEarlier(tx, { hash, alt, altEn })
  await publish(tx, { type: 'picture.added', aggregate: 'picture', id, data: { alt, altEn } })
  return id
}

async function describeEarlier(tx: Tx, { hash, alt, altEn }: Omit<NewPicture, 'size'>): Promise<PictureId> {
  const row = await tx.db
    .updateTable('goods.pictures')
    .set((eb) => ({
      alt: eb.case().when('alt', '=', '').then(alt).else(eb.ref('alt')).end(),
      alt_en: eb.case().when('alt_en', '=', '').then(altEn).else(eb.ref('alt_en')).end(),
    }))
    .where('shop_id', '=', tx.shopId)
    .where('sha256', '=', hash)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as PictureId
}
