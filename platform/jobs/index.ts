import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CronItem,
  Logger,
  parseCronItems,
  run,
  runMigrations,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Context, ShopId } from '#platform/context'
import { type Database, HeardClient } from '#platform/database'
import { findEvent, type Listener } from '#platform/events'
import { collectQueues } from './collect-queues.ts'
import { eachOf } from './each-of.ts'
import { keepRunning, type Running } from './keep-running.ts'
import { spreadOut } from './spread-out.ts'
import { withinTime } from './within-time.ts'

export { countJobs, type DeadJob, deadJobs, discardJobs, type JobCount, reviveJobs } from './dead-jobs.ts'
export { eachOf } from './each-of.ts'
export { hoursLong } from './within-time.ts'

/** Work that comes back by the clock, once for every shop. Must be safe to repeat and to miss. */
export interface ClockJob {
  /** `room.verb`, unique in the house. */
  readonly name: string
  /** Minutes between runs: 1 to 59, or 60 for hourly, 1440 for daily (03:00 UTC). */
  readonly everyMinutes: number
  /** How long a shop's turn may take; ten minutes unless said. What it has not committed by then it never will. */
  readonly mostMinutes?: number
  readonly run: (ctx: Context) => Promise<unknown>
}

export interface JobsOptions {
  readonly db: Database
  readonly url: string
  readonly listeners: readonly Listener[]
  readonly clockJobs: readonly ClockJob[]
  readonly shops: () => Promise<readonly ShopId[]>
  /** A context for work done by the system in a shop. */
  readonly contextFor: (shopId: ShopId, origin: string) => Context
  readonly onError: (error: unknown, job: string) => void
  readonly concurrency?: number
}

export interface Jobs {
  stop(): Promise<void>
}

/** Makes the job tables. Run after `migrate`, before the relay starts. */
export const prepareJobs = (url: string): Promise<void> => runMigrations({ connectionString: url })

/**
 * Runs listeners' and clock jobs: eight attempts with exponential back-off, up to a quarter longer by chance, then the dead-letter list. A worker says
 * every 15 s that it lives; what a dead one held is free again after 60 s. Every job has its time; workers that end are replaced.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const pool = openPool(options)
  const pools = new Set<string>()
  const kept = await keepRunning(
    () => startWorkers(options, pool, pools),
    (error) => options.onError(error, 'jobs'),
  )
  const beat = () =>
    heartbeat(options.db, [...pools])
      .then(() => collectQueues(options.db))
      .catch((error) => options.onError(error, 'heartbeat'))
  await beat()
  const timer = setInterval(beat, 15_000)
  return {
    async stop() {
      const mine = [...pools]
      await kept.stop() // jobs under way finish, and are ours until then
      clearInterval(timer)
      await untilIdle(pool)
      await pool.end()
      await letGo(options.db, mine)
    },
  }
}

/**
 * That a job is done is told to the database in batches without delay: a batch that is not taken makes the workers give up in an orderly
 * way, a single word that is not taken would end the process.
 */
const settling = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

async function startWorkers(options: JobsOptions, pool: pg.Pool, pools: Set<string>): Promise<Running> {
  const events: WorkerEvents = new EventEmitter()
  const givenUp = new Promise((resolve) => events.once('pool:fatalError', resolve))
  watch(events, pools, options) // before they start: a pool tells of itself once
  const runner = await run({
    events,
    pgPool: pool,
    noHandleSignals: true,
    taskList: tasks(options),
    parsedCronItems: parseCronItems(options.clockJobs.map(cronItem)),
    logger: silent,
    preset: { worker: { concurrentJobs: options.concurrency ?? 4, pollInterval: 500, ...settling } },
  })
  return { runner, over: Promise.race([givenUp, runner.promise.catch(() => {})]) }
}

/** Of our own, because what graphile-worker opens stops listening for errors before its connections are closed. */
function openPool({ url, onError }: JobsOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'zhanggui jobs',
    Client: HeardClient,
    keepAlive: true,
  })
  pool.on('error', (error) => onError(error, 'jobs'))
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** That a job is done is told to the database without waiting for it: an end of the pool in between would lose the word, and the job would be done twice. */
async function untilIdle(pool: pg.Pool): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 10) {
    if (pool.waitingCount === 0 && pool.idleCount === pool.totalCount) return
    await sleep(10)
  }
}

/** These pools work no more: what they still hold, because the database did not answer in time, is free for others at once. */
async function letGo(db: Database, pools: readonly string[]): Promise<void> {
  await sql`with gone as (delete from platform.workers where id = any(${pools}::text[]))
    select graphile_worker.force_unlock_workers(${pools}::text[])`.execute(db)
}

function tasks({ db, listeners, clockJobs, contextFor, shops }: JobsOptions): TaskList {
  const told = listeners.map((listener): [string, Task] => [
    listener.name,
    async (payload) => {
      const { shopId, eventId } = payload as { shopId: ShopId; eventId: string }
      await withinTime(listener.mostMinutes, contextFor(shopId, listener.name), async (ctx) => {
        const event = await findEvent(ctx, eventId)
        if (event) await listener.run(ctx, event)
      })
    },
  ])
  const timed = clockJobs.map((job): [string, Task] => [
    job.name,
    async () =>
      eachOf(await shops(), (shopId) =>
        withinTime(job.mostMinutes, contextFor(shopId, job.name), (ctx) => job.run(ctx)),
      ),
  ])
  return Object.fromEntries([...told, ...timed].map(([name, task]) => [name, spreadOut(db, task)]))
}

function cronItem({ name, everyMinutes }: ClockJob): CronItem {
  const match = everyMinutes >= 1440 ? '0 3 * * *' : everyMinutes >= 60 ? '0 * * * *' : `*/${everyMinutes} * * * *`
  return {
    task: name,
    identifier: name,
    match,
    options: { maxAttempts: 3, jobKey: name, jobKeyMode: 'preserve_run_at' },
  }
}

/** A job is held in the name of the pool whose worker runs it. */
function watch(events: WorkerEvents, pools: Set<string>, { onError }: JobsOptions): void {
  events.on('pool:create', ({ workerPool }) => pools.add(workerPool.id))
  events.on('pool:release', ({ workerPool }) => pools.delete(workerPool.id))
  events.on('pool:fatalError', ({ workerPool, error }) => {
    pools.delete(workerPool.id)
    onError(error, 'jobs')
  })
  events.on('job:error', ({ job, error }) => onError(error, job.task_identifier))
  events.on('pool:listen:error', ({ error }) => onError(error, 'jobs'))
}

/** Says that these pools of workers live, and frees what pools held that have been silent for a minute. */
async function heartbeat(db: Database, pools: readonly string[]): Promise<void> {
  await sql`insert into platform.workers (id, seen_at) select unnest(${pools}::text[]), now()
    on conflict (id) do update set seen_at = now()`.execute(db)
  await sql`with silent as (delete from platform.workers where seen_at < now() - interval '60 seconds' returning id),
    lost as (select distinct locked_by as id from graphile_worker._private_jobs j
      where locked_at < now() - interval '60 seconds' and not exists (select 1 from platform.workers w where w.id = j.locked_by)
      union select id from silent)
    select graphile_worker.force_unlock_workers(array_agg(id)) from lost having count(*) > 0`.execute(db)
}

const silent = new Logger(() => () => {})
