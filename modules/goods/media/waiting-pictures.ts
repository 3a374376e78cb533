import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Context, Reader, Tx } from '#platform/context'
import { takeTurns, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { findByContent, storeOriginal } from './add-picture.ts'
import type { PictureId } from './model.ts'
import { pictureNotFound, sha256, twinOf } from './picture.ts'

export const pictureNotWaiting = refusal(
  'conflict',
  'media.not_waiting',
  (d: { pictureId: string }) => `${d.pictureId} has its file already`,
)

export interface WaitingPicture {
  readonly id: PictureId
  readonly sourceUrl: string
}

export interface Announced {
  readonly url: string
  readonly alt: string
}

/**
 * Notes pictures that are known by their address only and returns their ids by address. They take part in products at
 * once and are shown as soon as their file arrives. An address that waits already keeps its picture. No network is used.
 */
export async function announcePictures(tx: Tx, pictures: readonly Announced[]): Promise<Map<string, PictureId>> {
  if (pictures.length === 0) return new Map()
  const byUrl = new Map(pictures.map((picture) => [picture.url, picture]))
  const known = await findWaiting(tx, [...byUrl.keys()])
  const missing = [...byUrl.values()].filter(({ url }) => !known.has(url))
  if (missing.length === 0) return known
  await tx.db
    .insertInto('goods.pictures')
    .values(
      missing.map(({ url, alt }) => ({
        id: newId(),
        shop_id: tx.shopId,
        sha256: waitingHash(url),
        width: 1,
        height: 1,
        alt,
        source_url: url,
        created_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('pictures_content_key').doNothing())
    .execute()
  return new Map([
    ...known,
    ...(await findWaiting(
      tx,
      missing.map(({ url }) => url),
    )),
  ])
}

/** Stands where the content's hash will stand: one waiting row for each address. */
const waitingHash = (url: string): string => `waiting:${sha256(url)}`

async function findWaiting(tx: Tx, urls: readonly string[]): Promise<Map<string, PictureId>> {
  const rows = await tx.db
    .selectFrom('goods.pictures')
    .select(['id', 'source_url'])
    .where('shop_id', '=', tx.shopId)
    .where('sha256', '=', sql<string>`any(${urls.map(waitingHash)}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.source_url!, row.id as PictureId]))
}

/** Pictures without a file, oldest first. */
export async function waitingPictures(
  reader: Reader,
  { limit = 100 }: { limit?: number } = {},
): Promise<WaitingPicture[]> {
  const rows = await reader.db
    .selectFrom('goods.pictures')
    .select(['id', 'source_url'])
    .where('shop_id', '=', reader.shopId)
    .where('sha256', '>=', 'waiting:')
    .where('sha256', '<', 'waiting;')
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id as PictureId, sourceUrl: row.source_url ?? '' }))
}

/**
 * Gives a waiting picture its file. Content the shop has already is stored once and shown under both.
 * @throws pictureNotFound, pictureNotWaiting and what a new picture is refused for
 */
export async function supplyPicture(ctx: Context, id: PictureId, bytes: Uint8Array): Promise<void> {
  const hash = sha256(bytes)
  const { width, height, sharpness } = (await findByContent(ctx, hash)) ?? (await storeOriginal(ctx, hash, bytes))
  await transaction(ctx, async (tx) => {
    await lockContent(tx, hash)
    await lockWaiting(tx, id)
    const twin = await findByContent(tx, hash)
    const content = twin ? twinOf(hash, id) : hash
    await tx.db
      .updateTable('goods.pictures')
      .set({ sha256: content, width, height, sharpness })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .execute()
    await publish(tx, { type: 'picture.added', aggregate: 'picture', id, data: { supplied: true } })
  })
}

/** Two pictures of one content that come at the same moment follow one another: the second is the first's twin. */
const lockContent = (tx: Tx, hash: string): Promise<void> => takeTurns(tx, `picture ${tx.shopId} ${hash}`)

async function lockWaiting(tx: Tx, id: PictureId): Promise<void> {
  const row = await tx.db
    .selectFrom('goods.pictures')
    .select('sha256')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw pictureNotFound({ pictureId: id })
  if (!row.sha256.startsWith('waiting:')) throw pictureNotWaiting({ pictureId: id })
}
