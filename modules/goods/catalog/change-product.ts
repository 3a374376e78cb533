import { sql } from 'kysely'
import { showPictures } from '#goods/media'
import { samePrice, setPrices } from '#goods/prices'
import { rulesFor } from '#goods/screening'
import { reindexProducts } from '#goods/search'
import { newId } from '#kernel/id'
import type { ScreenRule } from '#model/goods/screening'
import { type Actor, type Context, type Tx, worksHere } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { differences, storedOf, variantDiffers } from './compare-product.ts'
import { findingsOf } from './completeness.ts'
import { cleanForShop } from './create-product.ts'
import { type CleanProduct, draftOf, type ProductDraft } from './draft.ts'
import { leaveAddress } from './former-addresses.ts'
import { keepPictureRules } from './judge-pictures.ts'
import type { CategoryAttribute, Price, Product, ProductId, VariantId } from './model.ts'
import { notFitForSale, pricesNotYours, productChangedMeanwhile } from './product.ts'
import {
  insertVariants,
  loadProduct,
  lockProduct,
  naming,
  type PlacedVariant,
  productColumns,
  statusAfterChange,
  textRows,
  variantColumns,
  writeVariantTexts,
} from './product-store.ts'
import { screenProduct } from './screen-product.ts'

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
  if (planned) await writeChange(tx, product, planned)
  return planned !== undefined
}

/** What a change is judged by: the product as it should be, the facts its category wants, the words the shop bans. */
export interface WishedChange {
  readonly next: CleanProduct
  readonly attributes: readonly CategoryAttribute[]
  readonly rules: readonly ScreenRule[]
}

export interface PlannedChange {
  readonly next: CleanProduct
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
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

/** Writes a planned change with its event and search document. */
export async function writeChange(tx: Tx, product: Product, { next, before, after }: PlannedChange): Promise<void> {
  await writeRow(tx, product, next)
  if (next.slug !== product.slug) await leaveAddress(tx, product)
  await tx.db
    .deleteFrom('goods.product_texts')
    .where('shop_id', '=', tx.shopId)
    .where('product_id', '=', product.id)
    .execute()
  await tx.db
    .insertInto('goods.product_texts')
    .values(textRows(tx, product.id, next))
    .execute()
  await writeVariants(tx, product, next)
  await showPictures(tx, new Map([[product.id, next.pictureIds]]))
  await publish(tx, { type: 'product.changed', aggregate: 'product', id: product.id, data: { before, after } })
  await reindexProducts(tx, [product.id])
}

const writeRow = (tx: Tx, { id, status }: Product, next: CleanProduct) =>
  naming(() =>
    tx.db
      .updateTable('goods.products')
      .set({ ...productColumns(tx, next), status: statusAfterChange(status), version: sql`version + 1` })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .execute(),
  )

/** First retire, then change, then add: a code or barcode that moves between variants is free when its new one comes. */
async function writeVariants(tx: Tx, product: Product, next: CleanProduct): Promise<void> {
  const placed = next.variants.map((variant, position) => ({ stored: storedOf(product, variant), variant, position }))
  const kept = new Set(placed.flatMap(({ stored }) => stored?.id ?? []))
  await retire(
    tx,
    product.variants.filter(({ id, status }) => status === 'active' && !kept.has(id)).map(({ id }) => id),
  )
  const moved = placed.filter(({ stored, position }) => stored && stored !== product.variants[position])
  for (const { stored, variant, position } of placed)
    if (stored && (stored.status === 'retired' || moved.length > 0 || variantDiffers(stored, variant)))
      await updateVariant(tx, { id: stored.id, productId: product.id, variant, position })
  const fresh = placed.filter(({ stored }) => !stored)
  await insertVariants(
    tx,
    fresh.map(({ variant, position }) => ({ id: newId<'Variant'>(), productId: product.id, variant, position })),
  )
  await setPrices(
    tx,
    new Map(
      placed.flatMap(({ stored, variant }): [VariantId, Price][] =>
        stored && variant.price ? [[stored.id, variant.price]] : [],
      ),
    ),
  )
}

async function retire(tx: Tx, ids: readonly VariantId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('goods.variants')
    .set({ status: 'retired' })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', ids)
    .execute()
}

async function updateVariant(tx: Tx, placed: PlacedVariant): Promise<void> {
  await naming(() =>
    tx.db
      .updateTable('goods.variants')
      .set(variantColumns(placed.variant, placed.position))
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', placed.id)
      .execute(),
  )
  await writeVariantTexts(tx, [placed])
}
