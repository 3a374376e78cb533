export { type FindTransfers, findTransfers, transferQueues } from './find-transfers.ts'
export { type FollowTransfer, followTransfer } from './follow-transfer.ts'
export {
  acceptTransfer,
  type Counted,
  closeTransfer,
  receiveTransfer,
  refuseTransfer,
  sendTransfer,
  withdrawTransfer,
} from './move-transfer.ts'
export { type NeededLine, type RequestTransfer, requestTransfer } from './request-transfer.ts'
export { neededInPast, textMissing, transferCannot, transferNotFound } from './transfer.ts'
export { loadTransfer, notesOf, transfersOf } from './transfer-store.ts'
