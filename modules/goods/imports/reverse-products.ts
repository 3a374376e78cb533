import {
  applyChange,
  deleteProducts,
  fingerprintOf,
  lockProducts,
  type ProductChange,
  partsChangedSince,
} from '#goods/catalog'
import { delistIn } from '#goods/listing'
import type { Product, ProductId, VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { ImportEffect, Reverse, Reversed } from '#platform/imports'
import { goneIn, takePlaceBack } from './reverse-places.ts'

/** What the application does with stock that an import brought, for stock lies a floor above. */
export interface StockBack {
  /** Takes out what was received of these variants; answers those of which some has moved on. */
  takeBack(tx: Tx, asked: { variantIds: readonly VariantId[]; dryRun: boolean }): Promise<ReadonlySet<VariantId>>
  /** Those that have ever moved, and so must stay. */
  everMoved(tx: Tx, variantIds: readonly VariantId[]): Promise<ReadonlySet<VariantId>>
}

/**
 * Takes back what product files did. Stock goes out where all of it still lies there. An update is put back part by part where nobody
 * changed the part since. A product nobody changed is deleted when it was never on sale nor in stock; else it leaves the sale and stays for the books.
 * Categories and brands it made go last, where nothing uses them any more.
 */
export const reverseProducts =
  (stock: StockBack): Reverse =>
  async (tx, effects, run) => {
    const { dryRun } = run
    const idsOf = (subject: string) =>
      effects.filter((effect) => effect.subject === subject).map((one) => one.subjectId)
    const moved = await stock.takeBack(tx, { variantIds: idsOf('stock') as VariantId[], dryRun })
    const products = await lockProducts(tx, idsOf('product') as ProductId[])
    const everMoved = await stock.everMoved(
      tx,
      [...products.values()].flatMap((product) => product.variants.map(({ id }) => id)),
    )
    const done = new Map<ImportEffect, Reversed>()
    for (const effect of effects) {
      if (effect.subject === 'stock') done.set(effect, stockAnswer(effect, moved))
      if (effect.subject === 'product') done.set(effect, await judge(tx, effect, { products, everMoved, dryRun }))
    }
    if (dryRun) goneIn(run).products.push(...deletedOf([...done]))
    else await remove(tx, [...done], products)
    for (const effect of effects) if (!done.has(effect)) done.set(effect, await takePlaceBack(tx, effect, run))
    return effects.map((effect) => done.get(effect)!)
  }

/** Products that are not only taken off sale but gone. */
const deletedOf = (done: readonly (readonly [ImportEffect, Reversed])[]): ProductId[] =>
  done.flatMap(([{ subject, did, subjectId }, { outcome, code }]) =>
    subject === 'product' && did === 'created' && outcome === 'reversed' && !code ? [subjectId as ProductId] : [],
  )

const stockAnswer = ({ subjectId }: ImportEffect, moved: ReadonlySet<string>): Reversed =>
  moved.has(subjectId) ? { outcome: 'kept', code: 'product_import.stock_moved' } : { outcome: 'reversed' }

interface Around {
  readonly products: ReadonlyMap<ProductId, Product>
  readonly everMoved: ReadonlySet<VariantId>
  readonly dryRun: boolean
}

async function judge(tx: Tx, effect: ImportEffect, around: Around): Promise<Reversed> {
  const product = around.products.get(effect.subjectId as ProductId)
  if (!product) return { outcome: 'reversed', code: 'product_import.gone' }
  return effect.did === 'updated'
    ? putBack(tx, effect, product, around.dryRun)
    : judgeCreated(effect, product, around.everMoved)
}

/** Puts back the parts that still say what the import wrote. */
async function putBack(tx: Tx, { before, after }: ImportEffect, product: Product, dryRun: boolean): Promise<Reversed> {
  const changed = partsChangedSince(product, after as Record<string, unknown>)
  const back = Object.entries(before as Record<string, unknown>).filter(([part]) => !changed.includes(part))
  if (!dryRun && back.length > 0) await applyChange(tx, product, Object.fromEntries(back) as ProductChange)
  return changed.length > 0 ? editedSince(changed) : { outcome: 'reversed' }
}

const editedSince = (parts: readonly string[]): Reversed => ({
  outcome: 'kept',
  code: 'imports.edited_since',
  details: { parts: parts.join(', ') },
})

function judgeCreated({ after }: ImportEffect, product: Product, everMoved: ReadonlySet<VariantId>): Reversed {
  if (fingerprintOf(product) !== (after as { fingerprint: string }).fingerprint) return editedSince(['product'])
  const hasHistory = product.onSaleAt !== null || product.variants.some(({ id }) => everMoved.has(id))
  if (!hasHistory) return { outcome: 'reversed' }
  const isShown = product.status === 'on_sale' || product.status === 'delisted'
  return { outcome: 'reversed', code: isShown ? 'product_import.left_delisted' : 'product_import.left_draft' }
}

/** Deletes what has no history and takes the rest off sale. */
async function remove(
  tx: Tx,
  done: readonly (readonly [ImportEffect, Reversed])[],
  products: ReadonlyMap<ProductId, Product>,
): Promise<void> {
  const judged = done.flatMap(([effect, answer]) => {
    const product = products.get(effect.subjectId as ProductId)
    const isOurs = effect.subject === 'product' && effect.did === 'created' && answer.outcome === 'reversed'
    return product && isOurs ? [{ product, stays: answer.code !== undefined }] : []
  })
  for (const { product, stays } of judged) if (stays && product.status === 'on_sale') await delistIn(tx, product)
  await deleteProducts(
    tx,
    judged.filter(({ stays }) => !stays).map(({ product }) => product),
  )
}
