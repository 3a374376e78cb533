import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { defaultShop } from '#office/shops'
import type { Config } from '#platform/config'
import { type Database, lockDataFolder } from '#platform/database'
import { type Log, openLog } from '#platform/log'
import { type Metrics, openMetrics } from '#platform/metrics'
import { buildPages } from './build.ts'
import { openDemoShop } from './demo.ts'
import { type Ground, layGround } from './ground.ts'
import { refuseTakenPort } from './port.ts'
import type { Report } from './progress.ts'
import { serve } from './serve.ts'
import { openWebProcesses } from './web-processes.ts'
import { startWorker, type Worker } from './worker.ts'

export interface Running {
  readonly url: string
  /** Where the sandboxes that were started answer. */
  readonly sandboxes: readonly string[]
  /** What answers at `/`. */
  readonly shop: 'demo' | 'real' | 'none'
  stop(): Promise<void>
}

export interface StartOptions {
  readonly config: Config
  readonly report: Report
  /** Opens the demo shop when there is no shop yet. */
  readonly demo: boolean
}

/** Starts what this process's role asks for and returns once it answers. @throws Error naming the port that is taken, and DataFolderTaken */
export async function start({ config, report, demo }: StartOptions): Promise<Running> {
  const log = openLog({ level: config.logLevel, fields: { role: config.role } })
  const serves = config.role !== 'worker'
  if (serves) await refuseTakenPort(config.port)
  // The pages are not needed before the door opens: they are built while database and demo shop are made.
  const pages = serves ? buildPages(report) : Promise.resolve([])
  pages.catch(() => {}) // said below, where they are waited for
  discardHalfDemo(config, report)
  const ground = await layGround({
    config,
    log,
    report,
    purpose: config.publicUrl,
    exclusive: true,
    withSandboxes: true,
    poolWaitMillis: 2_000,
  })
  const stops: (() => Promise<void>)[] = [ground.close]
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const metrics = openMetrics()
    if (demo) await openDemoOnce(config, ground, report)
    const worker = config.role === 'web' ? undefined : await startWorker(ground.house, metrics)
    if (worker) stops.push(() => worker.stop())
    await pages
    if (serves) stops.push(await serveAll({ config, ground, metrics, log, worker }))
    const shop = await defaultShop(ground.house.db)
    const { gateway, carrier } = ground.sandboxes
    const sandboxes = [gateway?.url, carrier?.url].filter((url) => url !== undefined)
    return { url: config.publicUrl, sandboxes, shop: shop ? (shop.isDemo ? 'demo' : 'real') : 'none', stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const demoMark = ({ dataDir }: Config): string => join(dataDir, 'demo.unfinished')

/** A demo shop that was killed while it was being made is half a story: its data folder is emptied and it is told anew. */
function discardHalfDemo(config: Config, report: Report): void {
  if (!existsSync(demoMark(config))) return
  if (config.databaseUrl) {
    report('progress.demo.half')
    return
  }
  report('progress.demo.interrupted')
  const lock = lockDataFolder(config.dataDir, { address: config.publicUrl, now: Temporal.Now.instant() })
  // A database that was killed a moment ago may still be writing its last.
  const patiently = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }
  for (const name of ['postgres', 'postgres.password', 'files', 'sandbox', 'demo.unfinished'])
    rmSync(join(config.dataDir, name), patiently)
  lock.release()
}

/** Several processes may start on one empty database: one of them opens the demo shop, the others wait for it. */
async function openDemoOnce(config: Config, { house }: Ground, report: Report): Promise<void> {
  if (await defaultShop(house.db)) return
  await house.db.connection().execute(async (db) => {
    await demoTurn(db, report)
    if (!(await defaultShop(db))) {
      writeFileSync(demoMark(config), '')
      await openDemoShop()
      rmSync(demoMark(config), { force: true })
    }
    await sql`select pg_advisory_unlock(${turn})`.execute(db)
  })
}

const turn = 20_261_122

/** Held by the connection: it is free again when the process that has it dies. */
async function demoTurn(db: Database, report: Report): Promise<void> {
  for (let waited = 0; ; waited++) {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${turn}) as mine`.execute(db)
    if (rows[0]?.mine) return
    if (waited === 0) report('progress.demo.waiting')
    await sleep(500)
  }
}

interface ServeAll {
  readonly config: Config
  readonly ground: Ground
  readonly metrics: Metrics
  readonly log: Log
  readonly worker: Worker | undefined
}

/** This process serves, and as many beside it as are wished for. Returns how to stop them all. */
async function serveAll({ config, ground: { house }, metrics, log, worker }: ServeAll): Promise<() => Promise<void>> {
  const count = config.webProcesses - 1
  const { drainSeconds } = config
  const wakeRelay = () => worker?.wake()
  const others = openWebProcesses({ count, env: envBeside(config, house.databaseUrl), log, drainSeconds, wakeRelay })
  const web = await serve({ config, house, metrics, log, beside: others, isShared: count > 0 })
  const stop = async () => {
    await Promise.all([web.stop(), others.stop()])
  }
  await others.start(web).catch(async (error) => {
    await stop()
    throw error
  })
  return stop
}

/** The same settings for a process beside us, which finds the database where we have found or started it. */
const envBeside = ({ drainSeconds }: Config, databaseUrl: string) => ({
  ...process.env,
  ROLE: 'web',
  DATABASE_URL: databaseUrl,
  DRAIN_SECONDS: String(drainSeconds),
})
