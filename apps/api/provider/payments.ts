import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isRefusal } from '#kernel/refusal'
import type { PaymentAccountId } from '#model/sales/payments'
import { IdText, type Routes } from '#platform/http'
import { noticeForged, providerMissing } from '#platform/payments'
import { type NoticeDesk, noticeReceipts, paymentAccountNotFound, receiveNotice } from '#sales/payments'
import { countUnproven, type Unproven } from './unproven.ts'

const Provider = Type.String({ maxLength: 30 })
const Params = Type.Object({ provider: Provider }, { additionalProperties: false })
const OwnParams = Type.Object({ provider: Provider, account: IdText }, { additionalProperties: false })

/**
 * Where payment providers notify us, for the installation's account and for accounts of a shop's own. A notification proves
 * itself by its signature over the bytes as they came, and is answered in the provider's words as soon as it is kept; one that
 * is not genuine is refused.
 */
export function paymentNoticeRoutes(app: Routes): void {
  const config = { needs: 'provider' } as const
  const tags = ['provider']
  const unproven = countUnproven()
  app.register(async (scope) => {
    scope.addHook('onRequest', unproven.admit)
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 262_144 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(
      '/api/v1/provider/payments/:provider/notices',
      { config, schema: { tags, params: Params } },
      (request, reply) =>
        take(request, reply, unproven, { ...(request.params as { provider: string }), accountId: null }),
    )
    scope.post(
      '/api/v1/provider/payments/:provider/accounts/:account/notices',
      { config, schema: { tags, params: OwnParams } },
      (request, reply) => {
        const { provider, account } = request.params as { provider: string; account: string }
        return take(request, reply, unproven, { provider, accountId: account as PaymentAccountId })
      },
    )
  })
}

async function take(
  request: FastifyRequest,
  reply: FastifyReply,
  unproven: Unproven,
  desk: NoticeDesk,
): Promise<FastifyReply> {
  const { context, headers } = request
  const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
  try {
    const { accepted, refused } = await noticeReceipts(context, desk)
    const receipt = await receiveNotice(context, { ...desk, headers, body }).then(
      () => accepted,
      (error: unknown) => {
        if (!isRefusal(error, noticeForged)) throw error
        unproven.note(request)
        return refused
      },
    )
    return reply.code(receipt.status).type(receipt.type).send(receipt.body)
  } catch (error) {
    if (!isRefusal(error, providerMissing) && !isRefusal(error, paymentAccountNotFound)) throw error
    return reply.code(404).send({ code: 'FAIL', message: 'unknown provider' })
  }
}
