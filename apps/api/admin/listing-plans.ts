import { Type } from 'typebox'
import { loadProduct } from '#goods/catalog'
import { cancelPlan, findPlans, planStep } from '#goods/listing'
import { say } from '#kernel/text'
import { type ListingPlanId, plannedSteps, planStatuses } from '#model/goods/listing'
import { Empty, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { houseTexts } from '../../texts.ts'
import { IdOf, Nullable } from '../goods-shapes.ts'

const tags = ['products']
const closed = { additionalProperties: false }
const plan = {
  id: IdText,
  productId: IdText,
  step: OneOf(plannedSteps),
  at: Instant,
  status: OneOf(planStatuses),
  failure: Nullable(Type.String({ description: 'Why it could not be done, in words' })),
  plannedBy: Type.String(),
  createdAt: Instant,
  endedAt: Nullable(Instant),
}
const Query = Type.Object(
  {
    ...PageQuery,
    state: Type.Optional(OneOf(['waiting', 'ended'])),
    productId: Type.Optional(IdOf<'Product'>()),
  },
  closed,
)
const PlanBody = Type.Object({ step: OneOf(plannedSteps), at: Type.String({ format: 'date-time' }) }, closed)

/** Listings that go on or off sale by themselves at a set time. */
export function listingPlanRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/listing-plans',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, querystring: Query, response: { 200: PageOf(Type.Object({ ...plan, name: Type.String() })) } },
    },
    async ({ context, query }) => {
      if (query.productId) await loadProduct(context, query.productId)
      const page = await findPlans(context, query)
      const words = (code: string | null) => code && say(houseTexts, context.locale, code)
      return { ...page, rows: page.rows.map((row) => ({ ...row, failure: words(row.failure) })) }
    },
  )
  app.post(
    '/api/v1/admin/products/:id/plans',
    {
      config: { needs: { staff: 'products.read' }, once: true },
      schema: {
        tags,
        params: Type.Object({ id: IdOf<'Product'>() }, closed),
        body: PlanBody,
        response: { 201: Type.Object(plan) },
      },
    },
    async ({ context, params, body }, reply) => {
      const at = Temporal.Instant.from(body.at)
      return reply.code(201).send(await planStep(context, { productId: params.id, step: body.step, at }))
    },
  )
  app.post(
    '/api/v1/admin/listing-plans/:id/cancel',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: Type.Object({ id: IdOf<'ListingPlan'>() }, closed), response: { 200: Empty } },
    },
    async ({ context, params }) => {
      await cancelPlan(context, params.id as ListingPlanId)
      return {}
    },
  )
}
