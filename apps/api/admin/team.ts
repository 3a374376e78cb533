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
import { assignRoles, type RolesGiven } from '#office/roles'
import type { AccountId, Context } from '#platform/context'
import { IdParams, IdText, Instant, type Routes } from '#platform/http'
import { loadWarehouse } from '#supply/inventory'

const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const RoleCodes = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
  minItems: 1,
  maxItems: 10,
  uniqueItems: true,
})
const Warehouses = Type.Record(Type.String({ maxLength: 40 }), Type.Array(IdText, { minItems: 1, maxItems: 100 }), {
  description: 'Warehouses for which a role is given, by its code; a role that is not named is given for all of them',
})
const given = { roles: RoleCodes, warehouses: Type.Optional(Warehouses) }
const HireBody = body({
  userName: Type.String({ minLength: 1, maxLength: 60 }),
  displayName: Type.String({ minLength: 1, maxLength: 60 }),
  ...given,
})
const MemberJson = Type.Object({
  id: IdText,
  userName: Type.String(),
  displayName: Type.String(),
  status: Type.Union([Type.Literal('active'), Type.Literal('disabled'), Type.Literal('closed'), Type.Literal('left')]),
  roles: Type.Array(Type.String()),
  warehouses: Warehouses,
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
    { config, schema: { ...aboutMember.schema, body: body(given) } },
    async ({ context, params, body }) => {
      await checkWarehouses(context, body)
      await assignRoles(context, { ...body, accountId: await colleague(context, params.id) })
      return team(context)
    },
  )
  standing(app)
  comingAndGoing(app)
}

const team = async (ctx: Context) =>
  (await findStaff(ctx)).map((member) => ({
    ...member,
    roles: [...member.roles],
    warehouses: Object.fromEntries(Object.entries(member.warehouses).map(([role, ids]) => [role, [...ids]])),
  }))

/** A role is given for warehouses of this shop. @throws warehouseNotFound */
async function checkWarehouses(ctx: Context, { warehouses = {} }: RolesGiven): Promise<void> {
  for (const id of new Set(Object.values(warehouses).flat())) await loadWarehouse(ctx, id, 'warehouses')
}

/** A password is shown once, so these calls keep no answer under an idempotency key. */
function comingAndGoing(app: Routes): void {
  app.post(
    '/api/v1/admin/staff',
    {
      config,
      schema: { tags, body: HireBody, response: { 201: Type.Object({ id: IdText, ...PasswordJson.properties }) } },
    },
    async ({ context, body }, reply) => {
      await checkWarehouses(context, body)
      return reply.code(201).send(await hireStaff(context, body))
    },
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
        body: body(given),
        response: { 200: Type.Object({ given: Type.Union([PasswordJson, Type.Null()]) }) },
      },
    },
    async ({ context, params, body }): Promise<{ given: TemporaryPassword | null }> => {
      await checkWarehouses(context, body)
      return { given: await hireAgain(context, { ...body, accountId: params.id as AccountId }) }
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
