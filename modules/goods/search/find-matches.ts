import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import { countFacets } from './count-facets.ts'
import { type SearchHit, type SearchQuery, type SearchResult, type SearchSort, searchLimits } from './model.ts'
import { roomFor, score, slotColumns, slotsOf } from './scoring.ts'
import { mustHold, type Wish } from './understand.ts'

/** The page that is asked for, as far as lists reach. */
export function pageWithin(wish: Pick<SearchQuery, 'page' | 'size'>): { readonly page: number; readonly size: number } {
  const size = Math.min(Math.max(wish.size ?? 24, 1), searchLimits.size)
  return { size, page: Math.min(Math.max(wish.page ?? 1, 1), Math.ceil(searchLimits.rows / size)) }
}

/** The words of a question: all of `must` (all wishes unless said) has to hold, all wishes count. */
export interface Words {
  readonly wishes: readonly Wish[]
  readonly must?: readonly Wish[]
}

/** Exactly what suits: every filter, and all the words. */
export async function findMatches(
  reader: Reader,
  query: SearchQuery,
  words: Words = { wishes: [] },
): Promise<SearchResult> {
  const { page, size } = pageWithin(query)
  const must = mustHold(words.must ?? words.wishes)
  const wanted = sql.join([base(reader), found(must), ...filters(query)], sql` and `)
  const hits = await readPage(reader, wanted, { ...query, size, page, wishes: words.wishes })
  const total = isLast(hits, { page, size }) ? (page - 1) * size + hits.length : await countHits(reader, wanted)
  const facets = query.facets
    ? await countFacets(reader, sql.join([base(reader), found(must), ...plainFilters(query)], sql` and `), query)
    : undefined
  return { hits, page, size, total: Math.min(total, searchLimits.counted), more: total > searchLimits.counted, facets }
}

/** A page that is not full ends the list: what stands on it and before it is all there is. */
const isLast = (
  hits: readonly SearchHit[],
  { page, size }: { readonly page: number; readonly size: number },
): boolean => hits.length < size && (hits.length > 0 || page === 1)

export const base = (reader: Reader): RawBuilder<boolean> =>
  sql`shop_id = ${reader.shopId} and ${inLanguage(reader)} and on_sale_at <= ${reader.now}`

/** Written out, because each language has an index of its words. */
export const inLanguage = ({ locale }: Pick<Reader, 'locale'>): RawBuilder<boolean> => sql`locale = ${sql.lit(locale)}`

const found = (words: string): RawBuilder<boolean> => (words ? sql`terms @@ ${words}::tsquery` : sql`true`)

/** Filters whose choices are not counted as facets of the same row: category, stock. */
const plainFilters = ({ categoryId, inStock }: SearchQuery): RawBuilder<boolean>[] =>
  given([categoryId && sql<boolean>`category_ids @> ${[categoryId]}::uuid[]`, inStock && sql<boolean>`in_stock`])

const given = (filters: readonly unknown[]): RawBuilder<boolean>[] =>
  filters.filter((filter): filter is RawBuilder<boolean> => typeof filter === 'object')

function filters(query: SearchQuery): RawBuilder<boolean>[] {
  const { fromMinor, toMinor } = query
  const prices = given([
    fromMinor !== undefined && sql<boolean>`to_minor >= ${fromMinor}`,
    toMinor !== undefined && sql<boolean>`from_minor <= ${toMinor}`,
  ])
  const attributes = Object.entries(query.attributes ?? {}).map(([code, choices]) => oneOf(code, choices))
  const tags = query.tags?.length ? [oneOf('tag', query.tags)] : []
  const brands = query.brandIds?.length ? [sql<boolean>`brand_id = any(${query.brandIds}::uuid[])`] : []
  return [...plainFilters(query), ...prices, ...attributes, ...tags, ...brands]
}

const oneOf = (code: string, choices: readonly string[]): RawBuilder<boolean> =>
  sql`facets && ${choices.map((choice) => `${code}=${choice}`)}::text[]`

interface PageOfHits {
  readonly size: number
  readonly page: number
  readonly wishes: readonly Wish[]
  readonly sort?: SearchSort
}

async function readPage(
  reader: Reader,
  wanted: RawBuilder<unknown>,
  { size, page, wishes, sort }: PageOfHits,
): Promise<SearchHit[]> {
  const { rows } = await sql<{
    product_id: Id<'Product'>
    from_minor: number
    to_minor: number
    in_stock: boolean
    sold: number
    currency: string
  }>`
    with page as (
      select product_id, from_minor, to_minor, in_stock, sold, row_number() over () as position
      from (select product_id, from_minor, to_minor, in_stock, sold from goods.search_documents ${wishes.length > 0 ? trials(wishes) : sql``} where ${wanted} order by ${orderOf(sort ?? 'relevance', wishes)} limit ${size} offset ${(page - 1) * size}) d)
    select page.*, coalesce((select c.currency from goods.variants v join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
        where v.shop_id = ${reader.shopId} and v.product_id = page.product_id limit 1), 'CNY') as currency
    from page order by position`.execute(reader.db)
  return rows.map((row) => ({
    productId: row.product_id,
    from: { minor: row.from_minor, currency: row.currency },
    to: { minor: row.to_minor, currency: row.currency },
    inStock: row.in_stock,
    sold: row.sold,
  }))
}

/** A hit in the name weighs most; among equals what sells more, then what is newer. Without words the newest come first. */
function orderOf(sort: SearchSort, wishes: readonly Wish[]): RawBuilder<unknown> {
  const newest = sql`on_sale_at desc, product_id desc`
  if (sort === 'price_up') return sql`from_minor, ${newest}`
  if (sort === 'price_down') return sql`from_minor desc, ${newest}`
  if (sort === 'sales') return sql`sold desc, ${newest}`
  if (sort === 'newest' || wishes.length === 0) return newest
  return sql`${score(roomFor([wishes]))} desc, sold desc, ${newest}`
}

/** What the words of a hit are tried by, as the row `r`. */
const trials = (wishes: readonly Wish[]): RawBuilder<unknown> =>
  sql`cross join json_to_record(${JSON.stringify(slotsOf(wishes))}::json) as r(${slotColumns(roomFor([wishes]))})`

async function countHits(reader: Reader, wanted: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int8 as count from (select 1 from goods.search_documents where ${wanted} limit ${searchLimits.counted + 1}) h`.execute(
    reader.db,
  )
  return rows[0]?.count ?? 0
}
