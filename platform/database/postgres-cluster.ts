import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, commandOf, giveTo } from './postgres-account.ts'

/** Where the embedded database keeps its files inside the data folder. */
export interface Cluster {
  readonly folder: string
  readonly passwordFile: string
  readonly pidFile: string
}

export const clusterIn = (dataDir: string): Cluster => ({
  folder: join(dataDir, 'postgres'),
  passwordFile: join(dataDir, 'postgres.password'),
  pidFile: join(dataDir, 'postgres', 'postmaster.pid'),
})

/** One that is closed to us exists all the same: making a new one would replace its password. */
export function clusterExists({ folder }: Cluster): boolean {
  try {
    statSync(join(folder, 'PG_VERSION'))
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

export function passwordOf({ passwordFile, folder }: Cluster): string {
  try {
    return readFileSync(passwordFile, 'utf8').trim()
  } catch (error) {
    throw new Error(
      `the password of the database in ${folder} cannot be read from ${passwordFile}: ${(error as Error).message}`,
    )
  }
}

/** Refuses with a plain sentence what PostgreSQL would refuse with a riddle. */
export function checkReadable({ folder }: Cluster): void {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new Error(
      `the database in ${folder} belongs to another user: start as that user, or set DATA_DIR to another folder`,
    )
  }
}

/** The environment of PostgreSQL's programs: English messages, nothing of ours that would steer them. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

/** Makes a new, empty cluster. It appears under its name only when complete, so a start that was killed is simply begun again. */
export function createCluster(account: Account, cluster: Cluster): void {
  const half = `${cluster.folder}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  giveTo(account, half)
  const password = randomBytes(24).toString('base64url')
  initialise(account, half, password)
  rmSync(cluster.passwordFile, { force: true })
  writeFileSync(cluster.passwordFile, password, { mode: 0o600 })
  renameSync(half, cluster.folder)
}

function initialise(account: Account, folder: string, password: string): void {
  const passwordFile = join(tmpdir(), `zhanggui-${randomBytes(12).toString('hex')}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  try {
    giveTo(account, passwordFile)
    const { argv, user } = commandOf(account, 'initdb', ['-D', folder, `--pwfile=${passwordFile}`, ...initdbFlags])
    const done = spawnSync(argv[0]!, argv.slice(1), { ...user, env: postgresEnvironment(), cwd: '/', encoding: 'utf8' })
    if (done.status !== 0)
      throw new Error(
        `PostgreSQL could not create its files (${account.mode}): ${done.error?.message ?? done.stderr.trim()}`,
      )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** LC_CTYPE must not be C: the trigram index would drop every Chinese character without a word. */
const characterType = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string]

const initdbFlags = [
  '--username=app',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  ...(characterType ? [`--lc-ctype=${characterType}`] : []),
  '--data-checksums',
]
