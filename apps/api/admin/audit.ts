import { Type } from 'typebox'
import { findStaff } from '#office/accounts'
import { findEvents } from '#platform/events'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { seesCosts, withoutCosts } from '../costs.ts'

const actorKinds = ['staff', 'shopper', 'guest', 'key', 'provider', 'system'] as const
const EventJson = Type.Object({
  id: IdText,
  type: Type.String(),
  aggregate: Type.String(),
  aggregateId: IdText,
  version: Type.Integer(),
  actorKind: OneOf(actorKinds),
  actorId: Type.Union([IdText, Type.Null()]),
  actorName: Type.String(),
  origin: Type.String(),
  at: Instant,
  data: Type.Record(Type.String(), Type.Unknown()),
})

/** What shows personal data of customers to somebody, or takes it out of the house. Source: SEC-08 */
const exposures = [
  'order.recipient_revealed',
  'outbound.printed',
  'outbound.exported',
  'export.requested',
  'export.downloaded',
  'customer.revealed',
  'message.revealed',
]
/** Who may do what, and how they sign in. */
const access = ['roles.*', 'role.*', 'account.*', 'api_key.*']

const subjects = { exposure: exposures, access, settings: ['setting.*'], money: ['payment.*', 'refund.*', 'price.*'] }

const AuditQuery = Type.Object(
  {
    ...PageQuery,
    about: Type.Optional(OneOf(Object.keys(subjects) as (keyof typeof subjects)[])),
    type: Type.Optional(Type.String({ pattern: '^[a-z_]+\\.([a-z_]+|\\*)$', maxLength: 80 })),
    thing: Type.Optional(IdText),
    actor: Type.Optional(IdText),
    actorKind: Type.Optional(OneOf(actorKinds)),
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
  },
  { additionalProperties: false },
)

const instantOf = (text: Temporal.Instant | string | undefined): Temporal.Instant | undefined =>
  text === undefined ? undefined : Temporal.Instant.from(text)

/** The audit trail of the shop: every change, and everybody who saw what is masked. */
export function auditRoutes(app: Routes): void {
  const config = { needs: { staff: 'audit.read' } } as const
  const tags = ['office']
  app.get(
    '/api/v1/admin/audit',
    { config, schema: { tags, querystring: AuditQuery, response: { 200: PageOf(EventJson) } } },
    async ({ context, query }) => {
      const { about, type, thing, actor, from, until, ...rest } = query
      const types = type ? [type] : about && subjects[about]
      const page = await findEvents(context, {
        ...rest,
        types,
        aggregateId: thing,
        actorId: actor,
        from: instantOf(from),
        until: instantOf(until),
      })
      const rows = seesCosts(context) ? [...page.rows] : page.rows.map(withoutCosts)
      return { ...page, rows }
    },
  )
  app.get(
    '/api/v1/admin/audit/people',
    { config, schema: { tags, response: { 200: Type.Array(Type.Object({ id: IdText, name: Type.String() })) } } },
    async ({ context }) => (await findStaff(context)).map(({ id, displayName }) => ({ id, name: displayName })),
  )
}
