import { Type } from 'typebox'
import { type IssueId, type IssueKind, issueKinds } from '#model/sales/desk'
import type { OrderId } from '#model/sales/orders'
import { IdOf, IdParams, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  acceptPayment,
  callList,
  checkOrder,
  checksOf,
  chooseSettlement,
  confirmationOf,
  contactsOf,
  countIssues,
  findIssues,
  issuesOfOrder,
  keepContact,
  settleConfirmation,
  settleIssue,
  shortageOf,
  takeIssue,
} from '#sales/desk'
import {
  bargain,
  bargainLimits,
  changeItems,
  loadOrder,
  mergeableWith,
  mergeOrders,
  previewItems,
  unmergeOrder,
} from '#sales/orders'
import {
  CheckJson,
  ChecksBody,
  ChoiceBody,
  ConfirmationJson,
  ConfirmBody,
  ContactBody,
  ContactJson,
  DueContactJson,
  IssueJson,
  ShortageJson,
} from '../desk-shapes.ts'
import { StaffOrderJson } from '../order-shapes.ts'

const MergeBody = Type.Object(
  { orderIds: Type.Array(IdOf<'Order'>(), { minItems: 1, maxItems: 20 }) },
  { additionalProperties: false },
)

const IssuesQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(['open', 'settled'])),
    kind: Type.Optional(OneOf<IssueKind>(issueKinds)),
    owner: Type.Optional(OneOf(['me', 'nobody'])),
  },
  { additionalProperties: false },
)
const HandlingJson = Type.Object({
  issues: Type.Array(IssueJson),
  shortage: Type.Union([ShortageJson, Type.Null()]),
  checks: Type.Array(CheckJson),
  contacts: Type.Array(ContactJson),
  confirmation: Type.Union([ConfirmationJson, Type.Null()]),
})

const ItemsBody = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          lineId: IdOf<'OrderLine'>(),
          variantId: Type.Optional(IdOf<'Variant'>()),
          quantity: Type.Integer({ minimum: 0, maximum: 9_999, description: '0 removes the line.' }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 100 },
    ),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
    acceptDearer: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
const ItemsChangedJson = Type.Object({
  order: StaffOrderJson,
  refund: MoneyJson,
  stock: Type.Array(
    Type.Object(
      { sku: Type.String(), before: Type.Integer(), after: Type.Integer() },
      { description: 'Pieces that nobody has set aside, before and after.' },
    ),
  ),
})

const tags = ['orders']
const needs = (staff: string) => ({ needs: { staff } }) as const
const once = (staff: string) => ({ needs: { staff }, once: true }) as const

/** What the desk does with orders between payment and dispatch. */
export function orderHandlingRoutes(app: Routes): void {
  mergeRoutes(app)
  priceRoutes(app)
  itemRoutes(app)
  queueRoutes(app)
  deskRoutes(app)
  contactRoutes(app)
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

/** The queue of abnormal orders. */
function queueRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/issues',
    {
      config: needs('orders.read'),
      schema: { tags, querystring: IssuesQuery, response: { 200: PageOf(IssueJson) } },
    },
    ({ context, query: { owner, ...filter } }) =>
      findIssues(context, {
        ...filter,
        ...(owner === 'me' && { ownerId: context.actor.id ?? undefined }),
        free: owner === 'nobody',
      }),
  )
  app.get(
    '/api/v1/admin/issues/counters',
    {
      config: needs('orders.read'),
      schema: { tags, response: { 200: Type.Record(Type.String(), Type.Integer()) } },
    },
    ({ context }) => countIssues(context),
  )
  app.post(
    '/api/v1/admin/issues/:id/take',
    {
      config: once('orders.change'),
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ takeOver: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
        response: { 200: IssueJson },
      },
    },
    ({ context, params, body }) => takeIssue(context, { issueId: params.id as IssueId, ...body }),
  )
  app.post(
    '/api/v1/admin/issues/:id/accept-payment',
    {
      config: once('payments.settle'),
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
        response: { 200: IssueJson },
      },
    },
    ({ context, params, body }) => acceptPayment(context, { issueId: params.id as IssueId, ...body }),
  )
  app.post(
    '/api/v1/admin/issues/:id/settle',
    {
      config: once('orders.change'),
      schema: {
        tags,
        params: IdParams,
        body: Type.Object(
          { resolution: Type.String({ minLength: 1, maxLength: 200 }) },
          { additionalProperties: false },
        ),
        response: { 200: IssueJson },
      },
    },
    ({ context, params, body }) => settleIssue(context, { issueId: params.id as IssueId, ...body }),
  )
}

function deskRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/orders/:id/handling',
    { config: needs('orders.read'), schema: { tags, params: IdParams, response: { 200: HandlingJson } } },
    async ({ context, params }) => {
      const { id } = await loadOrder(context, params.id as OrderId)
      return {
        issues: await issuesOfOrder(context, id),
        shortage: (await shortageOf(context, id)) ?? null,
        checks: await checksOf(context, id),
        contacts: await contactsOf(context, id),
        confirmation: (await confirmationOf(context, id)) ?? null,
      }
    },
  )
  app.post(
    '/api/v1/admin/orders/:id/shortage',
    {
      config: once('orders.change'),
      schema: { tags, params: IdParams, body: ChoiceBody, response: { 200: ShortageJson } },
    },
    ({ context, params, body }) => chooseSettlement(context, { orderId: params.id as OrderId, ...body }),
  )
}

/** What is checked, agreed and confirmed with the buyer before the goods leave. */
function contactRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/calls',
    {
      config: needs('orders.read'),
      schema: { tags, response: { 200: Type.Object({ rows: Type.Array(DueContactJson) }) } },
    },
    async ({ context }) => ({ rows: await callList(context) }),
  )
  app.post(
    '/api/v1/admin/orders/:id/checks',
    {
      config: once('orders.change'),
      schema: { tags, params: IdParams, body: ChecksBody, response: { 200: Type.Array(CheckJson) } },
    },
    ({ context, params, body }) => checkOrder(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/contacts',
    {
      config: once('orders.change'),
      schema: { tags, params: IdParams, body: ContactBody, response: { 201: ContactJson } },
    },
    async ({ context, params, body: { nextDueAt, deliverFrom, ...body } }, reply) =>
      reply.code(201).send(
        await keepContact(context, {
          orderId: params.id as OrderId,
          ...body,
          nextDueAt: nextDueAt === undefined ? undefined : Temporal.Instant.from(nextDueAt),
          deliverFrom: deliverFrom === undefined ? undefined : Temporal.Instant.from(deliverFrom),
        }),
      ),
  )
  app.post(
    '/api/v1/admin/orders/:id/confirmation',
    {
      config: once('orders.change'),
      schema: { tags, params: IdParams, body: ConfirmBody, response: { 200: ConfirmationJson } },
    },
    ({ context, params, body }) => settleConfirmation(context, { orderId: params.id as OrderId, ...body }),
  )
}

/** Another price for an order that is not paid yet. */
function priceRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/orders/:id/price-limits',
    {
      config: needs('orders.bargain'),
      schema: { tags, params: IdParams, response: { 200: Type.Object({ least: MoneyJson, most: MoneyJson }) } },
    },
    async ({ context, params }) => bargainLimits(context, await loadOrder(context, params.id as OrderId)),
  )
  app.post(
    '/api/v1/admin/orders/:id/price',
    {
      config: once('orders.bargain'),
      schema: {
        tags,
        params: IdParams,
        body: Type.Object(
          {
            goods: MoneyJson,
            freight: MoneyJson,
            reason: Type.String({ minLength: 1, maxLength: 200 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: StaffOrderJson },
      },
    },
    ({ context, params, body }) => bargain(context, { orderId: params.id as OrderId, ...body }),
  )
}

/** Other items for an order that has not left. */
function itemRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/orders/:id/items/preview',
    {
      config: needs('orders.change'),
      schema: { tags, params: IdParams, body: ItemsBody, response: { 200: ItemsChangedJson } },
    },
    ({ context, params, body }) => previewItems(context, { orderId: params.id as OrderId, ...body }),
  )
  app.post(
    '/api/v1/admin/orders/:id/items',
    {
      config: once('orders.change'),
      schema: { tags, params: IdParams, body: ItemsBody, response: { 200: ItemsChangedJson } },
    },
    ({ context, params, body }) => changeItems(context, { orderId: params.id as OrderId, ...body }),
  )
}
