import {
  allCategories,
  brandIdsOf,
  categoryBySlug,
  categorySlugTaken,
  ensureBrands,
  insertCategory,
  slugOf,
} from '#goods/catalog'
import { newId } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import type { Both, BrandId, Category, CategoryId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { FileProduct } from './read-product.ts'

/** Brands and categories of a batch: by vendor, and by path from the top ("Home > Pots"). */
export interface Places {
  /** For products whose file names no category; none where unknown categories are reported. */
  readonly unsorted: CategoryId | null
  readonly brands: ReadonlyMap<string, BrandId>
  readonly categories: ReadonlyMap<string, CategoryId>
}

export const pathOf = (names: readonly string[]): string => names.join(' > ')

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
  const categories = await nameCategories(tx, files, known, { make, dryRun })
  const unsorted =
    make && files.some(({ category }) => category.length === 0) ? await nameUnsorted(tx, known, dryRun) : null
  return { brands: await nameBrands(tx, files, dryRun), categories, unsorted }
}

async function nameUnsorted(tx: Tx, known: readonly Category[], dryRun: boolean): Promise<CategoryId> {
  const slug = 'uncategorised'
  const missing = { slug, parentId: null, name: { zh: '未分类', en: 'Uncategorised' }, dryRun }
  return (known.find((category) => category.slug === slug) ?? (await makeCategory(tx, missing))).id
}

async function nameBrands(tx: Tx, files: readonly FileProduct[], dryRun: boolean): Promise<Map<string, BrandId>> {
  const vendors = [...new Set(files.map(({ vendor }) => vendor))].filter((vendor) => slugOf(vendor) !== '')
  const known = dryRun
    ? await brandIdsOf(tx, vendors.map(slugOf))
    : await ensureBrands(
        tx,
        vendors.map((vendor) => ({ zh: vendor, en: vendor })),
      )
  return new Map(vendors.map((vendor) => [vendor, known.get(slugOf(vendor)) ?? newId<'Brand'>()]))
}

async function nameCategories(
  tx: Tx,
  files: readonly FileProduct[],
  known: Category[],
  { make, dryRun }: { make: boolean; dryRun: boolean },
): Promise<Map<string, CategoryId>> {
  const found = new Map<string, CategoryId>()
  for (const { category } of files) {
    if (category.length === 0 || found.has(pathOf(category))) continue
    const id = await walk(tx, category, known, { make, dryRun })
    if (id) found.set(pathOf(category), id)
  }
  return found
}

async function walk(
  tx: Tx,
  names: readonly string[],
  known: Category[],
  { make, dryRun }: { make: boolean; dryRun: boolean },
): Promise<CategoryId | undefined> {
  let parentId: CategoryId | null = null
  for (const [at, name] of names.entries()) {
    const slug: string = slugOf(names.slice(0, at + 1).join(' '))
    const earlier =
      known.find((category) => category.parentId === parentId && isCalled(category, name)) ??
      known.find((category) => category.slug === slug)
    if (!earlier && !make) return undefined
    const category: Category =
      earlier ?? (await makeCategory(tx, { slug, parentId, name: { zh: name, en: name }, dryRun }))
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
  readonly dryRun: boolean
}

/** Made by an import: the event log marks it, for people to name and place it better. */
async function makeCategory(tx: Tx, { slug, parentId, name, dryRun }: Missing): Promise<Category> {
  if (dryRun) return { id: newId<'Category'>(), slug, parentId, name, position: 0 }
  try {
    return { id: await insertCategory(tx, { slug, parentId, name }, 'import'), slug, parentId, name, position: 0 }
  } catch (error) {
    if (isRefusal(error) && error.code === categorySlugTaken.code) return categoryBySlug(tx, slug) // another import was first
    throw error
  }
}
