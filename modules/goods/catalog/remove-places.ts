import { sql } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { Both, BrandId, CategoryId, ProductId } from './model.ts'

export const placeInUse = refusal(
  'conflict',
  'catalog.place_in_use',
  (d: { id: string }) => `something has begun to use ${d.id}`,
)

/** What stands in the way of removing a category or brand. */
export interface Unused {
  readonly exists: boolean
  /** By products of any shop, and for a category by others below it. */
  readonly isUsed: boolean
  /** Somebody gave it another name or place, or said what its products must have. */
  readonly isEdited: boolean
}

/** What goes away beside it and so does not count as use. */
export interface Leaving {
  readonly products: readonly ProductId[]
  readonly categories: readonly CategoryId[]
}

export interface MadeCategory {
  readonly id: CategoryId
  readonly parentId: CategoryId | null
  readonly name: Both
}

const nobody: Unused = { exists: false, isUsed: false, isEdited: false }

/** Locks a category and says whether anybody uses or has edited it. */
export async function categoryUse(
  tx: Tx,
  { id, parentId, name }: MadeCategory,
  { products, categories }: Leaving,
): Promise<Unused> {
  await sql`select 1 from goods.categories where id = ${id} for update`.execute(tx.db)
  const { rows } = await sql<Unused>`
    select true as exists,
      exists (select from goods.products p where p.category_id = c.id and p.id <> all(${products}::uuid[]))
        or exists (select from goods.categories b where b.parent_id = c.id and b.id <> all(${categories}::uuid[])) as "isUsed",
      c.parent_id is distinct from ${parentId}::uuid or c.picture_key is not null
        or exists (select from goods.category_attributes a where a.category_id = c.id)
        or exists (select from goods.category_parts w where w.category_id = c.id)
        or exists (select from goods.category_texts t where t.category_id = c.id
          and t.name <> case t.locale when 'zh' then ${name.zh} else ${name.en} end) as "isEdited"
    from goods.categories c where c.id = ${id}`.execute(tx.db)
  return rows[0] ?? nobody
}

/** Locks a brand and says whether anybody uses or has edited it. */
export async function brandUse(
  tx: Tx,
  { id, name }: { readonly id: BrandId; readonly name: Both },
  { products }: Leaving,
): Promise<Unused> {
  await sql`select 1 from goods.brands where id = ${id} for update`.execute(tx.db)
  const { rows } = await sql<Unused>`
    select true as exists,
      exists (select from goods.products p where p.brand_id = b.id and p.id <> all(${products}::uuid[])) as "isUsed",
      (b.name, b.name_en) <> (${name.zh}, ${name.en}) as "isEdited"
    from goods.brands b where b.id = ${id}`.execute(tx.db)
  return rows[0] ?? nobody
}

/** Takes a category nobody uses out of the platform's tree. @throws placeInUse */
export async function removeCategory(tx: Tx, { id, name }: Pick<MadeCategory, 'id' | 'name'>): Promise<void> {
  await unlessUsed(id, async () => {
    await tx.db.deleteFrom('goods.category_texts').where('category_id', '=', id).execute()
    await tx.db.deleteFrom('goods.categories').where('id', '=', id).execute()
  })
  await publish(tx, { type: 'category.removed', aggregate: 'category', id, data: { before: { name } } })
}

/** Removes a brand nobody uses. @throws placeInUse */
export const removeBrand = (tx: Tx, id: BrandId): Promise<unknown> =>
  unlessUsed(id, () => tx.db.deleteFrom('goods.brands').where('id', '=', id).execute())

async function unlessUsed(id: string, remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove()
  } catch (error) {
    throw (error as { code?: string }).code === '23503' ? placeInUse({ id }) : error
  }
}
