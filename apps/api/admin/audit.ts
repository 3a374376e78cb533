import { Type } from 'typebox'
import { casesNumbered } from '#care/after-sales'
import { saleItemByCode } from '#goods/catalog'
import { findStaff } from '#office/accounts'
import type { Context } from '#platform/context'
import { findEvents } from '#platform/events'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { findPersonalReads, isList, type RecordedRead } from '#platform/personal-reads'
import { ordersNumbered, ordersSentTo } from '#sales/orders'
import { placeOf } from '../../console/places.ts'
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
  'outbound.paper_made',
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
    thing: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: 'An id, or the number of an order or case, or a SKU code',
      }),
    ),
    actor: Type.Optional(IdText),
    actorKind: Type.Optional(OneOf(actorKinds)),
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
  },
  { additionalProperties: false },
)

const SeenQuery = Type.Object(
  {
    ...PageQuery,
    phone: Type.String({ pattern: '^[+\\d][\\d -]{5,19}$', description: 'The whole number of a recipient' }),
  },
  { additionalProperties: false },
)
const SeenJson = Type.Object({
  id: IdText,
  at: Instant,
  actorKind: OneOf(actorKinds),
  actorName: Type.String(),
  subject: Type.String({ description: '`order`, `outbound`; `export` or `shop` for a list' }),
  number: Type.Union([Type.String(), Type.Null()], { description: 'Of the order or outbound' }),
  href: Type.Union([Type.String(), Type.Null()]),
  reason: Type.String(),
  isCertain: Type.Boolean({ description: 'False for a list taken along since, which may have held the number' }),
})

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
/** What nothing has happened to. */
const nothing = '00000000-0000-0000-0000-000000000000'

/** The thing that somebody means by its id, or by what it is called. */
async function idOfThing(context: Context, text: string): Promise<string> {
  if (isId(text)) return text
  const number = text.trim().toUpperCase()
  const [order] = await ordersNumbered(context, [number])
  const [found] = order ? [order] : await casesNumbered(context, [number])
  if (found) return found.id
  return (await saleItemByCode(context, text.trim()))?.productId ?? nothing
}

/** Who saw a recipient's number or printed it, by the orders that went to it; and lists that may have held it since the first of them. */
async function whoSaw(
  context: Context,
  { phone, ...wish }: { readonly phone: string; readonly cursor?: string; readonly limit?: number },
) {
  const orders = await ordersSentTo(context, phone)
  const first = orders.at(-1)
  if (!first) return { rows: [] }
  const numbers = new Map<string, string>()
  for (const { id, number, outbounds } of orders) {
    numbers.set(id, number)
    for (const outbound of outbounds) numbers.set(outbound.id, outbound.number)
  }
  const page = await findPersonalReads(context, {
    ...wish,
    subjectIds: [...numbers.keys()],
    listsSince: first.placedAt,
  })
  const shown = ({ subjectId, ...read }: RecordedRead) => ({
    ...read,
    number: numbers.get(subjectId) ?? null,
    href: numbers.has(subjectId) ? placeOf(read.subject, subjectId) : null,
    isCertain: !isList(read),
  })
  return { ...page, rows: page.rows.map(shown) }
}

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
        aggregateId: thing && (await idOfThing(context, thing)),
        actorId: actor,
        from: instantOf(from),
        until: instantOf(until),
      })
      const rows = seesCosts(context) ? [...page.rows] : page.rows.map(withoutCosts)
      return { ...page, rows }
    },
  )
  app.get(
    '/api/v1/admin/audit/seen',
    { config, schema: { tags, querystring: SeenQuery, response: { 200: PageOf(SeenJson) } } },
    ({ context, query }) => whoSaw(context, query),
  )
  app.get(
    '/api/v1/admin/audit/people',
    { config, schema: { tags, response: { 200: Type.Array(Type.Object({ id: IdText, name: Type.String() })) } } },
    async ({ context }) => (await findStaff(context)).map(({ id, displayName }) => ({ id, name: displayName })),
  )
}
