import { loadProduct, lockProduct } from '#goods/catalog'
import { hasStock } from '#goods/search'
import type { Product, ProductId } from '#model/goods/catalog'
import { settleNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { listingHasNoStock, mustBeComplete, mustMay, takeStep } from './listing.ts'

/** Takes a product off sale by hand. @throws listingNotPermitted, productCannot */
export function delist(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    mustMay(tx.actor, 'products.list')
    await takeStep(tx, await lockProduct(tx, productId), 'delist', { move: { delisted_because: 'by_hand' } })
    return loadProduct(tx, productId)
  })
}

/**
 * Puts a delisted product on sale again, without a second review: its content passed one.
 * @throws listingHasNoStock when it was delisted for want of stock and still has none
 * @throws listingNotPermitted, listingIncomplete, productCannot
 */
export function relist(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    mustMay(tx.actor, 'products.list')
    const product = await lockProduct(tx, productId)
    await mustBeComplete(tx, product)
    if (product.delistedBecause === 'out_of_stock' && !(await hasStock(tx, productId)))
      throw listingHasNoStock({ productId })
    await takeStep(tx, product, 'relist', { move: { delisted_because: null, startsSale: true } })
    await settleNotices(tx, {
      subject: 'product',
      subjectId: productId,
      kinds: ['listing.out_of_stock', 'listing.stock_back'],
    })
    return loadProduct(tx, productId)
  })
}
