import type { ClockJob } from '#platform/jobs'
import { fetchBills } from './fetch-bills.ts'

export const settlementClockJobs: ClockJob[] = [{ name: 'settlement.fetchBills', everyMinutes: 60, run: fetchBills }]
