import { type CleanProduct, cleanProduct, type Holders, type PlannedChange, planChange } from '#goods/catalog'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { CategoryAttribute, Product } from '#model/goods/catalog'
import type { ScreenRule } from '#model/goods/screening'
import { type Actor, may } from '#platform/context'
import type { RowProblem } from '#platform/imports'
import { factsIn } from './facts.ts'
import type { FileProduct } from './read-product.ts'
import { type Known, toDraft } from './to-draft.ts'

export type Plan =
  | { readonly step: 'create'; readonly file: FileProduct; readonly next: CleanProduct }
  | { readonly step: 'update'; readonly file: FileProduct; readonly stored: Product; readonly change: PlannedChange }
  | { readonly step: 'keep'; readonly file: FileProduct; readonly stored: Product }
  | { readonly step: 'refuse'; readonly problems: readonly RowProblem[] }

/** What this shop knows about one product of the file. */
export interface Around extends Omit<Known, 'slug' | 'knowsCosts' | 'facts'> {
  readonly actor: Actor
  readonly stored: Product | undefined
  readonly attributes: readonly CategoryAttribute[]
  /** The words the shop keeps out of its listings. */
  readonly rules: readonly ScreenRule[]
  readonly holders: Holders
  /** Codes and barcodes that products before it in the file have taken, by the handle that did. */
  readonly claims: Map<string, unknown>
}

/** Decides what becomes of a product of the file, by the same rules as a product typed in by hand. Writes nothing. */
export function planProduct(file: FileProduct, around: Around): Plan {
  const { stored, actor, attributes, rules } = around
  const problems = takenProblems(file, around)
  if (problems.length > 0) return { step: 'refuse', problems }
  try {
    const slug = slugFor(file, around) ?? file.slugs[0]!
    const knowsCosts = may(actor, 'costs.read')
    const facts = factsIn(file, attributes, stored?.attributes)
    const next = cleanProduct(toDraft(file, { ...around, slug, knowsCosts, facts }, stored), attributes)
    const change = stored && planChange(actor, stored, { next, attributes, rules })
    claim(file, slug, around.claims)
    if (!stored) return { step: 'create', file, next }
    return change ? { step: 'update', file, stored, change } : { step: 'keep', file, stored }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { step: 'refuse', problems: [problemOf(file, error, attributes)] }
  }
}

/** The first of its addresses that is free; a product we have keeps the one it has. */
function slugFor(file: FileProduct, { stored, holders, claims }: Around): string | undefined {
  if (stored) return file.slugs.includes(stored.slug) || file.source !== 'shopify' ? stored.slug : file.slugs[0]
  return file.slugs.find(
    (slug) => !holders.slugs.has(slug) && (claims.get(`slug ${slug}`) ?? file.handle) === file.handle,
  )
}

function takenProblems(file: FileProduct, around: Around): RowProblem[] {
  const { stored, holders, claims } = around
  const problems: RowProblem[] = []
  const slug = file.slugs[0]!
  if (slugFor(file, around) === undefined)
    problems.push({
      row: file.row,
      field: 'handle',
      code: 'product_import.source_slug_taken',
      details: { slug },
      value: slug,
    })
  for (const { row, sku, barcode } of file.variants) {
    if (isTaken(holders.skus.get(sku), stored, claims.get(`sku ${sku}`), file))
      problems.push({ row, field: 'sku', code: 'catalog.sku_taken', details: { sku }, value: sku })
    if (barcode && isTaken(holders.barcodes.get(barcode), stored, claims.get(`barcode ${barcode}`), file))
      problems.push({ row, field: 'barcode', code: 'catalog.barcode_taken', details: { barcode }, value: barcode })
  }
  return problems
}

const isTaken = (
  holder: string | undefined,
  stored: Product | undefined,
  claimed: unknown,
  file: FileProduct,
): boolean => (holder !== undefined && holder !== stored?.id) || (claimed !== undefined && claimed !== file.handle)

function claim(file: FileProduct, slug: string, claims: Map<string, unknown>): void {
  claims.set(`slug ${slug}`, file.handle)
  for (const { sku, barcode } of file.variants) {
    claims.set(`sku ${sku}`, file.handle)
    if (barcode) claims.set(`barcode ${barcode}`, file.handle)
  }
}

/** `variants.2.sku` is the SKU of the row that brought the third variant; an attribute is called as the column of our own sheet is. */
function problemOf(
  file: FileProduct,
  { code, details }: Refusal,
  attributes: readonly CategoryAttribute[],
): RowProblem {
  const field = String(details.field ?? '')
  const attribute = file.source === 'sheet' && attributes.find((each) => `attributes.${each.code}` === field)?.name.zh
  if (attribute) return { row: file.row, field: attribute, code, details: { ...details, attribute } }
  const [, at, name] = /^variants\.(\d+)\.(\w+)/.exec(field) ?? []
  return { row: at ? (file.variants[Number(at)]?.row ?? file.row) : file.row, field: name ?? field, code, details }
}
