import type { ScanRequest } from './api.ts'

/** A scan on its way to the server, by an id the device made: however often it is sent, it counts once. */
export type QueuedScan = ScanRequest & {
  readonly id: string
  /** Place in the queue; survives a reload. */
  readonly order: number
  /** What it belongs to: an outbound, a hand-over list. */
  readonly task: string
}

export type NewScan = ScanRequest & Omit<QueuedScan, 'order' | 'call' | 'input'>

export interface ScanStore {
  all(): readonly QueuedScan[]
  keep(scan: QueuedScan): void
  forget(id: string): void
}

/** `away`: the server could not be asked, so the scan stays; everything else ends it. */
export type SendOutcome =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly error: Error }
  | { readonly kind: 'away' }

export type TakenScan = { readonly scan: QueuedScan } & Exclude<SendOutcome, { kind: 'away' }>

export interface QueueState {
  readonly waiting: number
  readonly away: boolean
}

export interface ScanQueue {
  add(scan: NewScan): void
  /** Scans of a task that the server has not answered, in order. */
  waitingFor(task: string): readonly QueuedScan[]
  state(): QueueState
  subscribe(listener: () => void): () => void
  onTaken(listener: (taken: TakenScan) => void): () => void
}

export interface OpenScanQueue {
  readonly store: ScanStore
  readonly send: (scan: QueuedScan) => Promise<SendOutcome>
  /** Waits before another try; `tries` counts the failed ones. */
  readonly pause: (tries: number) => Promise<void>
}

/** Sends scans one after another in the order they were made, keeps them while the server is away, and never drops one. */
export function openScanQueue({ store, send, pause }: OpenScanQueue): ScanQueue {
  let scans = [...store.all()].sort((a, b) => a.order - b.order)
  let state: QueueState = { waiting: scans.length, away: false }
  let isSending = false
  const listeners = new Set<() => void>()
  const takers = new Set<(taken: TakenScan) => void>()

  const show = (away: boolean) => {
    state = { waiting: scans.length, away }
    for (const listener of listeners) listener()
  }
  const take = (taken: TakenScan) => {
    store.forget(taken.scan.id)
    scans = scans.filter(({ id }) => id !== taken.scan.id)
    show(false)
    for (const taker of takers) taker(taken)
  }
  const work = async () => {
    if (isSending) return
    isSending = true
    for (let tries = 0; scans[0]; ) {
      const scan = scans[0]
      const outcome = await send(scan)
      if (outcome.kind !== 'away') {
        tries = 0
        take({ scan, ...outcome })
        continue
      }
      show(true)
      await pause(++tries)
    }
    isSending = false
  }
  void work()
  return {
    add(scan) {
      const queued = { ...scan, order: Math.max(Date.now(), (scans.at(-1)?.order ?? 0) + 1) }
      store.keep(queued)
      scans = [...scans, queued]
      show(state.away)
      void work()
    },
    waitingFor: (task) => scans.filter((scan) => scan.task === task),
    state: () => state,
    subscribe: (listener) => entered(listeners, listener),
    onTaken: (taker) => entered(takers, taker),
  }
}

function entered<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
