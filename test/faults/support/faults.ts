import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Where the house can be struck: a statement it sends, the COMMIT of a transaction, a call to a provider, a listener or clock job, a file
 * that is put into the store.
 */
export type Seam = 'statement' | 'commit' | 'call' | 'job' | 'file'

/** What happens there. `stop` is SIGSTOP; `throw:40P01` throws with that code of PostgreSQL; `hang` never goes on. */
export type Action = 'kill' | 'stop' | 'hang' | 'throw' | `throw:${string}` | `sleep:${number}`

export interface Fault {
  readonly at: Seam
  /** Before it is done when absent. */
  readonly when?: 'before' | 'after'
  /**
   * A part of the statement, of any statement of the transaction that commits, of the address called, of the job's name or of the file's
   * key. Anything when absent.
   */
  readonly like?: string
  /** Only the n-th that comes by, from 1. Every one when absent. */
  readonly nth?: number
  readonly do: Action
}

/** The environment in which a process of ours runs into these faults. */
export function armed(faults: readonly Fault[]): Record<string, string> {
  const loader = pathToFileURL(join(import.meta.dirname, 'arm.ts')).href
  return { FAULTS: JSON.stringify(faults), NODE_OPTIONS: `--import ${loader}` }
}
