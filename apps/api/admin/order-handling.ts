import { Type } from 'typebox'
import type { OrderId } from '#model/sales/orders'
import { IdOf, IdParams, type Routes } from '#platform/http'
import { mergeableWith, mergeOrders, unmergeOrder } from '#sales/orders'
import { StaffOrderJson } from '../order-shapes.ts'

const MergeBody = Type.Object(
  { orderIds: Type.Array(IdOf<'Order'>(), { minItems: 1, maxItems: 20 }) },
  { additionalProperties: false },
)

const tags = ['orders']
const needs = (staff: string) => ({ needs: { staff } }) as const
const once = (staff: string) => ({ needs: { staff }, once: true }) as const

/** What the desk does with orders between payment and dispatch. */
export function orderHandlingRoutes(app: Routes): void {
  mergeRoutes(app)
}

function mergeRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/orders/:id/mergeable',
    {
      config: needs('orders.read'),
      schema: { tags, params: IdParams, response: { 200: Type.Object({ rows: Type.Array(StaffOrderJson) }) } },
    },
    async ({ context, params }) => ({ rows: await mergeableWith(context, params.id as OrderId) }),
  )
  app.post(
    '/api/v1/admin/orders/:id/merge',
    {
      config: once('orders.change'),
      schema: {
        tags,
        params: IdParams,
        body: MergeBody,
        response: { 200: Type.Object({ rows: Type.Array(StaffOrderJson) }) },
      },
    },
    async ({ context, params, body }) => ({
      rows: await mergeOrders(context, { orderIds: [params.id as OrderId, ...body.orderIds] }),
    }),
  )
  app.post(
    '/api/v1/admin/orders/:id/unmerge',
    { config: once('orders.change'), schema: { tags, params: IdParams, response: { 200: StaffOrderJson } } },
    ({ context, params }) => unmergeOrder(context, params.id as OrderId),
  )
}
