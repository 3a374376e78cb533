import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/context'
import type { Category, CategoryId, Product } from './model.ts'

/** Notes the address a product leaves: it goes on leading there. Of several that left the same address the last counts. */
export async function leaveAddress(tx: Tx, { id, slug }: Pick<Product, 'id' | 'slug'>): Promise<void> {
  const left = { product_id: id, left_at: tx.now, left_by: tx.actor.name }
  await tx.db
    .insertInto('goods.former_addresses')
    .values({ shop_id: tx.shopId, slug, ...left })
    .onConflict((conflict) => conflict.columns(['shop_id', 'slug']).doUpdateSet(left))
    .execute()
}

/** The same for a category. */
export async function leaveCategoryAddress(tx: Tx, { id, slug }: Pick<Category, 'id' | 'slug'>): Promise<void> {
  const left = { category_id: id, left_at: tx.now, left_by: tx.actor.name }
  await tx.db
    .insertInto('goods.former_category_addresses')
    .values({ slug, ...left })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(left))
    .execute()
}

/**
 * Where the product that once stood at an address stands now; undefined when none did, or nobody may see it. Always its present address, so that
 * however often it moved one step leads there. To be asked only when nothing stands at the address itself.
 */
export async function addressNow({ db, shopId }: Reader, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('goods.former_addresses as f')
    .innerJoin('goods.products as p', 'p.id', 'f.product_id')
    .select('p.slug')
    .where('f.shop_id', '=', shopId)
    .where('f.slug', '=', slug)
    .where('p.status', 'in', ['on_sale', 'delisted'])
    .executeTakeFirst()
  return row?.slug
}

/** The same for a category. */
export async function categoryAddressNow({ db }: Pick<Reader, 'db'>, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('goods.former_category_addresses as f')
    .innerJoin('goods.categories as c', 'c.id', 'f.category_id')
    .select('c.slug')
    .where('f.slug', '=', slug)
    .executeTakeFirst()
  return row?.slug
}

/** An address that something has left, and where it leads. */
export interface FormerAddress {
  readonly slug: string
  readonly leftAt: Temporal.Instant
  readonly leftBy: string
}

/** The addresses a product has left that lead to it still, the last left first. */
export async function formerAddressesOf({ db, shopId }: Reader, id: Product['id']): Promise<FormerAddress[]> {
  const { rows } = await sql<FormerRow>`
    select f.slug, f.left_at, f.left_by from goods.former_addresses f
    where f.shop_id = ${shopId} and f.product_id = ${id}
      and not exists (select from goods.products p where p.shop_id = f.shop_id and p.slug = f.slug)
    order by f.left_at desc, f.slug`.execute(db)
  return rows.map(toFormer)
}

/** The same for a category. */
export async function formerCategoryAddressesOf({ db }: Pick<Reader, 'db'>, id: CategoryId): Promise<FormerAddress[]> {
  const { rows } = await sql<FormerRow>`
    select f.slug, f.left_at, f.left_by from goods.former_category_addresses f
    where f.category_id = ${id} and not exists (select from goods.categories c where c.slug = f.slug)
    order by f.left_at desc, f.slug`.execute(db)
  return rows.map(toFormer)
}

interface FormerRow {
  slug: string
  left_at: Temporal.Instant
  left_by: string
}

const toFormer = ({ slug, left_at, left_by }: FormerRow): FormerAddress => ({ slug, leftAt: left_at, leftBy: left_by })
