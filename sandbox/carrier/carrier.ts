import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { courier } from './courier.ts'
import { handler } from './handler.ts'
import type { Credentials } from './protocol.ts'
import { openStore } from './store.ts'

export interface CarrierOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Where parcels, pushes and the merchant's credentials live. */
  readonly storeFolder: string
  readonly host?: string
  /** How many times faster than life parcels travel; 60 unless told. */
  readonly speed?: number
  /** First pause before an unanswered push comes again; 2 s unless told. */
  readonly retryMillis?: number
  /** Credentials to use instead of those in the folder. */
  readonly businessId?: string
  readonly apiKey?: string
}

export interface RunningCarrier {
  readonly url: string
  readonly credentials: Credentials
  readonly stop: () => Promise<void>
}

/**
 * Starts the sandbox carrier: it speaks Kdniao's protocol, issues waybills, moves parcels and pushes their tracking. What it
 * knows survives a restart.
 */
export async function startCarrier({
  port,
  storeFolder,
  host = '127.0.0.1',
  speed = 60,
  retryMillis = 2_000,
  ...given
}: CarrierOptions): Promise<RunningCarrier> {
  const store = openStore(storeFolder)
  const credentials = merchantOf(storeFolder, given)
  const now = Date.now
  const hands = courier({ store, credentials, speed, retryMillis, now })
  const server = createServer(handler({ store, credentials, courier: hands, now }))
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, host, ready)).catch(
    (error: unknown) => {
      store.close()
      throw error
    },
  )
  const rest = keepWorking(hands.work, speed > 1_000 ? 20 : 100)
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    server.closeAllConnections()
    await Promise.all([rest(), new Promise((closed) => server.close(closed))])
    store.close()
  }
  return { url, credentials, stop }
}

/** The merchant's id and key, made at the first start and kept in the folder. */
function merchantOf(folder: string, given: Partial<Credentials>): Credentials {
  const file = join(folder, 'merchant.json')
  const kept: Partial<Credentials> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const businessId = given.businessId ?? kept.businessId ?? `test${randomInt(1_000_000, 9_999_999)}`
  const apiKey = given.apiKey ?? kept.apiKey ?? randomUUID()
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ businessId, apiKey }, null, 2)}\n`, { mode: 0o600 })
  return { businessId, apiKey }
}

/** Works in rounds, each after the one before has ended. Returns how to stop. */
function keepWorking(work: () => Promise<void>, pauseMillis: number): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const plan = () => {
    if (!stopped)
      timer = setTimeout(() => {
        round = work().catch(report).then(plan)
      }, pauseMillis)
  }
  plan()
  return () => {
    stopped = true
    clearTimeout(timer)
    return round
  }
}

const report = (error: unknown) => console.error('sandbox carrier:', error)
