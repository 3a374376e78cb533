import { LRUCache } from 'lru-cache'
import type { Reader, ShopId } from '#platform/context'
import type { FileStore } from '#platform/files'
import { drawSize } from './draw-sizes.ts'
import { type PictureFormat, type PictureId, type PictureWidth, widthsUpTo } from './model.ts'
import { contentIn, originalKey, sizeKey } from './picture.ts'

type FileReader = Pick<Reader, 'db'> & { readonly outside: { readonly files: FileStore } }

/** Which content a picture has never changes once it has any, so it is looked up once. */
const contentOf = new LRUCache<string, string>({ max: 20_000 })

/**
 * The bytes of a picture in one size and format, drawn when nobody has asked for it before; undefined when there is no such picture
 * or it still waits for its file. Whatever shop it hangs in: its address names none, and a cart shows the goods of several.
 */
export async function pictureFile(
  ctx: FileReader,
  id: PictureId,
  width: PictureWidth,
  format: PictureFormat,
): Promise<Buffer | undefined> {
  const hash = await hashOf(ctx, id)
  if (!hash) return undefined
  return (await ctx.outside.files.get(sizeKey(hash, width, format))) ?? draw(ctx, hash, width, format)
}

/** Drawings under way, so that a hundred visitors of a new picture make one. */
const underWay = new Map<string, Promise<Buffer | undefined>>()

function draw(
  { outside: { files } }: FileReader,
  hash: string,
  width: PictureWidth,
  format: PictureFormat,
): Promise<Buffer | undefined> {
  const key = sizeKey(hash, width, format)
  const drawing =
    underWay.get(key) ??
    (async () => {
      const original = await files.get(originalKey(hash))
      if (!original) return undefined
      const bytes = await drawSize(original, width, format)
      await files.put(key, bytes)
      return bytes
    })().finally(() => underWay.delete(key))
  underWay.set(key, drawing)
  return drawing
}

/** Job. Draws every size of a picture that browsers of today ask for; WebP is drawn for the first older one that comes. Safe to run again. */
export async function drawAllSizes(ctx: FileReader, id: PictureId): Promise<void> {
  const row = await ctx.db.selectFrom('goods.pictures').select('width').where('id', '=', id).executeTakeFirst()
  for (const width of widthsUpTo(row?.width ?? 0)) await pictureFile(ctx, id, width, 'avif')
}

/** The file as it was given to us, for the staff of its shop. */
export async function originalFile(
  ctx: FileReader & Pick<Reader, 'shopId'>,
  id: PictureId,
): Promise<Buffer | undefined> {
  const hash = await hashOf(ctx, id, ctx.shopId)
  return hash ? ctx.outside.files.get(originalKey(hash)) : undefined
}

async function hashOf({ db }: FileReader, id: PictureId, shopId?: ShopId): Promise<string | undefined> {
  const key = `${shopId ?? ''}:${id}`
  const known = contentOf.get(key)
  if (known) return known
  const pictures = db.selectFrom('goods.pictures').select('sha256').where('id', '=', id)
  const row = await (shopId ? pictures.where('shop_id', '=', shopId) : pictures).executeTakeFirst()
  const hash = row && contentIn(row.sha256)
  if (hash) contentOf.set(key, hash)
  return hash
}
