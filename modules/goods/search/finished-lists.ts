import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import { together } from '#platform/database'
import { remembered } from '#platform/remembered'
import { inLanguage, pageWithin } from './find-matches.ts'
import { searchLimits } from './model.ts'
import { roomFor, score, slotColumns, slotsOf } from './scoring.ts'
import { mustHold, type Wish as Wanted } from './understand.ts'
import { understandIn } from './vocabulary.ts'

/** A page of a list with its products as the JSON they are answered in. */
export interface FinishedList {
  /** One object after the other, separated by commas. */
  readonly cards: string
  /** Products on the page whose cards are to be made anew: they are not among the cards. */
  readonly missing: readonly Id<'Product'>[]
  readonly page: number
  readonly size: number
  readonly total: number
  readonly more: boolean
}

interface Wish {
  readonly page?: number
  readonly size?: number
}

interface ListRow {
  readonly n: number
  readonly cards: string | null
  readonly missing: Id<'Product'>[] | null
  readonly total: number
}

/**
 * What a category holds, with everything below it, the newest first. Undefined for a category that is not known (yet). How many there are is
 * counted every three seconds; what is on the page is asked now.
 */
export async function categoryList(
  reader: Reader,
  { category, ...wish }: Wish & { readonly category: string },
): Promise<FinishedList | undefined> {
  const shelf = (await shelvesOf(reader)).get(category)
  if (!shelf) return undefined
  const { page, size } = pageWithin(wish)
  const row = await categoryCards(reader, { category: shelf.id, size, skip: (page - 1) * size })
  return { ...finished(row, { page, size }), ...counted(shelf.total) }
}

interface Shelf {
  readonly slug: string
  readonly id: Id<'Category'>
  readonly total: number
}

const shelvesOf = remembered(async ({ db, shopId, now }: Reader) => {
  const { rows } = await sql<Shelf>`
    select c.slug, c.id, (
      select count(*)::int8 from (
        select from goods.category_products p where p.shop_id = ${shopId} and p.category_id = c.id and p.on_sale_at <= ${now}
        limit ${searchLimits.counted + 1}) h) as total
    from goods.categories c`.execute(db)
  return new Map(rows.map((shelf) => [shelf.slug, shelf]))
})

/** What is on sale changes in this transaction: the counts of categories are taken anew. */
export const recountCategories = shelvesOf.forget

interface CategoryQuestion {
  readonly category: Id<'Category'>
  readonly size: number
  readonly skip: number
}

const categoryCards = together<CategoryQuestion, ListRow>(async ({ db, shopId, locale, now }, questions) => {
  const { rows } = await sql<ListRow>`
    select r.n, l.* from json_to_recordset(${numbered(questions)}::json) as r(n int, category uuid, size int, skip int)
    cross join lateral (
      select ${cardsOf(sql`h.on_sale_at desc, h.product_id desc`)}, 0 as total
      from (select product_id, on_sale_at from goods.category_products
        where shop_id = ${shopId} and category_id = r.category and on_sale_at <= ${now}
        order by on_sale_at desc, product_id desc limit r.size offset r.skip) h
      join goods.search_documents d on d.shop_id = ${shopId} and d.product_id = h.product_id and d.locale = ${locale}) l
    order by r.n`.execute(db)
  return rows
})

/** What is found by words, what suits best first. Undefined without a word, where few are found, and beyond the last page. */
export async function wordsList(
  reader: Reader,
  { text, ...wish }: Wish & { readonly text: string },
): Promise<FinishedList | undefined> {
  const { wishes, price, leftOver } = await understandIn(reader, text)
  const { page, size } = pageWithin(wish)
  if (wishes.length === 0 || price || leftOver) return undefined
  const row = await foundCards(reader, { wishes, size, skip: (page - 1) * size })
  if (row.total === 0 || (row.total < searchLimits.few && wishes.length > 1)) return undefined // beyond the last page, or something else may be meant
  return { ...finished(row, { page, size }), ...counted(row.total) }
}

interface WordsQuestion {
  readonly wishes: readonly Wanted[]
  readonly size: number
  readonly skip: number
}

/** Words first (`offset 0`): before it knows them, PostgreSQL takes them for so common that it would rather read the whole shop. */
const foundCards = together<WordsQuestion, ListRow>(async ({ db, shopId, locale, now }, questions) => {
  const room = roomFor(questions.map(({ wishes }) => wishes))
  const asked = questions.map(({ wishes, ...page }) => ({ ...page, words: mustHold(wishes), ...slotsOf(wishes) }))
  const { rows } = await sql<ListRow>`
    select r.n, l.* from json_to_recordset(${numbered(asked)}::json) as r(n int, words tsquery, size int, skip int, ${slotColumns(room)})
    cross join lateral (
      select ${cardsOf(sql`h.place`)}, coalesce(max(h.total), 0) as total
      from (select product_id, total, row_number() over () as place from (
        select product_id, count(*) over () as total
        from (select product_id, shop_id, on_sale_at, sold, boost, ranked from goods.search_documents where terms @@ r.words and ${inLanguage({ locale })} offset 0) m
        where shop_id = ${shopId} and on_sale_at <= ${now}
        order by ${score(room)} desc, sold desc, on_sale_at desc, product_id desc limit r.size offset r.skip) f) h
      join goods.search_documents d on d.shop_id = ${shopId} and d.product_id = h.product_id and d.locale = ${locale}) l
    order by r.n`.execute(db)
  return rows
})

/** The cards of the documents `d`, with what is true of them now. */
const cardsOf = (order: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  string_agg(d.card || ',"inStock":' || d.in_stock::text || ',"sold":' || d.sold::text || '}', ',' order by ${order}) as cards,
  array_agg(d.product_id) filter (where d.card is null) as missing`

const numbered = (questions: readonly object[]): string =>
  JSON.stringify(questions.map((question, n) => ({ n, ...question })))

const finished = ({ cards, missing }: ListRow, at: { readonly page: number; readonly size: number }) => ({
  cards: cards ?? '',
  missing: missing ?? [],
  ...at,
})

const counted = (total: number) => ({
  total: Math.min(total, searchLimits.counted),
  more: total > searchLimits.counted,
})
