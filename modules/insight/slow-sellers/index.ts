import type { ClockJob } from '#platform/jobs'
import { reportSlowSellers } from './make-report.ts'

export { makeSlowReport, reportSlowSellers } from './make-report.ts'
export { type ReadReport, readSlowReport, type SlowRow } from './read-report.ts'
export { slowSellerSettings } from './settings.ts'

export const slowSellersClockJobs: ClockJob[] = [
  { name: 'slowSellers.report', everyMinutes: 60, run: reportSlowSellers },
]
