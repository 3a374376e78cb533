import type { Tx } from '#platform/context'

/** What an import did to one thing, kept so that it can be taken back. */
export interface ImportEffect {
  readonly row: number
  /** `product`, `stock`: the kind knows its own words. */
  readonly subject: string
  readonly subjectId: string
  /** What people call the thing. */
  readonly label: string
  readonly did: 'created' | 'updated'
  /** What stood there, for an update. */
  readonly before?: unknown
  /** What the import made of it: taking back leaves alone what has changed since. */
  readonly after?: unknown
}

/** What became of taking one effect back. `kept` stays as it is, `code` says why; a reversed one may say how (`…delisted`). */
export interface Reversed {
  readonly outcome: 'reversed' | 'kept'
  readonly code?: string
  readonly details?: Readonly<Record<string, unknown>>
}

export interface ReversalRun {
  readonly importId: string
  /** Judge only, write nothing: for the page that asks before it happens. */
  readonly dryRun: boolean
  /** What earlier batches of the same judgement would have taken away, for the kind to remember in its own way. */
  readonly memory: Map<string, unknown>
}

/**
 * Takes effects back in a transaction, the last first: one answer for each, in their order. What people have changed since is
 * left alone and said to be kept. May run again when the transaction is repeated.
 */
export type Reverse = (tx: Tx, effects: readonly ImportEffect[], run: ReversalRun) => Promise<readonly Reversed[]>
