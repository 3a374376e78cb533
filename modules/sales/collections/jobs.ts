import type { Listener } from '#platform/events'
import { followDispatchedCash, takeReturnedCash, takeSignedCash } from './take-cash.ts'

export const collectionsListeners: Listener[] = [
  { name: 'collections.follow', on: ['shipment.dispatched'], run: followDispatchedCash },
  { name: 'collections.takeSigned', on: ['parcel.signed'], run: takeSignedCash },
  { name: 'collections.takeReturned', on: ['parcel.returned'], run: takeReturnedCash },
]
