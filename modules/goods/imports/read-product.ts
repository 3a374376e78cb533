import { isSlug, slugOf } from '#goods/catalog'
import { bareCell } from '#kernel/cell'
import { catalogLimits } from '#model/goods/catalog'
import type { RowProblem, SheetRow } from '#platform/imports'
import { type Cells, cellsOf } from './cells.ts'
import { type FileVariant, readVariant } from './read-variant.ts'

/** A product as its rows in the file say, before our shop is asked anything. */
export interface FileProduct {
  /** The layout it came in. */
  readonly source: string
  /** Its name in the other system, by which a later file finds it again. */
  readonly handle: string
  /** Addresses it may have with us, the best first. */
  readonly slugs: readonly string[]
  readonly row: number
  readonly title: string
  /** Empty when the file has none: the name, or what stands there already. */
  readonly pageTitle: string
  /** null when the file has no such column. */
  readonly body: string | null
  readonly english: { readonly title: string; readonly body: string } | null
  readonly vendor: string
  /** From the top of the tree down. */
  readonly category: readonly string[]
  /** null when the file has no such column. */
  readonly tags: readonly string[] | null
  readonly active: boolean
  readonly giftCard: boolean
  readonly optionNames: readonly string[]
  readonly variants: readonly FileVariant[]
  /** null when the file has no such column. */
  readonly pictures: readonly { readonly url: string; readonly alt: string }[] | null
  /** Facts as the file writes them: by attribute code, from columns named `… (product.metafields.<space>.<code>)`; in our own sheet by the head of every column that is none of its own. */
  readonly attributes: Readonly<Record<string, string>>
}

export type ReadProduct = { readonly product: FileProduct } | { readonly problems: readonly RowProblem[] }

export interface From {
  readonly currency: string
  readonly source: string
}

/** Reads the rows of one product. Every problem of every row is found before the product is given up. */
export function readProduct(rows: readonly SheetRow[], { currency, source }: From): ReadProduct {
  const problems: RowProblem[] = []
  const cells = rows.map((row) => cellsOf(row, problems))
  const head = cells[0]!
  const optionNames = readOptionNames(head)
  const variantRows = rows.flatMap((row, at) => (isVariantRow(row, at) ? [cells[at]!] : []))
  const identity = readIdentity(head, rows[0]!, source)
  const product: FileProduct = {
    ...identity,
    ...readHead(head, rows[0]!),
    source,
    attributes: attributesIn(rows[0]!.others, source),
    optionNames,
    variants: variantRows.map((row) => readVariant(row, { optionNames, currency, handle: identity.handle })),
    pictures: 'image' in rows[0]!.values ? readPictures(cells, rows) : null,
  }
  return problems.length > 0 ? { problems } : { product }
}

/** The first row always carries a variant; later ones may only add a picture. */
const isVariantRow = ({ values }: SheetRow, at: number): boolean =>
  at === 0 ||
  Boolean(
    values.price || values.sku || values.barcode || values.option1Value || values.option2Value || values.option3Value,
  )

function readHead(
  head: Cells,
  { values }: SheetRow,
): Omit<FileProduct, 'source' | 'handle' | 'slugs' | 'optionNames' | 'variants' | 'pictures' | 'attributes'> {
  const title = head.text('title', catalogLimits.name)
  if (!title) head.problem('title', 'title_missing')
  return {
    row: head.row,
    title,
    pageTitle: head.text('seoTitle', catalogLimits.title),
    body: values.body === undefined ? null : readBody(head, values.body),
    english: values.titleEn
      ? { title: head.text('titleEn', catalogLimits.name), body: bareCell(values.bodyEn ?? '') }
      : null,
    vendor: readVendor(head),
    category: readCategory(head),
    tags: values.tags === undefined ? null : readTags(head),
    active: isActive(head),
    giftCard: head.yes('giftCard', false),
  }
}

/**
 * By the file's handle, which is also the address; else by the key the other system knows it by, or the name, and an address made
 * of the name, or of name and key where that is taken.
 */
function readIdentity(head: Cells, { values }: SheetRow, source: string): Pick<FileProduct, 'handle' | 'slugs'> {
  if (values.handle || (source === 'shopify' && !values.key)) {
    const handle = readHandle(head)
    return { handle, slugs: [handle] }
  }
  const { key, slug = '', title = '' } = values
  const named = [slugOf(slug), slugOf(title), slugOf(`${title} ${key ?? ''}`)].filter(Boolean)
  if (named.length === 0) head.problem('title', 'handle_missing')
  return { handle: (key || named[0] || '').slice(0, 200), slugs: [...new Set(key ? named : named.slice(0, 1))] }
}

function readHandle(head: Cells): string {
  const handle = head.text('handle').toLowerCase()
  if (!handle) head.problem('handle', 'handle_missing')
  else if (!isSlug(handle)) head.problem('handle', 'handle_invalid')
  return handle
}

/** A description may begin like a formula: it is HTML and never leaves in a cell unmarked. */
function readBody(head: Cells, body: string): string {
  if (body.length > catalogLimits.description) head.problem('body', 'too_long', { most: catalogLimits.description })
  return bareCell(body)
}

/** Shopify's placeholder for "no brand" is no brand. */
const readVendor = (head: Cells): string => head.text('vendor', 100)

const deepest = 6

/** The taxonomy's path where there is one, else the merchant's own type. */
function readCategory(head: Cells): string[] {
  const [category, type] = [head.text('category', 500), head.text('type', 200)]
  const path = (category || type)
    .split('>')
    .map((name) => name.trim())
    .filter(Boolean)
  if (path.length > deepest || path.some((name) => name.length > 100 || slugOf(name) === ''))
    head.problem(category ? 'category' : 'type', 'category_invalid')
  return path
}

function readTags(head: Cells): string[] {
  const tags = head
    .text('tags', 5_000)
    .split(/[,，]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
  if (tags.some((tag) => tag.length > catalogLimits.tag)) head.problem('tags', 'too_long', { most: catalogLimits.tag })
  if (tags.length > catalogLimits.tags) head.problem('tags', 'catalog.too_many', { most: catalogLimits.tags })
  return [...new Set(tags)]
}

/** `Status` decides where the layout has it, else `Published`. */
function isActive(head: Cells): boolean {
  const status = head.text('status').toLowerCase()
  const published = head.yes('published', true)
  if (!['', 'active', 'draft', 'archived', 'unlisted'].includes(status)) head.problem('status', 'choice_invalid')
  return status === '' ? published : status === 'active'
}

/** "Title / Default Title" is how the file says that there is nothing to choose. */
function readOptionNames(head: Cells): string[] {
  const names = [1, 2, 3].map((n) => head.text(`option${n}Name`, catalogLimits.optionWord))
  const onlyDefault = names[0] === 'Title' && head.text('option1Value', 500) === 'Default Title'
  return onlyDefault ? [] : names.slice(0, names.findLastIndex(Boolean) + 1)
}

function readPictures(cells: readonly Cells[], rows: readonly SheetRow[]): NonNullable<FileProduct['pictures']> {
  const found = cells.flatMap((cell, at) => {
    const url = cell.url('image')
    const position = cell.whole('imagePosition') ?? at + 1
    return url ? [{ url, alt: rows[at]!.values.imageAlt?.slice(0, 300) ?? '', position }] : []
  })
  const shown = cells
    .flatMap((cell) => cell.url('variantImage') ?? [])
    .map((url) => ({ url, alt: '', position: 10_000 }))
  const ordered = [...found, ...shown].sort((a, b) => a.position - b.position)
  const byUrl = new Map(ordered.toReversed().map((picture) => [picture.url, picture]))
  const kept = [...byUrl.values()].toReversed()
  if (kept.length > catalogLimits.pictures)
    cells[0]!.problem('image', 'catalog.too_many', { most: catalogLimits.pictures })
  return kept.map(({ url, alt }) => ({ url, alt }))
}

const attributesIn = (others: Readonly<Record<string, string>>, source: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(others).flatMap(([head, value]) => {
      if (source === 'sheet') return [[head, value]]
      const code = /\(product\.metafields\.[\w-]+\.([a-z][\w-]*)\)$/.exec(head)?.[1]?.replaceAll('-', '_')
      return code ? [[code, value]] : []
    }),
  )
