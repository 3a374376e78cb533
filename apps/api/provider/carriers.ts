import type { Routes } from '#platform/http'
import { receivePush } from '#supply/shipping'

/** Where carriers push tracking. The push proves itself by its signature; the answer is in the carrier's own form. */
export function carrierPushRoutes(app: Routes): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1_048_576 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(
      '/api/v1/provider/carriers/tracking',
      { config: { needs: 'provider' }, schema: { tags: ['provider'] } },
      async ({ context, body }, reply) => {
        await receivePush(context, (body as Buffer | undefined) ?? Buffer.alloc(0))
        return reply.type('application/json').send(context.outside.carriers.pushAnswer(context.now))
      },
    )
  })
}
