import { LRUCache } from 'lru-cache'
import type { Reader } from '#platform/context'
import { remembered } from '#platform/remembered'
import { isThing } from './words.ts'

/** A word that is said of the goods of a shop. */
export interface KnownWord {
  readonly word: string
  readonly spelling: string
  readonly initials: string
  readonly sounds: string
  /** How many products it is said of; 0 for what staff have taught alone. */
  readonly products: number
}

/** The words of a shop by what people may type instead of them, the most frequent first. What is taught alone is known by its pinyin and initials. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, KnownWord>
  readonly latin: readonly KnownWord[]
  readonly bySpelling: ReadonlyMap<string, readonly KnownWord[]>
  readonly byInitials: ReadonlyMap<string, readonly KnownWord[]>
  readonly bySounds: ReadonlyMap<string, readonly KnownWord[]>
  /** The character of each sound that ends the most names of things: 杯 of 茶杯 and 马克杯 for "bei". */
  readonly thingBySound: ReadonlyMap<string, string>
}

export function lexiconOf(words: readonly KnownWord[]): Lexicon {
  const said = words.filter(({ products }) => products > 0)
  const chinese = words.filter(({ word, spelling }) => word !== spelling)
  return {
    words: new Map(said.map((known) => [known.word, known])),
    latin: words.filter(({ word, spelling }) => word === spelling),
    bySpelling: Map.groupBy(chinese, ({ spelling }) => spelling),
    byInitials: Map.groupBy(chinese, ({ initials }) => initials),
    bySounds: Map.groupBy(
      chinese.filter(({ products }) => products > 0),
      ({ sounds }) => sounds,
    ),
    thingBySound: thingsIn(chinese),
  }
}

function thingsIn(words: readonly KnownWord[]): Map<string, string> {
  const said = new Map<string, { readonly sound: string; readonly products: number }>()
  for (const { word, sounds, products } of words) {
    const last = word.at(-1)!
    if (isThing(last))
      said.set(last, { sound: sounds.split(' ').at(-1)!, products: products + (said.get(last)?.products ?? 0) })
  }
  const rarestFirst = [...said].sort((one, other) => one[1].products - other[1].products)
  return new Map(rarestFirst.map(([character, { sound }]) => [sound, character]))
}

const shops = new LRUCache<string, { readonly learntAt: string; readonly lexicon: Lexicon }>({ max: 20 })

const lessonOf = remembered(async ({ db, shopId }: Reader) => {
  const lesson = await db
    .selectFrom('goods.search_lessons')
    .select('learnt_at')
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return { learntAt: lesson?.learnt_at.toString() ?? '' }
})

/** The words of a shop are learnt anew in this transaction. */
export const forgetLesson = lessonOf.forget

/** What a shop's job has learnt, kept in memory until it has learnt anew. Only those ask whose search has found little. */
export async function loadLexicon(reader: Reader): Promise<Lexicon> {
  const { db, shopId, locale } = reader
  const key = `${shopId} ${locale}`
  const { learntAt } = await lessonOf(reader)
  const known = shops.get(key)
  if (known?.learntAt === learntAt) return known.lexicon
  const words = await db
    .selectFrom('goods.search_words')
    .select(['word', 'spelling', 'initials', 'sounds', 'products'])
    .where('shop_id', '=', shopId)
    .where('locale', '=', locale)
    .orderBy('products', 'desc')
    .orderBy('word')
    .execute()
  const lexicon = lexiconOf(words)
  shops.set(key, { learntAt, lexicon })
  return lexicon
}
