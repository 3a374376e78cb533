import {
  allCategories,
  attributesOf,
  barcodeTaken,
  brandNotFound,
  brandsOf,
  categoryNotFound,
  cleanProduct,
  holdersOf,
  type PlannedChange,
  planChange,
  skuTaken,
} from '#goods/catalog'
import { checkPrice, foreignCurrency, type NewPrice } from '#goods/prices'
import { rulesFor } from '#goods/screening'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { BrandId, CategoryAttribute, CategoryId, Product, ProductId } from '#model/goods/catalog'
import type { Price } from '#model/goods/prices'
import type { ScreenRule } from '#model/goods/screening'
import { loadShop } from '#office/shops'
import type { Actor, Tx } from '#platform/context'
import type { CellFault } from './cell-faults.ts'
import { withAmounts, withCells } from './cells.ts'
import { type BatchField, type CellValue, isPriceField } from './fields.ts'
import { faultOf, type OpenRow } from './open-rows.ts'

/** What rows come to: what is to be written, and why some are not. */
export interface Plan {
  readonly changes: readonly { readonly product: Product; readonly planned: PlannedChange }[]
  readonly prices: readonly NewPrice[]
  readonly faults: ReadonlyMap<OpenRow, CellFault>
}

/**
 * Decides on rows that are open, product by product, by the rules of the product's own page. Writes nothing. A code that a row gives up
 * is free for another; it is not when the row that was to give it up is refused.
 */
export async function planRows(tx: Tx, rows: readonly OpenRow[]): Promise<Plan> {
  const around = await lookAround(tx, rows)
  const giving = new Set(rows.filter((row) => givenUp(row).length > 0))
  for (;;) {
    const plan = planAll(rows, { ...around, holders: without(around.holders, [...giving].flatMap(givenUp)) })
    const keeping = [...giving].filter((row) => plan.faults.has(row))
    if (keeping.length === 0) return plan
    for (const row of keeping) giving.delete(row)
  }
}

type CodeField = 'sku' | 'barcode'

/** The code and the barcode that a variant will no longer have. */
const givenUp = ({ variant, wanted }: OpenRow): { readonly field: CodeField; readonly code: string }[] =>
  wanted.flatMap(({ field }) => {
    const code = field === 'sku' || field === 'barcode' ? variant?.[field] : null
    return code ? [{ field: field as CodeField, code }] : []
  })

function without(holders: Around['holders'], codes: readonly ReturnType<typeof givenUp>[number][]): Around['holders'] {
  const left = { sku: new Map(holders.sku), barcode: new Map(holders.barcode) }
  for (const { field, code } of codes) left[field].delete(code)
  return left
}

function planAll(rows: readonly OpenRow[], around: Around): Plan {
  const plans = [...Map.groupBy(rows, ({ productId }) => productId).values()].map((own) =>
    planProduct(own[0]!.product!, own, around),
  )
  return {
    changes: plans.flatMap(({ changes }) => changes),
    prices: plans.flatMap(({ prices }) => prices),
    faults: new Map(plans.flatMap(({ faults }) => [...faults])),
  }
}

/** What the shop knows that rows are judged by. */
interface Around {
  readonly actor: Actor
  readonly currency: string
  readonly categories: ReadonlySet<CategoryId>
  readonly brands: ReadonlyMap<BrandId, unknown>
  readonly attributes: ReadonlyMap<CategoryId, readonly CategoryAttribute[]>
  readonly rules: readonly ScreenRule[]
  /** Codes and barcodes with the product that holds them; rows that have passed claim theirs. */
  readonly holders: Readonly<Record<CodeField, Map<string, ProductId>>>
}

async function lookAround(tx: Tx, rows: readonly OpenRow[]): Promise<Around> {
  const wanted = <Value extends CellValue>(field: BatchField) =>
    rows.flatMap((row) =>
      row.wanted.filter((cell) => cell.field === field && cell.to !== null).map(({ to }) => to as Value),
    )
  const categories = new Set((await allCategories(tx)).map(({ id }) => id))
  const held = await holdersOf(tx, { slugs: [], skus: wanted<string>('sku'), barcodes: wanted<string>('barcode') })
  const used = rows.flatMap(({ product }) => product?.categoryId ?? [])
  const chosen = wanted<CategoryId>('categoryId').filter((id) => categories.has(id))
  return {
    actor: tx.actor,
    currency: (await loadShop(tx)).currency,
    categories,
    brands: await brandsOf(tx, wanted<BrandId>('brandId')),
    attributes: await attributesOf(tx, [...new Set([...used, ...chosen])]),
    rules: await rulesFor(tx),
    holders: { sku: new Map(held.skus), barcode: new Map(held.barcodes) },
  }
}

/** A row that is refused leaves the others of its product to be judged without it. */
function planProduct(product: Product, rows: readonly OpenRow[], around: Around): Plan {
  if (rows.length === 0) return { changes: [], prices: [], faults: new Map() }
  const found = rows.flatMap((row): [OpenRow, CellFault][] => {
    const fault = refusedBy(row, () => judgeAlone(product, row, around))
    return fault ? [[row, fault]] : []
  })
  if (found.length > 0) return refusing(found)
  try {
    const changes = planFacts(product, rows, around)
    claimCodes(product, rows, around)
    return { changes, prices: rows.flatMap((row) => newPrice(product, row)), faults: new Map() }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return refusing(blamed(product, rows, error))
  }

  function refusing(faults: readonly [OpenRow, CellFault][]): Plan {
    const refused = new Map(faults)
    const rest = planProduct(
      product,
      rows.filter((row) => !refused.has(row)),
      around,
    )
    return { ...rest, faults: new Map([...refused, ...rest.faults]) }
  }
}

function refusedBy(row: OpenRow, judge: () => void): CellFault | undefined {
  try {
    judge()
    return undefined
  } catch (error) {
    if (!isRefusal(error)) throw error
    return faultOf(error, fieldOf(row, String(error.details.field)))
  }
}

/** What can be said of a row without the others. @throws the refusals of categories, brands, codes and prices */
function judgeAlone(product: Product, row: OpenRow, around: Around): void {
  for (const { field, to } of row.wanted) {
    if (field === 'categoryId' && to && !around.categories.has(to as CategoryId))
      throw categoryNotFound({ field, category: String(to) })
    if (field === 'brandId' && to && !around.brands.has(to as BrandId))
      throw brandNotFound({ field, brand: String(to) })
    if (field === 'sku' && isTaken(product, row, field, to, around)) throw skuTaken({ field, sku: String(to) })
    if (field === 'barcode' && to && isTaken(product, row, field, to, around))
      throw barcodeTaken({ field, barcode: String(to) })
  }
  for (const { price } of newPrice(product, row)) {
    if (price.list.currency !== around.currency) throw foreignCurrency({ field: 'list' })
    checkPrice(price)
  }
}

/** By another product, by one that is retired, or by a row before it. Active ones of the same product are compared when all are known. */
function isTaken(product: Product, row: OpenRow, field: CodeField, to: CellValue, { holders }: Around): boolean {
  const holder = holders[field].get(String(to))
  const retired = field === 'sku' && product.variants.some(({ status, sku }) => status === 'retired' && sku === to)
  return retired || (holder !== undefined && holder !== row.productId)
}

function claimCodes(product: Product, rows: readonly OpenRow[], { holders }: Around): void {
  for (const { wanted } of rows)
    for (const { field, to } of wanted)
      if (to && (field === 'sku' || field === 'barcode')) holders[field].set(String(to), product.id)
}

function planFacts(product: Product, rows: readonly OpenRow[], { actor, attributes, rules }: Around): Plan['changes'] {
  const facts = rows.map((row) => ({ ...row, cells: row.wanted.filter(({ field }) => !isPriceField(field)) }))
  if (facts.every(({ cells }) => cells.length === 0)) return []
  const own = facts.filter(({ variantId }) => variantId === null).flatMap(({ cells }) => cells)
  const ofVariants = facts.flatMap(({ variantId, cells }) => (variantId ? [{ id: variantId, cells }] : []))
  const draft = withCells(product, own, ofVariants)
  const asked = draft.categoryId ? (attributes.get(draft.categoryId) ?? []) : []
  const planned = planChange(actor, product, { next: cleanProduct(draft, asked), attributes: asked, rules })
  return planned ? [{ product, planned }] : []
}

function newPrice(product: Product, { variant, wanted }: OpenRow): NewPrice[] {
  if (!variant || !wanted.some(({ field }) => isPriceField(field))) return []
  const price = withAmounts(variant, wanted)
  // A cell without a price was refused; one that never had any cannot have a cost alone.
  const list = price.list ?? { minor: -1, currency: price.cost?.currency ?? price.was?.currency ?? '' }
  return [{ productId: product.id, variantId: variant.id, price: { ...price, list } satisfies Price }]
}

/** The rows that a refusal of the whole product speaks of; all of them where it names none. */
function blamed(product: Product, rows: readonly OpenRow[], refusal: Refusal): [OpenRow, CellFault][] {
  const path = String(refusal.details.field ?? '')
  const at = /^variants\.(\d+)/.exec(path)?.[1]
  const variant = at && product.variants.filter(({ status }) => status === 'active')[Number(at)]
  const guilty = rows.filter(({ variantId }) => (variant ? variantId === variant.id : variantId === null))
  return (guilty.length > 0 ? guilty : rows).map((row) => [row, faultOf(refusal, fieldOf(row, path))])
}

const paths: Readonly<Record<string, BatchField>> = {
  'texts.zh.name': 'nameZh',
  'texts.en.name': 'nameEn',
  'texts.zh.title': 'titleZh',
  'texts.en.title': 'titleEn',
}

/** The cell that a path of the product's form means; the first that was to change where it means none of them. */
function fieldOf({ wanted }: OpenRow, path: string): BatchField {
  const names = [path, paths[path] ?? path.split('.').at(-1)]
  const cell = wanted.find(({ field }) => names.includes(field))
  return (cell ?? wanted[0]!).field
}
