import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultShop } from '#office/shops'
import type { Config } from '#platform/config'
import { lockDataFolder } from '#platform/database'
import { openLog } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { buildPages } from './build.ts'
import { openDemoShop } from './demo.ts'
import { type Ground, layGround } from './ground.ts'
import { openWeb } from './web.ts'
import { startWorker } from './worker.ts'

export interface Running {
  readonly url: string
  /** Where the sandboxes that were started answer. */
  readonly sandboxes: readonly string[]
  readonly isDemo: boolean
  stop(): Promise<void>
}

export interface StartOptions {
  readonly config: Config
  readonly report: (line: string) => void
  /** Opens the demo shop when there is no shop yet. */
  readonly demo: boolean
}

/** Starts what this process's role asks for and returns once it answers. @throws Error naming the port that is taken, and DataFolderTaken */
export async function start({ config, report, demo }: StartOptions): Promise<Running> {
  const log = openLog({ level: config.logLevel, fields: { role: config.role } })
  const serves = config.role !== 'worker'
  if (serves) await buildPages(report)
  discardHalfDemo(config, report)
  const ground = await layGround({ config, log, report, purpose: config.publicUrl, exclusive: true, withSandboxes: true, poolWaitMillis: 2_000 })
  const stops: (() => Promise<void>)[] = [ground.close]
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const metrics = openMetrics()
    if (demo && !(await defaultShop(ground.house.db))) await markedAsUnfinished(config, () => openDemoShop(ground, report))
    if (config.role !== 'web') {
      const worker = await startWorker(ground.house, metrics)
      stops.push(() => worker.stop())
    }
    if (serves) stops.push(await serve(config, ground, metrics, log))
    const shop = await defaultShop(ground.house.db)
    const { gateway, carrier } = ground.sandboxes
    const sandboxes = [gateway?.url, carrier?.url].filter((url) => url !== undefined)
    return { url: config.publicUrl, sandboxes, isDemo: shop?.isDemo ?? false, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const demoMark = ({ dataDir }: Config): string => join(dataDir, 'demo.unfinished')

/** A demo shop that was killed while it was being made is half a story: its data folder is emptied and it is told anew. */
function discardHalfDemo(config: Config, report: (line: string) => void): void {
  if (config.databaseUrl || !existsSync(demoMark(config))) return
  report('the demo shop was interrupted while it was being opened: opening it anew')
  const lock = lockDataFolder(config.dataDir, { address: config.publicUrl, now: Temporal.Now.instant() })
  for (const name of ['postgres', 'postgres.password', 'files', 'sandbox', 'demo.unfinished']) rmSync(join(config.dataDir, name), { recursive: true, force: true })
  lock.release()
}

async function markedAsUnfinished(config: Config, work: () => Promise<void>): Promise<void> {
  writeFileSync(demoMark(config), '')
  await work()
  rmSync(demoMark(config), { force: true })
}

async function serve(config: Config, { house }: Ground, metrics: ReturnType<typeof openMetrics>, log: ReturnType<typeof openLog>) {
  const web = await openWeb({ house, metrics, log, publicUrl: config.publicUrl, version: version() })
  await web.app.listen({ port: config.port, host: '::' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(`port ${config.port} is taken by another program: set PORT to a free one`)
    throw error
  })
  return () => web.stop()
}

export const version = (): string => (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version
