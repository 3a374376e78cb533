import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  awaitedBy,
  beginSetUp,
  confirmOwnAuthenticator,
  finishSetUp,
  kindsToProve,
  offerOwnAuthenticator,
  proveSignIn,
  removeOwnSecondFactor,
  secondFactorsOf,
  signInNeeded,
} from '#office/accounts'
import type { AccountId, Context } from '#platform/context'
import { Empty, IdText, Instant, OneOf, type Routes } from '#platform/http'
import { readCookie } from '../../cookies.ts'

const CodeBody = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) }, { additionalProperties: false })
const SetUpJson = Type.Object({ secret: Type.String(), uri: Type.String() })
const RecoveryJson = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
const KindJson = OneOf(['totp', 'passkey'])
const AwaitsJson = Type.Object({
  awaits: Type.Union([OneOf(['prove', 'set_up', 'new_password']), Type.Null()]),
  /** With which kinds of second factor it can be proved. */
  kinds: Type.Array(KindJson),
})
const FactorJson = Type.Object({
  id: IdText,
  kind: KindJson,
  label: Type.String(),
  confirmedAt: Instant,
  usedAt: Type.Union([Instant, Type.Null()]),
})

const tags = ['staff']
const config = { needs: 'anyone' } as const

/** The second proof of staff: at sign-in, and in their own hands afterwards. */
export function secondFactorRoutes(app: Routes): void {
  signInRoutes(app)
  ownRoutes(app)
}

/** The token of the member of staff who asks; empty when there is none. */
export const tokenOf = (request: FastifyRequest): string =>
  readCookie(request, 'staff', request.context.outside.publicUrl) ?? ''

/** For a sign-in whose password was right and that still waits. Nobody is signed in here, so the session's token speaks. */
function signInRoutes(app: Routes): void {
  app.get('/api/v1/admin/sign-in', { config, schema: { tags, response: { 200: AwaitsJson } } }, async (request) => ({
    awaits: (await awaitedBy(request.context, tokenOf(request))) ?? null,
    kinds: await kindsToProve(request.context, tokenOf(request)),
  }))
  app.post(
    '/api/v1/admin/sign-in/prove',
    { config, schema: { tags, body: CodeBody, response: { 200: Empty } } },
    async (request) => {
      await proveSignIn(request.context, { token: tokenOf(request), code: request.body.code })
      return {}
    },
  )
  app.post('/api/v1/admin/sign-in/set-up', { config, schema: { tags, response: { 200: SetUpJson } } }, (request) =>
    beginSetUp(request.context, tokenOf(request)),
  )
  app.post(
    '/api/v1/admin/sign-in/set-up/confirm',
    { config, schema: { tags, body: CodeBody, response: { 200: RecoveryJson } } },
    async (request) => ({
      recoveryCodes: [...(await finishSetUp(request.context, { token: tokenOf(request), code: request.body.code }))],
    }),
  )
}

/** The member of staff who is signed in; an API key is nobody. @throws signInNeeded */
export function memberOf({ actor }: Context): AccountId {
  if (actor.kind !== 'staff' || !actor.id) throw signInNeeded({})
  return actor.id
}

/** What staff do with their own second factor once they are signed in. */
function ownRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/me/second-factors',
    { config, schema: { tags, response: { 200: Type.Array(FactorJson) } } },
    ({ context }) => secondFactorsOf(context, memberOf(context)),
  )
  app.post(
    '/api/v1/admin/me/authenticator',
    { config, schema: { tags, response: { 200: SetUpJson } } },
    ({ context }) => {
      memberOf(context)
      return offerOwnAuthenticator(context)
    },
  )
  app.post(
    '/api/v1/admin/me/authenticator/confirm',
    { config, schema: { tags, body: CodeBody, response: { 200: RecoveryJson } } },
    async (request) => {
      const { context, body } = request
      memberOf(context)
      const codes = await confirmOwnAuthenticator(context, { token: tokenOf(request), code: body.code })
      return { recoveryCodes: [...codes] }
    },
  )
  app.post(
    '/api/v1/admin/me/second-factors/remove',
    { config, schema: { tags, body: CodeBody, response: { 200: Empty } } },
    async ({ context, body }) => {
      memberOf(context)
      await removeOwnSecondFactor(context, body.code)
      return {}
    },
  )
}
