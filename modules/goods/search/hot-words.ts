import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/text'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { remembered } from '#platform/remembered'
import { searchLimits } from './model.ts'

export const hotWordsInvalid = refusal(
  'invalid',
  'search.hot_words_invalid',
  (_: { field: 'words'; most: number }) => 'too many words, or one too long',
)

/** What shoppers are shown before they type, by language, in the order staff have chosen. */
export type HotWords = Readonly<Record<Locale, readonly string[]>>

const known = remembered(async ({ db, shopId }: Reader): Promise<HotWords> => {
  const rows = await db
    .selectFrom('goods.hot_words')
    .select(['locale', 'word'])
    .where('shop_id', '=', shopId)
    .orderBy('position')
    .execute()
  const of = (locale: Locale) => rows.filter((row) => row.locale === locale).map(({ word }) => word)
  return { zh: of('zh'), en: of('en') }
})

/** The hot words of a shop. Another process's change is seen within three seconds. */
export const hotWords = (reader: Reader): Promise<HotWords> => known(reader)

/**
 * Shows exactly these words, in this order, to those who have typed nothing in a language. Equal words count once.
 * @throws hotWordsInvalid for more than 20 words or one longer than 40 characters
 */
export function setHotWords(
  ctx: Context,
  { locale, words }: { readonly locale: Locale; readonly words: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(words.map((word) => word.normalize('NFKC').trim()).filter(Boolean))]
  const { hotWords: most, hotWord } = searchLimits
  if (wanted.length > most || wanted.some((word) => word.length > hotWord))
    throw hotWordsInvalid({ field: 'words', most })
  return transaction(ctx, async (tx) => {
    known.forget(tx)
    await sql`delete from goods.hot_words where shop_id = ${tx.shopId} and locale = ${locale}`.execute(tx.db)
    const rows = wanted.map((word, position) => ({ id: newId(), word, position }))
    await sql`
      insert into goods.hot_words (shop_id, id, locale, word, position)
      select ${tx.shopId}, n.id, ${locale}, n.word, n.position
      from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, word text, position int)`.execute(tx.db)
    await publish(tx, {
      type: 'search.hot_words_set',
      aggregate: 'shop',
      id: tx.shopId,
      data: { locale, words: wanted },
    })
  })
}
