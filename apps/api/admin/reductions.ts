import { Type } from 'typebox'
import { type Reduction, type ReductionId, stateOf } from '#model/sales/promotions'
import { IdParams, IdText, Instant, MoneyJson, PageOf, PageQuery, type Routes } from '#platform/http'
import { createReduction, endReduction, listReductions } from '#sales/promotions'

const ReductionJson = Type.Object({
  id: IdText,
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  threshold: MoneyJson,
  off: MoneyJson,
  startsAt: Instant,
  endsAt: Instant,
  state: Type.Union([Type.Literal('coming'), Type.Literal('in_force'), Type.Literal('over')]),
})
const Amount = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })
const ReductionBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    nameEn: Type.String({ minLength: 1, maxLength: 60 }),
    thresholdMinor: Amount,
    offMinor: Amount,
    startsAt: Type.String({ format: 'date-time' }),
    endsAt: Type.String({ format: 'date-time' }),
  },
  { additionalProperties: false },
)

const tags = ['reductions']
const changing = { needs: { staff: 'reductions.change' } } as const

/** Reductions over a threshold: 满 ¥199 减 ¥20. */
export function reductionRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/reductions',
    {
      config: changing,
      schema: { tags, querystring: Type.Object(PageQuery), response: { 200: PageOf(ReductionJson) } },
    },
    async (request) => {
      const page = await listReductions(request.context, request.query)
      return { ...page, rows: page.rows.map((reduction) => shown(reduction, request.context.now)) }
    },
  )
  app.post(
    '/api/v1/admin/reductions',
    { config: { ...changing, once: true }, schema: { tags, body: ReductionBody, response: { 201: ReductionJson } } },
    async (request, reply) => {
      const { startsAt, endsAt, ...wish } = request.body
      const instants = { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) }
      const made = await createReduction(request.context, { ...wish, ...instants })
      return reply.code(201).send(shown(made, request.context.now))
    },
  )
  app.post(
    '/api/v1/admin/reductions/:id/end',
    { config: changing, schema: { tags, params: IdParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await endReduction(request.context, request.params.id as ReductionId)
      return reply.code(204).send(null)
    },
  )
}

/** A repeated request gives its first answer, whose instants have been through JSON. */
const shown = (reduction: Reduction, now: Temporal.Instant) => {
  const [startsAt, endsAt] = [Temporal.Instant.from(reduction.startsAt), Temporal.Instant.from(reduction.endsAt)]
  return { ...reduction, startsAt, endsAt, state: stateOf({ ...reduction, startsAt, endsAt }, now) }
}
