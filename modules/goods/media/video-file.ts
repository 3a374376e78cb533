import { LRUCache } from 'lru-cache'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import { together } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { PictureId, ProductVideo, VideoType } from './model.ts'
import { videoKey } from './video.ts'

type ProductId = Id<'Product'>

/** The film of a product, or none. Who asks at the same moment asks together. */
export const videoOf: (reader: Reader, productId: ProductId) => Promise<ProductVideo | undefined> = together<
  ProductId,
  ProductVideo | undefined
>(async ({ db, shopId }, productIds) => {
  const rows = await db
    .selectFrom('goods.product_videos')
    .select(['product_id', 'type', 'bytes', 'version', 'poster_id', 'words', 'words_en', 'captions', 'captions_en'])
    .where('shop_id', '=', shopId)
    .where('product_id', 'in', [...new Set(productIds)])
    .execute()
  const found = new Map(
    rows.map((row): [string, ProductVideo] => [
      row.product_id,
      {
        productId: row.product_id as ProductId,
        type: row.type as VideoType,
        bytes: row.bytes,
        version: row.version,
        posterId: row.poster_id as PictureId | null,
        words: { zh: row.words, en: row.words_en },
        captions: [...(row.captions ? ['zh' as const] : []), ...(row.captions_en ? ['en' as const] : [])],
      },
    ]),
  )
  return productIds.map((id) => found.get(id))
})

export interface StoredVideo {
  readonly key: string
  readonly type: VideoType
  readonly bytes: number
  readonly captions: Readonly<Record<'zh' | 'en', string | null>>
}

type FileReader = Pick<Reader, 'db'> & { readonly outside: { readonly files: FileStore } }

/** What lies behind a version never changes, so it is looked up once; browsers ask for a film piece by piece. */
const known = new LRUCache<string, StoredVideo>({ max: 1_000 })

/** The film at an address, whatever shop it is shown in; undefined when another has taken its place. */
export async function storedVideo(
  { db }: Pick<Reader, 'db'>,
  productId: ProductId,
  version: string,
): Promise<StoredVideo | undefined> {
  const address = `${productId} ${version}`
  const before = known.get(address)
  if (before) return before
  const row = await db
    .selectFrom('goods.product_videos')
    .select(['sha256', 'type', 'bytes', 'captions', 'captions_en'])
    .where('product_id', '=', productId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return undefined
  const type = row.type as VideoType
  const captions = { zh: row.captions, en: row.captions_en }
  const stored = { key: videoKey(row.sha256, type), type, bytes: row.bytes, captions }
  known.set(address, stored)
  return stored
}

const piece = 1_048_576

/** The bytes of a film from the first to the last named, both included, a megabyte at a time. */
export async function* videoBytes(
  { outside: { files } }: FileReader,
  { key }: StoredVideo,
  { first, last }: { readonly first: number; readonly last: number },
): AsyncGenerator<Buffer> {
  for (let at = first; at <= last; at += piece) {
    const bytes = await files.part(key, at, Math.min(last, at + piece - 1))
    if (!bytes || bytes.length === 0) throw new Error(`the file ${key} is not whole`)
    yield bytes
  }
}
