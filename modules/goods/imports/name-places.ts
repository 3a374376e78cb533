import {
  allCategories,
  brandIdsOf,
  categoryBySlug,
  categorySlugTaken,
  insertCategory,
  type MadeCategory,
  makeBrands,
  slugOf,
} from '#goods/catalog'
import { newId } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import type { Both, Brand, BrandId, Category, CategoryId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { FileProduct } from './read-product.ts'

/** Brands and categories of a batch: by vendor, and by path from the top ("Home > Pots"). */
export interface Places {
  /** For products whose file names no category; none where unknown categories are reported. */
  readonly unsorted: CategoryId | null
  readonly brands: ReadonlyMap<string, BrandId>
  readonly categories: ReadonlyMap<string, CategoryId>
  /** What was missing and has been made, in this order; nothing in a dry run. */
  readonly made: readonly MadePlace[]
}

export type MadePlace =
  | { readonly subject: 'category'; readonly made: MadeCategory }
  | { readonly subject: 'brand'; readonly made: Pick<Brand, 'id' | 'name'> }

export const pathOf = (names: readonly string[]): string => names.join(' > ')

interface Making {
  readonly make: boolean
  readonly dryRun: boolean
  /** Gathers what was made. */
  readonly made: MadePlace[]
}

/**
 * Finds the brands and categories that products of a file name. With `make` the missing ones are made; a dry run gets
 * passing ids in their place, so that it counts alike. Without `make` unknown categories are missing from the map.
 */
export async function namePlaces(
  tx: Tx,
  files: readonly FileProduct[],
  { make, dryRun }: { make: boolean; dryRun: boolean },
): Promise<Places> {
  const known = await allCategories(tx)
  const making: Making = { make, dryRun, made: [] }
  const categories = await nameCategories(tx, files, known, making)
  const isAnyHomeless = files.some(({ category }) => category.length === 0)
  const unsorted = make && isAnyHomeless ? await nameUnsorted(tx, known, making) : null
  return { brands: await nameBrands(tx, files, making), categories, unsorted, made: making.made }
}

async function nameUnsorted(tx: Tx, known: readonly Category[], making: Making): Promise<CategoryId> {
  const slug = 'uncategorised'
  const missing = { slug, parentId: null, name: { zh: '未分类', en: 'Uncategorised' } }
  return (known.find((category) => category.slug === slug) ?? (await makeCategory(tx, missing, making))).id
}

async function nameBrands(
  tx: Tx,
  files: readonly FileProduct[],
  { dryRun, made }: Making,
): Promise<Map<string, BrandId>> {
  const vendors = [...new Set(files.map(({ vendor }) => vendor))].filter((vendor) => slugOf(vendor) !== '')
  const known = dryRun ? await brandIdsOf(tx, vendors.map(slugOf)) : await brandsMade(tx, vendors, made)
  return new Map(vendors.map((vendor) => [vendor, known.get(slugOf(vendor)) ?? newId<'Brand'>()]))
}

async function brandsMade(tx: Tx, vendors: readonly string[], made: MadePlace[]): Promise<Map<string, BrandId>> {
  const names = vendors.map((vendor) => ({ zh: vendor, en: vendor }))
  const { brands, made: fresh } = await makeBrands(tx, names)
  made.push(...fresh.map(({ id, name }): MadePlace => ({ subject: 'brand', made: { id, name } })))
  return brands
}

async function nameCategories(
  tx: Tx,
  files: readonly FileProduct[],
  known: Category[],
  making: Making,
): Promise<Map<string, CategoryId>> {
  const found = new Map<string, CategoryId>()
  for (const { category } of files) {
    if (category.length === 0 || found.has(pathOf(category))) continue
    const id = await walk(tx, category, known, making)
    if (id) found.set(pathOf(category), id)
  }
  return found
}

async function walk(
  tx: Tx,
  names: readonly string[],
  known: Category[],
  making: Making,
): Promise<CategoryId | undefined> {
  let parentId: CategoryId | null = null
  for (const [at, name] of names.entries()) {
    const slug: string = slugOf(names.slice(0, at + 1).join(' '))
    const earlier =
      known.find((category) => category.parentId === parentId && isCalled(category, name)) ??
      known.find((category) => category.slug === slug)
    if (!earlier && !making.make) return undefined
    const category: Category =
      earlier ?? (await makeCategory(tx, { slug, parentId, name: { zh: name, en: name } }, making))
    if (!earlier) known.push(category)
    parentId = category.id
  }
  return parentId ?? undefined
}

const isCalled = ({ name, slug }: Category, wanted: string): boolean =>
  [name.zh, name.en, slug].some((one) => one.toLowerCase() === wanted.toLowerCase())

interface Missing {
  readonly slug: string
  readonly parentId: CategoryId | null
  readonly name: Both
}

/** Made by an import: the event log marks it, for people to name and place it better. */
async function makeCategory(tx: Tx, missing: Missing, { dryRun, made }: Making): Promise<Category> {
  if (dryRun) return { ...missing, id: newId<'Category'>(), position: 0 }
  try {
    const id = await insertCategory(tx, missing, 'import')
    const { parentId, name } = missing
    made.push({ subject: 'category', made: { id, parentId, name } })
    return { ...missing, id, position: 0 }
  } catch (error) {
    if (isRefusal(error) && error.code === categorySlugTaken.code) return categoryBySlug(tx, missing.slug) // another import was first
    throw error
  }
}
