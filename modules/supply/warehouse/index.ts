export { changeRecipient } from './change-recipient.ts'
export { changeRequests } from './change-requests.ts'
export {
  countOutbounds,
  findOutbounds,
  listTasks,
  type OutboundCounts,
  type OutboundFilter,
  outboundByNumber,
  type TaskRow,
} from './find-outbounds.ts'
export { forgetRecipients } from './forget-recipients.ts'
export { type HandOver, type HandOverView, handOver, handOverList, type WaitingParcel } from './hand-over.ts'
export { type InterceptOutbounds, interceptOutbounds } from './intercept-outbounds.ts'
export {
  heldBy,
  nothingReserved,
  nothingToPick,
  outboundCannot,
  outboundHandedOver,
  outboundNotFound,
  outboundUnderWay,
  outboundWithdrawn,
  scanIdReused,
  waybillMissing,
} from './outbound.ts'
export { loadOutbound, outboundsOf, outboundsUnder } from './outbound-store.ts'
export { loadPackCheck } from './pack-check.ts'
export { loadPickTask } from './pick-task.ts'
export { markPrinted, pickListData, recordPapers, shippingNoteData, waybillData } from './print-outbounds.ts'
export { type PutBackTask, putBack, putBackTasks } from './put-back.ts'
export { type RejectPicked, rejectPicked } from './reject-picked.ts'
export { type ReleasedLine, type ReleaseOutbounds, releaseOutbounds } from './release-outbounds.ts'
export { type ReportShort, reportShort } from './report-short.ts'
export { type PutAway, type PutReturnAway, putReturnAway, type ReceiveReturn, receiveReturn } from './returns.ts'
export { confirmRecipient, type ScanPack, scanPack } from './scan-pack.ts'
export { type ScanPick, scanPick } from './scan-pick.ts'
export { type SendProperty, sendProperty } from './send-property.ts'
export { setCollect } from './set-collect.ts'
export { goodsMissing, type ShipElsewhere, shipElsewhere } from './ship-elsewhere.ts'
export { shipRest } from './ship-rest.ts'
export { startPicking, takeNextTask } from './start-picking.ts'
export { exportUnshipped, type Unshipped } from './unshipped.ts'
export { type WeighParcel, weighParcel } from './weigh-parcel.ts'
export { withdrawOutbounds } from './withdraw-outbounds.ts'

/** This room listens to nobody: orders and care call its doors. */
export const warehouseListeners: readonly [] = []
