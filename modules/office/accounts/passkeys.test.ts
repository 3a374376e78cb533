import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { changeRole, listRoles, presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { anAuthenticator } from '#test/authenticator'
import { aContext, as, later } from '#test/context'
import { testDatabase } from '#test/database'
import {
  actorOf,
  addOwnPasskey,
  addPasskeyAtSignIn,
  askForPasskey,
  awaitedBy,
  createStaff,
  kindsToProve,
  loadAccount,
  offerOwnPasskey,
  offerPasskeyAtSignIn,
  proveByPasskey,
  proveSignIn,
  removePasskey,
  renamePasskey,
  resetSecondFactor,
  secondFactorsOf,
  sessionOf,
  signInWithPassword,
} from './index.ts'

const { db } = await testDatabase()
const password = 'tea-in-the-morning'
const origin = 'https://shop.example'
const refused = { code: 'accounts.passkey_refused', details: { field: 'passkey' } }

/** Mei, who works in a shop as its finance. */
async function aMember() {
  const { now } = aContext(db)
  const code = `s-${newId().slice(-10)}`
  const shopId = await db.transaction().execute((tx) => openShop(tx, now, { code, name: '店', nameEn: 'Shop' }))
  const ctx = aContext(db, { shopId, outside: { publicUrl: origin } })
  await transaction(ctx, presetShopRoles)
  const userName = `mei_${newId().slice(-8)}`
  const person = { userName, displayName: 'Mei', password, roles: ['finance'] }
  const id = await transaction(ctx, (tx) => createStaff(tx, person))
  const signIn = (at = ctx) => signInWithPassword(at, { kind: 'staff', userName, password })
  return { ctx, id, signIn, mei: as(ctx, actorOf(await loadAccount(ctx, id))) }
}

/** Mei with a security key in use. */
async function aMemberWithKey() {
  const member = await aMember()
  const key = anAuthenticator({ origin })
  const { token } = await member.signIn()
  const made = key.make(await offerOwnPasskey(member.mei))
  const recovery = await addOwnPasskey(member.mei, { token, label: '蓝色密钥', ...made })
  return { ...member, key, token, recovery }
}

async function demand(ctx: ReturnType<typeof aContext>): Promise<void> {
  const { id, name, permissions } = (await listRoles(ctx)).find(({ code }) => code === 'finance')!
  await changeRole(ctx, { roleId: id, name: name.zh, nameEn: name.en, permissions, needsSecondFactor: true })
}

test('SEC-04 once a passkey is in use, a password alone signs nobody in, and a touch completes it', async () => {
  const { ctx, id, signIn, key } = await aMemberWithKey()
  const { token } = await signIn()
  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  expect(await kindsToProve(ctx, token)).toEqual(['passkey'])

  await proveByPasskey(ctx, { token, ...key.sign(await askForPasskey(ctx, token)) })

  expect(await sessionOf(db, token, ctx.now)).toMatchObject({ accountId: id })
  expect(await historyOf(ctx, id)).toContainEqual(
    expect.objectContaining({ type: 'account.second_proof', data: { by: 'passkey' } }),
  )
})

test('SEC-04 a role that demands a second factor is content with a passkey, set up at the sign-in', async () => {
  const { ctx, id, signIn } = await aMember()
  await demand(ctx)
  const { token } = await signIn()
  const made = anAuthenticator({ origin }).make(await offerPasskeyAtSignIn(ctx, token))

  const recovery = await addPasskeyAtSignIn(ctx, { token, label: '手机', ...made })

  expect(recovery).toHaveLength(10)
  expect(await sessionOf(db, token, ctx.now)).toMatchObject({ accountId: id })
})

test('SEC-04 a challenge is good for one answer within five minutes, right or wrong', async () => {
  const { ctx, signIn, key } = await aMemberWithKey()
  const { token } = await signIn()
  const signed = key.sign(await askForPasskey(ctx, token))
  await expect(proveByPasskey(later(ctx, { minutes: 6 }), { token, ...signed })).rejects.toMatchObject(refused)

  const again = key.sign(await askForPasskey(ctx, token))
  await expect(proveByPasskey(ctx, { token, ...again, signature: signed.signature })).rejects.toMatchObject(refused)
  await expect(proveByPasskey(ctx, { token, ...again })).rejects.toMatchObject(refused)
  expect(await awaitedBy(ctx, token)).toBe('prove')
})

test('SEC-04 what was asked for adding a key proves no sign-in', async () => {
  const { ctx, mei, signIn, key } = await aMemberWithKey()
  const { token } = await signIn()
  const signed = key.sign(await offerOwnPasskey(mei))
  await expect(proveByPasskey(ctx, { token, ...signed })).rejects.toMatchObject(refused)
  expect(await awaitedBy(ctx, token)).toBe('prove')
})

test('SEC-04 of two answers to one challenge at the same moment one counts', async () => {
  const { ctx, signIn, key } = await aMemberWithKey()
  const { token } = await signIn()
  const signed = key.sign(await askForPasskey(ctx, token))
  const tries = await Promise.allSettled([1, 2].map(() => proveByPasskey(ctx, { token, ...signed })))
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  ['another page', { origin: 'https://sh0p.example' }],
  ['another page that claims to be us', { origin: 'https://sh0p.example', rpId: 'shop.example' }],
  ['another relying party', { origin, rpId: 'sh0p.example' }],
])('SEC-04 a passkey made for %s is refused', async (_, given) => {
  const { mei, signIn } = await aMember()
  const { token } = await signIn()
  const made = anAuthenticator(given).make(await offerOwnPasskey(mei))
  await expect(addOwnPasskey(mei, { token, label: '密钥', ...made })).rejects.toMatchObject(refused)
})

test('SEC-04 a key whose counter does not rise is a copy, and somebody else’s key opens nothing', async () => {
  const { ctx, signIn, key } = await aMemberWithKey()
  const { token } = await signIn()
  key.rewind()
  const copied = key.sign(await askForPasskey(ctx, token))
  await expect(proveByPasskey(ctx, { token, ...copied })).rejects.toMatchObject(refused)
  const stranger = anAuthenticator({ origin }).sign(await askForPasskey(ctx, token))
  await expect(proveByPasskey(ctx, { token, ...stranger })).rejects.toMatchObject(refused)
})

test('SEC-04 a recovery code stands in for a lost key, and a second key gives no new codes', async () => {
  const { ctx, mei, signIn, token, recovery } = await aMemberWithKey()
  const other = anAuthenticator({ origin }).make(await offerOwnPasskey(mei))
  expect(await addOwnPasskey(mei, { token, label: '手机', ...other })).toEqual([])
  const next = await signIn()
  await proveSignIn(ctx, { token: next.token, code: recovery[0]! })
  expect(await sessionOf(db, next.token, ctx.now)).toBeDefined()
})

test('SEC-04 the same key is not added twice', async () => {
  const { mei, key, token } = await aMemberWithKey()
  const again = key.make(await offerOwnPasskey(mei))
  await expect(addOwnPasskey(mei, { token, label: '又一个', ...again })).rejects.toMatchObject({
    code: 'accounts.passkey_known',
  })
})

test('SEC-04 a passkey is renamed, and removed against the password unless a role demands the last one', async () => {
  const { ctx, mei, id } = await aMemberWithKey()
  const factorId = (await secondFactorsOf(ctx, id))[0]!.id
  await renamePasskey(mei, { factorId, label: ' 抽屉里的 ' })
  expect(await secondFactorsOf(ctx, id)).toMatchObject([{ kind: 'passkey', label: '抽屉里的' }])
  await expect(removePasskey(mei, { factorId, current: 'guess' })).rejects.toMatchObject({
    code: 'accounts.password_wrong',
  })
  await demand(ctx)
  await expect(removePasskey(mei, { factorId, current: password })).rejects.toMatchObject({
    code: 'accounts.second_factor_demanded',
  })
  await resetSecondFactor(as(ctx, systemActor('zhanggui user')), id)
  expect(await secondFactorsOf(ctx, id)).toEqual([])
})
