import type { Listener } from '#platform/events'
import { runBulk } from './run-bulk.ts'

export { type AskBulk, askBulk, retryBulk, undoBulk } from './ask-bulk.ts'
export { findRuns, loadRun, resultsOf } from './bulk-store.ts'
export { previewSplits } from './preview-split.ts'

export const bulkListeners: Listener[] = [{ name: 'bulk.run', on: ['bulk.asked', 'bulk.asked_again'], run: runBulk }]
