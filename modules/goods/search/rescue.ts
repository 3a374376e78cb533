import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import { base, findMatches, inLanguage, type Words } from './find-matches.ts'
import { loadLexicon } from './lexicon.ts'
import { type SearchHit, type SearchQuery, type SearchResult, searchLimits } from './model.ts'
import { anyLead, anyOf } from './query-text.ts'
import { meantBy } from './spell.ts'
import { loosened, type Meaning, mustHold, type Wish } from './understand.ts'
import { synonymsOf, understandIn } from './vocabulary.ts'

interface Search {
  readonly query: SearchQuery
  /** Nothing narrows the search but its words. */
  readonly isPlain: boolean
  readonly meaning: Meaning
  readonly found: SearchResult
}

/** Where words have found few products: what may have been meant instead, and what suits a part of them. */
export async function rescued(reader: Reader, search: Search): Promise<SearchResult> {
  const { found, meaning } = search
  const isSlip = meaning.leftOver && found.total > 0
  if (meaning.wishes.length === 0 || (found.total >= searchLimits.few && !isSlip)) return found
  const meant = isSlip || found.total === 0 ? await otherwise(reader, search) : undefined
  if (!meant) return withAlike(reader, search)
  const result = await withAlike(reader, { ...search, ...meant })
  return { ...result, corrected: meant.meaning.text }
}

/** How many products hold a wish (as far as it matters), how many names lead with it, and how many are named by it. */
interface Known {
  readonly wish: Wish
  readonly hits: number
  readonly led: number
  readonly named: number
}

const enough = 300

async function counted(reader: Reader, wishes: readonly Wish[]): Promise<Known[]> {
  const asked = wishes.map((wish, n) => {
    const sayings = [...wish.own, ...wish.others].filter(({ isPart }) => !isPart)
    const tried = sayings.length > 0 && { leads: anyLead(sayings, { isOpen: true }), names: anyOf(sayings, 'A') }
    return { n, must: mustHold([wish]), ...tried }
  })
  const { rows } = await sql<Omit<Known, 'wish'>>`
    select h.* from json_to_recordset(${JSON.stringify(asked)}::json) as r(n int, must tsquery, leads tsquery, names tsquery)
    cross join lateral (
      select count(*)::int8 as hits, count(*) filter (where ranked @@ r.leads)::int8 as led, count(*) filter (where ranked @@ r.names)::int8 as named
      from (select ranked from (select * from goods.search_documents where terms @@ r.must and ${inLanguage(reader)} offset 0) m where ${base(reader)} limit ${enough}) d) h
    order by r.n`.execute(reader.db)
  return rows.map((row, at) => ({ wish: wishes[at]!, ...row }))
}

/** What is found when the words are read as something else that is said of the goods. Beside what was found already only one character may differ. */
async function otherwise(
  reader: Reader,
  { query, meaning, found }: Search,
): Promise<Pick<Search, 'meaning' | 'found'> | undefined> {
  const text = meantBy(meaning.text, await loadLexicon(reader))
  if (!text || (found.total > 0 && !isSlipOf(meaning.text, text))) return undefined
  const other = await understandIn(reader, text)
  const instead = await findMatches(reader, query, { wishes: other.wishes })
  return instead.total > 0 ? { meaning: other, found: instead } : undefined
}

const isSlipOf = (typed: string, meant: string): boolean =>
  typed.length === meant.length && [...typed].filter((character, at) => character !== meant[at]).length === 1

/** Beside the few that suit all the words those that suit the most telling one and perhaps more, on a first page that nothing narrows. */
async function withAlike(reader: Reader, { query, isPlain, meaning, found }: Search): Promise<SearchResult> {
  if (!isPlain || found.total >= searchLimits.few) return found
  const words = await wordsForAlike(reader, meaning.wishes)
  if (!words) return found
  const shown = new Set(found.hits.map(({ productId }) => productId))
  const { hits } = await findMatches(reader, { ...query, size: found.size + shown.size, facets: false }, words)
  const alike = hits
    .filter((hit: SearchHit) => !shown.has(hit.productId))
    .slice(0, Math.max(0, found.size - shown.size))
  return alike.length > 0 ? { ...found, alike } : found
}

/** What of the words has to hold: of several the most telling one, of a compound that few say its parts. */
async function wordsForAlike(reader: Reader, own: readonly Wish[]): Promise<Words | undefined> {
  const before = await counted(reader, own)
  const synonyms = await synonymsOf(reader)
  const wishes = before.map(({ wish, hits }) => (hits < searchLimits.few && loosened(wish, synonyms)) || wish)
  const isLooser = wishes.some((wish, at) => wish !== own[at])
  if (wishes.length === 1) return isLooser ? { wishes } : undefined
  const must = mostTelling(isLooser ? await counted(reader, wishes) : before)
  return must && { wishes, must: [must] }
}

/** Hardly any name leads with what only says how a thing is. */
const leastLed = 0.05

/** Nearly everything that says a brand is named by it. */
const mostNamed = 0.9

/** The wish that the most of its products are led by, that is the thing itself; else what names nearly all that say it, as brands do. */
function mostTelling(known: readonly Known[]): Wish | undefined {
  const held = known.filter(({ hits }) => hits > 0)
  const things = held.filter(({ led, hits }) => led / hits >= leastLed)
  if (things.length > 0)
    return things.reduce((best, next) => (next.led / next.hits >= best.led / best.hits ? next : best)).wish
  return held.findLast(({ named, hits }) => named / hits >= mostNamed)?.wish
}
