import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import { base, findMatches } from './find-matches.ts'
import { loadLexicon } from './lexicon.ts'
import { type SearchHit, type SearchQuery, type SearchResult, searchLimits } from './model.ts'
import { meantBy } from './spell.ts'
import { type Meaning, mustHold, testsOf, type Wish } from './understand.ts'
import { understandIn } from './vocabulary.ts'

interface Search {
  readonly query: SearchQuery
  readonly meaning: Meaning
  readonly found: SearchResult
}

/** Where words have found few products: what may have been meant instead, and what suits a part of them. */
export async function rescued(reader: Reader, search: Search): Promise<SearchResult> {
  const { found, meaning } = search
  if (found.total >= searchLimits.few || meaning.wishes.length === 0) return found
  const known = await counted(reader, meaning.wishes)
  const meant = found.total === 0 ? await otherwise(reader, search, known) : undefined
  if (!meant) return withAlike(reader, search, known)
  const again = { ...search, ...meant }
  const result = await withAlike(reader, again, await counted(reader, again.meaning.wishes))
  return { ...result, corrected: meant.meaning.text }
}

/** How many products hold a wish (as far as it matters), and how many are named by it. */
interface Known {
  readonly wish: Wish
  readonly hits: number
  readonly named: number
}

const enough = 300

async function counted(reader: Reader, wishes: readonly Wish[]): Promise<Known[]> {
  if (wishes.length === 0) return []
  const asked = wishes.map((wish) => ({ must: mustHold([wish]), names: testsOf([wish])[0]?.query ?? null }))
  const { rows } = await sql<{ hits: number; named: number }>`
    select h.* from json_to_recordset(${JSON.stringify(asked.map((one, n) => ({ n, ...one })))}::json) as r(n int, must tsquery, names tsquery)
    cross join lateral (
      select count(*)::int8 as hits, count(*) filter (where ranked @@ r.names)::int8 as named
      from (select ranked from (select * from goods.search_documents where terms @@ r.must offset 0) m where ${base(reader)} limit ${enough}) d) h
    order by r.n`.execute(reader.db)
  return rows.map((row, at) => ({ wish: wishes[at]!, ...row }))
}

/** What is found when the words are read as something else that is said of the goods. */
async function otherwise(
  reader: Reader,
  { query, meaning }: Search,
  known: readonly Known[],
): Promise<{ readonly meaning: Meaning; readonly found: SearchResult } | undefined> {
  if (known.every(({ hits }) => hits > 0)) return undefined
  const text = meantBy(meaning.text, await loadLexicon(reader))
  if (!text) return undefined
  const other = await understandIn(reader, text)
  const found = await findMatches(reader, query, other)
  return found.total > 0 ? { meaning: other, found } : undefined
}

/** Beside the few that suit all the words those that suit the most telling one and perhaps more, on a first page that nothing narrows. */
async function withAlike(
  reader: Reader,
  { query, meaning, found }: Search,
  known: readonly Known[],
): Promise<SearchResult> {
  const must =
    meaning.wishes.length > 1 && found.total < searchLimits.few && isPlain(query) ? mostTelling(known) : undefined
  if (!must) return found
  const shown = new Set(found.hits.map(({ productId }) => productId))
  const size = found.size + shown.size
  const { hits } = await findMatches(
    reader,
    { ...query, size, facets: false },
    { wishes: meaning.wishes, must: [must] },
  )
  const alike = hits
    .filter((hit: SearchHit) => !shown.has(hit.productId))
    .slice(0, Math.max(0, found.size - shown.size))
  return alike.length > 0 ? { ...found, alike } : found
}

/** The wish that names what the most of its products are; among equals the last, as the thing itself stands last. */
function mostTelling(known: readonly Known[]): Wish | undefined {
  const share = ({ hits, named }: Known) => named / hits
  const held = known.filter(({ hits }) => hits > 0)
  return held.length === 0 ? undefined : held.reduce((best, next) => (share(next) >= share(best) ? next : best)).wish
}

const isPlain = ({
  page = 1,
  sort = 'relevance',
  categoryId,
  brandIds,
  attributes,
  tags,
  fromMinor,
  toMinor,
  inStock,
}: SearchQuery): boolean =>
  page === 1 &&
  sort === 'relevance' &&
  !categoryId &&
  !inStock &&
  fromMinor === undefined &&
  toMinor === undefined &&
  [...(brandIds ?? []), ...(tags ?? []), ...Object.values(attributes ?? {}).flat()].length === 0
