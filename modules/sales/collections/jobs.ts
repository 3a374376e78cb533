import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import { followDispatchedCash, takeReturnedCash, takeSignedCash } from './take-cash.ts'
import { watchHandIns } from './watch-hand-ins.ts'

export const collectionsListeners: Listener[] = [
  { name: 'collections.follow', on: ['shipment.dispatched'], run: followDispatchedCash },
  { name: 'collections.takeSigned', on: ['parcel.signed'], run: takeSignedCash },
  { name: 'collections.takeReturned', on: ['parcel.returned'], run: takeReturnedCash },
]

export const collectionsClockJobs: ClockJob[] = [
  { name: 'collections.watchHandIns', everyMinutes: 60, run: watchHandIns },
]
