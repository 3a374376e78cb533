export { cashSharesOf, isCashParcel, lockCash, markGraded, type NewShare, replaceShares } from './cash-store.ts'
export { listDifferences, loadDifference } from './difference-store.ts'
export { type CashFilter, cashByCarrier, findCash } from './find-cash.ts'
export { collectionsClockJobs, collectionsListeners } from './jobs.ts'
export { readStatement } from './read-statement.ts'
export { type SettleCash, settleCash } from './settle-difference.ts'
export {
  differenceNotFound,
  differenceSettled,
  differenceUnfit,
  statementColumnsMissing,
  statementDiffers,
  statementEmpty,
  statementHeadMissing,
  statementLineInvalid,
} from './statement.ts'
export { listStatements } from './statement-store.ts'
export { type TakeStatement, takeStatement } from './take-statement.ts'
export { watchHandIns } from './watch-hand-ins.ts'
