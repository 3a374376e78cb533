import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { PictureId } from './model.ts'

export interface LibraryPicture {
  readonly id: PictureId
  readonly width: number
  readonly height: number
  readonly alt: { readonly zh: string; readonly en: string }
}

export interface FindPictures {
  /** A part of what a description says. */
  readonly text?: string
  readonly cursor?: string
  readonly limit?: number
}

/** The shop's pictures that have their file, the newest first, one page. */
export async function findPictures(
  reader: Reader,
  { text, cursor, limit = 50 }: FindPictures,
): Promise<Page<LibraryPicture>> {
  let query = reader.db
    .selectFrom('goods.pictures')
    .select(['id', 'width', 'height', 'alt', 'alt_en', 'created_at'])
    .where('shop_id', '=', reader.shopId)
    .where('sha256', 'not like', 'waiting:%')
  if (text?.trim()) {
    const part = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('alt', 'ilike', part), eb('alt_en', 'ilike', part)]))
  }
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    rows: page.rows.map(({ id, width, height, alt, alt_en }) => ({
      id: id as PictureId,
      width,
      height,
      alt: { zh: alt, en: alt_en },
    })),
  }
}
