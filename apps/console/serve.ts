import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { Routes } from '#platform/http'

const folder = fileURLToPath(new URL('../../dist/console', import.meta.url))
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** The console: one page that the browser fills, and its assets. What it may see is decided by the API. */
export async function consolePages(app: Routes): Promise<void> {
  const config = { needs: 'open', hidden: true } as const
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply
        .header('content-security-policy', policy)
        .header('x-content-type-options', 'nosniff')
        .header('referrer-policy', 'same-origin')
    })
    await scope.register(fastifyStatic, { root: folder, serve: false })
    scope.get('/console/assets/*', { config }, (request, reply) =>
      reply.sendFile((request.params as { '*': string })['*'], `${folder}/assets`, { immutable: true, maxAge: '1y' }),
    )
    scope.get('/console/seal.svg', { config }, (_request, reply) => reply.sendFile('seal.svg', folder))
    for (const url of ['/console', '/console/*'])
      scope.get(url, { config }, (_request, reply) => reply.sendFile('index.html', folder, { cacheControl: false }))
  })
}
