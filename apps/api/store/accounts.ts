import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { accountLimits, maskPhone, type SignedIn } from '#model/office/accounts'
import {
  actorOf,
  changePassword,
  changeProfile,
  endOtherSessions,
  loadAccount,
  phoneOf,
  registerShopper,
  requestCode,
  resetPassword,
  sessionsOf,
  signInNeeded,
  signInWithCode,
  signInWithPassword,
  signOut,
} from '#office/accounts'
import type { AccountId, Context } from '#platform/context'
import { Empty, IdText, Instant, type Routes } from '#platform/http'
import { joinGuestCart } from '#sales/carts'
import { chooseNews, findCustomer, openCustomer } from '#sales/customers'
import { clearCookie, readCookie, setSession, visitorOf } from '../../cookies.ts'
import { AgreementBody } from './privacy.ts'

const Phone = Type.String({ minLength: 5, maxLength: 30 })
const Code = Type.String({ minLength: 4, maxLength: 10 })
const Password = Type.String({ minLength: 1, maxLength: accountLimits.passwordMax })
const UserName = Type.String({ minLength: 1, maxLength: 60 })
const LocaleText = Type.Union([Type.Literal('zh'), Type.Literal('en')])
const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

const CodeBody = body({
  phone: Phone,
  purpose: Type.Union([Type.Literal('register'), Type.Literal('sign_in'), Type.Literal('reset_password')]),
})
const RegisterBody = body({
  userName: UserName,
  password: Password,
  phone: Phone,
  code: Code,
  wantsNews: Type.Optional(Type.Boolean()),
  agrees: Type.Optional(AgreementBody),
})
const AccountJson = Type.Object({
  id: IdText,
  userName: Type.String(),
  displayName: Type.String(),
  locale: LocaleText,
  hasPassword: Type.Boolean(),
})
const ProfileJson = Type.Object({
  ...AccountJson.properties,
  phone: Type.Union([Type.String(), Type.Null()], { description: 'Masked.' }),
  wantsNews: Type.Boolean(),
  level: Type.Integer(),
  pointsBalance: Type.Integer(),
})
const SessionJson = Type.Object({
  startedAt: Instant,
  seenAt: Instant,
  userAgent: Type.String(),
  ip: Type.String(),
  isThisOne: Type.Boolean(),
})

const tags = ['account']
const anyone = { needs: 'anyone' } as const
const shopper = { needs: 'shopper' } as const

/** Registration, sign-in and the shopper's own account. */
export function accountRoutes(app: Routes): void {
  signInRoutes(app)
  profileRoutes(app)
  sessionRoutes(app)
}

function signInRoutes(app: Routes): void {
  app.post(
    '/api/v1/store/account/codes',
    { config: anyone, schema: { tags, body: CodeBody, response: { 202: Empty } } },
    async (request, reply) => {
      await requestCode(request.context, { ...request.body, visitor: visitorOf(request) })
      return reply.code(202).send({})
    },
  )
  app.post(
    '/api/v1/store/account/registrations',
    { config: anyone, schema: { tags, body: RegisterBody, response: { 201: AccountJson } } },
    async (request, reply) => {
      const signedIn = await registerShopper(request.context, { ...request.body, visitor: visitorOf(request) })
      const { id, displayName } = signedIn.account
      await openCustomer(request.context, { id, displayName, wantsNews: request.body.wantsNews ?? false })
      return reply.code(201).send(await welcome(request, reply, signedIn))
    },
  )
  app.post(
    '/api/v1/store/account/sign-in',
    {
      config: anyone,
      schema: { tags, body: body({ userName: UserName, password: Password }), response: { 200: AccountJson } },
    },
    async (request, reply) =>
      welcome(
        request,
        reply,
        await signInWithPassword(request.context, { kind: 'shopper', ...request.body, visitor: visitorOf(request) }),
      ),
  )
  app.post(
    '/api/v1/store/account/sign-in-by-code',
    {
      config: anyone,
      schema: {
        tags,
        body: body({ phone: Phone, code: Code, agrees: Type.Optional(AgreementBody) }),
        response: { 200: AccountJson },
      },
    },
    async (request, reply) =>
      welcome(request, reply, await signInWithCode(request.context, { ...request.body, visitor: visitorOf(request) })),
  )
  app.post(
    '/api/v1/store/account/password-reset',
    {
      config: anyone,
      schema: { tags, body: body({ phone: Phone, code: Code, password: Password }), response: { 200: AccountJson } },
    },
    async (request, reply) =>
      welcome(request, reply, await resetPassword(request.context, { ...request.body, visitor: visitorOf(request) })),
  )
  app.post(
    '/api/v1/store/account/sign-out',
    { config: anyone, schema: { tags, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await endShopSession(request, reply)
      return reply.code(204).send(null)
    },
  )
}

/** A sign-in gets a new token, the one before it ends, and what the guest collected moves into the shopper's cart. */
async function welcome(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Promise<SignedIn['account']> {
  const { guestKey } = request.context.actor
  await endShopSession(request, reply)
  setSession(reply, request.context.outside.publicUrl, signedIn)
  if (guestKey) await joinGuestCart({ ...request.context, actor: actorOf(signedIn.account) }, { guestKey })
  return signedIn.account
}

async function endShopSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { publicUrl } = request.context.outside
  const token = readCookie(request, 'shop', publicUrl)
  if (token) await signOut(request.context, token)
  clearCookie(reply, 'shop', publicUrl)
}

function profileRoutes(app: Routes): void {
  app.get('/api/v1/store/account', { config: shopper, schema: { tags, response: { 200: ProfileJson } } }, (request) =>
    profileOf(request.context),
  )
  app.patch(
    '/api/v1/store/account',
    {
      config: shopper,
      schema: {
        tags,
        body: body({ displayName: Type.Optional(Type.String({ maxLength: 60 })), locale: Type.Optional(LocaleText) }),
        response: { 200: ProfileJson },
      },
    },
    async (request) => {
      await changeProfile(request.context, request.body)
      return profileOf(request.context)
    },
  )
  app.put(
    '/api/v1/store/account/news',
    { config: shopper, schema: { tags, body: body({ wants: Type.Boolean() }), response: { 200: ProfileJson } } },
    async (request) => {
      await chooseNews(request.context, request.body)
      return profileOf(request.context)
    },
  )
  app.put(
    '/api/v1/store/account/password',
    {
      config: shopper,
      schema: { tags, body: body({ current: Password, password: Password }), response: { 200: AccountJson } },
    },
    async (request, reply) => {
      const signedIn = await changePassword(request.context, { ...request.body, visitor: visitorOf(request) })
      setSession(reply, request.context.outside.publicUrl, signedIn)
      return signedIn.account
    },
  )
}

async function profileOf(ctx: Context) {
  const id = ctx.actor.id as AccountId
  const account = await loadAccount(ctx, id)
  const phone = await phoneOf(ctx, id)
  const customer = await findCustomer(ctx, id)
  return {
    ...account,
    phone: phone ? maskPhone(phone) : null,
    wantsNews: customer?.wantsNews ?? false,
    level: customer?.level ?? 1,
    pointsBalance: customer?.pointsBalance ?? 0,
  }
}

function sessionRoutes(app: Routes): void {
  const ownToken = (request: FastifyRequest): string => {
    const token = readCookie(request, 'shop', request.context.outside.publicUrl)
    if (!token) throw signInNeeded({})
    return token
  }
  app.get(
    '/api/v1/store/account/sessions',
    { config: shopper, schema: { tags, response: { 200: Type.Array(SessionJson) } } },
    (request) => sessionsOf(request.context, ownToken(request)),
  )
  app.delete(
    '/api/v1/store/account/sessions/others',
    { config: shopper, schema: { tags, response: { 200: Type.Object({ ended: Type.Integer() }) } } },
    async (request) => ({ ended: await endOtherSessions(request.context, ownToken(request)) }),
  )
}
