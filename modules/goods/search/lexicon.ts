import { LRUCache } from 'lru-cache'
import type { Reader } from '#platform/context'
import { remembered } from '#platform/remembered'

/** A word that is said of the goods of a shop. */
export interface KnownWord {
  readonly word: string
  readonly spelling: string
  readonly initials: string
  readonly sounds: string
  /** How many products it is said of. */
  readonly products: number
}

/** The words of a shop by what people may type instead of them, the most frequent first. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, KnownWord>
  readonly latin: readonly KnownWord[]
  readonly bySpelling: ReadonlyMap<string, readonly KnownWord[]>
  readonly byInitials: ReadonlyMap<string, readonly KnownWord[]>
  readonly bySounds: ReadonlyMap<string, readonly KnownWord[]>
}

export function lexiconOf(words: readonly KnownWord[]): Lexicon {
  const chinese = words.filter(({ word, spelling }) => word !== spelling)
  return {
    words: new Map(words.map((known) => [known.word, known])),
    latin: words.filter(({ word, spelling }) => word === spelling),
    bySpelling: Map.groupBy(chinese, ({ spelling }) => spelling),
    byInitials: Map.groupBy(chinese, ({ initials }) => initials),
    bySounds: Map.groupBy(chinese, ({ sounds }) => sounds),
  }
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
