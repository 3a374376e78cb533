import type { Server } from './server.ts'

const yearSeconds = 31_536_000

/**
 * What every answer says to browsers, whoever makes it: it is what it says it is, no page of others frames it or keeps a hand on its
 * window, nothing runs in it, and an answer of the API is kept nowhere. Pages say what else may run in them.
 */
export function shield(app: Server, publicUrl: string): void {
  const always = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${yearSeconds}` }),
  }
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(always)
    if (request.url.startsWith('/api/v1/')) reply.header('cache-control', 'no-store')
    done()
  })
}
