import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Config } from '#platform/config'

/** A sandbox of ours that runs as its own process, with its own port, store and keys. */
export interface Sandbox<Credentials> {
  readonly url: string
  readonly credentials: Credentials
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts the sandbox payment gateway, for installations that have no account at a provider. */
export const startSandboxGateway = (config: Config): Promise<Sandbox<NonNullable<Config['wechatPay']>>> => startSandbox('gateway', 4010, config)

/** Starts the sandbox carrier, for installations that have no account at a tracking service. */
export const startSandboxCarrier = (config: Config): Promise<Sandbox<NonNullable<Config['kdniao']>>> => startSandbox('carrier', 4020, config)

async function startSandbox<Credentials>(name: 'gateway' | 'carrier', preferredPort: number, config: Config): Promise<Sandbox<Credentials>> {
  const store = join(config.dataDir, 'sandbox', name)
  const port = await freePort(preferredPort)
  const args = [join(root, 'sandbox', name, 'main.ts'), '--port', String(port), '--store', store]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH } })
  let complaint = ''
  child.stderr?.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2_000)
  })
  const url = `http://localhost:${port}`
  await untilUp(child, url, () => complaint)
  const credentials = { ...(JSON.parse(readFileSync(join(store, 'merchant.json'), 'utf8')) as Credentials), baseUrl: url }
  return { url, credentials, stop: () => stop(child) }
}

async function untilUp(child: ChildProcess, url: string, complaint: () => string): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`the sandbox at ${url} did not start: ${complaint()}`)
    if (await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(() => true, () => false)) return
    await sleep(50)
  }
  throw new Error(`the sandbox at ${url} did not answer within 15 s`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(3_000).then(() => void child.kill('SIGKILL'))])
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

/** Where the sandbox of this data folder keeps a file; undefined before its first start. */
export const sandboxFile = (config: Config, name: string): string | undefined => {
  const file = join(config.dataDir, 'sandbox', name)
  return existsSync(file) ? file : undefined
}
