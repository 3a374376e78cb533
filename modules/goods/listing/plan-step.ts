import { lockProduct } from '#goods/catalog'
import { isBefore } from '#kernel/day'
import { newId } from '#kernel/id'
import type { Product, ProductId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { mustBeComplete, mustMay } from './listing.ts'
import type { ListingPlan, ListingPlanId, PlannedStep } from './model.ts'
import {
  permissionFor,
  planColumns,
  planEnded,
  planInPast,
  planNeedsReview,
  planNotFound,
  planTwice,
  toPlan,
} from './plan.ts'
import { mustReview } from './review-listing.ts'

export interface PlanStep {
  readonly productId: ProductId
  readonly step: PlannedStep
  readonly at: Temporal.Instant
}

/**
 * Leaves a step of a listing to the clock. Going on sale is planned by a reviewer, for the content as it stands: when that changes
 * before the time comes, the plan fails rather than list what nobody has seen.
 * @throws planInPast, planTwice, productNotFound
 * @throws listingNotPermitted without the permission of the step
 * @throws planNeedsReview, listingIncomplete, reviewsOwnRequest when a listing may not go on sale as it is
 */
export function planStep(ctx: Context, { productId, step, at }: PlanStep): Promise<ListingPlan> {
  return transaction(ctx, async (tx) => {
    if (!isBefore(tx.now, at)) throw planInPast({ field: 'at' })
    mustMay(tx.actor, permissionFor[step])
    const product = await lockProduct(tx, productId)
    if (step === 'approve') await mustBeReviewed(tx, product)
    const plan = await insertPlan(tx, product, { step, at })
    await publish(tx, {
      type: 'listing.planned',
      aggregate: 'product',
      id: productId,
      data: { step, at: at.toString() },
    })
    return plan
  })
}

async function mustBeReviewed(tx: Tx, product: Product): Promise<void> {
  if (product.status !== 'in_review') throw planNeedsReview({ productId: product.id })
  await mustReview(tx, product)
  await mustBeComplete(tx, product)
}

async function insertPlan(tx: Tx, { id, version }: Product, { step, at }: Omit<PlanStep, 'productId'>) {
  const row = await tx.db
    .insertInto('goods.listing_plans')
    .values({
      id: newId<'ListingPlan'>(),
      shop_id: tx.shopId,
      product_id: id,
      product_version: version,
      step,
      at,
      planned_by: tx.actor.name,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(planColumns)
    .executeTakeFirst()
  if (!row) throw planTwice({ field: 'at', productId: id })
  return toPlan(row)
}

/** Takes a plan back before its time. @throws planNotFound, planEnded, listingNotPermitted */
export function cancelPlan(ctx: Context, planId: ListingPlanId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const plan = await lockPlan(tx, planId)
    mustMay(tx.actor, permissionFor[plan.step])
    if (plan.status !== 'waiting') throw planEnded({ planId, status: plan.status })
    await tx.db
      .updateTable('goods.listing_plans')
      .set({ status: 'cancelled', ended_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', planId)
      .execute()
    const { productId: id, step, at } = plan
    await publish(tx, {
      type: 'listing.plan_cancelled',
      aggregate: 'product',
      id,
      data: { step, at: at.toString() },
    })
  })
}

async function lockPlan(tx: Tx, planId: ListingPlanId): Promise<ListingPlan> {
  const row = await tx.db
    .selectFrom('goods.listing_plans')
    .select(planColumns)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw planNotFound({ planId })
  return toPlan(row)
}
