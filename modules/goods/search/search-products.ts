import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/context'
import { findMatches, inLanguage } from './find-matches.ts'
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
  const isPriced = query.fromMinor !== undefined || query.toMinor !== undefined
  const price = isPriced ? undefined : meaning.price
  const asked = { ...query, ...price }
  const found = await findMatches(reader, asked, { wishes: meaning.wishes })
  const result = await rescued(reader, { query: asked, isPlain: isPlain(query), meaning, found })
  return price ? { ...result, price } : result
}

/** A first page in its usual order that the shopper has not narrowed. */
const isPlain = ({ page = 1, sort = 'relevance', ...query }: SearchQuery): boolean =>
  page === 1 &&
  sort === 'relevance' &&
  !query.categoryId &&
  !query.inStock &&
  query.fromMinor === undefined &&
  query.toMinor === undefined &&
  [...(query.brandIds ?? []), ...(query.tags ?? []), ...Object.values(query.attributes ?? {}).flat()].length === 0

/** A part of a query: the products, on sale or not, whose documents hold these words in either language. */
export function productsWithWords({ shopId }: Pick<Reader, 'shopId'>, text: string): RawBuilder<unknown> {
  const words = mustHold(understand(text, new Map()).wishes)
  const matches = words
    ? sql`(${sql.join(
        (['zh', 'en'] as const).map((locale) => sql`(${inLanguage({ locale })} and terms @@ ${words}::tsquery)`),
        sql` or `,
      )})`
    : sql`false`
  return sql`select product_id from goods.search_documents where shop_id = ${shopId} and ${matches}`
}
