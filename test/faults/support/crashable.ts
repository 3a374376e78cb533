import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { type Database, type DatabaseOptions, migrate, openDatabase, startEmbedded } from '#platform/database'
import { type FaultProxy, openProxy, through } from './proxy.ts'

/** A database server of our own that may be crashed. Its commits are as durable as a shop's. */
export interface Crashable {
  /** By way of the proxy: stays when the server is started again on another port. */
  readonly url: string
  readonly proxy: FaultProxy
  /** Where the server's own files are. */
  readonly folder: string
  /** The process that owns the server. */
  readonly pid: number
  /** A pool on it that is closed after the last test. */
  open(options?: Omit<DatabaseOptions, 'url'>): Database
  /** Ends the server as a power cut would: `immediate` (SIGQUIT, all backends drop) or `kill` (SIGKILL of the owner alone). */
  crash(how: 'immediate' | 'kill'): Promise<void>
  /** An orderly end. */
  stop(): Promise<void>
  /** Starts it on the same files. Returns when it takes connections. */
  start(): Promise<void>
}

export interface CrashableGiven {
  /** Where its files go; a temporary folder when absent. */
  readonly dataDir?: string
  /** Settings of the server, `name=value`. */
  readonly settings?: readonly string[]
}

/** A migrated database on a server of its own, ended and removed after the file's last test. */
export async function crashable({
  dataDir = temporaryFolder(),
  settings = [],
}: CrashableGiven = {}): Promise<Crashable> {
  await chmod(dataDir, 0o755) // as root the database runs under another account, which must be able to enter
  const wanted = { dataDir, settings: ['max_connections=100', 'autovacuum=off', ...settings] }
  let server = await startEmbedded(wanted)
  const opened: Database[] = []
  afterAll(async () => {
    for (const db of opened) await db.destroy()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  await migrate(server.url)
  const proxy = await openProxy(portOf(server.url))
  const folder = join(dataDir, 'postgres')
  const pid = () => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  const url = through(proxy, server.url)
  return {
    url,
    proxy,
    folder,
    get pid() {
      return pid()
    },
    open(options = {}) {
      const db = openDatabase({ url, poolWaitMillis: 20_000, ...options })
      opened.push(db)
      return db
    },
    async crash(how) {
      process.kill(pid(), how === 'kill' ? 'SIGKILL' : 'SIGQUIT')
      await server.exited
    },
    stop: () => server.stop(),
    async start() {
      server = await startEmbedded(wanted)
      proxy.target = portOf(server.url)
    },
  }
}

const portOf = (url: string): number => Number(new URL(url).port)
const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'zhanggui-crashable-'))

/** Repeats until it goes well. Returns after how many milliseconds that was. */
export async function untilWell(work: () => Promise<unknown>, withinMillis = 30_000): Promise<number> {
  const started = performance.now()
  for (;;) {
    const error = await work().then(
      () => undefined,
      (each: Error) => each,
    )
    const millis = performance.now() - started
    if (!error) return millis
    if (millis > withinMillis) throw error
    await sleep(20)
  }
}
