import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import type { ParcelId } from './model.ts'
import { applyKeptPushes, askForTracking, reportStalled } from './tracking.ts'
import { requestMissingWaybills, requestWaybill, returnWaybill, subscribeTracking } from './waybill.ts'

export const shippingListeners: Listener[] = [
  {
    name: 'shipping.requestWaybill',
    on: ['parcel.announced'],
    run: (ctx, event) => requestWaybill(ctx, event.aggregateId as ParcelId),
  },
  {
    name: 'shipping.subscribeTracking',
    on: ['parcel.handed_over'],
    run: (ctx, event) => subscribeTracking(ctx, event.aggregateId as ParcelId),
  },
  { name: 'shipping.returnWaybill', on: ['parcel.cancelled'], run: returnWaybill },
]

export const shippingClockJobs: ClockJob[] = [
  { name: 'shipping.requestMissingWaybills', everyMinutes: 10, run: requestMissingWaybills },
  { name: 'shipping.applyKeptPushes', everyMinutes: 5, run: applyKeptPushes },
  { name: 'shipping.askForTracking', everyMinutes: 60, run: askForTracking },
  { name: 'shipping.reportStalled', everyMinutes: 10, run: reportStalled },
]
