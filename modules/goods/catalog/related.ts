import { sql } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { catalogLimits, type ProductId, type Related, type RelatedKind } from './model.ts'
import { productNotFound, tooMany } from './product.ts'
import { lockProduct } from './product-store.ts'

export const relatedToItself = refusal(
  'invalid',
  'catalog.related_to_itself',
  (_: { field: 'related' }) => 'a product is not related to itself',
)

/**
 * Says which products belong to a product, in the order shoppers should see them; the new list takes the place of the old one.
 * @throws productNotFound for the product or one that is named, relatedToItself, tooMany
 */
export function relate(ctx: Context, productId: ProductId, related: readonly Related[]): Promise<void> {
  return transaction(ctx, async (tx) => {
    await lockProduct(tx, productId)
    const unique = [...new Map(related.map((each) => [each.productId, each])).values()]
    await mustFit(tx, productId, unique)
    const before = (await relatedOf(tx, [productId])).get(productId) ?? []
    if (JSON.stringify(before) === JSON.stringify(unique)) return
    await replace(tx, productId, unique)
    await publish(tx, {
      type: 'product.related',
      aggregate: 'product',
      id: productId,
      data: { before, after: unique },
    })
  })
}

async function mustFit(tx: Tx, productId: ProductId, related: readonly Related[]): Promise<void> {
  if (related.length > catalogLimits.related) throw tooMany({ field: 'related', most: catalogLimits.related })
  if (related.some((each) => each.productId === productId)) throw relatedToItself({ field: 'related' })
  const rows = await tx.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', sql<string>`any(${related.map((each) => each.productId)}::uuid[])`)
    .execute()
  const ours = new Set(rows.map(({ id }) => id))
  const foreign = related.find((each) => !ours.has(each.productId))
  if (foreign) throw productNotFound({ product: foreign.productId })
}

async function replace(tx: Tx, productId: ProductId, related: readonly Related[]): Promise<void> {
  await tx.db
    .deleteFrom('goods.related_products')
    .where('shop_id', '=', tx.shopId)
    .where('product_id', '=', productId)
    .execute()
  if (related.length === 0) return
  await tx.db
    .insertInto('goods.related_products')
    .values(
      related.map((each, position) => ({
        shop_id: tx.shopId,
        product_id: productId,
        related_id: each.productId,
        kind: each.kind,
        position,
      })),
    )
    .execute()
}

/** What belongs to each of some products, in the order staff chose; also what is not on sale now. */
export async function relatedOf(reader: Reader, productIds: readonly ProductId[]): Promise<Map<ProductId, Related[]>> {
  const rows = await reader.db
    .selectFrom('goods.related_products')
    .select(['product_id', 'related_id', 'kind'])
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${productIds}::uuid[])`)
    .orderBy('position')
    .execute()
  const found = new Map<ProductId, Related[]>()
  for (const row of rows) {
    const each = { productId: row.related_id as ProductId, kind: row.kind as RelatedKind }
    found.set(row.product_id as ProductId, [...(found.get(row.product_id as ProductId) ?? []), each])
  }
  return found
}

/**
 * What to offer beside some products, on sale and not among them: for a cart, accessories first. The staff's order decides within a
 * kind; at most `limit`.
 */
export async function offeredBeside(
  reader: Reader,
  productIds: readonly ProductId[],
  { limit = 8 }: { limit?: number } = {},
): Promise<Related[]> {
  if (productIds.length === 0) return []
  const { rows } = await sql<{ related_id: ProductId; kind: RelatedKind }>`
    select r.related_id, (array_agg(r.kind order by ${rank}, r.position))[1] as kind, min(${rank}) as rank, min(r.position) as position
    from goods.related_products r
    join goods.products p on p.shop_id = r.shop_id and p.id = r.related_id and p.status = 'on_sale'
    where r.shop_id = ${reader.shopId} and r.product_id = any(${productIds}::uuid[]) and r.related_id <> all(${productIds}::uuid[])
    group by r.related_id order by rank, position, r.related_id limit ${limit}`.execute(reader.db)
  return rows.map((row) => ({ productId: row.related_id, kind: row.kind }))
}

/** The same for each of some products by itself, as their pages offer it. One query. */
export async function offeredBesideEach(
  reader: Reader,
  productIds: readonly ProductId[],
  { limit = 8 }: { limit?: number } = {},
): Promise<Map<ProductId, Related[]>> {
  const { rows } = await sql<{ product_id: ProductId; related_id: ProductId; kind: RelatedKind }>`
    select r.product_id, r.related_id, r.kind from goods.related_products r
    join goods.products p on p.shop_id = r.shop_id and p.id = r.related_id and p.status = 'on_sale'
    where r.shop_id = ${reader.shopId} and r.product_id = any(${productIds}::uuid[])
    order by ${rank}, r.position, r.related_id`.execute(reader.db)
  const found = new Map<ProductId, Related[]>()
  for (const { product_id, related_id, kind } of rows) {
    const offered = found.get(product_id) ?? []
    found.set(product_id, offered)
    const isOffered = offered.some(({ productId }) => productId === related_id)
    if (!isOffered && offered.length < limit) offered.push({ productId: related_id, kind })
  }
  return found
}

const rank = sql`case r.kind when 'accessory' then 0 when 'upsell' then 1 else 2 end`
