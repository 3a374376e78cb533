import { useSyncExternalStore } from 'react'
import { ApiProblem } from '../frame/api.ts'
import { sendScan } from './api.ts'
import { openScanQueue, type QueuedScan, type QueueState, type ScanStore, type SendOutcome } from './scan-queue.ts'

const prefix = 'zg.scan.'

/** Each scan under a key of its own, so that two windows of one device do not overwrite each other. */
const deviceStore: ScanStore = {
  all: () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => parsed(localStorage.getItem(key))),
  keep: (scan) => localStorage.setItem(prefix + scan.id, JSON.stringify(scan)),
  forget: (id) => localStorage.removeItem(prefix + id),
}

function parsed(text: string | null): QueuedScan[] {
  try {
    const scan = JSON.parse(text ?? '') as QueuedScan
    return scan.call ? [scan] : []
  } catch {
    return []
  }
}

/** Out of reach, overloaded or signed out: the scan is good and goes out later. */
const isAway = ({ problem }: ApiProblem): boolean =>
  problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500

async function send(scan: QueuedScan): Promise<SendOutcome> {
  try {
    return { kind: 'answered', answer: await sendScan(scan, scan.id) }
  } catch (error) {
    return error instanceof ApiProblem && isAway(error) ? { kind: 'away' } : { kind: 'refused', error: error as Error }
  }
}

const pause = (tries: number): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, Math.min(15_000, 500 * 2 ** tries))
    addEventListener('online', go)
  })

/** The device's one way to the server for scans. */
export const scanQueue = openScanQueue({ store: deviceStore, send, pause })

export const useQueueState = (): QueueState => useSyncExternalStore(scanQueue.subscribe, scanQueue.state)
