import { loadProduct, lockProduct } from '#goods/catalog'
import type { Product, ProductId } from '#model/goods/catalog'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import {
  mustBeComplete,
  mustMay,
  namesOf,
  reasonMissing,
  reviewsOwnRequest,
  type StepDetails,
  settleReview,
  takeStep,
} from './listing.ts'
import { longestReason } from './model.ts'
import { listingSettings } from './settings.ts'

/**
 * Approves a listing: it is on sale at once. The data are checked again, for the category may want more than it did.
 * @throws listingNotPermitted without `products.review`
 * @throws reviewsOwnRequest when the shop wants two people (setting `listing.reviewerMustDiffer`): of a key nobody knows whose hand it is in
 * @throws listingIncomplete, productCannot
 */
export function approveListing(ctx: Context, productId: ProductId): Promise<Product> {
  return transaction(ctx, async (tx) => {
    await approveIn(tx, await lockProduct(tx, productId))
    return loadProduct(tx, productId)
  })
}

/** The same for a product that is locked already. */
export async function approveIn(tx: Tx, product: Product, details: StepDetails = {}): Promise<void> {
  await mustReview(tx, product)
  await mustBeComplete(tx, product)
  await takeStep(tx, product, 'approve', {
    ...details,
    move: { rejection: null, delisted_because: null, startsSale: true },
  })
  await settleReview(tx, product.id)
}

/**
 * Sends a listing back to its author with a reason.
 * @throws reasonMissing, listingNotPermitted, reviewsOwnRequest, productCannot
 */
export async function rejectListing(ctx: Context, productId: ProductId, reason: string): Promise<Product> {
  const given = reason.trim().slice(0, longestReason)
  if (!given) throw reasonMissing({ field: 'reason' })
  return transaction(ctx, async (tx) => {
    const product = await lockProduct(tx, productId)
    await mustReview(tx, product)
    await takeStep(tx, product, 'reject', { move: { rejection: given }, reason: given })
    await settleReview(tx, productId)
    await notify(tx, {
      permission: 'products.write',
      kind: 'listing.rejected',
      subject: 'product',
      subjectId: productId,
      data: { name: namesOf(product), reason: given },
      dedupeKey: `listing.rejected:${productId}:${product.version}`,
    })
    return loadProduct(tx, productId)
  })
}

/** @throws listingNotPermitted, reviewsOwnRequest */
export async function mustReview(tx: Tx, { id, submittedBy }: Product): Promise<void> {
  mustMay(tx.actor, 'products.review')
  const { reviewerMustDiffer } = await readSettings(tx, listingSettings)
  const { kind, id: ownId } = tx.actor
  if (reviewerMustDiffer && (kind === 'key' || (submittedBy !== null && submittedBy === ownId)))
    throw reviewsOwnRequest({ productId: id })
}
