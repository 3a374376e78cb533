import { Type } from 'typebox'
import { Instant, type Routes } from '#platform/http'
import { countJobs, deadJobs, discardJobs, reviveJobs } from '#platform/jobs'

const DeadJobJson = Type.Object({
  id: Type.String(),
  name: Type.String(),
  attempts: Type.Integer(),
  lastError: Type.String(),
  at: Instant,
})
const CountJson = Type.Object({
  name: Type.String(),
  waiting: Type.Integer(),
  running: Type.Integer(),
  failing: Type.Integer(),
  dead: Type.Integer(),
})
const Ids = Type.Array(Type.String({ pattern: '^\\d{1,19}$' }), { minItems: 1, maxItems: 200 })
const closed = { additionalProperties: false }

/** Background jobs: how many there are of each, those that gave up, running these again or throwing them away. */
export function jobRoutes(app: Routes): void {
  const tags = ['office']
  const config = { needs: { staff: 'jobs.manage' } }
  app.get('/api/v1/admin/jobs', { config, schema: { tags, response: { 200: Type.Array(CountJson) } } }, ({ context }) =>
    countJobs(context.db, context.shopId),
  )
  app.get(
    '/api/v1/admin/jobs/dead',
    {
      config,
      schema: {
        tags,
        querystring: Type.Object({ name: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
        response: { 200: Type.Array(DeadJobJson) },
      },
    },
    ({ context, query }) => deadJobs(context.db, context.shopId, query),
  )
  app.post(
    '/api/v1/admin/jobs/revive',
    {
      config,
      schema: {
        tags,
        body: Type.Object({ ids: Ids }, closed),
        response: { 200: Type.Object({ revived: Type.Integer() }) },
      },
    },
    async ({ context, body }) => ({ revived: await reviveJobs(context.db, context.shopId, body.ids) }),
  )
  app.post(
    '/api/v1/admin/jobs/discard',
    {
      config,
      schema: {
        tags,
        body: Type.Object({ ids: Ids, reason: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
        response: { 200: Type.Object({ discarded: Type.Integer() }) },
      },
    },
    async ({ context, body }) => ({ discarded: await discardJobs(context, body) }),
  )
}
