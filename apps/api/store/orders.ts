import { Type } from 'typebox'
import type { OrderId } from '#model/sales/orders'
import { IdParams, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { chooseSettlement, giveFeedback, settleConfirmation, shortageOf } from '#sales/desk'
import {
  addRequest,
  cancelOrder,
  changeRecipient,
  confirmReceipt,
  extendReceipt,
  loadOrder,
  type OwnTab,
  orderPage,
  ownOrders,
  ownTabs,
} from '#sales/orders'
import { ChoiceBody, ConfirmationJson, ConfirmBody, FeedbackBody, FollowUpJson, ShortageJson } from '../desk-shapes.ts'
import { OrderJson, OrderPageJson, OrderRowJson, ReasonBody, RecipientBody, RequestBody } from '../order-shapes.ts'

const ListQuery = Type.Object(
  {
    ...PageQuery,
    tab: Type.Optional(OneOf<OwnTab>(ownTabs)),
    text: Type.Optional(Type.String({ maxLength: 100, description: 'A part of the number or of a name in it.' })),
  },
  { additionalProperties: false },
)

const tags = ['orders']
const shopper = { needs: 'shopper' } as const
const once = { needs: 'shopper', once: true, lane: 'checkout' } as const

/** A shopper's own orders. */
export function orderRoutes(app: Routes): void {
  readRoutes(app)
  changeRoutes(app)
  shortageRoutes(app)
}

function readRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/orders',
    { config: shopper, schema: { tags, querystring: ListQuery, response: { 200: PageOf(OrderRowJson) } } },
    ({ context, query }) => ownOrders(context, { customerId: context.actor.id!, ...query }),
  )
  app.get(
    '/api/v1/store/orders/:id',
    { config: shopper, schema: { tags, params: IdParams, response: { 200: OrderPageJson } } },
    ({ context, params }) => orderPage(context, params.id as OrderId),
  )
}

function changeRoutes(app: Routes): void {
  app.post(
    '/api/v1/store/orders/:id/cancel',
    { config: once, schema: { tags, params: IdParams, body: ReasonBody, response: { 200: OrderJson } } },
    ({ context, params, body }) => cancelOrder(context, { orderId: params.id as OrderId, reason: body.reason }),
  )
  app.post(
    '/api/v1/store/orders/:id/confirm-receipt',
    { config: once, schema: { tags, params: IdParams, response: { 200: OrderJson } } },
    ({ context, params }) => confirmReceipt(context, params.id as OrderId),
  )
  app.post(
    '/api/v1/store/orders/:id/extend-receipt',
    { config: once, schema: { tags, params: IdParams, response: { 200: OrderJson } } },
    ({ context, params }) => extendReceipt(context, params.id as OrderId),
  )
  app.put(
    '/api/v1/store/orders/:id/recipient',
    { config: shopper, schema: { tags, params: IdParams, body: RecipientBody, response: { 200: OrderJson } } },
    ({ context, params, body }) => changeRecipient(context, { orderId: params.id as OrderId, recipient: body }),
  )
  app.post(
    '/api/v1/store/orders/:id/requests',
    { config: once, schema: { tags, params: IdParams, body: RequestBody, response: { 201: OrderJson } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await addRequest(context, { orderId: params.id as OrderId, ...body })),
  )
}

/** What of an order turned out not to be there, and what the buyer wants done about it. */
function shortageRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/orders/:id/shortage',
    {
      config: shopper,
      schema: { tags, params: IdParams, response: { 200: Type.Union([ShortageJson, Type.Null()]) } },
    },
    async ({ context, params }) => {
      const { id } = await loadOrder(context, params.id as OrderId)
      return (await shortageOf(context, id)) ?? null
    },
  )
  app.post(
    '/api/v1/store/orders/:id/shortage',
    { config: once, schema: { tags, params: IdParams, body: ChoiceBody, response: { 200: ShortageJson } } },
    ({ context, params, body }) => chooseSettlement(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/store/orders/:id/confirmation',
    { config: once, schema: { tags, params: IdParams, body: ConfirmBody, response: { 200: ConfirmationJson } } },
    ({ context, params, body }) => settleConfirmation(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/store/orders/:id/feedback',
    { config: once, schema: { tags, params: IdParams, body: FeedbackBody, response: { 200: FollowUpJson } } },
    ({ context, params, body }) => giveFeedback(context, { orderId: params.id as OrderId, ...body }),
  )
}
