import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { accountLimits } from '#model/office/accounts'
import { permissions } from '#model/office/roles'
import {
  changePassword,
  choosePassword,
  loadAccount,
  signInNeeded,
  signInWithPassword,
  signOut,
} from '#office/accounts'
import { owesConfirmation } from '#office/confidentiality'
import { whoMay } from '#office/roles'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { IdText, type Routes } from '#platform/http'
import { clearCookie, readCookie, setSession, visitorOf } from '../../cookies.ts'

const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const Password = Type.String({ minLength: 1, maxLength: accountLimits.passwordMax })
const SignInBody = body({ userName: Type.String({ minLength: 1, maxLength: 60 }), password: Password })
const AccountJson = Type.Object({
  id: IdText,
  userName: Type.String(),
  displayName: Type.String(),
  locale: Type.String(),
})
const MeJson = Type.Object({
  ...AccountJson.properties,
  permissions: Type.Array(Type.String()),
  /** What they may not do, and the roles of those here who may: whom to ask. */
  lacks: Type.Array(
    Type.Object({
      permission: Type.String(),
      roles: Type.Array(Type.Object({ zh: Type.String(), en: Type.String() })),
    }),
  ),
  /** Customers' data wait until the statement of confidentiality is confirmed. */
  owesConfidentiality: Type.Boolean(),
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
const tags = ['staff']
const anyone = { needs: 'anyone' } as const

/** Sign-in of staff and who they are. */
export function staffRoutes(app: Routes): void {
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
    '/api/v1/admin/sign-in/password',
    { config: anyone, schema: { tags, body: body({ password: Password }), response: { 200: AccountJson } } },
    async (request, reply) => {
      const { publicUrl } = request.context.outside
      const token = readCookie(request, 'staff', publicUrl) ?? ''
      const choice = { token, password: request.body.password, visitor: visitorOf(request) }
      const signedIn = await choosePassword(request.context, choice)
      setSession(reply, publicUrl, signedIn)
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
    lacks: await whoMay(ctx, lackedBy(ctx.actor.permissions)),
    owesConfidentiality: await owesConfirmation(ctx, ctx.actor.id),
    shop: await loadShop(ctx),
  }
}

/** Nobody learns the roles of a shop they do not work in. */
const lackedBy = (held: ReadonlySet<string>): readonly string[] =>
  held.size === 0 ? [] : permissions.filter((each) => !held.has(each))
