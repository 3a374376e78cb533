import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { endForgottenExchanges } from './answer-case.ts'
import {
  aboutCases,
  followLostReplacement,
  followReplacement,
  forgetReplacementRecipient,
} from './follow-replacement.ts'
import { openParcelInquiry } from './parcel-inquiry.ts'
import { settleRefunded } from './settle-case.ts'
import { watchClocks } from './watch-clocks.ts'

export const afterSalesListeners: Listener[] = [
  { name: 'afterSales.settleRefunded', on: ['refund.succeeded'], run: settleRefunded },
  { name: 'afterSales.openParcelInquiry', on: ['parcel.stalled'], run: openParcelInquiry },
  {
    name: 'afterSales.followReplacement',
    on: ['shipment.dispatched', 'parcel.delivered', 'parcel.signed'],
    wanted: aboutCases,
    run: followReplacement,
  },
  {
    name: 'afterSales.followLostReplacement',
    on: ['parcel.returning', 'parcel.returned'],
    wanted: aboutCases,
    run: followLostReplacement,
  },
  { name: 'afterSales.forgetRecipient', on: ['order.recipient_forgotten'], run: forgetReplacementRecipient },
]

export const afterSalesClockJobs: ClockJob[] = [
  { name: 'afterSales.watchClocks', everyMinutes: 5, run: watchClocks },
  { name: 'afterSales.endForgottenExchanges', everyMinutes: 60, run: endForgottenExchanges },
]
