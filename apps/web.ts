import { setTimeout as sleep } from 'node:timers/promises'
import { worksHere } from '#platform/context'
import { onCommit } from '#platform/database'
import { createServer, openAdmission, openSharedAnswers, type Server } from '#platform/http'
import type { Log } from '#platform/log'
import type { Figures, Metrics } from '#platform/metrics'
import { apiRoutes } from './api/index.ts'
import { measure, opsRoutes } from './api/ops.ts'
import { consolePages } from './console/serve.ts'
import { callerIn } from './cookies.ts'
import { apiDocs } from './docs/serve.ts'
import type { House } from './house.ts'
import { identify } from './identity.ts'
import { busyPage } from './storefront/busy-page.ts'
import { storefrontPages } from './storefront/serve.ts'
import { houseTexts } from './texts.ts'

export interface Web {
  readonly app: Server
  /** What this process alone has measured so far. */
  figures(): Promise<Figures>
  /** Somebody has changed something in another process: strangers are shown it. */
  forget(): void
  /** Answers "not ready" at once, goes on serving until balancers have noticed, finishes what is under way, then closes. */
  stop(): Promise<void>
}

/** The processes that serve the same port, seen from one of them. */
export interface Beside {
  /** What each of the others has measured. */
  figures(): Promise<readonly Figures[]>
  /** Tells them that staff changed something. */
  changed(): void
}

export interface OpenWeb {
  readonly house: House
  readonly metrics: Metrics
  readonly log: Log
  readonly publicUrl: string
  readonly version: string
  /** Addresses whose word about the caller's own address is believed. */
  readonly trustedProxies?: readonly string[]
  /** How long a stop leaves balancers to notice before the door is closed. */
  readonly drainSeconds?: number
  /** How long answers to strangers are kept; 0, as in tests: not at all. */
  readonly pageCacheSeconds?: number
  readonly beside?: Beside | undefined
  /** Without pages: the API alone, for tests and integrations. */
  readonly withPages?: boolean
}

/** The web face of the house: API, storefront, console and ops addresses on one server, not listening yet. */
export async function openWeb(wish: OpenWeb): Promise<Web> {
  const {
    house,
    metrics,
    log,
    publicUrl,
    version,
    trustedProxies,
    drainSeconds = 0,
    pageCacheSeconds = 0,
    beside,
    withPages = true,
  } = wish
  let accepting = true
  const sharedAnswers = pageCacheSeconds > 0 ? openSharedAnswers(pageCacheSeconds) : undefined
  const forget = () => sharedAnswers?.forget()
  // Who works here sees a change at once, at whatever process of this port; what processes elsewhere change is seen some seconds later.
  const stopForgetting = onCommit(house.db, ({ actor }) => {
    if (!worksHere(actor)) return
    forget()
    beside?.changed()
  })
  const admission = openAdmission()
  const app = createServer({
    log,
    admission,
    publicUrl,
    version,
    trustedProxies,
    sharedAnswers,
    texts: houseTexts,
    busyPage,
    callerOf: callerIn,
    identify: identify(house, publicUrl),
    contextFor: house.contextFor,
  })
  await app.after()
  // A connection that would be reused after the door is closed must not be: the next request on it could meet a closed one.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!accepting) reply.header('connection', 'close')
    done(null, payload)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    }
    metrics.requests.observe(labels, reply.elapsedTime / 1_000)
    done()
  })
  const ops = { db: house.db, metrics, admission, sharedAnswers }
  opsRoutes(app, { ...ops, beside, accepting: () => accepting })
  apiRoutes(app)
  apiDocs(app, { publicUrl })
  if (withPages) {
    await storefrontPages(app, house)
    await consolePages(app)
  }
  await app.ready()
  return {
    app,
    figures: () => measure(ops),
    forget,
    async stop() {
      accepting = false
      sharedAnswers?.close()
      stopForgetting()
      await sleep(drainSeconds * 1_000)
      await app.close()
    },
  }
}
