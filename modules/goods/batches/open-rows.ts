import { lockProducts, productNotFound } from '#goods/catalog'
import { lockPrices, noVariant } from '#goods/prices'
import type { Refusal } from '#kernel/refusal'
import type { Product, ProductId, Variant } from '#model/goods/catalog'
import { type Actor, may, type Tx } from '#platform/context'
import { fieldMisplaced, fieldNotYours } from './batch.ts'
import { type CellFault, cellFault } from './cell-faults.ts'
import { productValue, variantValue } from './cells.ts'
import { batchFields, type Cell, type CellValue, fieldNeeds, isProductField, sameValue, tidy } from './fields.ts'
import type { BatchField, GoodsRow } from './model.ts'

/** A row beside what it is about, as it stands now under lock. */
export interface OpenRow extends GoodsRow {
  readonly label: string
  readonly product: Product | undefined
  readonly variant: Variant | undefined
  /** Cells that still say what their writer saw and are to change. */
  readonly wanted: readonly Cell[]
  /** Cells that somebody has changed since. */
  readonly strayed: readonly (Cell & { readonly now: CellValue })[]
  readonly fault: CellFault | undefined
}

/** Locks what rows are about, products before prices, and compares each cell with what stands there. */
export async function openRows(tx: Tx, rows: readonly GoodsRow[]): Promise<OpenRow[]> {
  const goods = await lockGoods(tx, [...new Set(rows.map(({ productId }) => productId))].sort())
  return rows.map((row) => openRow(tx.actor, row, goods.get(row.productId)))
}

/** Products with the prices that stand once both are locked: one that was changing meanwhile has been waited for. */
async function lockGoods(tx: Tx, ids: readonly ProductId[]): Promise<Map<ProductId, Product>> {
  const products = [...(await lockProducts(tx, ids)).values()]
  const variants = products.flatMap((product) => product.variants.map(({ id }) => id))
  const prices = await lockPrices(tx, variants.sort())
  const priced = (variant: Variant): Variant => ({ ...variant, price: prices.get(variant.id) ?? null })
  return new Map(products.map((product) => [product.id, { ...product, variants: product.variants.map(priced) }]))
}

function openRow(actor: Actor, row: GoodsRow, product: Product | undefined): OpenRow {
  const variant = product?.variants.find(({ id, status }) => id === row.variantId && status === 'active')
  const cells = row.cells
    .map((cell) => ({ ...cell, to: tidy(cell.to) }))
    .sort((one, other) => placeOf(one) - placeOf(other))
  const now = ({ field }: Cell) =>
    (variant ? variantValue(variant, field) : product && productValue(product, field)) ?? null
  const changing = cells.filter((cell) => !sameValue(now(cell), cell.to))
  return {
    ...row,
    cells,
    label: variant?.sku ?? product?.texts.zh?.name ?? product?.texts.en?.name ?? '',
    product,
    variant,
    wanted: changing.filter((cell) => sameValue(now(cell), cell.from)),
    strayed: changing.filter((cell) => !sameValue(now(cell), cell.from)).map((cell) => ({ ...cell, now: now(cell) })),
    fault: isThere(row, product, variant) ?? firstFault(actor, row, cells),
  }
}

const placeOf = ({ field }: Cell): number => (batchFields as readonly string[]).indexOf(field)

function isThere(row: GoodsRow, product: Product | undefined, variant: Variant | undefined): CellFault | undefined {
  const { field } = row.cells[0]!
  if (!product) return faultOf(productNotFound({ product: row.productId }), field)
  return row.variantId && !variant ? faultOf(noVariant({ variantId: row.variantId }), field) : undefined
}

/** What somebody would have to be permitted to change a field; undefined for whoever may. */
export const missingFor = (actor: Actor, field: BatchField): string | undefined =>
  fieldNeeds(field).find((needed) => !may(actor, needed))

function firstFault(actor: Actor, { variantId }: GoodsRow, cells: readonly Cell[]): CellFault | undefined {
  for (const { field, to } of cells) {
    if (isProductField(field) === (variantId !== null)) return faultOf(fieldMisplaced({ field }), field)
    const permission = missingFor(actor, field)
    if (permission) return faultOf(fieldNotYours({ field, permission }), field)
    const found = cellFault(field, to)
    if (found) return found
  }
  return undefined
}

/** A refusal as what is wrong with a cell. */
export const faultOf = ({ code, details }: Refusal, field: BatchField): CellFault => ({
  field,
  code,
  details: { ...details, field },
})
