import { Type } from 'typebox'
import { findStaff, shoppersLike, shoppersOf } from '#office/accounts'
import type { Context } from '#platform/context'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { findPersonalReads, isList, type RecordedRead } from '#platform/personal-reads'
import { settingUnits } from '#platform/settings'
import { customersAmong } from '#sales/customers'
import { ordersSentTo } from '#sales/orders'
import { actorKinds, auditSubjects } from '../../audit/audit-subjects.ts'
import { findAudit } from '../../audit/find-audit.ts'
import { placeOf } from '../../console/places.ts'
import { Nullable } from '../goods-shapes.ts'

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
  setting: Nullable(
    Type.Object(
      { zh: Type.String(), en: Type.String(), unit: OneOf(settingUnits) },
      { description: 'What a changed setting is called, and the unit of its values' },
    ),
  ),
})

const AuditQuery = Type.Object(
  {
    ...PageQuery,
    about: Type.Optional(OneOf(auditSubjects)),
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
    phone: Type.String({
      pattern: '^[+\\d][\\d -]{5,19}$',
      description: 'The whole number of a recipient or customer',
    }),
  },
  { additionalProperties: false },
)
const SeenJson = Type.Object({
  id: IdText,
  at: Instant,
  actorKind: OneOf(actorKinds),
  actorName: Type.String(),
  subject: Type.String({ description: '`order`, `outbound`, `customer`; `export` or `shop` for a list' }),
  number: Type.Union([Type.String(), Type.Null()], { description: 'Of the order or outbound' }),
  href: Type.Union([Type.String(), Type.Null()]),
  reason: Type.String(),
  isCertain: Type.Boolean({ description: 'False for a list taken along since, which may have held the number' }),
})

/** Who saw a number or printed it, by the orders that went to it and the customer whose it is; and lists that may have held it since the first of them. */
async function whoSaw(
  context: Context,
  { phone, ...wish }: { readonly phone: string; readonly cursor?: string; readonly limit?: number },
) {
  const orders = await ordersSentTo(context, phone)
  const owners = await shoppersOf(context, await customersAmong(context, await shoppersLike(context, phone), 1))
  const since = [...orders.map(({ placedAt }) => placedAt), ...owners.map(({ createdAt }) => createdAt)]
  const first = since.sort(Temporal.Instant.compare)[0]
  if (!first) return { rows: [] }
  const numbers = new Map<string, string | null>()
  for (const { id } of owners) numbers.set(id, null)
  for (const { id, number, outbounds } of orders) {
    numbers.set(id, number)
    for (const outbound of outbounds) numbers.set(outbound.id, outbound.number)
  }
  const page = await findPersonalReads(context, {
    ...wish,
    subjectIds: [...numbers.keys()],
    listsSince: first,
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
      const page = await findAudit(context, { ...query, from: instantOf(query.from), until: instantOf(query.until) })
      return { ...page, rows: [...page.rows] }
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
