import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import { together } from '#platform/database'

type ProductId = Id<'Product'>
type CategoryId = Id<'Category'>

export interface Beside {
  readonly categoryId: CategoryId | null
  /** Those of its neighbours that can be bought now, the most telling first. */
  readonly neighbours: readonly { readonly item: ProductId; readonly score: number; readonly people: number }[]
}

export interface Popular {
  readonly productId: ProductId
  readonly categoryId: CategoryId | null
  readonly popularity: number
}

/** Of each list this many are read: enough after a past has been left out. */
const mostRead = 40

/** What stands beside each of these products. Who asks at the same moment asks together. */
export const besideProducts: (reader: Reader, ids: readonly ProductId[]) => Promise<ReadonlyMap<ProductId, Beside>> =
  together<readonly ProductId[], ReadonlyMap<ProductId, Beside>>(async (reader, lists) => {
    const beside = await readBeside(reader, [...new Set(lists.flat())])
    return lists.map(() => beside)
  })

async function readBeside({ db, shopId, locale, now }: Reader, ids: readonly ProductId[]) {
  const { rows } = await sql<{
    product_id: ProductId
    category_id: CategoryId | null
    neighbours: Beside['neighbours']
  }>`
    select p.id as product_id, p.category_id, found.neighbours
    from goods.products p
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('item', n.id, 'score', n.score, 'people', n.people) order by n.place), '[]') as neighbours
      from insight.product_neighbours k
      cross join unnest(k.neighbour_ids, k.scores, k.people) with ordinality as n(id, score, people, place)
      join goods.search_documents d on d.shop_id = k.shop_id and d.product_id = n.id and d.locale = ${locale} and d.in_stock and d.on_sale_at <= ${now}
      where k.shop_id = p.shop_id and k.product_id = p.id) found
    where p.shop_id = ${shopId} and p.id = any(${ids}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ product_id, category_id, neighbours }) => [product_id, { categoryId: category_id, neighbours }]),
  )
}

/** What is popular and can be bought now: in each of these categories, or for null in the whole shop. Who asks at the same moment asks together. */
export const popularIn: (reader: Reader, categoryId: CategoryId | null) => Promise<readonly Popular[]> = together<
  CategoryId | null,
  readonly Popular[]
>(async (reader, wanted) => {
  const categories = [...new Set(wanted.filter((each) => each !== null))]
  const rows = await readPopular(reader, { categories, ofShop: wanted.includes(null) })
  return wanted.map((asked) => rows.filter((row) => row.asked === asked))
})

async function readPopular(
  { db, shopId, locale, now }: Reader,
  { categories, ofShop }: { readonly categories: readonly CategoryId[]; readonly ofShop: boolean },
): Promise<(Popular & { asked: CategoryId | null })[]> {
  const figures = sql`insight.product_figures f
    join goods.search_documents d on d.shop_id = f.shop_id and d.product_id = f.product_id and d.locale = ${locale} and d.in_stock and d.on_sale_at <= ${now}`
  const { rows } = await sql<Popular & { asked: CategoryId | null }>`
    select c.id as asked, best.* from unnest(${categories}::uuid[]) as c(id) cross join lateral (
      select f.product_id as "productId", f.category_id as "categoryId", f.popularity from ${figures}
      where f.shop_id = ${shopId} and f.category_id = c.id order by f.popularity desc, f.product_id desc limit ${mostRead}) best
    union all (
      select null, f.product_id, f.category_id, f.popularity from ${figures}
      where ${ofShop} and f.shop_id = ${shopId} order by f.popularity desc, f.product_id desc limit ${mostRead})`.execute(
    db,
  )
  return rows
}
