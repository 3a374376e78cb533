import { isSlug, slugOf } from '#goods/catalog'
import { catalogLimits } from '#model/goods/catalog'
import type { RowProblem, SheetRow } from '#platform/imports'
import { type Cells, cellsOf } from './cells.ts'
import { type FileVariant, readVariant } from './read-variant.ts'

/** A product as its rows in the file say, before our shop is asked anything. */
export interface FileProduct {
  readonly handle: string
  readonly row: number
  readonly title: string
  readonly pageTitle: string
  readonly body: string
  readonly vendor: string
  /** From the top of the tree down. */
  readonly category: readonly string[]
  readonly tags: readonly string[]
  readonly active: boolean
  readonly giftCard: boolean
  readonly optionNames: readonly string[]
  readonly variants: readonly FileVariant[]
  readonly pictures: readonly { readonly url: string; readonly alt: string }[]
  /** Facts by attribute code, from columns named `… (product.metafields.<space>.<code>)`. */
  readonly attributes: Readonly<Record<string, string>>
}

export type ReadProduct = { readonly product: FileProduct } | { readonly problems: readonly RowProblem[] }

/** Reads the rows of one handle. Every problem of every row is found before the product is given up. */
export function readProduct(rows: readonly SheetRow[], currency: string): ReadProduct {
  const problems: RowProblem[] = []
  const cells = rows.map((row) => cellsOf(row, problems))
  const head = cells[0]!
  const optionNames = readOptionNames(head)
  const variantRows = rows.flatMap((row, at) => (isVariantRow(row, at) ? [cells[at]!] : []))
  const product: FileProduct = {
    ...readHead(head, rows[0]!),
    optionNames,
    variants: variantRows.map((row) =>
      readVariant(row, { optionNames, currency, handle: rows[0]!.values.handle ?? '' }),
    ),
    pictures: readPictures(cells, rows),
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
  { values, others }: SheetRow,
): Omit<FileProduct, 'optionNames' | 'variants' | 'pictures'> {
  const handle = readHandle(head)
  const title = head.text('title', catalogLimits.name)
  if (!title) head.problem('title', 'title_missing')
  return {
    handle,
    row: head.row,
    title,
    pageTitle: head.text('seoTitle', catalogLimits.title) || title,
    body: readBody(head, values.body ?? ''),
    vendor: readVendor(head),
    category: readCategory(head),
    tags: readTags(head),
    active: isActive(head),
    giftCard: head.yes('giftCard', false),
    attributes: attributesIn(others),
  }
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
  return body
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

function readPictures(cells: readonly Cells[], rows: readonly SheetRow[]): FileProduct['pictures'] {
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

const attributesIn = (others: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(others).flatMap(([head, value]) => {
      const code = /\(product\.metafields\.[\w-]+\.([a-z][\w-]*)\)$/.exec(head)?.[1]?.replaceAll('-', '_')
      return code ? [[code, value]] : []
    }),
  )
