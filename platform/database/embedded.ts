import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, type AccountMode, boundCommandOf, chooseAccount, giveTo } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import {
  type Cluster,
  checkReadable,
  clusterExists,
  clusterIn,
  createCluster,
  postgresEnvironment,
} from './postgres-cluster.ts'
import {
  attach,
  databaseName,
  type EmbeddedDatabase,
  endServer,
  type Place,
  untilEnded,
  urlOf,
  withClient,
} from './postgres-running.ts'
import { removeSocketFolder, socketFolderFor } from './postgres-socket.ts'

export interface EmbeddedOptions {
  /** Our data folder. The database takes the folder `postgres` in it. */
  readonly dataDir: string
  /** Further settings of the server, as `name=value`. */
  readonly settings?: readonly string[]
  /**
   * False for who must own the server, because it outlives a command that happens to run one: waits until that server has
   * ended instead of attaching to it.
   */
  readonly attach?: boolean
  /** Takes the server's own log, line by line. */
  readonly log?: (line: string) => void
}

/**
 * Runs the PostgreSQL that comes with npm on a data folder, creating the database on the first call, or attaches to the
 * one that already runs there. Works as root, as an ordinary user, and after the last run was killed.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const cluster = clusterIn(dataDir)
  const running = clusterExists(cluster) ? await attach(cluster) : undefined
  if (running && (options.attach ?? true)) return running
  if (running) await untilEnded(running, dataDir)

  const account = chooseAccount(postgresBinaries(), dataDir)
  if (clusterExists(cluster)) {
    giveTo(account, cluster.folder)
    checkReadable(cluster)
  } else createCluster(account, cluster)
  return launch(account, cluster, options)
}

/** What a machine of 2 cores and 4 GB bears well. Commits are durable: money is in them. */
const smallMachine = [
  'shared_buffers=256MB',
  'effective_cache_size=1GB',
  'work_mem=8MB',
  'maintenance_work_mem=64MB',
  'max_connections=100',
  'wal_level=replica',
  'wal_compression=on',
  'max_wal_size=2GB',
  'checkpoint_timeout=15min',
  'synchronous_commit=on',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
]

/** Two failures pass by themselves: the free port was taken meanwhile, or workers of a killed server are still dying. */
const passing = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/

async function launch(account: Account, cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const socketFolder = socketFolderFor(account, cluster)
  for (let attempt = 1; ; attempt++) {
    const place = { port: await freePort(), socketFolder }
    const child = spawnServer(account, cluster, place, options.settings ?? [])
    try {
      await untilReady(child, options.log ?? (() => {}))
      const server = owned(child, account.mode, urlOf(cluster, place))
      if (socketFolder) void server.exited.then(() => removeSocketFolder(socketFolder))
      await ensureDatabase(urlOf(cluster, place, 'postgres'))
      return server
    } catch (error) {
      await end(child)
      if (attempt >= 20 || !passing.test((error as Error).message)) throw error
      await sleep(500)
    }
  }
}

/** A server that nobody will use must not keep us alive. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  await endServer((signal) => void child.kill(signal), once(child, 'exit'))
}

function spawnServer(
  account: Account,
  cluster: Cluster,
  { port, socketFolder }: Place,
  settings: readonly string[],
): ChildProcess {
  const listening = ['listen_addresses=127.0.0.1', `unix_socket_directories=${quoted(socketFolder ?? '')}`]
  const flags = [...smallMachine, ...listening, ...settings].flatMap((setting) => ['-c', setting])
  const { argv, user } = boundCommandOf(account, 'postgres', ['-D', cluster.folder, '-p', String(port), ...flags])
  const [program, ...args] = argv
  // A group of its own: Ctrl-C in a terminal must reach the database only after its clients have finished.
  return spawn(program!, args, {
    ...user,
    env: postgresEnvironment(),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
}

/** One name in a setting that may list several. */
const quoted = (name: string): string => name && `"${name.replaceAll('"', '""')}"`

function untilReady(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((ready, failed) => {
    const lines: string[] = []
    let rest = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        log(line)
        if (lines.length < 200) lines.push(line)
        if (line.includes('database system is ready to accept connections')) ready()
      }
    })
    child.once('error', failed)
    child.once('exit', (code) =>
      failed(new Error(`PostgreSQL did not start (exit ${code}): ${lines.slice(-8).join(' | ')}`)),
    )
  })
}

function owned(child: ChildProcess, mode: AccountMode, url: string): EmbeddedDatabase {
  const interrupt = () => void child.kill('SIGINT') // PostgreSQL's "fast" shutdown
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  process.once('exit', interrupt)
  void exited.then(() => process.off('exit', interrupt))
  return {
    url,
    mode,
    exited,
    stop: () => endServer((signal) => void child.kill(signal), exited),
  }
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  })
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.on('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })
}
