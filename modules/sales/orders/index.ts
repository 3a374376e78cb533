export { type AddRequest, addRequest } from './add-request.ts'
export {
  type Refundable,
  type RefundableLine,
  recordReturn,
  refundableLines,
  refundWorth,
  setAfterSales,
} from './after-sales.ts'
export { type AgreeDelivery, agreeDelivery, releaseAgreed } from './agree-delivery.ts'
export { type AskTransfer, askTransfer, awaitsGoods, takeOverTransfer } from './ask-transfer.ts'
export { type Bargain, type BargainLimits, bargain, bargainLimits } from './bargain.ts'
export { boxesOf } from './boxes.ts'
export { type Buying, buyingOf, type SentTo } from './buying-of.ts'
export { type CancelOrder, cancelOrder } from './cancel-order.ts'
export { cancelUnpaid } from './cancel-unpaid.ts'
export { carriersFor } from './carrier-of-order.ts'
export { dueAtTheDoor } from './cash-of-order.ts'
export { type ChangeCarrier, changeCarrier } from './change-carrier.ts'
export { type ChangeItems, changeItems, type ItemsChanged, previewItems } from './change-items.ts'
export { type ChangeRecipient, changeRecipient, previewRecipient, type RecipientChanged } from './change-recipient.ts'
export { type Counter, countOrders, mostCounted } from './count-orders.ts'
export { declineRefund } from './decline-refund.ts'
export { type DispatchOfOrder, dispatchOfOrder } from './dispatch-of-order.ts'
export { extendReceipt, mayExtendReceipt, receiptNotExtendable } from './extend-receipt.ts'
export type { MadeUpOrder } from './facts-of-orders.ts'
export { type FoundCustomer, findCustomers } from './find-customers.ts'
export {
  countFound,
  findOrders,
  foundIds,
  type MarkedOrderRow,
  type OrderFilter,
  type OrderRow,
  receivedOrders,
} from './find-orders.ts'
export { type FindProductions, findProductions, type ProductionRow } from './find-productions.ts'
export { forgetRecipients } from './forget-recipients.ts'
export { freightFor, lineNotCarried, noSharedCarrier } from './freight-of-lines.ts'
export { type GradeRefused, gradeRefused, insideRefused } from './grade-refused.ts'
export { guestBehind } from './guest-behind.ts'
export { type InterceptOrder, interceptOrder } from './intercept-order.ts'
export { ordersClockJobs, ordersListeners } from './jobs.ts'
export { changeTag, type MakeTag, makeTag, removeTag } from './keep-tags.ts'
export { finishProduction, noteProduction, startProduction, type WorkOn } from './make-to-order.ts'
export { lastChangedAt, markChecked } from './mark-checked.ts'
export { isSameMark, type Marked, type MarkOrder, markLocked, markOf, markOrder } from './mark-order.ts'
export { type MergeOrders, mergeLocked, mergeOrders, unmergeLocked, unmergeOrder } from './merge-orders.ts'
export { mergeableWith } from './mergeable.ts'
export {
  agreedLater,
  bargainTooFar,
  cashUnderWay,
  freightDiffers,
  gradeOfLineMissing,
  itemNotInOrder,
  itemsDearer,
  lineNotForSale,
  moreThanLeft,
  noCashOnDelivery,
  noCashThere,
  notChecked,
  nothingSelected,
  nothingToMerge,
  nothingToSplit,
  notMerged,
  notRefused,
  orderCannot,
  orderNotFound,
  ordersDiffer,
  otherIsShort,
  packedOtherwise,
  payByPassed,
  paymentArriving,
  splitChangesNothing,
  splitMerged,
  tooFewToMerge,
  totalChanged,
} from './order.ts'
export { ordersTogether, type PlacedIn } from './order-group.ts'
export { dispatchSecondsLeft, type OrderPage, orderPage } from './order-page.ts'
export { findOrder, linesOf, loadOrder, lockOrder, tellOrder } from './order-store.ts'
export { shopTags, tagsOf } from './order-tag.ts'
export { ordersPersonalData } from './orders-data.ts'
export { ordersNumbered } from './orders-numbered.ts'
export {
  countOwnOrders,
  type OwnOrder,
  type OwnTab,
  ownOrders,
  ownOrdersEverywhere,
  ownTabs,
  shopsBoughtFrom,
} from './own-orders.ts'
export { type PapersOfOrder, papersOfOrders } from './papers-of-orders.ts'
export { parcelsOfOrder } from './parcels-of-order.ts'
export { payOnDelivery, whyNoCash } from './pay-on-delivery.ts'
export { type PlaceOrder, placeOrder } from './place-order.ts'
export { type PlaceTogether, placeTogether, type ShopPart } from './place-together.ts'
export { productionsOf, productionUnderWay } from './production-store.ts'
export { type QuoteCheckout, quoteCheckout } from './quote-checkout.ts'
export { type CheckoutPart, quoteTogether } from './quote-together.ts'
export { completeFinished, confirmReceipt, receiveSilently } from './receive-order.ts'
export { giveBackVoucher, makeAppointment, redeemVoucher } from './redeem-voucher.ts'
export { refundMissing, refundMissingOf } from './refund-missing.ts'
export { type LineUnits, type RefundOrder, refundOrder } from './refund-order.ts'
export { releaseOrder } from './release-order.ts'
export { revealRecipient } from './reveal-recipient.ts'
export { type ReviewOrder, reviewOrder } from './review-order.ts'
export { missingOf } from './secure-stock.ts'
export { type HoldForCase, holdForCase, type SendForCase, sendForCase } from './send-for-case.ts'
export { type SendFrom, sendFrom } from './send-from.ts'
export { type Parted, previewPart, type SendPart, sendPartLocked } from './send-part.ts'
export { ordersSentTo, type SentToPhone } from './sent-to-phone.ts'
export { serveAgain } from './serve-again.ts'
export { orderSettings } from './settings.ts'
export { orderExport } from './sheets/order-export.ts'
export { orderImport } from './sheets/order-import.ts'
export { trackingExport } from './sheets/tracking-export.ts'
export { trackingImport } from './sheets/tracking-import.ts'
export { notReadyToShip, type ShipOrder, type Shipped, severalOutbounds, shipOrder } from './ship-order.ts'
export { orderNumbersUnder, ordersUnder, sourceOf } from './shipment-store.ts'
export { packBack, previewSplit, type Repacked, type SplitBy, type SplitWay, splitBy } from './split-by.ts'
export { joinBoxes, type SplitOrder, splitOrder } from './split-order.ts'
export { checkPayment, isDue, type StartPayment, startPayment, waysToPay } from './start-payment.ts'
export { type Tagged, type TagOrder, tagOrder } from './tag-order.ts'
export { phoneForBuyer } from './tell-buyer.ts'
export { countTracking, type TrackedOrder, trackOrder } from './track-order.ts'
export { type TriedRule, tryRules, type WhichOrder, type WouldHaveMet, wouldHaveMet } from './try-rules.ts'
export { type UnapproveOrder, unapproveOrder } from './unapprove-order.ts'
export { isFirstOrder } from './validate-order.ts'
export { watchPromise } from './watch-promise.ts'
export { mayWishInvoice, noInvoiceNow, wishInvoice } from './wish-invoice.ts'
