import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { changeRole, listRoles, presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { type Context, systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { aContext, as, later } from '#test/context'
import { testDatabase } from '#test/database'
import {
  actorOf,
  awaitedBy,
  beginSetUp,
  changePassword,
  confirmOwnAuthenticator,
  createStaff,
  finishSetUp,
  loadAccount,
  offerOwnAuthenticator,
  proveSignIn,
  removeOwnSecondFactor,
  resetSecondFactor,
  secondFactorsOf,
  sessionOf,
  signInWithPassword,
} from './index.ts'

const { db } = await testDatabase()
const password = 'tea-in-the-morning'

/** Mei, who works in a shop as its finance. */
async function aMember() {
  const now = Temporal.Instant.from('2026-06-01T04:00:00Z')
  const shopId = await db
    .transaction()
    .execute((tx) => openShop(tx, now, { code: `s-${newId().slice(-10)}`, name: '店', nameEn: 'Shop' }))
  const ctx = aContext(db, { shopId, now })
  await transaction(ctx, presetShopRoles)
  const userName = `mei_${newId().slice(-8)}`
  const id = await transaction(ctx, (tx) =>
    createStaff(tx, { userName, displayName: 'Mei', password, roles: ['finance'] }),
  )
  const account = await loadAccount(ctx, id)
  const signIn = (at = ctx) => signInWithPassword(at, { kind: 'staff', userName, password })
  return { ctx, id, userName, signIn, mei: as(ctx, actorOf(account)) }
}

/** Says whether the finance role demands a second factor. */
async function demand(ctx: Context, needsSecondFactor: boolean): Promise<void> {
  const { id, name, permissions } = (await listRoles(ctx)).find(({ code }) => code === 'finance')!
  await changeRole(ctx, { roleId: id, name: name.zh, nameEn: name.en, permissions, needsSecondFactor })
}

const codeAt = (secret: string, { now }: Context): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.epochMilliseconds })

/** Mei with an authenticator in use, and the recovery codes she wrote down. */
async function aMemberWithAuthenticator() {
  const member = await aMember()
  const { token } = await member.signIn()
  const { secret } = await offerOwnAuthenticator(member.mei)
  const recovery = await confirmOwnAuthenticator(member.mei, { token, code: codeAt(secret, member.ctx) })
  return { ...member, secret, recovery, token }
}

test('SEC-04 once an authenticator is in use, a password alone signs nobody in', async () => {
  const { ctx, signIn, secret } = await aMemberWithAuthenticator()
  const next = later(ctx, { minutes: 2 })

  const { token } = await signIn(next)
  expect(await sessionOf(db, token, next.now)).toBeUndefined()
  expect(await awaitedBy(next, token)).toBe('prove')

  await proveSignIn(next, { token, code: codeAt(secret, next) })
  expect(await sessionOf(db, token, next.now)).toMatchObject({ displayName: 'Mei' })
})

test('SEC-04 G08 a code works once, also for two who send it at the same moment', async () => {
  const { ctx, signIn, secret } = await aMemberWithAuthenticator()
  const next = later(ctx, { minutes: 2 })
  const [one, two] = [await signIn(next), await signIn(next)]
  const code = codeAt(secret, next)

  const tries = await Promise.allSettled([one, two].map(({ token }) => proveSignIn(next, { token, code })))

  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('SEC-04 G08 a clock one step off still proves, two steps off does not', async () => {
  const { ctx, signIn, secret } = await aMemberWithAuthenticator()
  const next = later(ctx, { minutes: 5 })
  const { token } = await signIn(next)
  await expect(proveSignIn(next, { token, code: codeAt(secret, later(next, { seconds: 90 })) })).rejects.toMatchObject({
    code: 'accounts.second_proof_wrong',
    details: { field: 'code' },
  })
  await proveSignIn(next, { token, code: codeAt(secret, later(next, { seconds: 30 })) })
})

test('SEC-04 S13 five wrong codes within a quarter of an hour lock the second proof, even for the right code', async () => {
  const { ctx, signIn, secret } = await aMemberWithAuthenticator()
  const next = later(ctx, { minutes: 2 })
  const { token } = await signIn(next)
  for (let guess = 0; guess < 5; guess++)
    await expect(proveSignIn(next, { token, code: 'wrong!' })).rejects.toMatchObject({
      code: 'accounts.second_proof_wrong',
    })
  await expect(proveSignIn(next, { token, code: codeAt(secret, next) })).rejects.toMatchObject({
    code: 'accounts.sign_in_locked',
  })
  const relief = later(next, { minutes: 16 })
  const again = await signIn(relief)
  await proveSignIn(relief, { token: again.token, code: codeAt(secret, relief) })
})

test('SEC-04 a recovery code opens once, however it is typed, and stands nowhere in clear', async () => {
  const { ctx, id, signIn, recovery } = await aMemberWithAuthenticator()
  const code = recovery[3]!
  const first = await signIn()
  await proveSignIn(ctx, { token: first.token, code: ` ${code.toUpperCase().replace('-', ' ')} ` })
  const second = await signIn()
  await expect(proveSignIn(ctx, { token: second.token, code })).rejects.toMatchObject({
    code: 'accounts.second_proof_wrong',
  })
  const rows = await db.selectFrom('office.recovery_codes').selectAll().where('account_id', '=', id).execute()
  expect(rows).toHaveLength(10)
  expect(JSON.stringify(rows)).not.toContain(code)
})

test('SEC-04 a sign-in waits for its second proof a quarter of an hour at most', async () => {
  const { ctx, signIn, secret } = await aMemberWithAuthenticator()
  const { token } = await signIn()
  const late = later(ctx, { minutes: 16 })
  await expect(proveSignIn(late, { token, code: codeAt(secret, late) })).rejects.toMatchObject({
    code: 'accounts.no_sign_in_waits',
  })
})

test('SEC-04 ORG-05 a role that demands a second factor lets its members do nothing until one is set up', async () => {
  const { ctx, id, signIn } = await aMember()
  const before = await signIn()
  await demand(ctx, true)

  expect(await sessionOf(db, before.token, ctx.now)).toBeUndefined()
  const { token } = await signIn()
  expect(await awaitedBy(ctx, token)).toBe('set_up')

  const { secret, uri } = await beginSetUp(ctx, token)
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
  const recovery = await finishSetUp(ctx, { token, code: codeAt(secret, ctx) })

  expect(recovery).toHaveLength(10)
  expect(await sessionOf(db, token, ctx.now)).toBeDefined()
  expect(await secondFactorsOf(ctx, id)).toMatchObject([{ kind: 'totp' }])
})

test('SEC-04 nobody whose role demands it gives the second factor up; others do against a code', async () => {
  const { ctx, mei, secret, recovery } = await aMemberWithAuthenticator()
  await demand(ctx, true)
  const next = later(mei, { minutes: 2 })
  await expect(removeOwnSecondFactor(next, codeAt(secret, next))).rejects.toMatchObject({
    code: 'accounts.second_factor_demanded',
  })
  await demand(ctx, false)
  await removeOwnSecondFactor(next, recovery[0]!)
  expect(await secondFactorsOf(ctx, mei.actor.id!)).toEqual([])
})

test('SEC-04 S13 a browser left open gives no second factor up: neither by a wrong code, nor by guessing, nor by another authenticator', async () => {
  const { ctx, id, mei, secret, token } = await aMemberWithAuthenticator()
  const next = later(mei, { minutes: 2 })
  await expect(offerOwnAuthenticator(next)).rejects.toMatchObject({ code: 'accounts.second_factor_exists' })
  for (let guess = 0; guess < 5; guess++)
    await expect(removeOwnSecondFactor(next, 'wrong!')).rejects.toMatchObject({ code: 'accounts.second_proof_wrong' })
  await expect(removeOwnSecondFactor(next, codeAt(secret, next))).rejects.toMatchObject({
    code: 'accounts.sign_in_locked',
  })
  expect(await secondFactorsOf(ctx, id)).toMatchObject([{ kind: 'totp' }])
  expect(await sessionOf(db, token, ctx.now)).toBeDefined()
})

test('SEC-04 whoever knows only the password sets up no authenticator of their own instead of proving', async () => {
  const { ctx, signIn } = await aMemberWithAuthenticator()
  const { token } = await signIn()
  await expect(beginSetUp(ctx, token)).rejects.toMatchObject({ code: 'accounts.no_sign_in_waits' })
})

test('SEC-04 an authenticator put in use ends the sessions that were open elsewhere', async () => {
  const { ctx, mei, signIn } = await aMember()
  const [here, elsewhere] = [await signIn(), await signIn()]
  const { secret } = await offerOwnAuthenticator(mei)
  await confirmOwnAuthenticator(mei, { token: here.token, code: codeAt(secret, ctx) })
  expect(await sessionOf(db, here.token, ctx.now)).toBeDefined()
  expect(await awaitedBy(ctx, elsewhere.token)).toBeUndefined()
})

test('SEC-04 a lost device is reset by somebody else: sessions end, and the log says who did it', async () => {
  const { ctx, id, token } = await aMemberWithAuthenticator()
  await resetSecondFactor(as(ctx, systemActor('zhanggui user')), id)
  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  expect((await historyOf(ctx, id)).map(({ type }) => type)).toContain('account.second_factor_reset')
})

test('SEC-04 whoever changes the password while signed in is not asked for a code again', async () => {
  const { ctx, mei } = await aMemberWithAuthenticator()
  const { token } = await changePassword(mei, { current: password, password: 'tea-in-the-evening' })
  expect(await sessionOf(db, token, ctx.now)).toBeDefined()
})

test('SEC-04 the secret of an authenticator stands sealed', async () => {
  const { id, secret } = await aMemberWithAuthenticator()
  const row = await db.selectFrom('office.second_factors').selectAll().where('account_id', '=', id).executeTakeFirst()
  expect(row!.secret_cipher!.includes(secret)).toBe(false)
})
