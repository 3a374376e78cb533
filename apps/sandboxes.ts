import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Config } from '#platform/config'
import { DataFolderTaken, type FolderLock, lockDataFolder } from '#platform/database'

/** A sandbox of ours that runs as its own process, with its own port, store and keys. */
export interface Sandbox<Credentials> {
  readonly url: string
  readonly credentials: Credentials
  stop(): Promise<void>
}

/** The sandbox gateway speaks for three providers: WeChat Pay's credentials, and beside them the others'. */
export type GatewayCredentials = NonNullable<Config['wechatPay']> & {
  readonly alipay: Omit<NonNullable<Config['alipay']>, 'baseUrl'>
  readonly stripe: Omit<NonNullable<Config['stripe']>, 'baseUrl'>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts the sandbox payment gateway, for installations that have no account at a provider. */
export const startSandboxGateway = (config: Config): Promise<Sandbox<GatewayCredentials>> =>
  startSandbox('gateway', 4010, config, [
    '--stripe-webhook',
    `${config.publicUrl}/api/v1/provider/payments/stripe/notices`,
  ])

/** Starts the sandbox carrier, for installations that have no account at a tracking service. */
export const startSandboxCarrier = (config: Config): Promise<Sandbox<NonNullable<Config['kdniao']>>> =>
  startSandbox('carrier', 4020, config)

/** A store is worked on by one process: whoever comes second with the same data folder uses the sandbox of the first. */
async function startSandbox<Credentials>(
  name: 'gateway' | 'carrier',
  preferredPort: number,
  config: Config,
  more: readonly string[] = [],
): Promise<Sandbox<Credentials>> {
  const store = join(config.dataDir, 'sandbox', name)
  const taken = await takeStore(name, { store, preferredPort, more })
  const untilKnown = () => existsSync(join(store, 'merchant.json'))
  if (!taken.isOurs) await untilUp(taken.url, untilKnown)
  const credentials = JSON.parse(readFileSync(join(store, 'merchant.json'), 'utf8')) as Credentials
  return { url: taken.url, credentials: { ...credentials, baseUrl: taken.url }, stop: taken.stop }
}

interface Taken {
  readonly url: string
  readonly isOurs: boolean
  readonly stop: () => Promise<void>
}

/** Runs the sandbox on its store, or finds the one that another process runs there. A port that somebody takes meanwhile is changed for another. */
async function takeStore(
  name: string,
  { store, preferredPort, more }: Pick<Run, 'store' | 'more'> & { readonly preferredPort: number },
): Promise<Taken> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? preferredPort : 0)
    const url = `http://localhost:${port}`
    try {
      const lock = lockDataFolder(store, { address: url, now: Temporal.Now.instant() })
      return { url, isOurs: true, stop: await run(name, { store, port, url, lock, more }) }
    } catch (error) {
      if (error instanceof DataFolderTaken) return { url: error.holder.address, isOurs: false, stop: async () => {} }
      if (attempt >= 5 || !/EADDRINUSE/.test((error as Error).message)) throw error
    }
  }
}

interface Run {
  readonly store: string
  readonly port: number
  readonly url: string
  readonly lock: FolderLock
  readonly more: readonly string[]
}

async function run(name: string, { store, port, url, lock, more }: Run): Promise<() => Promise<void>> {
  const args = [join(root, 'sandbox', name, 'main.ts'), '--port', String(port), '--store', store, ...more]
  // The channel closes when we die, by whatever signal: then the sandbox ends too.
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(root, 'dist', 'compiled') },
    detached: true, // Ctrl-C in a terminal must not end it before the work that needs it
  })
  let complaint = ''
  child.stderr?.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2_000)
  })
  const end = async () => {
    await stop(child)
    lock.release()
  }
  // Its first line says that it listens. Whether somebody answers at the address would not: it could be another's.
  await Promise.race([once(child.stdout!, 'data'), once(child, 'exit'), sleep(30_000, undefined, { ref: false })])
  if (hasEnded(child)) {
    await end()
    throw new Error(`the sandbox at ${url} did not start: ${complaint}`)
  }
  child.stdout!.resume()
  return end
}

async function untilUp(url: string, canAnswer: () => boolean): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; await sleep(50)) {
    if (
      canAnswer() &&
      (await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
        () => true,
        () => false,
      ))
    )
      return
  }
  throw new Error(`the sandbox at ${url} did not answer within 30 s`)
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await ended
  clearTimeout(patience)
}

/** The preferred port, or any when it is taken. */
async function freePort(preferred: number): Promise<number> {
  for (const port of [preferred, 0]) {
    const found = await new Promise<number | undefined>((resolve) => {
      const server = createServer()
        .once('error', () => resolve(undefined))
        .listen(port, '127.0.0.1', () => {
          const address = server.address()
          server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
        })
    })
    if (found) return found
  }
  throw new Error('no port is free')
}
