import { productsOf } from '#goods/catalog'
import { type Page, toPage } from '#kernel/page'
import { inLocale, type ProductId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { namesOf } from './listing.ts'
import type { ListingPlan } from './model.ts'
import { planColumns, toPlan } from './plan.ts'

export interface FindPlans {
  /** `waiting`: still to come, the next first; `ended`: what became of the others, the latest first. */
  readonly state?: 'waiting' | 'ended'
  readonly productId?: ProductId
  readonly cursor?: string
  readonly limit?: number
}

/** Planned steps of listings with the names of their products, one page. */
export async function findPlans(
  reader: Reader,
  { state = 'waiting', productId, cursor, limit = 50 }: FindPlans,
): Promise<Page<ListingPlan & { readonly name: string }>> {
  const waits = state === 'waiting'
  const way = waits ? 'asc' : 'desc'
  let query = reader.db
    .selectFrom('goods.listing_plans')
    .select(planColumns)
    .where('shop_id', '=', reader.shopId)
    .where('status', waits ? '=' : '<>', 'waiting')
  if (productId) query = query.where('product_id', '=', productId)
  if (cursor) query = query.where(beyond(cursor, ['at', 'id'], way))
  const rows = await query
    .orderBy('at', way)
    .orderBy('id', way)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.at.toString(), row.id])
  return { ...page, rows: await withNames(reader, page.rows.map(toPlan)) }
}

async function withNames(reader: Reader, plans: readonly ListingPlan[]) {
  const products = await productsOf(reader, [...new Set(plans.map(({ productId }) => productId))])
  return plans.map((plan) => ({ ...plan, name: inLocale(namesOf(products.get(plan.productId)!), reader.locale) }))
}
