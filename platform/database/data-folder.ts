import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'

/** Who holds a data folder, as its lock file says. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** Where it can be reached, or what it is doing (`zhanggui import`). */
  readonly address: string
  readonly startedAt: string
  /** Tells this process from a later one with the same number; empty where the system does not say. */
  readonly born: string
}

/** Another live process works on this data folder. */
export class DataFolderTaken extends Error {
  override name = 'DataFolderTaken'
  readonly holder: Holder

  constructor(folder: string, holder: Holder) {
    const elsewhere =
      holder.host === hostname() ? '' : ` on ${holder.host}; if that machine is gone, delete ${lockFile(folder)}`
    super(
      `the data folder ${folder} is in use by process ${holder.pid} (${holder.address}, since ${holder.startedAt})${elsewhere}`,
    )
    this.holder = holder
  }
}

export interface FolderLock {
  /** Gives the folder free. May be called twice. */
  release(): void
}

const lockFile = (folder: string): string => join(folder, 'zhanggui.lock')

/**
 * Takes a data folder for this process, for as long as it lives or until released. A lock left by a process that was
 * killed is taken over.
 *
 * @throws DataFolderTaken saying by which process and address
 */
export function lockDataFolder(
  dir: string,
  options: { readonly address: string; readonly now: Temporal.Instant },
): FolderLock {
  const folder = resolve(dir)
  makeWritable(folder)
  const { pid } = process
  const holder: Holder = {
    pid,
    host: hostname(),
    address: options.address,
    startedAt: options.now.toString(),
    born: birthOf(pid),
  }
  while (!write(folder, JSON.stringify(holder))) removeStale(folder)
  return { release: () => release(folder, holder) }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Error(
      `the data folder ${folder} cannot be written (${(error as Error).message}): set DATA_DIR to one that can`,
    )
  }
}

/** The lock appears whole or not at all, so nobody reads half of one. */
function write(folder: string, text: string): boolean {
  const draft = `${lockFile(folder)}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o644 })
  try {
    linkSync(draft, lockFile(folder))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @throws DataFolderTaken when the holder lives */
function removeStale(folder: string): void {
  const found = read(folder)
  if (found && isLive(found.holder)) throw new DataFolderTaken(folder, found.holder)
  const aside = `${lockFile(folder)}.${process.pid}`
  try {
    renameSync(lockFile(folder), aside)
  } catch {
    return // somebody else removed it first
  }
  const moved = readFileSync(aside, 'utf8')
  rmSync(aside)
  // Between reading and renaming another process may have taken the folder anew: give its lock back.
  if (found && moved !== found.text) write(folder, moved)
}

function read(folder: string): { text: string; holder: Holder } | undefined {
  try {
    const text = readFileSync(lockFile(folder), 'utf8')
    return { text, holder: JSON.parse(text) as Holder }
  } catch {
    return undefined
  }
}

function release(folder: string, holder: Holder): void {
  if (read(folder)?.text === JSON.stringify(holder)) rmSync(lockFile(folder), { force: true })
}

function isLive({ pid, host, born }: Holder): boolean {
  if (host !== hostname()) return true // nobody here can tell
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return born === '' || born === birthOf(pid)
}

/** Boot and start time of a process. Source: proc_pid_stat(5), field 22; the name in field 2 may hold spaces. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}
