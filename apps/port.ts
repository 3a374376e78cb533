import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

/** Every address of the machine, IPv4 and IPv6. */
export const everywhere = '::'

/** Refuses before long work is begun whose result could not be served. @throws Error naming the port and who has it */
export async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((free, refused) => {
    const probe = createServer()
      .once('error', (error: NodeJS.ErrnoException) => refused(whyNot(port, error)))
      .listen(port, everywhere, () => probe.close(() => free()))
  })
}

/** What a failed `listen` means to whoever starts the house. */
export function whyNot(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOTSUP') return new Error('this system cannot share a port: leave WEB_PROCESSES away')
  if (error.code === 'EACCES') return new Error(`port ${port} is not allowed to this user: set PORT to one from 1024`)
  if (error.code !== 'EADDRINUSE') return error
  return new Error(`port ${port} is taken by ${holderOf(port) ?? 'another program'}: set PORT to a free one`)
}

/** Linux tells who listens, about processes of the same user. Source: proc(5), /proc/net/tcp and /proc/pid/fd. */
function holderOf(port: number): string | undefined {
  try {
    const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listenersIn(readFileSync(file, 'utf8'), port))
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holds(name, sockets))
    return (
      pid &&
      `process ${pid} (${readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim().slice(0, 200)})`
    )
  } catch {
    return undefined
  }
}

const listening = '0A'

/** The inodes of the sockets that listen on a port. */
const listenersIn = (table: string, port: number): string[] =>
  table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, address, , state]) => state === listening && Number.parseInt(address!.split(':')[1]!, 16) === port)
    .map((fields) => `socket:[${fields[9]}]`)

function holds(pid: string, sockets: readonly string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.includes(linkOf(`/proc/${pid}/fd/${fd}`)))
  } catch {
    return false // another user's, or gone meanwhile
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
