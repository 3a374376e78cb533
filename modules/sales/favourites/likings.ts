import { sql } from 'kysely'
import type { ProductId } from '#model/goods/catalog'
import type { AccountId, Actor, Reader } from '#platform/context'
import { together } from '#platform/database'
import { favouriteLimits, type Liking } from './model.ts'

interface Who {
  readonly productId: ProductId
  readonly customerId: AccountId | null
}

const nobody: Liking = { count: 0, mine: false }
const customerOf = ({ kind, id }: Actor): AccountId | null => (kind === 'shopper' ? (id as AccountId) : null)

/** Pages that are shown at the same moment ask in one statement; none counts further than is shown. */
const ask = together<Who, Liking>(async ({ db, shopId }, all) => {
  const productIds = all.map(({ productId }) => productId)
  const customerIds = all.map(({ customerId }) => customerId)
  const { rows } = await sql<Liking>`
    select counted.count, exists (
      select from sales.favourites f
      where f.shop_id = ${shopId} and f.product_id = asked.product_id and f.customer_id = asked.customer_id) as mine
    from unnest(${productIds}::uuid[], ${customerIds}::uuid[]) with ordinality asked (product_id, customer_id, place),
    lateral (select count(*)::int8 as count from (
      select from sales.favourites f where f.shop_id = ${shopId} and f.product_id = asked.product_id
      limit ${favouriteLimits.counted + 1}) few) counted
    order by asked.place`.execute(db)
  return all.map((_, index) => rows[index] ?? nobody)
})

/** How many shoppers keep a product of this shop, and whether the actor does (STO-08). One statement, shared with whoever asks at the same moment. */
export const likingOf = (
  { actor, ...reader }: Reader & { readonly actor: Actor },
  productId: ProductId,
): Promise<Liking> => ask(reader, { productId, customerId: customerOf(actor) })

/** Which of these products the actor keeps: for lists of cards. Nobody but a shopper keeps any, without asking. One statement. */
export async function keptOf(
  { db, shopId, actor }: Reader & { readonly actor: Actor },
  productIds: readonly ProductId[],
): Promise<Set<ProductId>> {
  const customerId = customerOf(actor)
  if (!customerId || productIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('sales.favourites')
    .select('product_id')
    .where('shop_id', '=', shopId)
    .where('customer_id', '=', customerId)
    .where('product_id', 'in', [...productIds])
    .execute()
  return new Set(rows.map(({ product_id }) => product_id as ProductId))
}

/** How many shoppers follow this shop, and whether the actor does (STO-08). One statement. */
export async function followingOf({ db, shopId, actor }: Reader & { readonly actor: Actor }): Promise<Liking> {
  const { rows } = await sql<Liking>`
    select (select count(*)::int8 from (
        select from sales.follows where shop_id = ${shopId} limit ${favouriteLimits.counted + 1}) few) as count,
      exists (select from sales.follows where shop_id = ${shopId} and customer_id = ${customerOf(actor)}) as mine`.execute(
    db,
  )
  return rows[0]!
}
