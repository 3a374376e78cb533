import type { TransferId } from '#model/supply/transfers'
import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { whereMerged } from '#sales/rules'
import { releaseAgreed } from './agree-delivery.ts'
import { takeOverTransfer } from './ask-transfer.ts'
import { cancelUnpaid } from './cancel-unpaid.ts'
import { followCollected, followRefused, followWaived } from './follow-cash.ts'
import { followDispute } from './follow-dispute.ts'
import { followFailedPayment, followRefund } from './follow-refund.ts'
import { followDispatch, followParcel, followReturnedParcel, followShortPick } from './follow-shipment.ts'
import { forgetRecipients } from './forget-recipients.ts'
import { mergeByRule } from './merge-by-rule.ts'
import type { OrderId } from './model.ts'
import { completeFinished, receiveSilently } from './receive-order.ts'
import { takePayment } from './take-payment.ts'
import { tellBuyer, toldEvents } from './tell-buyer.ts'
import { validateOrder } from './validate-order.ts'
import { watchPromise } from './watch-promise.ts'
import { weighOrders } from './weigh-orders.ts'

export const ordersListeners: Listener[] = [
  { name: 'orders.takePayment', on: ['payment.succeeded'], run: takePayment },
  { name: 'orders.followFailedPayment', on: ['payment.failed'], run: followFailedPayment },
  {
    name: 'orders.validate',
    on: ['order.paid', 'order.pay_on_delivery'],
    run: (ctx, event) => validateOrder(ctx, event.aggregateId as OrderId),
  },
  {
    name: 'orders.mergeByRule',
    on: ['order.released'],
    wanted: whereMerged,
    run: (ctx, event) => mergeByRule(ctx, event.aggregateId as OrderId),
  },
  { name: 'orders.followDispatch', on: ['shipment.dispatched'], run: followDispatch },
  {
    name: 'orders.takeOverTransfer',
    on: ['transfer.received', 'transfer.refused', 'transfer.withdrawn'],
    run: (ctx, event) => takeOverTransfer(ctx, event.aggregateId as TransferId),
  },
  { name: 'orders.followShortPick', on: ['outbound.short'], run: followShortPick },
  { name: 'orders.followParcel', on: ['parcel.delivered', 'parcel.signed'], run: followParcel },
  { name: 'orders.followReturnedParcel', on: ['parcel.returning', 'parcel.returned'], run: followReturnedParcel },
  { name: 'orders.followCollected', on: ['cash.collected'], run: followCollected },
  { name: 'orders.followRefused', on: ['cash.refused'], run: followRefused },
  { name: 'orders.followWaived', on: ['order.waived'], run: followWaived },
  { name: 'orders.followRefund', on: ['refund.succeeded'], run: followRefund },
  { name: 'orders.followDispute', on: ['dispute.opened', 'dispute.closed'], run: followDispute },
  { name: 'orders.tellBuyer', on: toldEvents, run: tellBuyer },
]

export const ordersClockJobs: ClockJob[] = [
  { name: 'orders.cancelUnpaid', everyMinutes: 1, run: cancelUnpaid },
  { name: 'orders.releaseAgreed', everyMinutes: 5, run: releaseAgreed },
  { name: 'orders.watchPromise', everyMinutes: 5, run: watchPromise },
  { name: 'orders.receiveSilently', everyMinutes: 60, run: receiveSilently },
  { name: 'orders.completeFinished', everyMinutes: 60, run: completeFinished },
  { name: 'orders.weighOrders', everyMinutes: 1, run: weighOrders },
  { name: 'orders.forgetRecipients', everyMinutes: 1440, run: forgetRecipients },
]
