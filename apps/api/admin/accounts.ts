import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { accountLimits } from '#model/office/accounts'
import {
  accountNotFound,
  changePassword,
  createStaff,
  disableAccount,
  enableAccount,
  findStaff,
  loadAccount,
  resetSecondFactor,
  signInNeeded,
  signInWithPassword,
  signOut,
} from '#office/accounts'
import { changeRoles, demandSecondFactor, listRoles } from '#office/roles'
import { loadShop } from '#office/shops'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { IdParams, IdText, type Routes } from '#platform/http'
import { clearCookie, readCookie, setSession, visitorOf } from '../../cookies.ts'

const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const Password = Type.String({ minLength: 1, maxLength: accountLimits.passwordMax })
const SignInBody = body({ userName: Type.String({ minLength: 1, maxLength: 60 }), password: Password })
const RoleCodes = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
  minItems: 1,
  maxItems: 10,
  uniqueItems: true,
})
const StaffBody = body({
  userName: Type.String({ minLength: 1, maxLength: 60 }),
  displayName: Type.String({ minLength: 1, maxLength: 60 }),
  password: Password,
  roles: RoleCodes,
})
const RoleJson = Type.Object({
  code: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  permissions: Type.Array(Type.String()),
  needsSecondFactor: Type.Boolean(),
})
const AccountJson = Type.Object({
  id: IdText,
  userName: Type.String(),
  displayName: Type.String(),
  locale: Type.String(),
})
const MeJson = Type.Object({
  ...AccountJson.properties,
  permissions: Type.Array(Type.String()),
  shop: Type.Object({
    id: IdText,
    code: Type.String(),
    name: Type.String(),
    nameEn: Type.String(),
    currency: Type.String(),
    timeZone: Type.String(),
    isDemo: Type.Boolean(),
  }),
})
const StaffJson = Type.Object({
  id: IdText,
  userName: Type.String(),
  displayName: Type.String(),
  status: Type.String(),
  roles: Type.Array(Type.String()),
})

const tags = ['staff']
const anyone = { needs: 'anyone' } as const
const managing = { needs: { staff: 'staff.manage' } } as const

/** Sign-in of staff, who they are, and who else works in the shop. */
export function staffRoutes(app: Routes): void {
  sessionRoutes(app)
  teamRoutes(app)
}

function sessionRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/sign-in',
    { config: anyone, schema: { tags, body: SignInBody, response: { 200: AccountJson } } },
    async (request, reply) => {
      const signedIn = await signInWithPassword(request.context, {
        kind: 'staff',
        ...request.body,
        visitor: visitorOf(request),
      })
      await endSession(request)
      setSession(reply, request.context.outside.publicUrl, signedIn)
      return signedIn.account
    },
  )
  app.post(
    '/api/v1/admin/sign-out',
    { config: anyone, schema: { tags, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await endSession(request)
      clearCookie(reply, 'staff', request.context.outside.publicUrl)
      return reply.code(204).send(null)
    },
  )
  app.get('/api/v1/admin/me', { config: anyone, schema: { tags, response: { 200: MeJson } } }, (request) =>
    meOf(request.context),
  )
  app.put(
    '/api/v1/admin/me/password',
    {
      config: anyone,
      schema: { tags, body: body({ current: Password, password: Password }), response: { 200: AccountJson } },
    },
    async (request, reply) => {
      const signedIn = await changePassword(request.context, { ...request.body, visitor: visitorOf(request) })
      setSession(reply, request.context.outside.publicUrl, signedIn)
      return signedIn.account
    },
  )
}

async function endSession(request: FastifyRequest): Promise<void> {
  const token = readCookie(request, 'staff', request.context.outside.publicUrl)
  if (token) await signOut(request.context, token)
}

/** Any member of staff may ask, so no single permission stands for it. @throws signInNeeded */
async function meOf(ctx: Context) {
  if (ctx.actor.kind !== 'staff' || !ctx.actor.id) throw signInNeeded({})
  return {
    ...(await loadAccount(ctx, ctx.actor.id)),
    permissions: [...ctx.actor.permissions].sort(),
    shop: await loadShop(ctx),
  }
}

function teamRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/staff',
    { config: managing, schema: { tags, response: { 200: Type.Array(StaffJson) } } },
    (request) => findStaff(request.context),
  )
  app.post(
    '/api/v1/admin/staff',
    {
      config: { ...managing, once: true },
      schema: { tags, body: StaffBody, response: { 201: Type.Object({ id: IdText }) } },
    },
    async (request, reply) =>
      reply.code(201).send({ id: await transaction(request.context, (tx) => createStaff(tx, request.body)) }),
  )
  app.get(
    '/api/v1/admin/roles',
    { config: managing, schema: { tags, response: { 200: Type.Array(RoleJson) } } },
    (request) => listRoles(request.context),
  )
  app.put(
    '/api/v1/admin/staff/:id/roles',
    {
      config: managing,
      schema: { tags, params: IdParams, body: body({ roles: RoleCodes }), response: { 200: Type.Array(StaffJson) } },
    },
    async (request) => {
      const accountId = await colleague(request.context, request.params.id)
      await changeRoles(request.context, { accountId, roles: request.body.roles })
      return findStaff(request.context)
    },
  )
  app.put(
    '/api/v1/admin/roles/:code/second-factor',
    {
      config: managing,
      schema: {
        tags,
        params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
        body: body({ demanded: Type.Boolean() }),
        response: { 200: Type.Array(RoleJson) },
      },
    },
    async ({ context, params, body: { demanded } }) => {
      await demandSecondFactor(context, { role: params.code, demanded })
      return listRoles(context)
    },
  )
  app.post(
    '/api/v1/admin/staff/:id/second-factor/reset',
    { config: managing, schema: { tags, params: IdParams, response: { 200: Type.Array(StaffJson) } } },
    async (request) => {
      await resetSecondFactor(request.context, await colleague(request.context, request.params.id))
      return findStaff(request.context)
    },
  )
  app.post(
    '/api/v1/admin/staff/:id/disable',
    { config: managing, schema: { tags, params: IdParams, response: { 200: Type.Array(StaffJson) } } },
    async (request) => {
      await disableAccount(request.context, await colleague(request.context, request.params.id))
      return findStaff(request.context)
    },
  )
  app.post(
    '/api/v1/admin/staff/:id/enable',
    { config: managing, schema: { tags, params: IdParams, response: { 200: Type.Array(StaffJson) } } },
    async (request) => {
      await enableAccount(request.context, await colleague(request.context, request.params.id))
      return findStaff(request.context)
    },
  )
}

/** Only people of this shop can be managed from it. @throws accountNotFound */
async function colleague(ctx: Context, id: string): Promise<AccountId> {
  const staff = await findStaff(ctx)
  const member = staff.find((one) => one.id === id)
  if (!member) throw accountNotFound({})
  return member.id
}
