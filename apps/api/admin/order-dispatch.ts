import { type Static, Type } from 'typebox'
import { type Headline, headlines, type OrderId } from '#model/sales/orders'
import { outboundStatuses } from '#model/supply/warehouse'
import { IdOf, IdParams, IdText, Instant, MoneyJson, OneOf, type Routes } from '#platform/http'
import { sendPart } from '#sales/desk'
import {
  changeCarrier,
  dispatchOfOrder,
  interceptOrder,
  joinBoxes,
  type Parted,
  papersOfOrders,
  previewPart,
  type SendPart,
  sendFrom,
  splitOrder,
  unapproveOrder,
} from '#sales/orders'
import { Nullable } from '../goods-shapes.ts'
import { ReasonBody, StaffOrderJson } from '../order-shapes.ts'
import { boxed, OrderBoxJson, PiecesJson } from './order-bulk.ts'

const closed = { additionalProperties: false }
const BoxJson = Type.Object({
  id: IdText,
  number: Type.String(),
  warehouseId: IdText,
  status: OneOf(outboundStatuses),
  printedAt: Nullable(Instant),
  hasWaybill: Type.Boolean({ description: 'A label can be printed.' }),
  lines: Type.Array(Type.Object({ lineId: IdText, quantity: Type.Integer() })),
})
const FromJson = Type.Object({
  lineId: IdText,
  warehouseId: IdText,
  quantity: Type.Integer(),
  considered: Nullable(
    Type.Array(
      Type.Object({
        warehouseId: IdText,
        rank: Type.Integer({ description: '0 serves the province, 1 serves every one, 2 serves others.' }),
        hasAll: Type.Boolean({ description: 'It had every piece of the order.' }),
      }),
    ),
  ),
})
const DispatchJson = Type.Object({ boxes: Type.Array(BoxJson), from: Type.Array(FromJson), isSplit: Type.Boolean() })
const SplitBody = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          lineId: IdOf<'OrderLine'>(),
          quantity: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 9_999, description: 'So many pieces; without it, all of them.' }),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 100, description: 'What leaves in a box of its own' },
    ),
  },
  closed,
)
const PartBody = Type.Object(
  { restBy: Type.Optional(Type.String({ format: 'date-time', description: 'Until when the rest is promised' })) },
  closed,
)
const PartJson = Type.Object({
  before: Type.Array(OrderBoxJson),
  after: Type.Array(OrderBoxJson),
  waiting: Type.Array(PiecesJson),
  restBy: Nullable(Instant),
  freight: Nullable(MoneyJson),
})
const CarrierBody = Type.Object({ carrier: Type.String({ minLength: 1, maxLength: 20 }) }, closed)
const FromBody = Type.Object(
  {
    warehouseId: IdOf<'Warehouse'>(),
    lines: Type.Optional(
      Type.Array(
        Type.Object({ lineId: IdOf<'OrderLine'>(), quantity: Type.Integer({ minimum: 1, maximum: 9_999 }) }, closed),
        { minItems: 1, maxItems: 100, description: 'So many pieces of these; without it, everything.' },
      ),
    ),
  },
  closed,
)

const PapersJson = Type.Object({
  id: IdText,
  number: Type.String(),
  headline: OneOf<Headline>(headlines),
  outbounds: Type.Array(
    Type.Object({
      id: IdText,
      number: Type.String(),
      hasWaybill: Type.Boolean({ description: 'A label can be printed.' }),
    }),
  ),
})

const tags = ['orders']
const changing = { needs: { staff: 'orders.change' }, once: true, versioned: true } as const
const answer = { 200: StaffOrderJson }

/** How an order leaves: its boxes, its warehouses, its carrier, and the way back to review. */
export function orderDispatchRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/orders/:id/dispatch',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, params: IdParams, response: { 200: DispatchJson } },
    },
    ({ context, params }) => dispatchOf(context, params.id as OrderId),
  )
  app.get(
    '/api/v1/admin/order-papers',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: {
        tags,
        querystring: Type.Object({ ids: Type.Array(IdOf<'Order'>(), { minItems: 1, maxItems: 100 }) }, closed),
        response: { 200: Type.Object({ rows: Type.Array(PapersJson) }) },
      },
    },
    async ({ context, query }) => {
      const rows = await papersOfOrders(context, query.ids)
      return { rows: rows.map((row) => ({ ...row, outbounds: [...row.outbounds] })) }
    },
  )
  app.post(
    '/api/v1/admin/orders/:id/unapprove',
    {
      config: { ...changing, needs: { staff: 'orders.review' } },
      schema: { tags, params: IdParams, body: ReasonBody, response: answer },
    },
    ({ context, params, body }) => unapproveOrder(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/intercept',
    {
      config: { ...changing, needs: { staff: 'orders.review' } },
      schema: { tags, params: IdParams, body: ReasonBody, response: answer },
    },
    ({ context, params, body }) => interceptOrder(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/split',
    { config: changing, schema: { tags, params: IdParams, body: SplitBody, response: answer } },
    ({ context, params, body }) => splitOrder(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/part',
    { config: changing, schema: { tags, params: IdParams, body: PartBody, response: { 200: PartJson } } },
    async ({ context, params, body }) => parted(await sendPart(context, partOf(params.id as OrderId, body))),
  )
  app.post(
    '/api/v1/admin/orders/:id/part-preview',
    {
      config: { needs: { staff: 'orders.change' } },
      schema: { tags, params: IdParams, body: PartBody, response: { 200: PartJson } },
    },
    async ({ context, params, body }) => parted(await previewPart(context, partOf(params.id as OrderId, body))),
  )
  app.post(
    '/api/v1/admin/orders/:id/join',
    { config: changing, schema: { tags, params: IdParams, response: answer } },
    ({ context, params }) => joinBoxes(context, params.id as OrderId),
  )
  app.post(
    '/api/v1/admin/orders/:id/carrier',
    { config: changing, schema: { tags, params: IdParams, body: CarrierBody, response: answer } },
    ({ context, params, body }) => changeCarrier(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/warehouse',
    { config: changing, schema: { tags, params: IdParams, body: FromBody, response: answer } },
    ({ context, params, body }) => sendFrom(context, { orderId: params.id as OrderId, ...body }),
  )
}

const partOf = (orderId: OrderId, { restBy }: Static<typeof PartBody>): SendPart => ({
  orderId,
  ...(restBy && { restBy: Temporal.Instant.from(restBy) }),
})

const parted = ({ before, after, waiting, restBy, freight }: Parted): Static<typeof PartJson> => ({
  before: before.map(boxed),
  after: after.map(boxed),
  waiting: [...waiting],
  restBy,
  freight,
})

type Asking = Parameters<typeof dispatchOfOrder>[0]

async function dispatchOf(ctx: Asking, orderId: OrderId): Promise<Static<typeof DispatchJson>> {
  const { boxes, from, isSplit } = await dispatchOfOrder(ctx, orderId)
  return {
    isSplit,
    boxes: boxes.map(({ id, number, warehouseId, status, printedAt, hasWaybill, lines }) => ({
      id,
      number,
      warehouseId,
      status,
      printedAt,
      hasWaybill,
      lines: lines.map(({ sourceLineId: lineId, quantity }) => ({ lineId, quantity })),
    })),
    from: from.map((each) => ({ ...each, considered: each.considered && [...each.considered] })),
  }
}
