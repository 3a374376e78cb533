import type { IncomingMessage } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { FirstAnswer } from './front-door.ts'
import type { Server } from './server.ts'
import { type SharedAnswer, type SharedAnswers, sharedHead } from './shared-answers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer to a stranger is the same for all of them, and may be some seconds old. */
    shared?: boolean
  }
  interface FastifyRequest {
    /** Where all strangers are answered alike, and one asks: keeps the answer for the others. */
    keep?: (answer: SharedAnswer) => void
  }
}

/** Answers strangers from memory. Everybody else is handed on. */
export const strangersFirst =
  (answers: SharedAnswers): FirstAnswer =>
  (request, response) => {
    const key = keyOf(request)
    return key !== undefined && answers.give(key, response)
  }

/** Keeps what a stranger is answered where the route allows it. Pages, which write their answers themselves, call `request.keep`. */
export function shareAnswers(app: Server, answers: SharedAnswers): void {
  app.decorateRequest('keep')
  app.addHook('onRequest', (request, _reply, done) => {
    const key = request.routeOptions.config?.shared && request.method === 'GET' ? keyOf(request.raw) : undefined
    if (key !== undefined) {
      const asked = { key, generation: answers.generation }
      request.keep = (answer) => answers.keep(asked, answer)
    }
    done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.keep && typeof payload === 'string' && isShareable(reply))
      request.keep({ head: sharedHead(reply.getHeaders()), pieces: [Buffer.from(payload)] })
    done(null, payload)
  })
}

const isShareable = (reply: FastifyReply): boolean => reply.statusCode === 200 && !reply.hasHeader('set-cookie')

/**
 * What a stranger asks for; undefined for whoever is none: strangers bring neither a cookie nor a key. A page's address says its shop and
 * language, the API is told them by headers; no header holds a line feed.
 */
function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || headers.cookie || headers.authorization) return undefined
  if (!url.startsWith('/api/')) return url
  return `${headers['x-shop'] ?? ''}\n${headers['x-locale'] ?? ''}\n${headers['accept-language'] ?? ''}\n${url}`
}
