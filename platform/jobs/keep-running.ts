import { setTimeout as sleep } from 'node:timers/promises'
import type { Runner } from 'graphile-worker'

/** Workers that run, and the moment from which they do not any more. */
export interface Running {
  readonly runner: Runner
  readonly over: Promise<unknown>
}

export interface Kept {
  stop(): Promise<void>
}

const pauseMillis = 1_000

/**
 * Keeps workers running: they give up when the database does not take their word that a job is done, and without new ones nothing
 * would be worked on until the next start. What those that gave up still hold is freed like that of dead ones.
 */
export async function keepRunning(start: () => Promise<Running>, onGivenUp: (error: unknown) => void): Promise<Kept> {
  const stopping = Promise.withResolvers<void>()
  let isStopping = false
  let present = await start()

  const replace = async (): Promise<void> => {
    onGivenUp(new Error('the workers gave up and others are started'))
    void present.runner.stop().catch(() => {}) // it may never end: nothing waits for it
    present = await start()
  }
  const keep = async (): Promise<void> => {
    while (!isStopping) {
      await Promise.race([present.over, stopping.promise])
      if (!isStopping) await Promise.race([sleep(pauseMillis), stopping.promise])
      if (!isStopping) await replace().catch(onGivenUp)
    }
  }
  const kept = keep()
  return {
    async stop() {
      isStopping = true
      stopping.resolve()
      await kept
      await present.runner.stop().catch(() => {}) // it may have ended by itself a moment ago
    },
  }
}
