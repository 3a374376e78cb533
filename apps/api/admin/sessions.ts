import { Type } from 'typebox'
import type { SessionId } from '#model/office/accounts'
import { endOtherSessions, endOwnSession, endSessionsOfMember, sessionsOf, sessionsOfMember } from '#office/accounts'
import { IdParams, Instant, type Routes } from '#platform/http'
import { memberOf, tokenOf } from './second-factor.ts'
import { colleague } from './team.ts'

const Session = Type.Unsafe<SessionId>({ type: 'string', pattern: '^[0-9a-f]{64}$' })
const SessionJson = Type.Object({
  id: Session,
  startedAt: Instant,
  seenAt: Instant,
  userAgent: Type.String(),
})
const OwnSessionJson = Type.Object({ ...SessionJson.properties, ip: Type.String(), isThisOne: Type.Boolean() })
const MemberSessionJson = Type.Object({
  ...SessionJson.properties,
  network: Type.String({ description: 'The network of the address: /24 of IPv4, /64 of IPv6.' }),
})
const EndBody = (whichElse: string) =>
  Type.Object(
    { session: Type.Optional({ ...Session, description: `Without it ${whichElse} end.` }) },
    { additionalProperties: false },
  )
const EndedJson = Type.Object({ ended: Type.Integer() })

const tags = ['staff']

/** Where staff are signed in: their own devices in their own hands, everybody’s in the hands of whoever manages staff. */
export function sessionRoutes(app: Routes): void {
  own(app)
  ofMembers(app)
}

function own(app: Routes): void {
  const config = { needs: 'anyone' } as const
  app.get(
    '/api/v1/admin/me/sessions',
    { config, schema: { tags, response: { 200: Type.Array(OwnSessionJson) } } },
    (request) => {
      memberOf(request.context)
      return sessionsOf(request.context, tokenOf(request))
    },
  )
  app.post(
    '/api/v1/admin/me/sessions/end',
    { config, schema: { tags, body: EndBody('all but the one that asks'), response: { 200: EndedJson } } },
    async (request) => {
      const { context, body } = request
      memberOf(context)
      const ended = body.session ? endOwnSession(context, body.session) : endOtherSessions(context, tokenOf(request))
      return { ended: await ended }
    },
  )
}

function ofMembers(app: Routes): void {
  const config = { needs: { staff: 'staff.manage' } } as const
  app.get(
    '/api/v1/admin/staff/:id/sessions',
    { config, schema: { tags, params: IdParams, response: { 200: Type.Array(MemberSessionJson) } } },
    async ({ context, params }) => sessionsOfMember(context, await colleague(context, params.id)),
  )
  app.post(
    '/api/v1/admin/staff/:id/sessions/end',
    { config, schema: { tags, params: IdParams, body: EndBody('all'), response: { 200: EndedJson } } },
    async ({ context, params, body }) => {
      const accountId = await colleague(context, params.id)
      return { ended: await endSessionsOfMember(context, { accountId, id: body.session }) }
    },
  )
}
