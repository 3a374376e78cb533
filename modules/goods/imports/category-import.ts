import { allCategories, insertCategory, slugOf } from '#goods/catalog'
import { newId } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import { type Category, type CategoryId, catalogText } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import {
  type ImportKind,
  importsText,
  type Landed,
  type Landing,
  type SheetRow,
  sheetColumn,
  sheetText,
} from '#platform/imports'
import { placeEffect } from './effects.ts'
import { reverseCategories } from './reverse-places.ts'
import { productImportText } from './text.ts'

const categoryColumns = [
  sheetColumn('name', '类目名称', 'Category name', { heads: ['name'], required: true }),
  sheetColumn('path', '上级类目', 'Above it', { heads: ['path', 'Parent'], required: true }),
  sheetColumn('slug', '标识', 'Address', { heads: ['url_key', 'Slug'] }),
  sheetColumn('nameEn', '英文名称', 'English name', {}),
  sheetColumn('position', '顺序', 'Position', { heads: ['position', 'Sort'] }),
] as const

/**
 * Categories by name and what lies above them ("Gear", "Gear/Bags" or "Gear > Bags"; empty for the top), as Magento writes them.
 * What we have, by address or by name in its place, stays as it is.
 */
export const categoryImport = (): ImportKind => ({
  kind: 'categories',
  label: { zh: '类目', en: 'Categories' },
  permission: 'products.write',
  columns: categoryColumns,
  keyOf: ({ row }) => String(row),
  prepare: (groups) => landCategories(groups.flat()),
  reverse: reverseCategories,
  texts: { ...catalogText, ...importsText, ...sheetText, ...productImportText },
})

const landCategories =
  (rows: readonly SheetRow[]): Landing =>
  async (tx, { dryRun, memory }) => {
    const made = (memory.get('categories') ?? []) as Category[]
    const known = [...(await allCategories(tx)), ...(dryRun ? made : [])]
    const landed: Landed[] = []
    for (const row of rows) landed.push(await landCategory(tx, row, { known, dryRun }))
    if (dryRun) memory.set('categories', known)
    return landed
  }

interface Around {
  readonly known: Category[]
  readonly dryRun: boolean
}

async function landCategory(tx: Tx, row: SheetRow, { known, dryRun }: Around): Promise<Landed> {
  const { name = '', nameEn = '', path = '', position = '' } = row.values
  const parent = parentIn(known, path)
  if (!name) return failed(row, 'name', 'product_import.title_missing')
  if (parent === undefined) return failed(row, 'path', 'product_import.parent_category_missing')
  const slug = slugOf(row.values.slug || nameEn || `${path} ${name}`)
  if (find(known, parent, name) || known.some((one) => one.slug === slug)) return { outcome: 'unchanged' }
  const wanted = {
    slug,
    parentId: parent,
    name: { zh: name, en: nameEn || name },
    position: /^\d{1,6}$/.test(position) ? Number(position) : 0,
  }
  try {
    const id = dryRun ? newId<'Category'>() : await insertCategory(tx, wanted, 'import')
    known.push({ id, ...wanted })
    const { parentId, name: names } = wanted
    const place = { subject: 'category', made: { id, parentId, name: names } } as const
    return { outcome: 'created', effects: [placeEffect(row.row)(place)] }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { outcome: 'failed', problems: [{ row: row.row, field: 'slug', code: error.code, details: error.details }] }
  }
}

const failed = ({ row, values }: SheetRow, field: string, code: string): Landed => ({
  outcome: 'failed',
  problems: [{ row, field, code, value: values[field] }],
})

/** The category a path leads to; null for the top, undefined when there is none. */
function parentIn(known: readonly Category[], path: string): CategoryId | null | undefined {
  let parent: CategoryId | null = null
  for (const name of path.split(/\s*[>/]\s*/).filter(Boolean)) {
    const found = find(known, parent, name)
    if (!found) return undefined
    parent = found.id
  }
  return parent
}

const find = (known: readonly Category[], parentId: CategoryId | null, name: string): Category | undefined =>
  known.find((one) => one.parentId === parentId && [one.name.zh, one.name.en].includes(name))
