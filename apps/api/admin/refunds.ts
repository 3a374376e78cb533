import { Type } from 'typebox'
import { statusesOf } from '#kernel/steps'
import type { OrderId } from '#model/sales/orders'
import { type RefundId, refundSteps } from '#model/sales/payments'
import { IdParams, IdText, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { declineRefund, orderNumbersUnder } from '#sales/orders'
import { agreeToRefund, findRefunds } from '#sales/payments'
import { StaffRefundJson } from '../order-shapes.ts'

const ListQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(statusesOf(refundSteps))),
    large: Type.Optional(Type.Boolean({ description: 'Those that were too much for one person.' })),
  },
  { additionalProperties: false },
)
const RowJson = Type.Object({ ...StaffRefundJson.properties, orderId: IdText, orderNumber: Type.String() })
const DeclineBody = Type.Object(
  { remark: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)

const tags = ['payments']
const once = { needs: { staff: 'payments.settle' }, once: true } as const

/** Refunds as those see them who answer for the money: large ones wait here for a second person. */
export function refundRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/refunds',
    {
      config: { needs: { staff: 'payments.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(RowJson) } },
    },
    async ({ context, query }) => {
      const page = await findRefunds(context, query)
      const found = await orderNumbersUnder(
        context,
        page.rows.map(({ orderId }) => orderId as OrderId),
      )
      const numbers = new Map([...found.values()].flat().map(({ id, number }) => [id as string, number]))
      return { ...page, rows: page.rows.map((row) => ({ ...row, orderNumber: numbers.get(row.orderId) ?? '' })) }
    },
  )
  app.post(
    '/api/v1/admin/refunds/:id/agree',
    { config: once, schema: { tags, params: IdParams, response: { 200: StaffRefundJson } } },
    ({ context, params }) => agreeToRefund(context, params.id as RefundId),
  )
  app.post(
    '/api/v1/admin/refunds/:id/decline',
    { config: once, schema: { tags, params: IdParams, body: DeclineBody, response: { 200: StaffRefundJson } } },
    ({ context, params, body }) => declineRefund(context, { refundId: params.id as RefundId, ...body }),
  )
}
