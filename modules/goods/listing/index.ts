export { checkListing, type DataCheck } from './check-listing.ts'
export { delist, relist } from './delist.ts'
export { listAtOnce } from './list-at-once.ts'
export {
  findingsFor,
  listingHasNoStock,
  listingIncomplete,
  listingNotPermitted,
  reasonMissing,
  reviewsOwnRequest,
} from './listing.ts'
export { approveListing, rejectListing } from './review-listing.ts'
export { listingSettings } from './settings.ts'
export { type LeftOf, stockCameBack, stockRanOut } from './stock-ran-out.ts'
export { submitListing, withdrawListing } from './submit-listing.ts'

/** This room listens to nobody: inventory calls its doors. */
export const listingListeners: readonly [] = []
