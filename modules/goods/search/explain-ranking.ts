import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { factorRows } from './factors.ts'
import type { Explained, ExplainedFactors, ExplainedHit } from './model.ts'
import { type Test, testsOf } from './scoring.ts'
import { searchProducts } from './search-products.ts'
import { searchSettings } from './settings.ts'
import { understandIn } from './vocabulary.ts'

const shown = 30

/** What a search is understood as, and for each of its first hits everything that has brought it to its place. */
export async function explainRanking(reader: Reader, text: string): Promise<Explained> {
  const { hits, alike = [], total, corrected, price } = await searchProducts(reader, { text, size: shown })
  const { wishes } = await understandIn(reader, corrected ?? text)
  const tests = testsOf(wishes)
  const inPart = new Set(alike.map(({ productId }) => productId))
  const rows = await explainedRows(reader, { ids: [...hits, ...alike].map(({ productId }) => productId), tests })
  return {
    corrected,
    price,
    total,
    wishes: wishes.map((wish) => ({
      text: wish.text,
      others: [...new Set(wish.others.map(({ words }) => words.join(' ')))],
    })),
    hits: rows.map((row) => ({ ...row, inPart: inPart.has(row.productId) })),
  }
}

interface Row {
  readonly product_id: Id<'Product'>
  readonly name: string
  readonly holds: readonly boolean[]
  readonly kept: number
  readonly sold: number
  readonly seen: number | null
  readonly bought: number | null
  readonly rated: number
  readonly rating_hundredths: number | null
  readonly sales: number
  readonly conversion: number
  readonly rating: number
  readonly freshness: number
}

interface Asked {
  readonly ids: readonly Id<'Product'>[]
  readonly tests: readonly Test[]
}

async function explainedRows(reader: Reader, { ids, tests }: Asked): Promise<Omit<ExplainedHit, 'inPart'>[]> {
  const lifts = await readSettings(reader, searchSettings)
  const queries = JSON.stringify(tests.map(({ query }, n) => ({ n, query })))
  const { rows } = await sql<Row>`
    select d.product_id, t.name, d.boost as kept, f.sold, f.seen, f.bought, f.rated, f.rating_hundredths,
      f.sales::real, f.conversion::real, f.rating::real, f.freshness::real,
      coalesce((select json_agg(d.ranked @@ q.query order by q.n) from json_to_recordset(${queries}::json) as q(n int, query tsquery)), '[]') as holds
    from goods.search_documents d
    join (${await factorRows(reader)}) f on f.product_id = d.product_id and f.locale = d.locale
    join lateral (select name from goods.product_texts t where t.shop_id = d.shop_id and t.product_id = d.product_id
      order by t.locale = d.locale desc limit 1) t on true
    where d.shop_id = ${reader.shopId} and d.locale = ${reader.locale} and d.product_id = any(${ids}::uuid[])
    order by array_position(${ids}::uuid[], d.product_id)`.execute(reader.db)
  return rows.map((row) => {
    const passed = tests.filter((_, at) => row.holds[at]).map(({ wish, holds, value }) => ({ wish, holds, value }))
    const words = passed.reduce((sum, { value }) => sum + value, 0)
    return {
      productId: row.product_id,
      name: row.name,
      passed,
      words,
      factors: factorsOf(row, lifts),
      boost: row.kept,
      score: (words + 0.01) * row.kept,
    }
  })
}

type Lifts = Readonly<Record<'salesLift' | 'conversionLift' | 'ratingLift' | 'freshnessLift', number>>

const factorsOf = (row: Row, lifts: Lifts): ExplainedFactors => ({
  sales: { share: row.sales, lift: 1 + (row.sales * lifts.salesLift) / 100 },
  conversion: { share: row.conversion, lift: 1 + (row.conversion * lifts.conversionLift) / 100 },
  rating: { share: row.rating, lift: 1 + (row.rating * lifts.ratingLift) / 100 },
  freshness: { share: row.freshness, lift: 1 + (row.freshness * lifts.freshnessLift) / 100 },
  sold: row.sold,
  seen: row.seen,
  bought: row.bought,
  rated: row.rated,
  ratingHundredths: row.rating_hundredths,
})
