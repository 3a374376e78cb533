import { Type } from 'typebox'
import {
  accountNotFound,
  disableAccount,
  enableAccount,
  endEmployment,
  findStaff,
  giveTemporaryPassword,
  hireAgain,
  hireStaff,
  resetSecondFactor,
  type TemporaryPassword,
} from '#office/accounts'
import { assignRoles } from '#office/roles'
import type { AccountId, Context } from '#platform/context'
import { IdParams, IdText, Instant, type Routes } from '#platform/http'

const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const RoleCodes = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
  minItems: 1,
  maxItems: 10,
  uniqueItems: true,
})
const HireBody = body({
  userName: Type.String({ minLength: 1, maxLength: 60 }),
  displayName: Type.String({ minLength: 1, maxLength: 60 }),
  roles: RoleCodes,
})
const MemberJson = Type.Object({
  id: IdText,
  userName: Type.String(),
  displayName: Type.String(),
  status: Type.Union([Type.Literal('active'), Type.Literal('disabled'), Type.Literal('closed'), Type.Literal('left')]),
  roles: Type.Array(Type.String()),
  leftAt: Type.Union([Instant, Type.Null()]),
  hasSecondFactor: Type.Boolean(),
  temporaryUntil: Type.Union([Instant, Type.Null()]),
})
const TeamJson = Type.Array(MemberJson)
const PasswordJson = Type.Object({ password: Type.String(), until: Instant })

const tags = ['staff']
const config = { needs: { staff: 'staff.manage' } } as const
const aboutMember = { config, schema: { tags, params: IdParams, response: { 200: TeamJson } } }

/** Who works in the shop: taking on, roles, forgotten passwords, lost devices, leaving. */
export function teamRoutes(app: Routes): void {
  app.get('/api/v1/admin/staff', { config, schema: { tags, response: { 200: TeamJson } } }, ({ context }) =>
    team(context),
  )
  app.put(
    '/api/v1/admin/staff/:id/roles',
    { config, schema: { ...aboutMember.schema, body: body({ roles: RoleCodes }) } },
    async ({ context, params, body: { roles } }) => {
      await assignRoles(context, { accountId: await colleague(context, params.id), roles })
      return team(context)
    },
  )
  standing(app)
  comingAndGoing(app)
}

const team = async (ctx: Context) => (await findStaff(ctx)).map((member) => ({ ...member, roles: [...member.roles] }))

/** A password is shown once, so these calls keep no answer under an idempotency key. */
function comingAndGoing(app: Routes): void {
  app.post(
    '/api/v1/admin/staff',
    {
      config,
      schema: { tags, body: HireBody, response: { 201: Type.Object({ id: IdText, ...PasswordJson.properties }) } },
    },
    async (request, reply) => reply.code(201).send(await hireStaff(request.context, request.body)),
  )
  app.post(
    '/api/v1/admin/staff/:id/password/reset',
    { config, schema: { tags, params: IdParams, response: { 200: PasswordJson } } },
    async ({ context, params }) => giveTemporaryPassword(context, await colleague(context, params.id)),
  )
  app.post('/api/v1/admin/staff/:id/leave', aboutMember, async ({ context, params }) => {
    await endEmployment(context, await colleague(context, params.id))
    return team(context)
  })
  app.post(
    '/api/v1/admin/staff/:id/return',
    {
      config,
      schema: {
        tags,
        params: IdParams,
        body: body({ roles: RoleCodes }),
        response: { 200: Type.Object({ given: Type.Union([PasswordJson, Type.Null()]) }) },
      },
    },
    async ({ context, params, body: { roles } }): Promise<{ given: TemporaryPassword | null }> => {
      return { given: await hireAgain(context, { accountId: params.id as AccountId, roles }) }
    },
  )
}

function standing(app: Routes): void {
  const verbs = {
    'second-factor/reset': resetSecondFactor,
    disable: disableAccount,
    enable: enableAccount,
  } as const
  for (const [verb, run] of Object.entries(verbs))
    app.post(`/api/v1/admin/staff/:id/${verb}`, aboutMember, async ({ context, params }) => {
      await run(context, await colleague(context, params.id))
      return team(context)
    })
}

/** Only people of this shop are managed from it. @throws accountNotFound */
export async function colleague(ctx: Context, id: string): Promise<AccountId> {
  const member = (await findStaff(ctx)).find((one) => one.id === id)
  if (!member || member.status === 'left') throw accountNotFound({})
  return member.id
}
