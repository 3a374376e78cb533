import { Type } from 'typebox'
import { type Production, type ProductionId, productionNote, productionStatuses } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { findProductions, finishProduction, noteProduction, startProduction, type WorkOn } from '#sales/orders'
import { NameJson, Nullable, open } from '../goods-shapes.ts'

const tags = ['productions']
const closed = { additionalProperties: false }
export const ProductionJson = Type.Object({
  id: IdText,
  orderId: IdText,
  orderLineId: IdText,
  status: OneOf(productionStatuses),
  makeBy: Instant,
  note: Type.String(),
  worker: Nullable(Type.String()),
  startedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
})
const RowJson = Type.Object({
  ...ProductionJson.properties,
  orderNumber: Type.String(),
  sku: Type.String(),
  name: NameJson,
  specification: NameJson,
  quantity: Type.Integer(),
  memo: Type.String({ description: 'What the buyer wrote with the order' }),
  requests: Type.Array(Type.String()),
})
const Query = Type.Object({ ...PageQuery, status: Type.Optional(OneOf(productionStatuses)) }, closed)
const Body = Type.Object({ note: Type.Optional(Type.String({ maxLength: productionNote })) }, closed)
const verbs: readonly (readonly [step: string, work: (ctx: Context, work: WorkOn) => Promise<Production>])[] = [
  ['start', startProduction],
  ['note', noteProduction],
  ['finish', finishProduction],
]

/** What is made to order: the queue, and the steps of those who make it. */
export function productionRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/productions',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, querystring: Query, response: { 200: PageOf(RowJson) } },
    },
    async ({ context, query }) => open(await findProductions(context, query)),
  )
  for (const [step, work] of verbs)
    app.post(
      `/api/v1/admin/productions/:id/${step}`,
      {
        config: { needs: { staff: 'orders.change' }, once: true },
        schema: { tags, params: IdParams, body: Body, response: { 200: ProductionJson } },
      },
      ({ context, params, body }) => work(context, { productionId: params.id as ProductionId, ...body }),
    )
}
