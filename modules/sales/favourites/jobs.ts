import type { ClockJob } from '#platform/jobs'
import { endOldWaits } from './end-waits.ts'
import { tellWhoWaits } from './tell-who-waits.ts'

export const favouritesClockJobs: ClockJob[] = [
  { name: 'favourites.tellWhoWaits', everyMinutes: 1, run: tellWhoWaits },
  { name: 'favourites.endOldWaits', everyMinutes: 1440, run: endOldWaits },
]
