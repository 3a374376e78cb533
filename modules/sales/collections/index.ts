export { cashSharesOf, lockCash, type NewShare, replaceShares } from './cash-store.ts'
export { collectionsListeners } from './jobs.ts'
