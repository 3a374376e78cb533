import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import type { SearchHit } from './model.ts'

/** A row of goods on a page: the newest or best-selling of a category, or of the whole shop. */
export interface ShelfWish {
  readonly categoryId?: Id<'Category'> | undefined
  readonly sort: 'newest' | 'sales'
  readonly size: number
}

/** What stands on several shelves, in their order: products on sale and in stock. One query for all of them. */
export async function shelfProducts(reader: Reader, wishes: readonly ShelfWish[]): Promise<SearchHit[][]> {
  if (wishes.length === 0) return []
  const shelves = sql.join(
    wishes.map((wish, at) => oneShelf(reader, wish, at)),
    sql` union all `,
  )
  const { rows } = await sql<ShelfRow>`
    select s.*, coalesce((select c.currency from goods.variants v join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
        where v.shop_id = ${reader.shopId} and v.product_id = s.product_id limit 1), 'CNY') as currency
    from (${shelves}) s order by shelf, position`.execute(reader.db)
  return wishes.map((_, at) => rows.filter(({ shelf }) => shelf === at).map(toHit))
}

interface ShelfRow {
  shelf: number
  product_id: Id<'Product'>
  from_minor: number
  to_minor: number
  sold: number
  currency: string
}

const oneShelf = ({ shopId, locale, now }: Reader, { categoryId, sort, size }: ShelfWish, shelf: number) => sql`
  select ${shelf}::int as shelf, row_number() over () as position, d.* from (
    select product_id, from_minor, to_minor, sold from goods.search_documents
    where shop_id = ${shopId} and locale = ${locale} and on_sale_at <= ${now} and in_stock
      ${categoryId ? sql`and category_ids @> ${[categoryId]}::uuid[]` : sql``}
    order by ${sort === 'sales' ? sql`sold desc,` : sql``} on_sale_at desc, product_id desc limit ${size}) d`

const toHit = ({ product_id, from_minor, to_minor, sold, currency }: ShelfRow): SearchHit => ({
  productId: product_id,
  from: { minor: from_minor, currency },
  to: { minor: to_minor, currency },
  inStock: true,
  sold,
})
