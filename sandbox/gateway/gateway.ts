import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { adminRoutes } from './admin-routes.ts'
import { alipayRoutes } from './alipay-routes.ts'
import { apiRoutes } from './api-routes.ts'
import { behaviours } from './behaviour.ts'
import { cashierRoutes } from './cashier-routes.ts'
import { type MerchantCredentials, openKeys, writeMerchantFile } from './credentials.ts'
import { delaysAt } from './delays.ts'
import { startPump } from './pump.ts'
import { openStore } from './store.ts'
import { stripeRoutes } from './stripe-routes.ts'
import { doDue, type Gateway, nextDue } from './till.ts'

export interface GatewayOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Keys, merchant.json and the database live here; made on the first run. */
  readonly storeFolder: string
  /** 127.0.0.1 unless said otherwise. */
  readonly host?: string
  /** Where browsers reach the cashier page, when that is not host and port. */
  readonly publicUrl?: string
  /** The endpoint of the merchant that Stripe tells, as set in its dashboard. */
  readonly stripeWebhook?: string
  /** How much faster than WeChat: 1000 makes 15 s into 15 ms. */
  readonly speed?: number
  /** The time the protocol shows and checks; waiting always goes by the machine's clock. */
  readonly now?: () => Temporal.Instant
}

export interface RunningGateway {
  readonly url: string
  readonly credentials: MerchantCredentials
  stop(): Promise<void>
}

export type { MerchantCredentials } from './credentials.ts'

/** Starts the sandbox payment gateway. Notifications a former run still owed go out. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { port, storeFolder, host = '127.0.0.1', speed = 1, now = Temporal.Now.instant } = options
  const keys = openKeys(storeFolder, now)
  const store = openStore(storeFolder)
  const stopping = new AbortController()
  const till = { store, keys, now, delays: delaysAt(speed), behaviours: behaviours(), stopping: stopping.signal }
  const app = Fastify({ forceCloseConnections: true, logger: { level: 'error' } })

  let pump: ReturnType<typeof startPump> | undefined
  let url = options.publicUrl ?? ''
  mountRoutes(app, {
    ...till,
    stripeWebhook: options.stripeWebhook ?? '',
    get url() {
      return url
    },
    wake: () => pump?.wake(),
  })
  await app.listen({ port, host })
  const address = `http://${host}:${(app.server.address() as AddressInfo).port}`
  url ||= address
  pump = startPump(
    () => nextDue(till),
    () => doDue(till),
  )
  const credentials = keys.credentials(address)
  writeMerchantFile(storeFolder, credentials)

  return {
    url,
    credentials,
    stop: async () => {
      stopping.abort()
      await app.close()
      await pump.stop()
      store.close()
    },
  }
}

function mountRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.register(apiRoutes(gateway), { prefix: '/v3' })
  app.register(alipayRoutes(gateway))
  app.register(stripeRoutes(gateway), { prefix: '/v1' })
  app.register(adminRoutes(gateway), { prefix: '/sandbox' })
  app.register(cashierRoutes(gateway))
  app.get('/livez', async () => ({ ok: true }))
}
