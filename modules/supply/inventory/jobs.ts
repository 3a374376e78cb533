import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { coolDown } from './hot-variants.ts'
import { expireLots, warnOfExpiry } from './lots.ts'
import { sweepReservations } from './release-stock.ts'
import { tellListingAgain } from './tell-listing.ts'

export const inventoryClockJobs: ClockJob[] = [
  { name: 'inventory.sweepReservations', everyMinutes: 1, run: sweepReservations },
  { name: 'inventory.tellListingAgain', everyMinutes: 1, run: tellListingAgain },
  { name: 'inventory.coolDown', everyMinutes: 1, run: coolDown },
  { name: 'inventory.expireLots', everyMinutes: 10, run: expireLots },
  { name: 'inventory.warnOfExpiry', everyMinutes: 60, run: warnOfExpiry },
]

export const inventoryListeners: Listener[] = []
