import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import type { ProductId } from './model.ts'

/** Where a product stands: its category with all above it, its brand, its tags. */
export interface PlaceOfProduct {
  readonly categoryIds: readonly string[]
  readonly brandId: string | null
  readonly tags: readonly string[]
}

/** Where these products stand, in one query. One that is not this shop's is missing from the map. */
export async function placesOfProducts(
  { db, shopId }: Reader,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, PlaceOfProduct>> {
  if (productIds.length === 0) return new Map()
  const { rows } = await sql<PlaceOfProduct & { id: ProductId }>`
    with recursive standing as (
      select p.id, p.category_id, p.brand_id, p.tags from goods.products p
      where p.shop_id = ${shopId} and p.id = any(${[...productIds]}::uuid[])),
    above (id, parent_id, under) as (
      select c.id, c.parent_id, c.id from goods.categories c where c.id in (select category_id from standing)
      union all
      select c.id, c.parent_id, a.under from above a join goods.categories c on c.id = a.parent_id)
    select s.id, s.brand_id as "brandId", s.tags,
      array(select a.id from above a where a.under = s.category_id)::text[] as "categoryIds"
    from standing s`.execute(db)
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}
