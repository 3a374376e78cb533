import { type ClockJob, hoursLong } from '#platform/jobs'
import { watchHouse } from './watch-house.ts'

export type { Examined } from './check.ts'
export { checkIds, examine, statements } from './examine.ts'
export { lastExamination, watchHouse } from './watch-house.ts'

export const doctorClockJobs: readonly ClockJob[] = [
  { name: 'doctor.watchHouse', everyMinutes: 1_440, mostMinutes: hoursLong, run: watchHouse },
]
