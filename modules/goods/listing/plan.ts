import { refusal } from '#kernel/refusal'
import type { ProductId } from '#model/goods/catalog'
import type { ListingPlan, ListingPlanId, PlannedStep, PlanStatus } from './model.ts'

export const planNotFound = refusal(
  'not_found',
  'listing.plan_not_found',
  (d: { planId: string }) => `there is no plan ${d.planId}`,
)
export const planInPast = refusal(
  'invalid',
  'listing.plan_in_past',
  (_: { field: 'at' }) => 'a plan needs a time to come',
)
export const planTwice = refusal(
  'conflict',
  'listing.plan_twice',
  (d: { field: 'at'; productId: ProductId }) => `${d.productId} takes that step at that time already`,
)
export const planEnded = refusal(
  'conflict',
  'listing.plan_ended',
  (d: { planId: ListingPlanId; status: PlanStatus }) => `${d.planId} is ${d.status}`,
)
export const planNeedsReview = refusal(
  'conflict',
  'listing.plan_needs_review',
  (d: { productId: ProductId }) => `${d.productId} is not in review`,
)
export const planStale = refusal(
  'conflict',
  'listing.plan_stale',
  (d: { productId: ProductId }) => `${d.productId} changed since its listing was approved for later`,
)

/** Who plans a step needs the permission of whoever takes it by hand. */
export const permissionFor: Readonly<Record<PlannedStep, string>> = {
  approve: 'products.review',
  delist: 'products.list',
  relist: 'products.list',
}

export const planColumns = [
  'id',
  'product_id',
  'step',
  'at',
  'status',
  'failure',
  'planned_by',
  'created_at',
  'ended_at',
] as const

interface PlanRow {
  readonly id: string
  readonly product_id: string
  readonly step: string
  readonly at: Temporal.Instant
  readonly status: string
  readonly failure: string | null
  readonly planned_by: string
  readonly created_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
}

export const toPlan = (row: PlanRow): ListingPlan => ({
  id: row.id as ListingPlanId,
  productId: row.product_id as ProductId,
  step: row.step as PlannedStep,
  at: row.at,
  status: row.status as PlanStatus,
  failure: row.failure,
  plannedBy: row.planned_by,
  createdAt: row.created_at,
  endedAt: row.ended_at,
})
