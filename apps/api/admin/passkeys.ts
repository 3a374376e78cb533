import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { accountLimits, type SecondFactorId } from '#model/office/accounts'
import {
  addOwnPasskey,
  addPasskeyAtSignIn,
  askForPasskey,
  offerOwnPasskey,
  offerPasskeyAtSignIn,
  proveByPasskey,
  removePasskey,
  renamePasskey,
} from '#office/accounts'
import { Empty, IdParams, type Routes } from '#platform/http'
import { readCookie } from '../../cookies.ts'
import { memberOf } from './second-factor.ts'

const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const Base64Url = Type.String({ minLength: 1, maxLength: 20_000 })
const Label = Type.String({ minLength: 1, maxLength: 40 })
const MadeBody = body({
  label: Label,
  id: Base64Url,
  clientDataJSON: Base64Url,
  attestationObject: Base64Url,
  transports: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 }),
})
const SignedBody = body({
  id: Base64Url,
  clientDataJSON: Base64Url,
  authenticatorData: Base64Url,
  signature: Base64Url,
})
const RecoveryJson = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
/** What `navigator.credentials` takes, in the JSON form of Web Authentication. */
const OptionsJson = Type.Object({ options: Type.Unknown() })

const tags = ['staff']
const config = { needs: 'anyone' } as const
const offering = { config, schema: { tags, response: { 200: OptionsJson } } }
const making = { config, schema: { tags, body: MadeBody, response: { 200: RecoveryJson } } }

/** Passkeys of staff: as second proof at sign-in, and in their own hands afterwards. */
export function passkeyRoutes(app: Routes): void {
  signInRoutes(app)
  ownRoutes(app)
}

const tokenOf = (request: FastifyRequest): string =>
  readCookie(request, 'staff', request.context.outside.publicUrl) ?? ''

/** For a sign-in whose password was right and that still waits: the session's token speaks. */
function signInRoutes(app: Routes): void {
  app.post('/api/v1/admin/sign-in/passkey/options', offering, async (request) => ({
    options: await askForPasskey(request.context, tokenOf(request)),
  }))
  app.post(
    '/api/v1/admin/sign-in/passkey',
    { config, schema: { tags, body: SignedBody, response: { 200: Empty } } },
    async (request) => {
      await proveByPasskey(request.context, { token: tokenOf(request), ...request.body })
      return {}
    },
  )
  app.post('/api/v1/admin/sign-in/set-up/passkey/options', offering, async (request) => ({
    options: await offerPasskeyAtSignIn(request.context, tokenOf(request)),
  }))
  app.post('/api/v1/admin/sign-in/set-up/passkey', making, async (request) => ({
    recoveryCodes: [...(await addPasskeyAtSignIn(request.context, { token: tokenOf(request), ...request.body }))],
  }))
}

function ownRoutes(app: Routes): void {
  app.post('/api/v1/admin/me/passkeys/options', offering, async ({ context }) => {
    memberOf(context)
    return { options: await offerOwnPasskey(context) }
  })
  app.post('/api/v1/admin/me/passkeys', making, async (request) => {
    memberOf(request.context)
    const codes = await addOwnPasskey(request.context, { token: tokenOf(request), ...request.body })
    return { recoveryCodes: [...codes] }
  })
  app.put(
    '/api/v1/admin/me/passkeys/:id',
    { config, schema: { tags, params: IdParams, body: body({ label: Label }), response: { 200: Empty } } },
    async ({ context, params, body: { label } }) => {
      memberOf(context)
      await renamePasskey(context, { factorId: params.id as SecondFactorId, label })
      return {}
    },
  )
  app.post(
    '/api/v1/admin/me/passkeys/:id/remove',
    {
      config,
      schema: {
        tags,
        params: IdParams,
        body: body({ current: Type.String({ minLength: 1, maxLength: accountLimits.passwordMax }) }),
        response: { 200: Empty },
      },
    },
    async ({ context, params, body: { current } }) => {
      memberOf(context)
      await removePasskey(context, { factorId: params.id as SecondFactorId, current })
      return {}
    },
  )
}
