import { createServer, type Server } from '#platform/http'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { apiRoutes } from './api/index.ts'
import { opsRoutes } from './api/ops.ts'
import { consolePages } from './console/serve.ts'
import type { House } from './house.ts'
import { identify } from './identity.ts'
import { storefrontPages } from './storefront/serve.ts'
import { houseTexts } from './texts.ts'

export interface Web {
  readonly app: Server
  /** Answers "not ready" at once, finishes what is under way, then closes. */
  stop(): Promise<void>
}

export interface OpenWeb {
  readonly house: House
  readonly metrics: Metrics
  readonly log: Log
  readonly publicUrl: string
  readonly version: string
  /** Without pages: the API alone, for tests and integrations. */
  readonly withPages?: boolean
}

/** The web face of the house: API, storefront, console and ops addresses on one server, not listening yet. */
export async function openWeb({ house, metrics, log, publicUrl, version, withPages = true }: OpenWeb): Promise<Web> {
  let accepting = true
  const app = createServer({
    log,
    publicUrl,
    version,
    texts: houseTexts,
    identify: identify(house, publicUrl),
    contextFor: house.contextFor,
  })
  await app.after()
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    }
    metrics.requests.observe(labels, reply.elapsedTime / 1_000)
  })
  opsRoutes(app, { db: house.db, metrics, accepting: () => accepting })
  apiRoutes(app)
  if (withPages) {
    await storefrontPages(app, house)
    await consolePages(app)
  }
  await app.ready()
  return {
    app,
    async stop() {
      accepting = false
      await app.close()
    },
  }
}
