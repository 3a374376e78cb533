import { isRefusal } from '#kernel/refusal'
import { pushForged } from '#platform/carriers'
import type { Routes } from '#platform/http'
import { receivePush } from '#supply/shipping'
import { countUnproven } from './unproven.ts'

/** Where carriers push tracking. The push proves itself by its signature; the answer is in the carrier's own form. */
export function carrierPushRoutes(app: Routes): void {
  const unproven = countUnproven()
  app.register(async (scope) => {
    scope.addHook('onRequest', unproven.admit)
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1_048_576 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(
      '/api/v1/provider/carriers/tracking',
      { config: { needs: 'provider' }, schema: { tags: ['provider'] } },
      async (request, reply) => {
        const { context, body } = request
        await receivePush(context, (body as Buffer | undefined) ?? Buffer.alloc(0)).catch((error: unknown) => {
          if (isRefusal(error, pushForged)) unproven.note(request)
          throw error
        })
        return reply.type('application/json').send(context.outside.carriers.pushAnswer(context.now))
      },
    )
  })
}
