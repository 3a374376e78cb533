export { type Finding, type ListingStep, listingSteps, type ProductStatus } from '#model/goods/catalog'
export { listingText } from './text.ts'

export const longestReason = 500
