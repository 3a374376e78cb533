import { Type } from 'typebox'
import { isRefusal } from '#kernel/refusal'
import type { Routes } from '#platform/http'
import { noticeForged } from '#platform/payments'
import { receiveNotice } from '#sales/payments'

const Params = Type.Object({ provider: Type.String({ maxLength: 30 }) }, { additionalProperties: false })
const Answer = Type.Object({ code: Type.String(), message: Type.Optional(Type.String()) })

/**
 * Where payment providers notify us. A notification proves itself by its signature over the bytes as they came, and is
 * answered as soon as it is kept; one that is not genuine is refused.
 */
export function paymentNoticeRoutes(app: Routes): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 262_144 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(
      '/api/v1/provider/payments/:provider/notices',
      {
        config: { needs: 'provider', priority: 'critical' },
        schema: { tags: ['provider'], params: Params, response: { 200: Answer, 401: Answer, 404: Answer } },
      },
      async ({ context, headers, params, body }, reply) => {
        if ((params as { provider: string }).provider !== context.outside.payments.provider)
          return reply.code(404).send({ code: 'FAIL', message: 'unknown provider' })
        try {
          await receiveNotice(context, { headers, body: (body as Buffer | undefined) ?? Buffer.alloc(0) })
          return { code: 'SUCCESS' }
        } catch (error) {
          if (!isRefusal(error, noticeForged)) throw error
          return reply.code(401).send({ code: 'FAIL', message: 'not genuine' })
        }
      },
    )
  })
}
