import { sql } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { fold } from './fold.ts'
import { searchLimits } from './model.ts'
import { forgetVocabulary } from './vocabulary.ts'

export const dictionaryWordInvalid = refusal(
  'invalid',
  'search.dictionary_word_invalid',
  (d: { field: 'words'; word: string }) => `${d.word} is no Chinese word of 2 to 20 characters`,
)
export const dictionaryWordUnknown = refusal(
  'not_found',
  'search.dictionary_word_unknown',
  (d: { word: string }) => `${d.word} was not added`,
)

export interface DictionaryWord {
  readonly word: string
  readonly addedBy: string
  readonly addedAt: Temporal.Instant
}

/** The words that staff of any shop have added, the last first. */
export async function listDictionary({ db }: Reader): Promise<DictionaryWord[]> {
  const rows = await db
    .selectFrom('goods.search_dictionary')
    .selectAll()
    .orderBy('added_at', 'desc')
    .orderBy('word')
    .limit(searchLimits.dictionary)
    .execute()
  return rows.map((row) => ({ word: row.word, addedBy: row.added_by, addedAt: row.added_at }))
}

/**
 * From now on these words belong together, in all shops; products that say them are indexed anew by a job within a minute. Safe to repeat.
 * @throws dictionaryWordInvalid for the first that is not Chinese, shorter than 2 characters or longer than 20
 */
export function addDictionaryWords(ctx: Context, words: readonly string[]): Promise<void> {
  const wanted = [...new Set(words.map((word) => fold(word).trim()).filter(Boolean))]
  const wrong = wanted.find((word) => !/^\p{Script=Han}{2,20}$/u.test(word))
  if (wrong) throw dictionaryWordInvalid({ field: 'words', word: wrong })
  return transaction(ctx, async (tx) => {
    await sql`
      insert into goods.search_dictionary (word, added_by, added_at)
      select w, ${tx.actor.name}, ${tx.now} from unnest(${wanted}::text[]) w on conflict do nothing`.execute(tx.db)
    await recut(tx, wanted)
    await publish(tx, { type: 'search.dictionary_changed', aggregate: 'shop', id: tx.shopId, data: { added: wanted } })
  })
}

/** @throws dictionaryWordUnknown */
export function removeDictionaryWord(ctx: Context, word: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { rows } = await sql`delete from goods.search_dictionary where word = ${word} returning word`.execute(tx.db)
    if (rows.length === 0) throw dictionaryWordUnknown({ word })
    await recut(tx, [word])
    await publish(tx, { type: 'search.dictionary_changed', aggregate: 'shop', id: tx.shopId, data: { removed: word } })
  })
}

/** Products that say these words are cut anew. */
async function recut(tx: Tx, words: readonly string[]): Promise<void> {
  forgetVocabulary(tx)
  const saying = words.map((word) => `%${word}%`)
  await sql`
    insert into goods.search_outdated (shop_id, product_id)
    select distinct shop_id, product_id from goods.product_texts
    where name like any(${saying}::text[]) or title like any(${saying}::text[]) or description like any(${saying}::text[])
    on conflict do nothing`.execute(tx.db)
}
