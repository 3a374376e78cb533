import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, canEnter, giveTo } from './postgres-account.ts'
import type { Cluster } from './postgres-cluster.ts'

/**
 * A folder for the server's socket that its account alone (and root) may enter, made in the temporary folder because the path of a
 * socket is short. Undefined where none can be had, as on Windows: TCP on this machine then serves alone.
 */
export function socketFolderFor(account: Account, cluster: Cluster): string | undefined {
  if (process.platform === 'win32') return undefined
  const name = `zhanggui-${createHash('sha256').update(cluster.folder).digest('hex').slice(0, 12)}`
  return [tmpdir(), '/tmp']
    .map((folder) => join(folder, name))
    .find((path) => isShort(path) && isOurs(path, account) && canEnter(account, path))
}

/** An empty folder that is left is used again by the next server. */
export function removeSocketFolder(path: string): void {
  try {
    rmdirSync(path)
  } catch {}
}

const socketName = '/.s.PGSQL.65535'

/** Linux takes 107 bytes, macOS 103. Source: sockaddr_un of unix(7) and unix(4). */
const isShort = (path: string): boolean => Buffer.byteLength(path + socketName) <= 103

/** Anybody may write to the temporary folder: a folder that is somebody else's or open to others is left alone. */
function isOurs(path: string, account: Account): boolean {
  try {
    if (make(path)) giveTo(account, path)
    const { uid, mode } = lstatSync(path)
    return (mode & 0o170077) === 0o040000 && uid === (account.user?.uid ?? process.getuid!())
  } catch {
    return false
  }
}

function make(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
