import type { FileOwner } from '#platform/retention'

/** Cards for sharing belong to no row: an old one is drawn anew for the next who asks. */
export const cardFiles: FileOwner = { prefix: 'cards/', named: async () => [], graceDays: 30 }
