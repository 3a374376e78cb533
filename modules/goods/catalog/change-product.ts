import { samePrice } from '#goods/prices'
import { rulesFor } from '#goods/screening'
import { newId } from '#kernel/id'
import type { ScreenRule } from '#model/goods/screening'
import { type Actor, type Context, type Tx, worksHere } from '#platform/context'
import { transaction } from '#platform/database'
import { differences, storedOf } from './compare-product.ts'
import { findingsOf } from './completeness.ts'
import { cleanForShop } from './create-product.ts'
import { type CleanProduct, draftOf, type ProductDraft } from './draft.ts'
import { keepPictureRules } from './judge-pictures.ts'
import type { CategoryAttribute, Product, ProductId } from './model.ts'
import { notFitForSale, pricesNotYours, productChangedMeanwhile } from './product.ts'
import { loadProduct, lockProduct } from './product-store.ts'
import { screenProduct } from './screen-product.ts'
import { type PlannedChange, writeChanges } from './write-changes.ts'

export interface ProductChange extends Partial<ProductDraft> {
  /** The version the page showed: refused when somebody changed the product since. */
  readonly version?: number
}

/**
 * Changes parts of a product; what is left out stays. Variants given are the new list: known ones change, missing ones
 * retire, others are added. A listing in check or review starts over; one on sale stays there and must stay complete.
 * Changing nothing writes nothing.
 * @throws productNotFound, productChangedMeanwhile, notFitForSale, pricesNotYours and every refusal of a wrong field
 */
export function changeProduct(ctx: Context, id: ProductId, change: ProductChange): Promise<Product> {
  return transaction(ctx, async (tx) => {
    const product = await lockProduct(tx, id)
    if (change.version !== undefined && change.version !== product.version)
      throw productChangedMeanwhile({ productId: id })
    await applyChange(tx, product, change)
    return loadProduct(tx, id)
  })
}

/** The same for a product that is locked already. Says whether anything changed. */
export async function applyChange(
  tx: Tx,
  product: Product,
  { version: _, ...change }: ProductChange,
): Promise<boolean> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const { clean, attributes } = await cleanForShop(tx, { ...draftOf(product), ...given })
  const rules = await rulesFor(tx)
  const planned = planChange(tx.actor, product, { next: clean, attributes, rules })
  if (planned?.after.pictureIds) await keepPictureRules(tx, product, planned.next.pictureIds)
  if (planned) await writeChanges(tx, [{ product, planned }])
  return planned !== undefined
}

/** What a change is judged by: the product as it should be, the facts its category wants, the words the shop bans. */
export interface WishedChange {
  readonly next: CleanProduct
  readonly attributes: readonly CategoryAttribute[]
  readonly rules: readonly ScreenRule[]
}

/**
 * Decides on a change without writing it; undefined when it would change nothing.
 * @throws pricesNotYours for staff without `prices.change`
 * @throws notFitForSale when the product is on sale and would lack what a buyer must know
 */
export function planChange(actor: Actor, product: Product, wished: WishedChange): PlannedChange | undefined {
  const { next } = wished
  const changed = differences(product, next)
  if (!changed) return undefined
  refusePriceChange(actor, product, next)
  if (product.status === 'on_sale') mustStayFit(product, wished, Object.keys(changed.after))
  return { next, ...changed }
}

/** Staff who may write products but not change prices send the price as it is. */
function refusePriceChange(actor: Actor, product: Product, next: CleanProduct): void {
  if (!worksHere(actor) || actor.permissions.has('prices.change')) return
  const at = next.variants.findIndex((variant) => {
    const stored = storedOf(product, variant)?.price
    return stored && variant.price && !samePrice(stored, variant.price)
  })
  if (at >= 0) throw pricesNotYours({ field: `variants.${at}.price`, permission: 'prices.change' })
}

/** Words are screened again when words change: a price must not wait for a text that was fine when it was written. */
const worded = ['texts', 'tags', 'attributes', 'variants']

function mustStayFit(product: Product, { next, attributes, rules }: WishedChange, parts: readonly string[]): void {
  const then = after(product, next)
  const words = parts.some((part) => worded.includes(part)) ? screenProduct(then, rules) : []
  const blocking = [...findingsOf(then, attributes), ...words].filter((finding) => finding.blocking)
  if (blocking[0]) throw notFitForSale({ productId: product.id, field: blocking[0].field, findings: blocking })
}

/** The product as it will stand, as far as the data check looks. */
function after(product: Product, next: CleanProduct): Product {
  const pictures = next.pictureIds.map(
    (id) =>
      product.pictures.find((picture) => picture.id === id) ?? {
        id,
        alt: { zh: '', en: '' },
        width: 1,
        height: 1,
        sharpness: null,
        sourceUrl: null,
        waits: false,
        scene: '',
        painPoint: '',
      },
  )
  const variants = next.variants.map((variant) => {
    const stored = storedOf(product, variant)
    return {
      ...variant,
      id: stored?.id ?? newId<'Variant'>(),
      status: 'active' as const,
      price: variant.price ?? stored?.price ?? null,
    }
  })
  return { ...product, ...next, pictures, variants }
}
