import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type PictureId, videoLimits } from './model.ts'
import { altTooLong, sha256 } from './picture.ts'
import { mustBeOurs } from './product-pictures.ts'
import { captionsIn, versionOf, videoKey, videoNotFound, videoTypeOf, videoWordsMissing } from './video.ts'

type ProductId = Id<'Product'>

export interface ShowVideo {
  readonly productId: ProductId
  readonly bytes: Uint8Array
  /** What is seen in it, in Chinese and English. */
  readonly words: string
  readonly wordsEn?: string
  readonly posterId?: PictureId | null
  /** WebVTT. */
  readonly captions?: string
  readonly captionsEn?: string
}

/**
 * Shows a film with a product, in the place of the one before. The file is stored first, then its row is written.
 * @throws noVideo, videoTooLarge, videoWordsMissing, altTooLong, captionsInvalid, pictureNotFound; videoNotFound for a product of another shop
 */
export async function showVideo(ctx: Context, wish: ShowVideo): Promise<void> {
  const { productId, bytes, posterId = null } = wish
  const words = wordsOf(wish)
  const captions = captionsIn(wish.captions ?? '', 'captions')
  const captionsEn = captionsIn(wish.captionsEn ?? '', 'captionsEn')
  const type = videoTypeOf(bytes)
  const hash = sha256(bytes)
  await ctx.outside.files.put(videoKey(hash, type), bytes)
  await transaction(ctx, async (tx) => {
    if (posterId) await mustBeOurs(tx, [posterId])
    const { rows } = await sql`
      insert into goods.product_videos (shop_id, product_id, sha256, version, type, bytes, poster_id, words, words_en, captions, captions_en, added_at, added_by)
      select p.shop_id, p.id, ${hash}, ${versionOf(hash, captions, captionsEn)}, ${type}, ${bytes.byteLength}::int, ${posterId}::uuid, ${words.zh}, ${words.en},
        ${captions}, ${captionsEn}, ${tx.now}, ${tx.actor.name}
      from goods.products p where p.shop_id = ${tx.shopId} and p.id = ${productId}::uuid
      on conflict (shop_id, product_id) do update set sha256 = excluded.sha256, version = excluded.version, type = excluded.type, bytes = excluded.bytes,
        poster_id = excluded.poster_id, words = excluded.words, words_en = excluded.words_en, captions = excluded.captions,
        captions_en = excluded.captions_en, added_at = excluded.added_at, added_by = excluded.added_by
      returning 1`.execute(tx.db)
    if (rows.length === 0) throw videoNotFound({ productId })
    await publish(tx, {
      type: 'video.shown',
      aggregate: 'video',
      id: productId,
      data: { bytes: bytes.byteLength, type },
    })
  })
}

function wordsOf({ words, wordsEn = '' }: ShowVideo): { readonly zh: string; readonly en: string } {
  const [zh, en] = [words.trim(), wordsEn.trim()]
  if (!zh && !en) throw videoWordsMissing({ field: 'words' })
  if (Math.max(zh.length, en.length) > videoLimits.words) throw altTooLong({ field: 'words', most: videoLimits.words })
  return { zh, en }
}

/** Shows the product without its film. @throws videoNotFound */
export function removeVideo(ctx: Context, productId: ProductId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('goods.product_videos')
      .where('shop_id', '=', tx.shopId)
      .where('product_id', '=', productId)
      .returning('product_id')
      .executeTakeFirst()
    if (!gone) throw videoNotFound({ productId })
    await publish(tx, { type: 'video.removed', aggregate: 'video', id: productId, data: {} })
  })
}
