import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Server } from './server.ts'

export interface SharedAnswer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Answers that are the same for every stranger, kept in memory for seconds under what was asked. */
export interface SharedAnswers<Answer extends object = SharedAnswer> {
  get(key: string): Answer | undefined
  keep(key: string, answer: Answer, bytes: number): void
  /** Somebody has changed something: everything is asked anew. What is being answered now is not kept either. */
  forget(): void
  /** Changes whenever something is forgotten: an answer is kept only if nothing was forgotten while it was made. */
  readonly generation: number
}

/** What is kept of either kind takes no more memory than this. */
const mostBytes = 24 * 1_024 * 1_024

/** Without seconds nothing is kept. */
export function openSharedAnswers<Answer extends object = SharedAnswer>(seconds: number): SharedAnswers<Answer> {
  const answers = new LRUCache<string, Answer>({ maxSize: mostBytes, ttl: Math.max(1, seconds * 1_000) })
  let generation = 0
  return {
    get: (key) => (seconds > 0 ? answers.get(key) : undefined),
    keep(key, answer, bytes) {
      if (seconds > 0) answers.set(key, answer, { size: bytes + key.length })
    },
    forget() {
      generation += 1
      answers.clear()
    },
    get generation() {
      return generation
    },
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer to a stranger is the same for all of them, and may be some seconds old. */
    shared?: true
  }
  interface FastifyRequest {
    shared?: { readonly key: string; readonly generation: number }
  }
}

/**
 * Answers strangers from memory where a route allows it, before anything is asked of the database. Strangers bring neither a
 * cookie nor a key: whoever does is answered anew.
 */
export function shareAnswers(app: Server, answers: SharedAnswers): void {
  app.decorateRequest('shared')
  app.addHook('onRequest', (request, reply, done) => {
    const key = keyOf(request)
    if (key === undefined) return done()
    const known = answers.get(key)
    if (known) return void reply.headers(known.headers).send(known.body)
    request.shared = { key, generation: answers.generation }
    done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const { shared } = request
    if (shared && typeof payload === 'string' && isShareable(reply) && shared.generation === answers.generation) {
      const body = Buffer.from(payload)
      answers.keep(
        shared.key,
        { headers: { 'content-type': String(reply.getHeader('content-type')) }, body },
        body.length,
      )
    }
    done(null, payload)
  })
}

const isShareable = (reply: FastifyReply): boolean => reply.statusCode === 200 && !reply.hasHeader('set-cookie')

function keyOf({ method, url, headers, routeOptions }: FastifyRequest): string | undefined {
  if (!routeOptions.config?.shared || method !== 'GET' || headers.cookie || headers.authorization) return undefined
  return `${headers['x-shop'] ?? ''} ${headers['x-locale'] ?? ''} ${headers['accept-language'] ?? ''} ${url}`
}
