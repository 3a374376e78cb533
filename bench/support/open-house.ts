import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#test/free-port'
import { dataFolder } from './folders.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface OpenedHouse {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to its first answered page. */
  readonly firstPageMillis: number
  stop(): Promise<void>
}

export interface HouseWish {
  /** The data folder's name below bench/data. */
  readonly folder: string
  /** Without it the house runs the embedded database of its folder. */
  readonly databaseUrl?: string
  readonly env?: Readonly<Record<string, string>>
  readonly demo?: boolean
  /** Further words for Node, like `--cpu-prof`. */
  readonly node?: readonly string[]
  /** The page whose first answer counts as open. */
  readonly page?: string
}

/** The house as `npm start` runs it, in a process of its own with its usual log, which goes to a file. */
export async function openHouse({ folder, databaseUrl, env = {}, demo, node = [], page = '/readyz' }: HouseWish) {
  const dataDir = join(dataFolder, folder)
  mkdirSync(dataDir, { recursive: true })
  const logFile = join(dataDir, 'house.log')
  const port = await freePort()
  const from = performance.now()
  const child = spawn(
    process.execPath,
    [...startFlags(), ...node, 'apps/cli/main.mjs', 'start', ...(demo ? [] : ['--no-demo'])],
    {
      cwd: root,
      stdio: ['ignore', openSync(logFile, 'w'), openSync(logFile, 'a')],
      env: {
        PATH: process.env.PATH,
        LANG: 'en',
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DRAIN_SECONDS: '0',
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...(process.env.WEB_PROCESSES && { WEB_PROCESSES: process.env.WEB_PROCESSES }),
        ...env,
      },
    },
  )
  const url = `http://127.0.0.1:${port}`
  await untilAnswered(child, `${url}${page}`, logFile)
  return {
    url,
    pid: child.pid!,
    firstPageMillis: performance.now() - from,
    stop: () => ended(child),
  } satisfies OpenedHouse
}

/** What `npm start` says to Node, so that the same thing is measured that people run. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

const patienceMillis = 240_000

async function untilAnswered(child: ChildProcess, page: string, logFile: string): Promise<void> {
  for (const end = performance.now() + patienceMillis; performance.now() < end; await sleep(10)) {
    if (child.exitCode !== null) break
    const answer = await fetch(page).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
  }
  await ended(child)
  throw new Error(`the house did not open ${page}: ${readFileSync(logFile, 'utf8').slice(-2_000)}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
