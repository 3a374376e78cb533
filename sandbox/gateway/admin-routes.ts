import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { answerBehaviours, noticeBehaviours, operations } from './behaviour.ts'
import { dispute } from './disputes.ts'
import { WechatError } from './errors.ts'
import { noticesOf } from './notices.ts'
import { refundsOf } from './refunds.ts'
import type { TradeRow } from './store.ts'
import { type Gateway, takePayment } from './till.ts'
import { loadTrade } from './trades.ts'

const strict = { additionalProperties: false }
const Notice = Type.Enum([...noticeBehaviours])
const Script = Type.Object(
  {
    notice: Type.Optional(Notice),
    answer: Type.Optional(Type.Enum([...answerBehaviours])),
    on: Type.Optional(Type.Enum([...operations])),
    times: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  },
  strict,
)
const Payment = Type.Optional(
  Type.Object({ notice: Type.Optional(Notice), evenIfClosed: Type.Optional(Type.Boolean()) }, strict),
)

const Dispute = Type.Optional(
  Type.Object(
    {
      amount: Type.Optional(Type.Integer({ minimum: 1 })),
      reason: Type.Optional(Type.String({ maxLength: 60 })),
      outcome: Type.Optional(Type.Enum(['won', 'lost'])),
    },
    strict,
  ),
)

/** The gateway's own books and strings to pull, for tests. No signature: the sandbox holds no money. */
export function adminRoutes(gateway: Gateway) {
  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error, _, reply) => {
      const status =
        error instanceof WechatError ? error.status : ((error as { statusCode?: number }).statusCode ?? 500)
      return reply
        .code(status)
        .send({ code: error instanceof WechatError ? error.code : 'PARAM_ERROR', message: (error as Error).message })
    })
    app.get('/trades', async () => books(gateway))
    app.get<{ Params: { number: string } }>('/trades/:number', async ({ params }) =>
      book(gateway, loadTrade(gateway.store, params.number, gateway.now())),
    )
    app.post<{ Body: Type.Static<typeof Script> }>(
      '/behaviour',
      { schema: { body: Script } },
      async ({ body }, reply) => {
        gateway.behaviours.set(body)
        return reply.code(204).send()
      },
    )
    app.post<{ Params: { number: string }; Body: Type.Static<typeof Payment> }>(
      '/trades/:number/pay',
      { schema: { body: Payment } },
      async ({ params, body }) => {
        takePayment(gateway, params.number, body ?? {})
        gateway.wake()
        return book(gateway, loadTrade(gateway.store, params.number, gateway.now()))
      },
    )
    app.post<{ Params: { number: string }; Body: Type.Static<typeof Dispute> }>(
      '/trades/:number/dispute',
      { schema: { body: Dispute } },
      async ({ params, body }) => {
        const { id, amount, state } = dispute(gateway, params.number, body ?? {})
        return { id, amount, state }
      },
    )
    app.post('/keys/rotate', async () => ({ serial: gateway.keys.rotate().serial }))
  }
}

const books = (gateway: Gateway) => ({
  trades: gateway.store
    .all<TradeRow>('select * from trades order by rowid')
    .map((trade) => book(gateway, loadTrade(gateway.store, trade.number, gateway.now()))),
})

/** What really happened, whatever the merchant was told. Amounts in fen. */
function book({ store }: Gateway, trade: TradeRow) {
  const refunds = refundsOf(store, trade.number)
  return {
    number: trade.number,
    state: trade.state,
    total: trade.total,
    currency: trade.currency,
    charged: trade.transaction_id ? trade.total : 0,
    refunded: refunds.reduce((sum, refund) => sum + refund.amount, 0),
    transactionId: trade.transaction_id,
    paidAt: trade.paid_at,
    refunds: refunds.map((refund) => ({
      number: refund.number,
      refundId: refund.refund_id,
      amount: refund.amount,
      state: refund.state,
      reason: refund.reason,
    })),
    notices: noticesOf(store, trade.number).map((notice) => ({
      eventId: notice.event_id,
      eventType: notice.event_type,
      behaviour: notice.behaviour,
      attempts: notice.attempts,
      lastStatus: notice.last_status,
      waiting: notice.due_millis !== null,
    })),
  }
}
