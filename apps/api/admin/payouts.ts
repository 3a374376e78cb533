import { Type } from 'typebox'
import type { OrderId } from '#model/sales/orders'
import { payoutWays, type RefundId } from '#model/sales/payments'
import { IdParams, IdText, Instant, PageOf, PageQuery, type Routes } from '#platform/http'
import { orderNumbersUnder } from '#sales/orders'
import { findPayouts, recordPayout } from '#sales/payments'
import { RefundJson } from '../order-shapes.ts'

const Maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })
const Way = Type.Enum([...payoutWays])
const PayoutJson = Type.Object({
  refund: Type.Object({ ...RefundJson.properties, failure: Maybe(Type.String()) }),
  orderId: IdText,
  orderNumber: Type.String(),
  method: Type.String({ description: 'How the order had been paid.' }),
  payout: Maybe(
    Type.Object({
      way: Way,
      reference: Type.String(),
      note: Type.String(),
      paidOn: Day,
      recordedAt: Instant,
      recordedBy: Type.String(),
    }),
  ),
})
const ListQuery = Type.Object(
  { ...PageQuery, open: Type.Optional(Type.Boolean({ description: 'Those that wait; true unless said.' })) },
  { additionalProperties: false },
)
const PayoutBody = Type.Object(
  {
    way: Way,
    reference: Type.String({ maxLength: 100, description: 'The number of the transfer, or of the signed receipt.' }),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    paidOn: Type.String({ format: 'date' }),
  },
  { additionalProperties: false },
)

const tags = ['payments']

/** Refunds that people pay out, because the money has no way back by itself. */
export function payoutRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/payouts',
    {
      config: { needs: { staff: 'payments.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(PayoutJson) } },
    },
    async ({ context, query }) => {
      const page = await findPayouts(context, query)
      const orders = await ordersOf(
        context,
        page.rows.map(({ refund }) => refund.orderId as OrderId),
      )
      const rows = page.rows.map((row) => ({
        ...row,
        orderId: row.refund.orderId,
        orderNumber: orders.get(row.refund.orderId) ?? '',
      }))
      return { ...page, rows }
    },
  )
  app.post(
    '/api/v1/admin/refunds/:id/payout',
    {
      config: { needs: { staff: 'payments.settle' }, once: true },
      schema: { tags, params: IdParams, body: PayoutBody, response: { 200: RefundJson } },
    },
    ({ context, params, body }) =>
      recordPayout(context, {
        refundId: params.id as RefundId,
        way: body.way,
        reference: body.reference,
        note: body.note ?? '',
        paidOn: Temporal.PlainDate.from(body.paidOn),
      }),
  )
}

/** The numbers of these orders, one query: an order merged with others is found under its shipment. */
async function ordersOf(
  context: Parameters<typeof orderNumbersUnder>[0],
  ids: readonly OrderId[],
): Promise<Map<string, string>> {
  const found = await orderNumbersUnder(context, ids)
  return new Map([...found.values()].flat().map(({ id, number }) => [id, number]))
}
