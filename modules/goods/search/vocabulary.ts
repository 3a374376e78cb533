import { LRUCache } from 'lru-cache'
import type { Reader, Tx } from '#platform/context'
import { remembered } from '#platform/remembered'
import { addWords } from './cut.ts'
import { fold } from './fold.ts'
import { type Meaning, phraseOf, type Synonyms, understand } from './understand.ts'
import { runsOf } from './words.ts'

interface Vocabulary {
  readonly synonyms: Synonyms
  readonly dictionary: ReadonlySet<string>
}

const vocabularyOf = remembered(async ({ db, shopId }: Reader): Promise<Vocabulary> => {
  const groups = await db
    .selectFrom('goods.search_synonyms')
    .select(['words', 'one_way', 'weight_percent'])
    .where('shop_id', '=', shopId)
    .execute()
  const words = await db.selectFrom('goods.search_dictionary').select('word').execute()
  return { synonyms: synonymsIn(groups), dictionary: new Set(words.map(({ word }) => word)) }
})

/** Synonyms or the dictionary change in this transaction. */
export const forgetVocabulary = (tx: Tx): void => vocabularyOf.forget(tx)

const mostMeanings = 5_000
/** What has been understood with the words that a shop teaches now. */
const meanings = new WeakMap<Vocabulary, LRUCache<string, Meaning>>()

/** What a shopper means, in the words that the staff of this shop have taught. */
export async function understandIn(reader: Reader, text: string): Promise<Meaning> {
  const vocabulary = await vocabularyOf(reader)
  addWords(vocabulary.dictionary)
  const known = meanings.get(vocabulary) ?? new LRUCache<string, Meaning>({ max: mostMeanings })
  meanings.set(vocabulary, known)
  const meaning = known.get(text) ?? understand(text, vocabulary.synonyms)
  known.set(text, meaning)
  return meaning
}

/** The synonyms of this shop. */
export const synonymsOf = async (reader: Reader): Promise<Synonyms> => (await vocabularyOf(reader)).synonyms

/** From now on words are cut as the staff have taught. */
export async function cutAsTaught(reader: Reader): Promise<void> {
  addWords((await vocabularyOf(reader)).dictionary)
}

interface Group {
  readonly words: readonly string[]
  readonly one_way: boolean
  readonly weight_percent: number
}

function synonymsIn(groups: readonly Group[]): Synonyms {
  const known = new Map<string, Map<string, number>>()
  const add = (from: string, to: string, weight: number) => {
    const others = known.get(from) ?? new Map<string, number>()
    known.set(from, others.set(to, Math.max(others.get(to) ?? 0, weight)))
  }
  for (const { words, one_way, weight_percent } of groups) {
    const folded = words.map(fold)
    for (const from of one_way ? folded.slice(0, 1) : folded)
      for (const to of folded) {
        if (to === from) continue
        const phrase = phraseOf(runsOf(from))
        for (const written of new Set([phrase, phrase.replaceAll(' ', '')])) add(written, to, weight_percent / 100)
      }
  }
  return new Map([...known].map(([from, others]) => [from, [...others].map(([word, weight]) => ({ word, weight }))]))
}
