import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import { type CreatedBetween, type FindProducts, filters } from './find-products.ts'
import type { ProductStatus } from './model.ts'

/** Above this a counter says "1,000+". */
export const mostCounted = 1_000

const counted = ['draft', 'checked', 'in_review', 'on_sale', 'delisted'] as const satisfies readonly ProductStatus[]

/** How many products stand in each status, at most 1,001: more than 1,000 reads "1,000+". One statement. */
export async function countProducts(reader: Reader): Promise<Record<ProductStatus, number>> {
  const parts = counted.map(
    (status) => sql`select ${sql.lit(status)} as status, count(*)::int8 as count from (
      select from goods.products where shop_id = ${reader.shopId} and status = ${status} limit ${mostCounted + 1}) counted`,
  )
  const { rows } = await sql<{ status: ProductStatus; count: number }>`${sql.join(parts, sql` union all `)}`.execute(
    reader.db,
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count])) as Record<ProductStatus, number>
}

/** How many products the list shows under a filter, at most 1,001. */
export async function countListed(reader: Reader, wanted: FindProducts): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int8 as count from (
    select from goods.products p where p.shop_id = ${reader.shopId} ${filters(reader, wanted)} limit ${mostCounted + 1}) counted`.execute(
    reader.db,
  )
  return rows[0]!.count
}

/** How many products made in a span of time have never been on sale, at most 1,001. */
export const countNeverListed = (reader: Reader, span: CreatedBetween): Promise<number> =>
  countListed(reader, { neverListed: span })
