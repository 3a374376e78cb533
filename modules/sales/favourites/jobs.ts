import type { ClockJob } from '#platform/jobs'
import { tellWhoWaits } from './tell-who-waits.ts'

export const favouritesClockJobs: ClockJob[] = [{ name: 'favourites.tellWhoWaits', everyMinutes: 1, run: tellWhoWaits }]
