import type { ClockJob } from '#platform/jobs'
import { applyDuePrices } from './apply-prices.ts'

export { applyDuePrices } from './apply-prices.ts'
export { type ChangePrice, changePrice, priceHistory } from './change-price.ts'
export { changePrices, type NewPrice, takePricesAway } from './change-prices.ts'
export {
  competitorInvalid,
  competitorPricesOf,
  type NoteCompetitorPrice,
  noteCompetitorPrice,
} from './competitor-prices.ts'
export { type ApprovePrice, approvePrice, rejectPrice, withdrawPrice } from './decide-price.ts'
export { type FindPrices, findPrices, type PriceRow } from './find-prices.ts'
export { type FindProposals, findProposals, type ProposalRow } from './find-proposals.ts'
export {
  checkPrice,
  foreignCurrency,
  noVariant,
  priceChangedMeanwhile,
  priceInvalid,
  samePrice,
  wasNotHigher,
} from './price.ts'
export { insertPrices, lockPrices, pricesOf, removePrices, setPrices } from './price-store.ts'
export {
  approvesOwnPrice,
  priceReasonMissing,
  proposalCannot,
  proposalNotFound,
  proposalOpen,
  samePriceProposed,
  startsTooSoon,
} from './proposal.ts'
export { type ProposePrice, proposePrice } from './propose-price.ts'
export { priceSettings } from './settings.ts'

export const pricesClockJobs: ClockJob[] = [{ name: 'prices.applyDue', everyMinutes: 1, run: applyDuePrices }]
