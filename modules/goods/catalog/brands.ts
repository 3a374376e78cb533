import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import type { Both, Brand, BrandId } from './model.ts'
import { slugOf } from './slug.ts'

export const brandNotFound = refusal(
  'not_found',
  'catalog.brand_not_found',
  (d: { field: string; brand: string }) => `there is no brand ${d.brand}`,
)

/** The brands with these names, made where missing, by slug. Safe to repeat: a brand is known by the slug of its name. */
export const ensureBrands = async (
  tx: Tx,
  names: readonly (Both & { readonly slug?: string })[],
): Promise<Map<string, BrandId>> => (await makeBrands(tx, names)).brands

/** The same, saying which of them are new. */
export async function makeBrands(
  tx: Tx,
  names: readonly (Both & { readonly slug?: string })[],
): Promise<{ readonly brands: Map<string, BrandId>; readonly made: readonly Brand[] }> {
  const bySlug = new Map(names.map((name) => [name.slug ?? slugOf(name.en || name.zh), name]))
  bySlug.delete('')
  if (bySlug.size === 0) return { brands: new Map(), made: [] }
  const rows = [...bySlug]
    .sort()
    .map(([slug, { zh, en }]) => ({ id: newId(), slug, name: zh || en, name_en: en || zh }))
  const made = await tx.db
    .insertInto('goods.brands')
    .values(rows)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning(['id', 'slug', 'name', 'name_en'])
    .execute()
  const found = await tx.db
    .selectFrom('goods.brands')
    .select(['id', 'slug'])
    .where('slug', 'in', [...bySlug.keys()])
    .execute()
  return {
    brands: new Map(found.map((brand) => [brand.slug, brand.id as BrandId])),
    made: made.map((row) => toBrand({ ...row, id: row.id as BrandId })),
  }
}

/** All brands by name; `text` narrows to names that contain it. At most 200. */
export async function findBrands(reader: Reader, text = ''): Promise<Brand[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{ id: BrandId; slug: string; name: string; name_en: string }>`
    select id, slug, name, name_en from goods.brands
    where ${text} = '' or name ilike ${pattern} or name_en ilike ${pattern} order by name limit 200`.execute(reader.db)
  return rows.map(toBrand)
}

/** Brands by id. */
export async function brandsOf(reader: Reader, ids: readonly BrandId[]): Promise<Map<BrandId, Brand>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: BrandId; slug: string; name: string; name_en: string }>`
    select id, slug, name, name_en from goods.brands where id = any(${ids}::uuid[])`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, toBrand(row)]))
}

const toBrand = (row: { id: BrandId; slug: string; name: string; name_en: string }): Brand => ({
  id: row.id,
  slug: row.slug,
  name: { zh: row.name, en: row.name_en },
})
