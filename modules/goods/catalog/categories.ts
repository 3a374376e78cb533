import { sql } from 'kysely'
import { recountCategories } from '#goods/search'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { leaveCategoryAddress } from './former-addresses.ts'
import type { AttributeOption, Both, Category, CategoryAttribute, CategoryId, CategoryNode } from './model.ts'
import { isSlug, slugInvalid } from './slug.ts'

export const categoryNotFound = refusal(
  'not_found',
  'catalog.category_not_found',
  (d: { field?: string; category: string }) => `there is no category ${d.category}`,
)
export const categorySlugTaken = refusal(
  'conflict',
  'catalog.category_slug_taken',
  (d: { field: 'slug'; slug: string }) => `another category is called ${d.slug}`,
)
export const categoryBelowItself = refusal(
  'invalid',
  'catalog.category_below_itself',
  (_: { field: 'parentId' }) => 'a category cannot lie below itself',
)

export interface NewCategory {
  readonly slug: string
  readonly parentId?: CategoryId | null
  readonly name: Both
  readonly position?: number
  readonly attributes?: readonly CategoryAttribute[]
}

/**
 * Adds a category to the platform's tree, with the facts its products must state.
 * @throws categorySlugTaken, categoryNotFound (parent), slugInvalid
 */
export const createCategory = (ctx: Context, category: NewCategory): Promise<CategoryId> =>
  transaction(ctx, (tx) => insertCategory(tx, category))

/** The same inside the caller's transaction. */
export async function insertCategory(
  tx: Tx,
  { slug, parentId = null, name, position = 0, attributes = [] }: NewCategory,
  source = 'by_hand',
): Promise<CategoryId> {
  if (!isSlug(slug)) throw slugInvalid({ field: 'slug', slug })
  if (parentId) await categoryPath(tx, parentId)
  const id = newId<'Category'>()
  const inserted = await tx.db
    .insertInto('goods.categories')
    .values({ id, parent_id: parentId, slug, position, created_at: tx.now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw categorySlugTaken({ field: 'slug', slug })
  await writeNames(tx, id, name)
  await writeAttributes(tx, id, attributes)
  await publish(tx, { type: 'category.created', aggregate: 'category', id, data: { slug, name, parentId, source } })
  return id
}

/**
 * Changes name, place, address or attributes of a category; what is left out stays. The address it leaves goes on leading to it. Products that
 * lack a newly required fact stay on sale and are found by the next data check.
 * @throws categoryNotFound, categoryBelowItself, categorySlugTaken, slugInvalid
 */
export function changeCategory(ctx: Context, id: CategoryId, change: Partial<NewCategory>): Promise<void> {
  return transaction(ctx, async (tx) => {
    const [before] = (await categoryPath(tx, id)).slice(-1)
    const { parentId, position, name, attributes, slug } = change
    if (parentId && (await categoryPath(tx, parentId)).some((above) => above.id === id))
      throw categoryBelowItself({ field: 'parentId' })
    if (parentId !== undefined || position !== undefined)
      await tx.db.updateTable('goods.categories').set({ parent_id: parentId, position }).where('id', '=', id).execute()
    if (slug !== undefined && slug !== before!.slug) await moveAddress(tx, before!, slug)
    if (name) await writeNames(tx, id, name)
    if (attributes) await writeAttributes(tx, id, attributes)
    await publish(tx, { type: 'category.changed', aggregate: 'category', id, data: { before, after: change } })
  })
}

async function moveAddress(tx: Tx, before: Category, slug: string): Promise<void> {
  if (!isSlug(slug)) throw slugInvalid({ field: 'slug', slug })
  try {
    await tx.db.updateTable('goods.categories').set({ slug }).where('id', '=', before.id).execute()
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? categorySlugTaken({ field: 'slug', slug }) : error
  }
  await leaveCategoryAddress(tx, before)
  recountCategories(tx)
}

async function writeNames(tx: Tx, id: CategoryId, name: Both): Promise<void> {
  await tx.db
    .insertInto('goods.category_texts')
    .values((['zh', 'en'] as const).map((locale) => ({ category_id: id, locale, name: name[locale] })))
    .onConflict((conflict) =>
      conflict.columns(['category_id', 'locale']).doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .execute()
}

async function writeAttributes(tx: Tx, id: CategoryId, attributes: readonly CategoryAttribute[]): Promise<void> {
  await tx.db.deleteFrom('goods.category_attributes').where('category_id', '=', id).execute()
  if (attributes.length === 0) return
  const rows = attributes.map(({ code, kind, required, name, options }, position) => ({
    id: newId(),
    category_id: id,
    code,
    kind,
    required,
    name: name.zh,
    name_en: name.en,
    options: JSON.stringify(options),
    position,
  }))
  await tx.db.insertInto('goods.category_attributes').values(rows).execute()
}

/** All categories of the platform, nested, in their order. One query. */
export async function categoryTree(reader: Reader): Promise<CategoryNode[]> {
  const all = await allCategories(reader)
  const below = (parentId: CategoryId | null): CategoryNode[] =>
    all
      .filter((category) => category.parentId === parentId)
      .map((category) => ({ ...category, children: below(category.id) }))
  return below(null)
}

/** All categories, flat, by position. */
export async function allCategories(reader: Reader): Promise<Category[]> {
  const { rows } = await sql<CategoryRow>`${categoryColumns} order by c.position, c.created_at, c.id`.execute(reader.db)
  return rows.map(toCategory)
}

export async function categoryBySlug(reader: Reader, slug: string): Promise<Category> {
  const { rows } = await sql<CategoryRow>`${categoryColumns} where c.slug = ${slug}`.execute(reader.db)
  if (!rows[0]) throw categoryNotFound({ category: slug })
  return toCategory(rows[0])
}

/** From the top of the tree down to this category. @throws categoryNotFound */
export async function categoryPath(reader: Reader, id: CategoryId): Promise<Category[]> {
  const { rows } = await sql<CategoryRow>`
    with recursive up as (
      select id, parent_id, 0 as height from goods.categories where id = ${id}
      union all select c.id, c.parent_id, up.height + 1 from goods.categories c join up on c.id = up.parent_id where up.height < 20)
    ${categoryColumns} join up on up.id = c.id order by up.height desc`.execute(reader.db)
  if (rows.length === 0) throw categoryNotFound({ category: id })
  return rows.map(toCategory)
}

/** What products of these categories state about themselves, those of the categories above included, by category. */
export async function attributesOf(
  reader: Reader,
  ids: readonly CategoryId[],
): Promise<Map<CategoryId, CategoryAttribute[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<AttributeRow>`
    with recursive up as (
      select id as leaf, id, parent_id, 0 as height from goods.categories where id = any(${ids}::uuid[])
      union all select up.leaf, c.id, c.parent_id, up.height + 1 from goods.categories c join up on c.id = up.parent_id where up.height < 20)
    select up.leaf, a.code, a.kind, a.required, a.name, a.name_en, a.options
    from up join goods.category_attributes a on a.category_id = up.id
    order by up.leaf, up.height desc, a.position`.execute(reader.db)
  const found = new Map<CategoryId, CategoryAttribute[]>()
  for (const row of rows)
    found.set(row.leaf, [...(found.get(row.leaf) ?? []).filter((known) => known.code !== row.code), toAttribute(row)])
  return found
}

/** Facts by their code, wherever in the tree they are asked for first; the choices of all categories that know the code. */
export async function attributesByCode(
  reader: Reader,
  codes: readonly string[],
): Promise<Map<string, CategoryAttribute>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<AttributeRow>`
    select category_id as leaf, code, kind, required, name, name_en, options from goods.category_attributes
    where code = any(${codes}::text[]) order by position, id`.execute(reader.db)
  const found = new Map<string, CategoryAttribute>()
  for (const attribute of rows.map(toAttribute)) {
    const earlier = found.get(attribute.code)
    const added = attribute.options.filter(({ code }) => !earlier?.options.some((option) => option.code === code))
    found.set(attribute.code, earlier ? { ...earlier, options: [...earlier.options, ...added] } : attribute)
  }
  return found
}

const categoryColumns = sql`
  select c.id, c.parent_id, c.slug, c.position, coalesce(zh.name, en.name, c.slug) as name_zh, coalesce(en.name, zh.name, c.slug) as name_en
  from goods.categories c
  left join goods.category_texts zh on zh.category_id = c.id and zh.locale = 'zh'
  left join goods.category_texts en on en.category_id = c.id and en.locale = 'en'`

interface CategoryRow {
  id: CategoryId
  parent_id: CategoryId | null
  slug: string
  position: number
  name_zh: string
  name_en: string
}

const toCategory = (row: CategoryRow): Category => ({
  id: row.id,
  parentId: row.parent_id,
  slug: row.slug,
  name: { zh: row.name_zh, en: row.name_en },
  position: row.position,
})

interface AttributeRow {
  leaf: CategoryId
  code: string
  kind: CategoryAttribute['kind']
  required: boolean
  name: string
  name_en: string
  options: AttributeOption[]
}

const toAttribute = ({ code, kind, required, name, name_en, options }: AttributeRow): CategoryAttribute => ({
  code,
  kind,
  required,
  name: { zh: name, en: name_en },
  options,
})
