import { loadProduct, lockProduct } from '#goods/catalog'
import type { Product, ProductId } from '#model/goods/catalog'
import { notify, settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { mustBeComplete, mustMay, namesOf, settleReview, takeStep } from './listing.ts'

/**
 * Hands a listing to review; a draft passes the data check on the way. Reviewers are told.
 * @throws listingNotPermitted without `products.list` (CAT-11)
 * @throws listingIncomplete with everything that is missing
 * @throws productCannot when it is in review or past it
 */
export function submitListing(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    await submitIn(tx, await lockProduct(tx, productId))
    return loadProduct(tx, productId)
  })
}

async function submitIn(tx: Tx, product: Product): Promise<void> {
  mustMay(tx.actor, 'products.list')
  await mustBeComplete(tx, product)
  const checked = product.status === 'draft' ? await passCheck(tx, product) : product
  await takeStep(tx, checked, 'submit', { move: { submitted_by: tx.actor.id, rejection: null } })
  await settleNotices(tx, { subject: 'product', subjectId: product.id, kinds: ['listing.rejected'] })
  await notify(tx, {
    permission: 'products.review',
    kind: 'listing.review',
    subject: 'product',
    subjectId: product.id,
    data: { name: namesOf(product) },
    dedupeKey: `listing.review:${product.id}:${product.version}`,
  })
}

async function passCheck(tx: Tx, product: Product): Promise<Product> {
  await takeStep(tx, product, 'check')
  return { ...product, status: 'checked' }
}

/** Takes a listing back out of review. @throws listingNotPermitted, productCannot */
export function withdrawListing(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    mustMay(tx.actor, 'products.list')
    await takeStep(tx, await lockProduct(tx, productId), 'withdraw')
    await settleReview(tx, productId)
    return loadProduct(tx, productId)
  })
}
