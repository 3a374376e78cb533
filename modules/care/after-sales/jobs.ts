import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { openParcelInquiry } from './parcel-inquiry.ts'
import { settleRefunded } from './settle-case.ts'
import { watchClocks } from './watch-clocks.ts'

export const afterSalesListeners: Listener[] = [
  { name: 'afterSales.settleRefunded', on: ['refund.succeeded'], run: settleRefunded },
  { name: 'afterSales.openParcelInquiry', on: ['parcel.stalled'], run: openParcelInquiry },
]

export const afterSalesClockJobs: ClockJob[] = [{ name: 'afterSales.watchClocks', everyMinutes: 5, run: watchClocks }]
