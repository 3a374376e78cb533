import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { AccountMode } from './postgres-account.ts'
import { type Cluster, passwordOf } from './postgres-cluster.ts'

export interface EmbeddedDatabase {
  readonly url: string
  /** `attached` when the server was already running: it then belongs to somebody else, and `stop` leaves it alone. */
  readonly mode: AccountMode | 'attached'
  /** Ends when the server does, asked to or not. */
  readonly exited: Promise<void>
  stop(): Promise<void>
}

export const databaseName = 'zhanggui'

/** Where a server listens: always on this machine's loopback, and on a socket where there can be one. */
export interface Place {
  readonly port: number
  /** The folder of its socket. */
  readonly socketFolder?: string
}

/** By the socket, which is quicker, where there is one; without `?host=…` the same address is TCP. */
export function urlOf(cluster: Cluster, { port, socketFolder }: Place, database = databaseName): string {
  const url = new URL(`postgres://app:${passwordOf(cluster)}@127.0.0.1:${port}/${database}`)
  if (socketFolder) url.searchParams.set('host', socketFolder)
  return url.href
}

/** Attaches to a live server on this folder; undefined when none runs. A file left by a killed server counts as none. */
export async function attach(cluster: Cluster): Promise<EmbeddedDatabase | undefined> {
  for (let attempt = 1; existsSync(cluster.pidFile); attempt++) {
    const { pid, status, ...place } = readPidFile(cluster)
    if (!isPostgres(pid)) {
      rmSync(cluster.pidFile, { force: true }) // another program may bear this number now, and PostgreSQL would refuse because of it
      return undefined
    }
    const url = urlOf(cluster, place)
    if (status === 'ready' && (await answers(url))) return attached(url, pid)
    if (status === 'stopping' && attempt * pauseMillis === orderlyEndMillis) endHard(pid, cluster)
    if (attempt >= 60)
      throw new Error(
        `a PostgreSQL (process ${pid}) holds ${cluster.folder} but does not answer (${status || 'starting'})`,
      )
    await sleep(pauseMillis)
  }
  return undefined
}

/**
 * How long an orderly end may take. PostgreSQL 18 that is told to end while it recovers from the death of one of its processes waits for
 * ever: for its checkpointer and its I/O workers, which nobody tells. The hard end loses nothing, since every commit is on disk, and costs
 * the next start a recovery.
 */
const orderlyEndMillis = 10_000
const pauseMillis = 500

/** Ends a server in order ("fast" shutdown), or hard when that takes too long. */
export async function endServer(tell: (signal: 'SIGINT' | 'SIGQUIT') => void, exited: Promise<unknown>): Promise<void> {
  tell('SIGINT')
  const hard = setTimeout(() => tell('SIGQUIT'), orderlyEndMillis)
  await exited.finally(() => clearTimeout(hard))
}

/** One that somebody else has left ending, and that does not. Only where it can be told from a stranger under the same number. */
function endHard(pid: number, { folder }: Cluster): void {
  if (process.platform !== 'linux') return
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)) process.kill(pid, 'SIGQUIT')
  } catch {} // it has ended meanwhile, or is not ours to end
}

function attached(url: string, pid: number): EmbeddedDatabase {
  const exited = (async () => {
    while (isAlive(pid)) await sleep(500, undefined, { ref: false })
  })()
  return { url, mode: 'attached', exited, stop: async () => {} }
}

/** Lines 1, 4, 5 and 8 of postmaster.pid. Source: PostgreSQL, src/include/utils/pidfile.h. */
function readPidFile({ pidFile }: Cluster): Place & { pid: number; status: string } {
  const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
  return {
    pid: Number(lines[0] ?? 0),
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4]?.trim() || undefined,
    status: (lines[7] ?? '').trim(),
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const longestWaitMillis = 60_000

/** Waits for a server that somebody else runs. @throws Error when it does not end within a minute */
export async function untilEnded({ exited }: EmbeddedDatabase, dataDir: string): Promise<void> {
  const late = new Error(`the database in ${dataDir} is in use by another command: wait until it has ended`)
  const patience = new AbortController()
  const over = sleep(longestWaitMillis, undefined, { signal: patience.signal }).then(() => Promise.reject(late))
  await Promise.race([exited, over]).finally(() => patience.abort())
}

const answers = (url: string): Promise<boolean> =>
  withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  )

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
