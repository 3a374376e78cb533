import { loadProduct, lockProduct } from '#goods/catalog'
import { hasStock } from '#goods/search'
import type { Product, ProductId } from '#model/goods/catalog'
import { settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { listingHasNoStock, mustBeComplete, mustMay, type StepDetails, takeStep } from './listing.ts'

/** Takes a product off sale by hand. @throws listingNotPermitted, productCannot */
export function delist(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    await delistIn(tx, await lockProduct(tx, productId))
    return loadProduct(tx, productId)
  })
}

/** The same for a product that is locked already. */
export async function delistIn(tx: Tx, product: Product, details: StepDetails = {}): Promise<void> {
  mustMay(tx.actor, 'products.list')
  await takeStep(tx, product, 'delist', { ...details, move: { delisted_because: 'by_hand' } })
}

/**
 * Puts a delisted product on sale again, without a second review: its content passed one.
 * @throws listingHasNoStock when it was delisted for want of stock and still has none
 * @throws listingNotPermitted, listingIncomplete, productCannot
 */
export function relist(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    await relistIn(tx, await lockProduct(tx, productId))
    return loadProduct(tx, productId)
  })
}

/** The same for a product that is locked already. */
export async function relistIn(tx: Tx, product: Product, details: StepDetails = {}): Promise<void> {
  mustMay(tx.actor, 'products.list')
  await mustBeComplete(tx, product)
  if (product.delistedBecause === 'out_of_stock' && !(await hasStock(tx, product.id)))
    throw listingHasNoStock({ productId: product.id })
  await takeStep(tx, product, 'relist', { ...details, move: { delisted_because: null, startsSale: true } })
  await settleNotices(tx, {
    subject: 'product',
    subjectId: product.id,
    kinds: ['listing.out_of_stock', 'listing.stock_back'],
  })
}
