import { Type } from 'typebox'
import {
  approvePrice,
  competitorPricesOf,
  findPrices,
  findProposals,
  noteCompetitorPrice,
  proposePrice,
  rejectPrice,
  withdrawPrice,
} from '#goods/prices'
import { statusesOf } from '#kernel/steps'
import { marginPercent, type PriceProposalId, priceBases, proposalSteps } from '#model/goods/prices'
import { IdParams, IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { seesCosts } from '../costs.ts'
import { IdOf, Nullable } from '../goods-shapes.ts'

const tags = ['prices']
const closed = { additionalProperties: false }
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })
const RowJson = Type.Object({
  variantId: IdText,
  productId: IdText,
  sku: Type.String(),
  name: Type.String(),
  specification: Type.String(),
  version: Type.Integer(),
  list: MoneyJson,
  was: Nullable(MoneyJson),
  cost: Nullable(MoneyJson),
  marginPercent: Nullable(
    Type.Number({ description: 'What is left after the cost; only for those who may see costs' }),
  ),
  competitor: Nullable(Type.Object({ price: MoneyJson, source: Type.String(), seenOn: Day })),
  proposalId: Nullable(IdText),
})
const proposal = {
  id: IdText,
  variantId: IdText,
  from: MoneyJson,
  list: MoneyJson,
  was: Nullable(MoneyJson),
  basis: OneOf(priceBases),
  reason: Type.String(),
  startsAt: Instant,
  status: OneOf(statusesOf(proposalSteps)),
  proposedByName: Type.String(),
  decidedByName: Nullable(Type.String()),
  remark: Nullable(Type.String()),
  createdAt: Instant,
  endedAt: Nullable(Instant),
}
const ProposalJson = Type.Object(proposal)
const CompetitorJson = Type.Object({
  id: IdText,
  source: Type.String(),
  url: Nullable(Type.String()),
  price: MoneyJson,
  seenOn: Day,
  notedBy: Type.String(),
})
const ListQuery = Type.Object(
  {
    ...PageQuery,
    text: Type.Optional(Type.String({ maxLength: 100 })),
    dearer: Type.Optional(Type.Boolean({ description: 'Only what costs more than with the cheapest competitor' })),
  },
  closed,
)
const ProposalQuery = Type.Object({ ...PageQuery, state: Type.Optional(OneOf(['open', 'ended'])) }, closed)
const ProposeBody = Type.Object(
  {
    list: MoneyJson,
    was: Type.Optional(Nullable(MoneyJson)),
    basis: OneOf(priceBases),
    reason: Type.String({ maxLength: 500 }),
    startsAt: Type.String({ format: 'date-time' }),
  },
  closed,
)
const ApproveBody = Type.Object({ startsAt: Type.Optional(Type.String({ format: 'date-time' })) }, closed)
const RejectBody = Type.Object({ remark: Type.String({ maxLength: 500 }) }, closed)
const CompetitorBody = Type.Object(
  {
    source: Type.String({ maxLength: 200 }),
    url: Type.Optional(Nullable(Type.String({ maxLength: 600 }))),
    price: MoneyJson,
    seenOn: Type.String({ format: 'date' }),
  },
  closed,
)
const VariantParams = Type.Object({ id: IdOf<'Variant'>() }, closed)
const ProductParams = Type.Object({ id: IdOf<'Product'>() }, closed)

/** The price screen, proposals with their time, and what others ask. */
export function priceRoutes(app: Routes): void {
  screenRoutes(app)
  proposalRoutes(app)
  competitorRoutes(app)
}

function screenRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/prices',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(RowJson) } },
    },
    async ({ context, query }) => {
      const page = await findPrices(context, query)
      const shown = (cost: (typeof page.rows)[number]['cost']) => (seesCosts(context) ? cost : null)
      return {
        ...page,
        rows: page.rows.map((row) => ({
          ...row,
          cost: shown(row.cost),
          marginPercent: marginPercent(row.list, shown(row.cost)),
        })),
      }
    },
  )
}

function proposalRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/variants/:id/price-proposals',
    {
      config: { needs: { staff: 'products.write' }, once: true },
      schema: { tags, params: VariantParams, body: ProposeBody, response: { 201: ProposalJson } },
    },
    async ({ context, params, body }, reply) => {
      const startsAt = Temporal.Instant.from(body.startsAt)
      return reply.code(201).send(await proposePrice(context, { ...body, startsAt, variantId: params.id }))
    },
  )
  app.get(
    '/api/v1/admin/price-proposals',
    {
      config: { needs: { staff: 'products.read' } },
      schema: {
        tags,
        querystring: ProposalQuery,
        response: {
          200: PageOf(
            Type.Object({
              ...proposal,
              productId: IdText,
              sku: Type.String(),
              name: Type.String(),
              moved: Type.Boolean({ description: 'The price was changed otherwise since' }),
            }),
          ),
        },
      },
    },
    ({ context, query }) => findProposals(context, query),
  )
  const changing = { config: { needs: { staff: 'prices.change' }, once: true } } as const
  app.post(
    '/api/v1/admin/price-proposals/:id/approve',
    { ...changing, schema: { tags, params: IdParams, body: ApproveBody, response: { 200: ProposalJson } } },
    ({ context, params, body }) =>
      approvePrice(context, {
        proposalId: params.id as PriceProposalId,
        startsAt: body.startsAt ? Temporal.Instant.from(body.startsAt) : undefined,
      }),
  )
  app.post(
    '/api/v1/admin/price-proposals/:id/reject',
    { ...changing, schema: { tags, params: IdParams, body: RejectBody, response: { 200: ProposalJson } } },
    ({ context, params, body }) => rejectPrice(context, { proposalId: params.id as PriceProposalId, ...body }),
  )
  app.post(
    '/api/v1/admin/price-proposals/:id/withdraw',
    { ...changing, schema: { tags, params: IdParams, response: { 200: ProposalJson } } },
    ({ context, params }) => withdrawPrice(context, params.id as PriceProposalId),
  )
}

function competitorRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/products/:id/competitor-prices',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: ProductParams, response: { 200: Type.Array(CompetitorJson) } },
    },
    ({ context, params }) => competitorPricesOf(context, params.id),
  )
  app.post(
    '/api/v1/admin/products/:id/competitor-prices',
    {
      config: { needs: { staff: 'products.write' }, once: true },
      schema: { tags, params: ProductParams, body: CompetitorBody, response: { 201: CompetitorJson } },
    },
    async ({ context, params, body }, reply) => {
      const seenOn = Temporal.PlainDate.from(body.seenOn)
      return reply.code(201).send(await noteCompetitorPrice(context, { ...body, seenOn, productId: params.id }))
    },
  )
}
