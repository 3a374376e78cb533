import { sql } from 'kysely'
import type { Locale } from '#kernel/text'
import type { Reader } from '#platform/context'
import { emptyHead, type HeadKind, type PageHead } from './model.ts'

/** What staff said of these pages; one of which nobody said anything is missing. One query. */
export async function headsOf(
  { db, shopId }: Reader,
  kind: HeadKind,
  ids: readonly string[],
): Promise<Map<string, PageHead>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('goods.page_heads')
    .select(['subject_id', 'locale', 'title', 'description'])
    .where('shop_id', '=', shopId)
    .where('kind', '=', kind)
    .where('subject_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const heads = new Map<string, PageHead>()
  for (const { subject_id, locale, title, description } of rows)
    heads.set(subject_id, withWords(heads.get(subject_id) ?? emptyHead, locale as Locale, { title, description }))
  return heads
}

const withWords = (head: PageHead, locale: Locale, words: { title: string; description: string }): PageHead => ({
  title: { ...head.title, [locale]: words.title },
  description: { ...head.description, [locale]: words.description },
})
