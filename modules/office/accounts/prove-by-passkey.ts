import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { actorOf } from './account.ts'
import { lockAccount } from './account-store.ts'
import { passkeyRefused, passkeysOf, reasonOf, relyingParty, type SignedByPasskey } from './passkey.ts'
import { keepChallenge, takeChallenge } from './passkey-challenge.ts'
import { waiting } from './prove-sign-in.ts'
import { markProved } from './session.ts'

/** What the browser needs to let a passkey complete a sign-in: a challenge, used once within five minutes. @throws noSignInWaits */
export async function askForPasskey(ctx: Context, token: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const accountId = await waiting(ctx, token, 'prove')
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx).rpID,
    allowCredentials: (await passkeysOf(ctx, accountId)).map(({ id, transports }) => ({ id, transports })),
    userVerification: 'preferred',
  })
  await transaction(ctx, (tx) => keepChallenge(tx, { accountId, purpose: 'prove', challenge: options.challenge }))
  return options
}

/**
 * Completes a sign-in by a passkey. A signature counter that does not rise is a copied key, and refused.
 * @throws noSignInWaits, passkeyRefused
 */
export async function proveByPasskey(
  ctx: Context,
  { token, ...signed }: SignedByPasskey & { readonly token: string },
): Promise<void> {
  const accountId = await waiting(ctx, token, 'prove')
  const challenge = await transaction(ctx, (tx) => takeChallenge(tx, accountId, 'prove'))
  await transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId)
    const passkey = (await passkeysOf(tx, accountId)).find(({ id }) => id === signed.id)
    if (!passkey) throw passkeyRefused({ field: 'passkey', reason: 'not a passkey of this account' })
    const counter = await counterIn(relyingParty(ctx), { challenge, passkey, signed })
    await keepUse(tx, passkey.factorId, counter)
    await markProved(tx, token)
    await publish(
      { ...tx, actor: actorOf(account) },
      { type: 'account.second_proof', aggregate: 'account', id: accountId, data: { by: 'passkey' } },
    )
  })
}

interface Proof {
  readonly challenge: string
  readonly passkey: Awaited<ReturnType<typeof passkeysOf>>[number]
  readonly signed: SignedByPasskey
}

/** The counter of a signature that is right in every respect. @throws passkeyRefused */
async function counterIn(
  party: ReturnType<typeof relyingParty>,
  { challenge, passkey, signed }: Proof,
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { id, ...response } = signed
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.rpID,
    credential: passkey,
    requireUserVerification: false,
  }).catch((error: unknown) => Promise.reject(passkeyRefused({ field: 'passkey', reason: reasonOf(error) })))
  if (!verified) throw passkeyRefused({ field: 'passkey', reason: 'the signature is wrong' })
  return authenticationInfo.newCounter
}

const keepUse = (tx: Tx, factorId: string, counter: number) =>
  tx.db.updateTable('office.second_factors').set({ counter, used_at: tx.now }).where('id', '=', factorId).execute()
