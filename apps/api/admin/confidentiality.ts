import { Type } from 'typebox'
import { statementLimits } from '#model/office/confidentiality'
import { findStaff } from '#office/accounts'
import {
  confirmationsIn,
  confirmStatement,
  currentStatement,
  owesConfirmation,
  publishStatement,
} from '#office/confidentiality'
import { Empty, IdText, Instant, type Routes } from '#platform/http'
import { memberOf } from './second-factor.ts'

const closed = { additionalProperties: false }
const words = Type.String({ minLength: 1, maxLength: statementLimits.body })
const Both = Type.Object({ zh: words, en: words }, closed)
const StatementJson = Type.Object({
  version: Type.Integer(),
  body: Both,
  publishedAt: Instant,
  publishedBy: Type.String(),
})
const OwnJson = Type.Object({ statement: Type.Union([StatementJson, Type.Null()]), owes: Type.Boolean() })
const MemberJson = Type.Object({
  id: IdText,
  name: Type.String(),
  version: Type.Union([Type.Integer(), Type.Null()]),
  at: Type.Union([Instant, Type.Null()]),
})

const tags = ['staff']
const anyone = { needs: 'anyone' } as const
const managing = { needs: { staff: 'staff.manage' } } as const

/** What staff promise about customers' data, who promised it, and the promise itself. */
export function confidentialityRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/me/confidentiality',
    { config: anyone, schema: { tags, response: { 200: OwnJson } } },
    async ({ context }) => {
      const owes = await owesConfirmation(context, memberOf(context))
      return { statement: (await currentStatement(context)) ?? null, owes }
    },
  )
  app.post(
    '/api/v1/admin/me/confidentiality',
    {
      config: anyone,
      schema: { tags, body: Type.Object({ version: Type.Integer({ minimum: 1 }) }, closed), response: { 200: Empty } },
    },
    async ({ context, body: { version } }) => {
      await confirmStatement(context, { accountId: memberOf(context), version })
      return {}
    },
  )
  app.get(
    '/api/v1/admin/confidentiality',
    { config: managing, schema: { tags, response: { 200: Type.Array(MemberJson) } } },
    async ({ context }) => {
      const confirmed = await confirmationsIn(context)
      return (await findStaff(context))
        .filter(({ status }) => status !== 'left')
        .map(({ id, displayName }) => ({
          id,
          name: displayName,
          version: confirmed.get(id)?.version ?? null,
          at: confirmed.get(id)?.at ?? null,
        }))
    },
  )
  app.post(
    '/api/v1/admin/confidentiality',
    {
      config: { ...managing, once: true },
      schema: {
        tags,
        body: Type.Object({ body: Both }, closed),
        response: { 201: Type.Object({ version: Type.Integer() }) },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send({ version: await publishStatement(context, body.body) }),
  )
}
