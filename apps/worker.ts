import { startRelay } from '#platform/events'
import { startJobs } from '#platform/jobs'
import type { Metrics } from '#platform/metrics'
import { clockJobs, type House, listeners } from './house.ts'

export interface Worker {
  /** An event was told in another process. */
  wake(): void
  stop(): Promise<void>
}

/** Hands events on and runs jobs until stopped. Any number of processes may do so at once. */
export async function startWorker(house: House, metrics: Metrics): Promise<Worker> {
  const onError = (error: unknown, job: string) => {
    metrics.jobErrors.inc({ job })
    house.log.warn({ err: error, job }, 'a job failed and will be tried again')
  }
  const jobs = await startJobs({
    db: house.db,
    url: house.databaseUrl,
    listeners,
    clockJobs,
    shops: house.shops,
    contextFor: house.systemContext,
    onError,
  })
  const relay = startRelay(house.db, listeners, (error) =>
    house.log.error({ err: error }, 'the relay failed and will try again'),
  )
  return {
    wake: relay.wake,
    async stop() {
      await relay.stop()
      await jobs.stop()
    },
  }
}
