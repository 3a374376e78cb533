import { type Static, Type } from 'typebox'
import { newId } from '#kernel/id'
import {
  type Headline,
  headlines,
  longestNote,
  type OrderId,
  type OrderTagId,
  orderFlags,
  requestKinds,
} from '#model/sales/orders'
import { byHand, type RefundId } from '#model/sales/payments'
import { transaction } from '#platform/database'
import { IdOf, IdParams, IdText, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  addRequest,
  cancelOrder,
  changeRecipient,
  countFound,
  countOrders,
  findOrders,
  markOrder,
  mostCounted,
  type OrderFilter,
  orderPage,
  previewRecipient,
  refundMissing,
  refundOrder,
  releaseOrder,
  revealRecipient,
  reviewOrder,
} from '#sales/orders'
import { retryRefund } from '#sales/payments'
import {
  Axes,
  MarkJson,
  ReasonBody,
  RecipientBody,
  RecipientJson,
  RefundJson,
  RequestBody,
  StaffOrderJson,
  StaffOrderPageJson,
  StaffOrderRowJson,
} from '../order-shapes.ts'

const Day = Type.Optional(Type.String({ format: 'date' }))
const Minor = Type.Optional(Type.Integer({ minimum: 0, description: 'In the smallest unit of the shop’s money.' }))
/** Ids of tags, as an address can say several. */
const Tags = (description: string) => {
  const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  return Type.Optional(
    Type.String({ pattern: `^${id}(,${id}){0,9}$`, description: `${description} Ids, separated by commas.` }),
  )
}
const filterParts = {
  headline: Type.Optional(OneOf<Headline>(headlines)),
  ...Type.Partial(Type.Object(Axes)).properties,
  number: Type.Optional(Type.String({ maxLength: 40 })),
  phone: Type.Optional(Type.String({ maxLength: 20, description: 'The whole number, or its last four digits.' })),
  text: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 60,
      description:
        'What stands on an order or its parcel: its number, a waybill number, a phone number or its last four digits.',
    }),
  ),
  customerId: Type.Optional(IdText),
  from: Day,
  to: Day,
  late: Type.Optional(Type.Boolean()),
  dueWithin: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 720, description: 'Only orders that must leave within so many hours.' }),
  ),
  outOfStock: Type.Optional(Type.Boolean({ description: 'Only orders whose goods are missing.' })),
  mergeable: Type.Optional(
    Type.Boolean({ description: 'Only orders that could leave in one box with another order of their buyer.' }),
  ),
  cashOnDelivery: Type.Optional(Type.Boolean({ description: 'Only orders that are, or were, paid to the courier.' })),
  abnormal: Type.Optional(Type.Boolean({ description: 'Only orders with an open issue.' })),
  packed: Type.Optional(Type.Boolean({ description: 'Only orders of which a box is packed and has not left.' })),
  warehouseId: Type.Optional(IdOf<'Warehouse'>()),
  weightFrom: Type.Optional(Type.Integer({ minimum: 0, description: 'Grams' })),
  weightTo: Type.Optional(Type.Integer({ minimum: 0, description: 'Grams' })),
  request: Type.Optional(OneOf(requestKinds)),
  memo: Type.Optional(Type.Boolean({ description: 'Only orders whose buyer wrote something.' })),
  noted: Type.Optional(Type.Boolean({ description: 'Only orders on which staff noted something.' })),
  flag: Type.Optional(OneOf(orderFlags)),
  tagsAny: Tags('Only orders with one of these tags at least.'),
  tagsAll: Tags('Only orders with all of these tags.'),
  tagsNone: Tags('Only orders with none of these tags.'),
  carrier: Type.Optional(Type.String({ maxLength: 20 })),
  sku: Type.Optional(Type.String({ maxLength: 80, description: 'A whole SKU code.' })),
  amountFrom: Minor,
  amountTo: Minor,
}
const closed = { additionalProperties: false }
/** At once, the page included. */
const mostFilters = 20
/** What orders can be filtered by, as an address or a body says it. */
export const OrderFilterJson = Type.Object(filterParts, { ...closed, maxProperties: mostFilters })
const ListQuery = Type.Object({ ...PageQuery, ...filterParts }, { ...closed, maxProperties: mostFilters })
const MarkBody = Type.Object(
  {
    flag: Type.Optional(Type.Union([OneOf(orderFlags), Type.Null()])),
    note: Type.Optional(Type.String({ maxLength: longestNote })),
  },
  closed,
)
const CountersJson = Type.Object({
  counts: Type.Record(Type.String(), Type.Integer()),
  most: Type.Integer({ description: 'A count above this stands for "more than this".' }),
})
const ReviewBody = Type.Object(
  { decision: OneOf(['approve', 'hold', 'resume', 'reject']), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
)
const StaffRecipientBody = Type.Object(
  {
    recipient: RecipientBody,
    carrier: Type.Optional(Type.String({ maxLength: 20 })),
    acceptFreight: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
/** Goods that come back are refunded by their case; by hand only an amount is given back, as a favour. */
const RefundBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 80 }), amount: MoneyJson },
  { additionalProperties: false },
)

/** The days of a filter as days, its tags one by one. */
export const orderFilterOf = ({
  from,
  to,
  tagsAny,
  tagsAll,
  tagsNone,
  ...filter
}: Static<typeof OrderFilterJson>): OrderFilter => ({
  ...filter,
  tagsAny: tagsIn(tagsAny),
  tagsAll: tagsIn(tagsAll),
  tagsNone: tagsIn(tagsNone),
  from: from === undefined ? undefined : Temporal.PlainDate.from(from),
  to: to === undefined ? undefined : Temporal.PlainDate.from(to),
})

const tagsIn = (ids: string | undefined) => ids?.split(',') as OrderTagId[] | undefined

const tags = ['orders']
const needs = (staff: string) => ({ needs: { staff } }) as const
const once = (staff: string) => ({ needs: { staff }, once: true }) as const

/** The order desk. */
export function staffOrderRoutes(app: Routes): void {
  readRoutes(app)
  decisionRoutes(app)
  changeRoutes(app)
  refundRoutes(app)
}

function readRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/orders',
    {
      config: needs('orders.read'),
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(StaffOrderRowJson) } },
    },
    ({ context, query: { cursor, limit, ...filter } }) =>
      findOrders(context, { ...orderFilterOf(filter), cursor, limit }),
  )
  app.get(
    '/api/v1/admin/orders/count',
    {
      config: needs('orders.read'),
      schema: {
        tags,
        querystring: OrderFilterJson,
        response: { 200: Type.Object({ count: Type.Integer(), most: Type.Integer() }) },
      },
    },
    async ({ context, query }) => ({
      count: await countFound(context, orderFilterOf(query), mostCounted),
      most: mostCounted,
    }),
  )
  app.get(
    '/api/v1/admin/orders/counters',
    { config: needs('orders.read'), schema: { tags, response: { 200: CountersJson } } },
    async ({ context }) => ({ counts: await countOrders(context), most: mostCounted }),
  )
  app.get(
    '/api/v1/admin/orders/:id',
    {
      config: { ...needs('orders.read'), versioned: true },
      schema: { tags, params: IdParams, response: { 200: StaffOrderPageJson } },
    },
    ({ context, params }) => orderPage(context, params.id as OrderId),
  )
  app.post(
    '/api/v1/admin/orders/:id/reveal-recipient',
    {
      config: needs('customers.reveal'),
      schema: { tags, params: IdParams, body: ReasonBody, response: { 200: RecipientJson } },
    },
    ({ context, params, body }) => revealRecipient(context, { orderId: params.id as OrderId, reason: body.reason }),
  )
}

function decisionRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/orders/:id/review',
    {
      config: { ...once('orders.review'), versioned: true },
      schema: { tags, params: IdParams, body: ReviewBody, response: { 200: StaffOrderJson } },
    },
    ({ context, params, body }) => reviewOrder(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/release',
    {
      config: { ...once('orders.change'), versioned: true },
      schema: { tags, params: IdParams, response: { 200: StaffOrderJson } },
    },
    ({ context, params }) => releaseOrder(context, params.id as OrderId),
  )
  app.post(
    '/api/v1/admin/orders/:id/cancel',
    {
      config: { ...once('orders.cancel'), versioned: true },
      schema: { tags, params: IdParams, body: ReasonBody, response: { 200: StaffOrderJson } },
    },
    ({ context, params, body }) => cancelOrder(context, { orderId: params.id as OrderId, reason: body.reason }),
  )
  app.post(
    '/api/v1/admin/orders/:id/refund-missing',
    { config: once('orders.change'), schema: { tags, params: IdParams, response: { 200: StaffOrderJson } } },
    ({ context, params }) => refundMissing(context, params.id as OrderId),
  )
}

function changeRoutes(app: Routes): void {
  app.put(
    '/api/v1/admin/orders/:id/recipient',
    {
      config: { ...needs('orders.change'), versioned: true },
      schema: { tags, params: IdParams, body: StaffRecipientBody, response: { 200: StaffOrderJson } },
    },
    ({ context, params, body }) => changeRecipient(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/recipient/preview',
    {
      config: needs('orders.change'),
      schema: {
        tags,
        params: IdParams,
        body: StaffRecipientBody,
        response: {
          200: Type.Object({
            order: StaffOrderJson,
            freightNow: Type.Union([MoneyJson, Type.Null()], {
              description: 'Freight to there by the rules of today.',
            }),
          }),
        },
      },
    },
    ({ context, params, body }) => previewRecipient(context, { orderId: params.id as OrderId, ...body }),
  )
  app.put(
    '/api/v1/admin/orders/:id/mark',
    {
      config: { ...needs('orders.change'), versioned: true },
      schema: { tags, params: IdParams, body: MarkBody, response: { 200: MarkJson } },
    },
    async ({ context, params, body }) => (await markOrder(context, { orderId: params.id as OrderId, ...body })).after,
  )
  app.post(
    '/api/v1/admin/orders/:id/requests',
    {
      config: { ...once('orders.change'), versioned: true },
      schema: { tags, params: IdParams, body: RequestBody, response: { 201: StaffOrderJson } },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await addRequest(context, { orderId: params.id as OrderId, ...body })),
  )
}

function refundRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/orders/:id/refunds',
    {
      config: once('aftersales.decide'),
      schema: { tags, params: IdParams, body: RefundBody, response: { 201: Type.Union([RefundJson, Type.Null()]) } },
    },
    async ({ context, params, body }, reply) => {
      const refund = { orderId: params.id as OrderId, cause: byHand, causeId: newId(), ...body }
      return reply.code(201).send((await transaction(context, (tx) => refundOrder(tx, refund))) ?? null)
    },
  )
  app.post(
    '/api/v1/admin/refunds/:id/retry',
    { config: once('aftersales.decide'), schema: { tags, params: IdParams, response: { 200: RefundJson } } },
    ({ context, params }) => retryRefund(context, params.id as RefundId),
  )
}
