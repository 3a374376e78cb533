import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyContextConfig } from 'fastify'
import { LRUCache } from 'lru-cache'
import { laneOf } from './access.ts'
import type { Admission } from './admission.ts'
import type { FirstAnswer } from './front-door.ts'
import type { Server } from './server.ts'
import type { TurnAway } from './turn-away.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** It found no room. Such requests are counted and not written down one by one. */
    turnedAway?: true
  }
}

export interface Admit {
  readonly admission: Admission
  readonly turnAway: TurnAway
  /** What a caller is known by before anything is looked up; undefined for a stranger. */
  readonly callerOf: (headers: IncomingHttpHeaders) => string | undefined
}

const mostAddresses = 20_000

export interface Gate {
  /** For the server's door. */
  readonly first: FirstAnswer
  /** For what was not known at the door: after routing, before anything is read or looked up. */
  guard(app: Server): void
}

/**
 * Lets in or sends away. Which lane an address stands in is found out by routing, and remembered: when ten times as many come as can be
 * served, nearly all are sent away at the door, where it costs a fifth.
 */
export function openGate({ admission, turnAway, callerOf }: Admit): Gate {
  const routes = new LRUCache<string, FastifyContextConfig>({ max: mostAddresses })
  const admitted = new WeakSet<IncomingMessage>()
  /** Returns whether the request was sent away. */
  const isSentAway = (config: FastifyContextConfig, request: IncomingMessage, response: ServerResponse): boolean => {
    admitted.add(request)
    const lane = laneOf(config, request.method ?? '')
    if (!lane) return false
    const caller = callerOf(request.headers)
    const way = config.inLine ? admission.enterInLine(caller) : admission.enter(lane, caller)
    if (typeof way !== 'function') turnAway(request, response, way)
    else onceAnswered(response, way)
    return typeof way !== 'function'
  }
  return {
    first(request, response) {
      const config = routes.get(addressOf(request))
      return config !== undefined && isSentAway(config, request, response)
    },
    guard(app) {
      app.decorateRequest('turnedAway')
      app.addHook('onRequest', (request, reply, done) => {
        if (admitted.has(request.raw)) return done()
        const config = request.routeOptions.config ?? {}
        routes.set(addressOf(request.raw), config)
        if (!isSentAway(config, request.raw, reply.raw)) return done()
        request.turnedAway = true
        reply.hijack()
      })
      app.addHook('onClose', async () => admission.close())
    },
  }
}

/**
 * When the answer is made, or nobody waits for it any more. How long its reader takes is not our work: fifty who read nothing would keep everybody
 * else out.
 */
export function onceAnswered(response: ServerResponse, work: () => void): void {
  let done = false
  const once = () => {
    if (!done) work()
    done = true
  }
  response.once('prefinish', once).once('close', once)
}

function addressOf({ method, url = '' }: IncomingMessage): string {
  const query = url.indexOf('?')
  return `${method} ${query < 0 ? url : url.slice(0, query)}`
}
