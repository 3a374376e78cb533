import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { refusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { checkAccess, checkOrigin, checkWithin, type Identity, needsOf } from './access.ts'
import { type Admission, aMomentLater, openAdmission } from './admission.ts'
import { onceAnswered, openGate } from './admit.ts'
import { compileLate } from './compile-late.ts'
import { frontDoor } from './front-door.ts'
import { shield } from './headers.ts'
import { refuseUnkeepable } from './keepable.ts'
import { type MethodsOf, methodsOf } from './methods.ts'
import { describeRoute } from './openapi.ts'
import { type ProblemTexts, problemOf } from './problems.ts'
import type { Routes } from './shapes.ts'
import type { SharedAnswers } from './shared-answers.ts'
import { spellTimes } from './spell-times.ts'
import { shareAnswers, strangersFirst } from './strangers.ts'
import { type BusyPage, turnAwayWith } from './turn-away.ts'
import { compareVersions } from './versions.ts'

export interface ServerOptions {
  readonly log: Logger
  readonly publicUrl: string
  readonly texts: ProblemTexts
  readonly identify: (request: FastifyRequest) => Promise<Identity>
  readonly contextFor: (identity: Identity, origin: string) => Context
  /** Lets requests in while there is room: 48 at once unless given. */
  readonly admission?: Admission
  readonly version: string
  /** What a caller is known by before anything is looked up; undefined for a stranger. Its key or all its cookies unless given. */
  readonly callerOf?: (headers: IncomingHttpHeaders) => string | undefined
  /** What browsers see that find no room; without it they are told as programs are. */
  readonly busyPage?: BusyPage
  /** Where answers to strangers are kept; without it every answer is made anew. */
  readonly sharedAnswers?: SharedAnswers
  /** Proxies whose `X-Forwarded-For` is believed (addresses, networks); without any the caller is whoever connects. */
  readonly trustedProxies?: readonly string[]
}

export type Server = Routes

/**
 * How long a caller may take to say what it wants: ten seconds for its head, a minute with all of its body, for a picture may come by
 * a slow line. Node looks every half minute unless told otherwise, which would make the ten seconds forty.
 */
const patience = {
  requestTimeout: 60_000,
  http: { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2_000 },
}

/**
 * The one HTTP server: every route says who may call it or the start stops; bodies are taken as declared, unknown
 * properties refused; errors leave as problem details; a caller's repeat finds its first answer.
 */
export function createServer(options: ServerOptions): Server {
  const { trustedProxies = [], sharedAnswers, admission = openAdmission(), callerOf = allItBrings } = options
  const gate = openGate({ admission, callerOf, turnAway: turnAwayWith(options.texts, options.busyPage) })
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    ...patience,
    serverFactory: frontDoor(...(sharedAnswers ? [strangersFirst(sharedAnswers)] : []), gate.first),
    genReqId: () => crypto.randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    return503OnClosing: false, // what still arrives on an open connection is answered
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  }) as unknown as Server
  app.setChildLoggerFactory((logger) => logger) // a line of a request bears its id by itself
  compileLate(app)
  app.removeContentTypeParser('text/plain') // a form of another site could send it without asking
  app.register(cookie)
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Zhanggui 掌柜',
        version: options.version,
        description: 'Amounts are whole minor units with an ISO 4217 currency; instants are UTC.',
      },
    },
    hideUntagged: false,
    transform: ({ schema, url, route }) => ({
      schema: {
        ...schema,
        ...describeRoute({ url, method: String(route.method), config: route.config }),
        hide: route.config?.hidden === true || !url.startsWith('/api/v1'),
      },
      url,
    }),
  })
  shield(app, options.publicUrl)
  guardRoutes(app)
  const methods = methodsOf(app)
  if (sharedAnswers) shareAnswers(app, sharedAnswers)
  gate.guard(app)
  refuseUnkeepable(app)
  identify(app, options, admission)
  compareVersions(app)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('preSerialization', (_request, _reply, payload, done) => done(null, spellTimes(payload)))
  answerErrors(app, options, methods)
  logRequests(app, options.log)
  return app
}

function guardRoutes(app: Server): void {
  app.addHook('onRoute', (route) => {
    needsOf(route.config, `${String(route.method)} ${route.url}`)
  })
}

const allItBrings = ({ authorization, cookie }: IncomingHttpHeaders): string | undefined => authorization ?? cookie

function identify(app: Server, { identify, contextFor, publicUrl }: ServerOptions, admission: Admission): void {
  app.decorateRequest('context')
  app.decorateRequest('identity')
  app.addHook('onRequest', async (request, reply) => {
    const { config } = request.routeOptions
    if (!config?.needs || config.needs === 'open') return
    checkOrigin(request, publicUrl)
    request.identity = await identify(request)
    if (config.needs !== 'provider') onceAnswered(reply.raw, admission.enterShop(request.identity.shopId))
    request.context = contextFor(request.identity, request.id)
    checkAccess(config.needs, request.identity)
  })
  app.addHook('preHandler', checkWithin)
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.routeOptions.config?.once) request.context = withRepeatKey(request)
    done()
  })
}

export const keyMissing = refusal(
  'invalid',
  'idempotency.key_missing',
  (_: { field: 'Idempotency-Key' }) => 'this call needs an Idempotency-Key header',
)

function withRepeatKey(request: FastifyRequest): Context {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) throw keyMissing({ field: 'Idempotency-Key' })
  const { actor, guestToken } = request.identity
  const caller =
    actor.id ??
    createHash('sha256')
      .update(guestToken ?? request.ip)
      .digest('base64url')
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  return {
    ...request.context,
    repeat: { scope: `${actor.kind}:${caller}:${request.routeOptions.url}`, key, fingerprint },
  }
}

function answerErrors(app: Server, { texts, log }: ServerOptions, methods: MethodsOf): void {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const locale = request.identity?.locale ?? (/\ben\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh')
    const problem = problemOf(error, { locale, requestId: request.id, texts })
    if (problem.status === 500)
      log.error(
        { err: error, requestId: request.id, method: request.method, url: request.routeOptions.url },
        'a request failed',
      )
    const { retryAfterSeconds } = problem.details
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds))
    if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', String(aMomentLater()))
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="zhanggui"')
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem))
  }
  app.setErrorHandler(answer)
  app.setNotFoundHandler((request, reply) => {
    const allowed = methods(request.url)
    if (allowed.length > 0) reply.header('allow', allowed.join(', '))
    const statusCode = allowed.length > 0 ? 405 : 404
    return answer(Object.assign(new Error('no such page'), { statusCode }), request, reply)
  })
}

function logRequests(app: Server, log: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (request.turnedAway) return done()
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        millis: Math.round(reply.elapsedTime),
        actor: request.identity?.actor.id,
      },
      'request answered',
    )
    done()
  })
}
