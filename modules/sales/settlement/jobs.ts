import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { fetchBills } from './fetch-bills.ts'
import { followAccepted } from './follow-accepted.ts'

export const settlementClockJobs: ClockJob[] = [{ name: 'settlement.fetchBills', everyMinutes: 60, run: fetchBills }]

export const settlementListeners: Listener[] = [
  { name: 'settlement.followAccepted', on: ['payment.mismatch_accepted'], run: followAccepted },
]
