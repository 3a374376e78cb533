import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, lchownSync, readdirSync, renameSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How PostgreSQL is run: as ourselves, under another user id, in a user namespace, or under another id that may pass closed folders. */
export type AccountMode = 'self' | 'uid' | 'userns' | 'passing'

/** Who runs PostgreSQL, and from where. */
export interface Account {
  readonly mode: AccountMode
  readonly binaries: string
  /** The user PostgreSQL's files belong to; absent when they are ours. */
  readonly user?: User
}

interface User {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: an ordinary one where that account can reach the
 * data; else a user namespace, which passes root's own closed folders; else, where namespaces are forbidden or the folder
 * is a third person's, an ordinary one that may pass closed folders. One that cannot reach the program gets a copy of it.
 *
 * @throws Error when no account can reach the data folder
 */
export function chooseAccount(binaries: string, dataDir: string): Account {
  if (process.getuid?.() !== 0) return { mode: 'self', binaries }
  const usable = candidates(binaries).filter((account) => canEnter(account, dataDir))
  const complete = usable.find((account) => canRun(account, join(binaries, 'bin', 'postgres')))
  if (complete) return complete
  if (usable[0]) return { ...usable[0], binaries: stage(binaries) }
  throw new Error(
    `PostgreSQL does not run as root, and no other account can enter ${dataDir}: set DATA_DIR to a folder that others can enter, or start as an ordinary user`,
  )
}

function candidates(binaries: string): Account[] {
  const user = userNamed('postgres') ?? userNamed('nobody')
  const linux = process.platform === 'linux'
  return [
    ...(user ? [{ mode: 'uid', binaries, user } as const] : []),
    ...(linux ? [{ mode: 'userns', binaries } as const] : []),
    ...(linux && user ? [{ mode: 'passing', binaries, user } as const] : []),
  ]
}

/** How to spawn a program. */
interface Command {
  readonly argv: readonly string[]
  readonly user?: User
}

/** Runs a PostgreSQL program under the account. */
export const commandOf = (account: Account, program: string, args: readonly string[]): Command =>
  under(account, [join(account.binaries, 'bin', program), ...args])

/** The same, but the program gets SIGINT when we die, even by SIGKILL. Linux only; elsewhere the plain command. */
export function boundCommandOf(account: Account, program: string, args: readonly string[]): Command {
  if (process.platform !== 'linux' || !hasCommand('setpriv')) return commandOf(account, program, args)
  const { argv, user } = under(account, [join(account.binaries, 'bin', program), ...args], bound)
  return account.mode === 'passing'
    ? { argv }
    : { argv: ['setpriv', ...(user ? become(user) : []), ...bound, '--', ...argv] }
}

/** A change of user forgets this wish, so it stands in the same command as the last such change. */
const bound = ['--pdeathsig=INT']

function under({ mode, user }: Account, argv: readonly string[], wishes: readonly string[] = []): Command {
  if (mode === 'userns') return { argv: ['unshare', '--user', '--map-user=1000', '--', ...argv] }
  if (mode !== 'passing' || !user) return { argv, user }
  return { argv: ['setpriv', ...become(user), ...passClosedFolders, ...wishes, '--', ...argv] }
}

const passClosedFolders = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
const become = ({ uid, gid }: User): string[] => [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']

/** Gives a file, or a folder with all in it, to the account; needed again when the way of running changed since the last start. */
export function giveTo(account: Account, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = account.user ?? { uid: 0, gid: 0 }
  const { uid: owner } = statSync(path)
  if (owner === uid) return
  if (statSync(path).isDirectory())
    for (const entry of readdirSync(path, { recursive: true })) lchownSync(join(path, String(entry)), uid, gid)
  chownSync(path, uid, gid) // the folder itself last: it says that all in it was done
}

function userNamed(name: string): User | undefined {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  const [uid, gid] = [ask('-u'), ask('-g')]
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined
}

/** Where the way of running itself is forbidden, this answers no as well. */
export const canEnter = (account: Account, folder: string): boolean =>
  succeeds(account, ['sh', '-c', 'cd -- "$1"', 'sh', folder])

/** PostgreSQL asks by access(2) whether its own program may be run, and that call ignores lent capabilities, as `test` does. */
const canRun = (account: Account, program: string): boolean => succeeds(account, ['test', '-x', program])

function succeeds(account: Account, command: readonly string[]): boolean {
  const { argv, user } = under(account, command)
  return spawnSync(argv[0]!, argv.slice(1), { ...user, cwd: '/' }).status === 0
}

const hasCommand = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0

/** A copy of the program in the temporary folder. One that is not root's own is refused: anybody may write there. */
function stage(binaries: string): string {
  const target = join(tmpdir(), `zhanggui-postgres-${createHash('sha256').update(binaries).digest('hex').slice(0, 12)}`)
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    cpSync(binaries, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, target)
  }
  const { uid, mode } = statSync(target)
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${target} is not root's own: remove it and start again`)
  return target
}
