import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/context'
import { findMatches } from './find-matches.ts'
import type { SearchQuery, SearchResult } from './model.ts'
import { rescued } from './rescue.ts'
import { mustHold, understand } from './understand.ts'
import { understandIn } from './vocabulary.ts'

/**
 * Products on sale that suit every filter, in the caller's language, one page. Words are found in name, code, brand, tags, attributes, category and
 * description, by what they mean: synonyms, pinyin, typos. Where few suit all the words, the first page also says which suit a part of them.
 */
export async function searchProducts(reader: Reader, query: SearchQuery): Promise<SearchResult> {
  if (!query.text) return findMatches(reader, query)
  const meaning = await understandIn(reader, query.text)
  return rescued(reader, { query, meaning, found: await findMatches(reader, query, { wishes: meaning.wishes }) })
}

/** A part of a query: the products, on sale or not, whose documents hold these words in either language. */
export function productsWithWords({ shopId }: Pick<Reader, 'shopId'>, text: string): RawBuilder<unknown> {
  const words = mustHold(understand(text, new Map()).wishes)
  const matches = words ? sql`terms @@ ${words}::tsquery` : sql`false`
  return sql`select product_id from goods.search_documents where shop_id = ${shopId} and ${matches}`
}
