import { Type } from 'typebox'
import type { OrderId } from '#model/sales/orders'
import { onlineMethods } from '#model/sales/payments'
import { IdParams, type Routes } from '#platform/http'
import { checkPayment, payOnDelivery, startPayment, waysToPay } from '#sales/orders'
import { OrderJson } from '../order-shapes.ts'

const StartBody = Type.Object(
  {
    method: Type.Optional(
      Type.Enum([...onlineMethods], {
        description: 'How to pay; unless said, as the open attempt, else by the first way offered.',
      }),
    ),
    returnPath: Type.Optional(
      Type.String({
        pattern: '^/[^/\\\\]',
        maxLength: 300,
        description: 'Page of ours to which the cashier sends the buyer back.',
      }),
    ),
  },
  { additionalProperties: false },
)
const OfferedJson = Type.Object({
  method: Type.String(),
  label: Type.Object({ zh: Type.String(), en: Type.String() }),
})
const StartedJson = Type.Object({ payUrl: Type.String(), number: Type.String() })
const CheckedJson = Type.Object({ order: OrderJson, paid: Type.Boolean() })

const tags = ['payments']
const config = { needs: 'shopper', lane: 'checkout' } as const

/** Paying an order: where to, and whether it has arrived. */
export function paymentRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/orders/:id/payment-methods',
    { config, schema: { tags, params: IdParams, response: { 200: Type.Array(OfferedJson) } } },
    ({ context, params }) => waysToPay(context, params.id as OrderId),
  )
  app.post(
    '/api/v1/store/orders/:id/payments',
    {
      config: { ...config, once: true },
      schema: { tags, params: IdParams, body: StartBody, response: { 201: StartedJson } },
    },
    async ({ context, params, body, ip }, reply) =>
      reply.code(201).send(await startPayment(context, { orderId: params.id as OrderId, ...body, buyerIp: ip })),
  )
  app.post(
    '/api/v1/store/orders/:id/pay-on-delivery',
    { config: { ...config, once: true }, schema: { tags, params: IdParams, response: { 200: OrderJson } } },
    ({ context, params }) => payOnDelivery(context, params.id as OrderId),
  )
  app.post(
    '/api/v1/store/orders/:id/payments/check',
    { config, schema: { tags, params: IdParams, response: { 200: CheckedJson } } },
    ({ context, params }) => checkPayment(context, params.id as OrderId),
  )
}
