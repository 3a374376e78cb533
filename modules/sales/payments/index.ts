export { type AcceptMismatch, acceptMismatch, mismatchNotOpen } from './accept-mismatch.ts'
export { askMismatch } from './ask-mismatch.ts'
export { askProvider, closeAttempt } from './ask-provider.ts'
export { type Billed, type BilledFee, billedByNumber, bookBilledFees, settledBetween } from './billed.ts'
export { checkPayments, checkRefunds } from './check-payments.ts'
export { paymentConfirmed, refundConfirmed } from './confirm.ts'
export { disputesOf } from './dispute-store.ts'
export { type BillDesk, billDesks, fetchBill } from './fetch-bill.ts'
export { findPayouts, type PayoutFilter, type PayoutRow } from './find-payouts.ts'
export { findRefunds, type RefundFilter } from './find-refunds.ts'
export { paymentsClockJobs, paymentsListeners } from './jobs.ts'
export { methodsOf, offeredMethods, type SaveMethod, saveMethod } from './methods.ts'
export { pays } from './model.ts'
export { type OpenedPayment, type OpenPayment, openPayment, type Payable } from './open-payment.ts'
export {
  methodNotOffered,
  paidAlready,
  paymentAccountNotFound,
  paymentNotFound,
  paymentUnconfirmed,
  providerBusy,
} from './payment.ts'
export { openAttemptOf, paymentsOf } from './payment-store.ts'
export { type IncomingNotice, type NoticeDesk, noticeReceipts, receiveNotice } from './receive-notice.ts'
export { type CollectedCash, recordCash } from './record-cash.ts'
export {
  broughtBack,
  elsewhere,
  freePaidElsewhere,
  type PaidElsewhere,
  recordPaidElsewhere,
} from './record-paid-elsewhere.ts'
export { payoutWithoutReference, type RecordPayout, recordPayout } from './record-payout.ts'
export {
  agreesToOwnRefund,
  badRefundAmount,
  declinedWithoutRemark,
  exceedsCaptured,
  nothingCaptured,
  refundCannot,
  refundIsOwed,
  refundNotFound,
} from './refund.ts'
export { loadRefund, refundsOf } from './refund-store.ts'
export { type RequestRefund, requestRefund } from './request-refund.ts'
export { agreeToRefund, turnDownRefund } from './second-person.ts'
export { retryRefund, sendRefund } from './send-refund.ts'
export { refundSurplus } from './surplus.ts'
