import type { ClockJob } from '#platform/jobs'
import { takePlanned } from './take-planned.ts'

export { checkListing, type DataCheck } from './check-listing.ts'
export { delist, delistIn, relist } from './delist.ts'
export { type FindPlans, findPlans } from './find-plans.ts'
export { listAtOnce } from './list-at-once.ts'
export {
  findingsFor,
  listingHasNoStock,
  listingIncomplete,
  listingNotPermitted,
  reasonMissing,
  reviewsOwnRequest,
} from './listing.ts'
export { type NewListingState, newListingLimit } from './new-listings.ts'
export { planEnded, planInPast, planNeedsReview, planNotFound, planStale, planTwice } from './plan.ts'
export { cancelPlan, type PlanStep, planStep } from './plan-step.ts'
export { approveListing, rejectListing } from './review-listing.ts'
export { type ChangeSelling, changeSelling, sellingOf, sellingOfEach } from './selling.ts'
export { listingSettings } from './settings.ts'
export { type LeftOf, stockCameBack, stockRanOut } from './stock-ran-out.ts'
export { submitListing, withdrawListing } from './submit-listing.ts'
export { takePlanned } from './take-planned.ts'

/** This room listens to nobody: inventory calls its doors. */
export const listingListeners: readonly [] = []

export const listingClockJobs: ClockJob[] = [{ name: 'listing.takePlanned', everyMinutes: 1, run: takePlanned }]
