import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { newId } from '#kernel/id'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { actorOf, needAccountId } from './account.ts'
import { loadAccount, lockAccount } from './account-store.ts'
import {
  checkPasskeyName,
  type MadePasskey,
  passkeyKnown,
  passkeyRefused,
  passkeysOf,
  reasonOf,
  relyingParty,
} from './passkey.ts'
import { keepChallenge, takeChallenge } from './passkey-challenge.ts'
import { waiting } from './prove-sign-in.ts'
import { hasRecoveryCodes, renewRecoveryCodes } from './recovery-codes.ts'
import { endSessions, hashToken, markProved } from './session.ts'

/** Ed25519, ES256, RS256: what authenticators speak today. Source: IANA COSE Algorithms */
const algorithms = [-8, -7, -257] as const

export interface AddPasskey extends MadePasskey {
  readonly token: string
  /** By which its owner tells it from others: `iPhone`, `蓝色 U 盾`. */
  readonly label: string
}

/** What the browser needs to make a passkey for whoever is signed in: a challenge, used once within five minutes. */
export const offerOwnPasskey = (ctx: Context): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  offerPasskey(ctx, needAccountId(ctx.actor))

/** The same for a sign-in that a role makes wait for a second factor. @throws noSignInWaits */
export const offerPasskeyAtSignIn = async (
  ctx: Context,
  token: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> => offerPasskey(ctx, await waiting(ctx, token, 'set_up'))

async function offerPasskey(ctx: Context, accountId: AccountId): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const { userName, displayName } = await loadAccount(ctx, accountId)
  const options = await generateRegistrationOptions({
    rpName: '掌柜 Zhanggui',
    rpID: relyingParty(ctx).rpID,
    userName,
    userDisplayName: displayName,
    userID: new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: (await passkeysOf(ctx, accountId)).map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  await transaction(ctx, (tx) => keepChallenge(tx, { accountId, purpose: 'add', challenge: options.challenge }))
  return options
}

/**
 * Puts a passkey in use for whoever is signed in; every other session ends. Answers recovery codes when there were none yet.
 * @throws passkeyRefused, passkeyKnown, passkeyNameInvalid
 */
export function addOwnPasskey(ctx: Context, wish: AddPasskey): Promise<readonly string[]> {
  const accountId = needAccountId(ctx.actor)
  return addPasskey(ctx, accountId, wish, async (tx) => {
    await endSessions(tx, accountId, { except: hashToken(wish.token) })
  })
}

/** Completes both the setting up and the sign-in with a first passkey. Answers the recovery codes. @throws noSignInWaits, passkeyRefused, passkeyKnown, passkeyNameInvalid */
export const addPasskeyAtSignIn = async (ctx: Context, wish: AddPasskey): Promise<readonly string[]> =>
  addPasskey(ctx, await waiting(ctx, wish.token, 'set_up'), wish, async () => undefined)

async function addPasskey(
  ctx: Context,
  accountId: AccountId,
  { token, label, ...made }: AddPasskey,
  andThen: (tx: Tx) => Promise<void>,
): Promise<readonly string[]> {
  const name = checkPasskeyName(label)
  const challenge = await transaction(ctx, (tx) => takeChallenge(tx, accountId, 'add'))
  const credential = await credentialIn(ctx, challenge, made)
  return transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId)
    await insertPasskey(tx, accountId, { label: name, ...credential, transports: made.transports })
    await markProved(tx, token)
    await andThen(tx)
    await publish(
      { ...tx, actor: actorOf(account) },
      {
        type: 'account.second_factor_added',
        aggregate: 'account',
        id: accountId,
        data: { kind: 'passkey', label: name },
      },
    )
    return (await hasRecoveryCodes(tx, accountId)) ? [] : renewRecoveryCodes(tx, accountId)
  })
}

/** The key in a browser's answer, once challenge, origin and relying party are ours. @throws passkeyRefused */
async function credentialIn(ctx: Context, challenge: string, { id, transports: _, ...response }: MadePasskey) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { rpID, origin } = relyingParty(ctx)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    supportedAlgorithmIDs: [...algorithms],
  }).catch((error: unknown) => Promise.reject(passkeyRefused({ field: 'passkey', reason: reasonOf(error) })))
  if (!verified) throw passkeyRefused({ field: 'passkey', reason: 'not verified' })
  return registrationInfo.credential
}

interface NewPasskey {
  readonly label: string
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
}

/** @throws passkeyKnown */
async function insertPasskey(tx: Tx, accountId: AccountId, passkey: NewPasskey): Promise<void> {
  const row = await tx.db
    .insertInto('office.second_factors')
    .values({
      id: newId(),
      account_id: accountId,
      kind: 'passkey',
      label: passkey.label,
      credential_id: passkey.id,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      created_at: tx.now,
      confirmed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw passkeyKnown({ field: 'passkey' })
}
