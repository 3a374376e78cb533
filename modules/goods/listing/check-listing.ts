import { lockProduct } from '#goods/catalog'
import { canStep } from '#kernel/steps'
import { type Finding, listingSteps, type ProductId, type ProductStatus } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { findingsFor, takeStep } from './listing.ts'

export interface DataCheck {
  readonly status: ProductStatus
  readonly passed: boolean
  /** All at once: what is missing, then what would be better. */
  readonly findings: readonly Finding[]
}

/**
 * Runs the data check over a product and its texts. A draft that lacks nothing becomes `checked`; of others it only says
 * what it finds. Safe to repeat.
 * @throws productNotFound
 */
export function checkListing(ctx: Context, productId: ProductId): Promise<DataCheck> {
  return transaction(ctx, async (tx) => {
    const product = await lockProduct(tx, productId)
    const findings = await findingsFor(tx, product)
    const passed = !findings.some((finding) => finding.blocking)
    const moves = passed && canStep(listingSteps, product.status, 'check')
    if (moves) await takeStep(tx, product, 'check')
    return { status: moves ? listingSteps.check.to : product.status, passed, findings }
  })
}
