import { sql } from 'kysely'
import type { Reader, ShopId } from '#platform/context'
import type { ProductId } from './model.ts'

/** A page as site maps list it: its address in the shop, and when what it shows was last changed. */
export interface ListedPage {
  readonly slug: string
  readonly changedAt: Temporal.Instant
}

/** How many products each shop has on sale; a shop with none is missing. */
export async function listedByShop({ db }: Pick<Reader, 'db'>): Promise<Map<ShopId, number>> {
  const { rows } = await sql<{ shop_id: ShopId; count: number }>`
    select shop_id, count(*)::int8 as count from goods.products where status = 'on_sale' group by shop_id`.execute(db)
  return new Map(rows.map(({ shop_id, count }) => [shop_id, Number(count)]))
}

interface Stretch {
  /** How many products come before the first wanted. */
  readonly skip: number
  readonly most: number
}

const atOnce = 1_000

/** The products on sale of a stretch, in the order they were made, a thousand at a time: their number needs no memory. */
export async function* listedProducts(reader: Reader, { skip, most }: Stretch): AsyncGenerator<readonly ListedPage[]> {
  let [after, left] = [undefined as ProductId | undefined, most]
  while (left > 0) {
    const rows = await listedAfter(reader, { after, skip: after ? 0 : skip, most: Math.min(left, atOnce) })
    if (rows.length > 0) yield rows.map(({ slug, updated_at }) => ({ slug, changedAt: updated_at }))
    if (rows.length < Math.min(left, atOnce)) return
    after = rows.at(-1)!.id
    left -= rows.length
  }
}

interface ListedRow {
  id: ProductId
  slug: string
  updated_at: Temporal.Instant
}

async function listedAfter(
  { db, shopId }: Reader,
  { after, skip, most }: Stretch & { readonly after: ProductId | undefined },
): Promise<ListedRow[]> {
  const from = after ? sql`and id > ${after}` : sql``
  const { rows } = await sql<ListedRow>`
    select id, slug, updated_at from goods.products where shop_id = ${shopId} and status = 'on_sale' ${from}
    order by id limit ${most} offset ${skip}`.execute(db)
  return rows
}

/** The categories in which a shop sells anything, those above them included; each changed when one of its products was. */
export async function listedCategories({ db, shopId }: Reader): Promise<ListedPage[]> {
  const { rows } = await sql<{ slug: string; changed_at: Temporal.Instant }>`
    with recursive sold as (
      select category_id as id, max(updated_at) as changed_at from goods.products
      where shop_id = ${shopId} and status = 'on_sale' and category_id is not null group by category_id),
    up as (
      select id, changed_at, 0 as height from sold
      union all select c.parent_id, up.changed_at, up.height + 1 from up join goods.categories c on c.id = up.id
        where c.parent_id is not null and up.height < 20)
    select c.slug, max(up.changed_at) as changed_at from up join goods.categories c on c.id = up.id
    group by c.slug order by c.slug`.execute(db)
  return rows.map(({ slug, changed_at }) => ({ slug, changedAt: changed_at }))
}
