import type { Id } from '#kernel/id'
import type { ProductId } from '#model/goods/catalog'

export { type Finding, type ListingStep, listingSteps, type ProductStatus } from '#model/goods/catalog'
export { listingText } from './text.ts'

export const longestReason = 500

export type ListingPlanId = Id<'ListingPlan'>

/** The steps that may be left to the clock: going on sale after review, leaving sale, coming back. */
export const plannedSteps = ['approve', 'delist', 'relist'] as const
export type PlannedStep = (typeof plannedSteps)[number]
export const planStatuses = ['waiting', 'done', 'failed', 'cancelled'] as const
export type PlanStatus = (typeof planStatuses)[number]

/** A step that a listing takes by itself at a set time, and what became of it. */
export interface ListingPlan {
  readonly id: ListingPlanId
  readonly productId: ProductId
  readonly step: PlannedStep
  readonly at: Temporal.Instant
  readonly status: PlanStatus
  /** The code of the refusal that kept it from happening. */
  readonly failure: string | null
  readonly plannedBy: string
  readonly createdAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
}
