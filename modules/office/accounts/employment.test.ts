import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { permissions, presetRoles } from '#model/office/roles'
import { grantRoles, presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import type { AccountId, Actor, Context, ShopId } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { aContext, as, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { asHouse } from '#test/goods'
import {
  awaitedBy,
  choosePassword,
  createApiKey,
  createStaff,
  disableAccount,
  enableAccount,
  endEmployment,
  endSessionsOfMember,
  findStaff,
  giveTemporaryPassword,
  hireAgain,
  hireStaff,
  holderOfKey,
  resetSecondFactor,
  sessionOf,
  signInWithPassword,
} from './index.ts'

const { db } = await testDatabase()
const owner: Actor = { ...lin, permissions: new Set(permissions) }
const aName = () => `mei_${newId().slice(-8)}`

async function aShop() {
  const { now } = aContext(db)
  const code = `s-${newId().slice(-10)}`
  const shopId: ShopId = await db.transaction().execute((tx) => openShop(tx, now, { code, name: '店', nameEn: 'Shop' }))
  const ctx = aContext(db, { shopId, actor: owner })
  await transaction(ctx, presetShopRoles)
  return ctx
}

async function aHired(role = 'service') {
  const ctx = await aShop()
  const userName = aName()
  const hired = await hireStaff(ctx, { userName, displayName: 'Mei', roles: [role] })
  const signIn = (password: string, at = ctx) => signInWithPassword(at, { kind: 'staff', userName, password })
  return { ctx, userName, signIn, ...hired }
}

/** Mei on her first day, with a password of her own. */
async function aMember(role = 'service') {
  const hired = await aHired(role)
  const password = 'tea-in-the-morning'
  const { token } = await hired.signIn(hired.password)
  const signedIn = await choosePassword(hired.ctx, { token, password })
  return { ...hired, given: hired.password, password, token: signedIn.token, firstToken: token }
}

test('ORG-05 whoever is hired gets in with the password that was handed over only to choose another', async () => {
  const { ctx, id, password, signIn } = await aHired()
  const { token } = await signIn(password)
  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  expect(await awaitedBy(ctx, token)).toBe('new_password')
  await expect(choosePassword(ctx, { token, password })).rejects.toMatchObject({ code: 'accounts.password_same' })
  await expect(choosePassword(ctx, { token, password: 'short' })).rejects.toMatchObject({
    code: 'accounts.password_weak',
  })

  const signedIn = await choosePassword(ctx, { token, password: 'tea-in-the-evening' })

  expect(await sessionOf(db, signedIn.token, ctx.now)).toMatchObject({ accountId: id })
  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  await expect(choosePassword(ctx, { token, password: 'tea-at-midnight' })).rejects.toMatchObject({
    code: 'accounts.no_sign_in_waits',
  })
})

test('ORG-05 a temporary password is good for its hours and stands nowhere in clear', async () => {
  const { ctx, id, password, signIn } = await aHired()
  await expect(signIn(password, later(ctx, { hours: 73 }))).rejects.toMatchObject({
    code: 'accounts.temporary_password_over',
  })
  const row = await db.selectFrom('office.accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(JSON.stringify([row, await historyOf(ctx, id)])).not.toContain(password)
})

test('ORG-05 SEC-09 a forgotten password is replaced by a temporary one: sessions end and the log says who did it', async () => {
  const { ctx, id, token, password, signIn } = await aMember()

  const given = await giveTemporaryPassword(ctx, id)

  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  await expect(signIn(password)).rejects.toMatchObject({ code: 'accounts.sign_in_failed' })
  expect(await awaitedBy(ctx, (await signIn(given.password)).token)).toBe('new_password')
  expect(await historyOf(ctx, id)).toContainEqual(
    expect.objectContaining({ type: 'account.password_reset', actorName: 'Lin' }),
  )
})

test('ORG-05 S05 nobody gets at the account of somebody who may do more', async () => {
  const { ctx, id } = await aMember('finance')
  const clerk = as(ctx, { ...lin, permissions: new Set(['staff.manage', ...presetRoles.goods]) })
  const refused = { code: 'roles.holds_more' }
  await expect(giveTemporaryPassword(clerk, id)).rejects.toMatchObject(refused)
  await expect(resetSecondFactor(clerk, id)).rejects.toMatchObject(refused)
  await expect(disableAccount(clerk, id)).rejects.toMatchObject(refused)
})

test('ORG-05 S15 whoever leaves is out at once, with the sessions and the keys they made', async () => {
  const { ctx, id, token, password, signIn, userName } = await aMember('owner')
  await transaction(ctx, (tx) => createStaff(tx, { userName: aName(), displayName: 'Bao', password, roles: ['owner'] }))
  const mei: Actor = { ...owner, id, name: 'Mei' }
  const { key } = await createApiKey(as(ctx, mei), { name: 'ERP', scopes: ['orders.read'] })

  await endEmployment(ctx, id)

  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  await expect(holderOfKey(db, { key, ip: '', now: ctx.now })).rejects.toMatchObject({ code: 'accounts.key_revoked' })
  await expect(signIn(password)).rejects.toMatchObject({ code: 'accounts.disabled' })
  expect(await findStaff(ctx)).toContainEqual(
    expect.objectContaining({ id, userName, status: 'left', roles: ['owner'], leftAt: ctx.now }),
  )
  expect(await historyOf(ctx, id)).toContainEqual(
    expect.objectContaining({
      type: 'account.employment_ended',
      data: { before: { roles: ['owner'] }, after: { roles: [] }, keysRevoked: ['ERP'] },
    }),
  )
})

test('ORG-05 the last owner stays, and nobody ends the own employment', async () => {
  const { ctx, id } = await aMember('owner')
  await expect(endEmployment(ctx, id)).rejects.toMatchObject({ code: 'roles.last_owner' })
  await expect(disableAccount(ctx, id)).rejects.toMatchObject({ code: 'roles.last_owner' })
  await expect(endEmployment(as(ctx, { ...owner, id }), id)).rejects.toMatchObject({
    code: 'accounts.ends_own_employment',
  })
})

test('ORG-05 who left can be taken on again with a new password; who has not left cannot', async () => {
  const { ctx, id, signIn } = await aMember()
  await expect(hireAgain(ctx, { accountId: id, roles: ['goods'] })).rejects.toMatchObject({
    code: 'accounts.not_found',
  })
  await endEmployment(ctx, id)

  const given = await hireAgain(ctx, { accountId: id, roles: ['goods'] })

  expect(await awaitedBy(ctx, (await signIn(given!.password)).token)).toBe('new_password')
  expect(await findStaff(ctx)).toMatchObject([{ id, status: 'active', roles: ['goods'], leftAt: null }])
})

test('ORG-05 who leaves one shop keeps working in another', async () => {
  const { ctx, id, password, signIn } = await aMember()
  const other = await aShop()
  await transaction(other, (tx) => grantRoles(tx, { accountId: id, roles: ['goods'] }))

  await endEmployment(ctx, id)

  const { token } = await signIn(password)
  expect(await sessionOf(db, token, ctx.now)).toMatchObject({ accountId: id })
  expect(await findStaff(other)).toMatchObject([{ id, status: 'active' }])
})

test('ORG-05 S05 nobody gets at a colleague who may do more in another shop', async () => {
  const { ctx, id } = await aMember()
  const other = await aShop()
  await transaction(other, (tx) => grantRoles(tx, { accountId: id, roles: ['finance'] }))

  const refused = { code: 'roles.holds_more' }
  await expect(giveTemporaryPassword(ctx, id)).rejects.toMatchObject(refused)
  await expect(disableAccount(ctx, id)).rejects.toMatchObject(refused)
  await expect(endSessionsOfMember(ctx, { accountId: id })).rejects.toMatchObject(refused)
})

test('ORG-05 S05 nobody takes on, or on again, with a role that may do more than they do', async () => {
  const { ctx, id } = await aMember()
  await endEmployment(ctx, id)
  const clerk = as(ctx, { ...lin, permissions: new Set(['staff.manage']) })
  const refused = { code: 'roles.permission_not_held' }

  const wish = { userName: aName(), displayName: 'Bao', roles: ['finance'] }
  await expect(hireStaff(clerk, wish)).rejects.toMatchObject(refused)
  await expect(hireAgain(clerk, { accountId: id, roles: ['finance'] })).rejects.toMatchObject(refused)
  expect((await findStaff(ctx)).filter(({ status }) => status !== 'left')).toEqual([])
})

test('ORG-05 S15 whoever was disabled and is enabled again signs in anew: no session of before comes back', async () => {
  const { ctx, id, token, password, signIn } = await aMember()
  await disableAccount(ctx, id)
  await enableAccount(ctx, id)

  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  expect(await sessionOf(db, (await signIn(password)).token, ctx.now)).toMatchObject({ accountId: id })
})

test('ORG-05 the house itself disables nobody who is the last owner of another shop', async () => {
  const { ctx, id } = await aMember()
  const other = await aShop()
  await transaction(other, (tx) => grantRoles(tx, { accountId: id, roles: ['owner'] }))

  await expect(disableAccount(asHouse(ctx), id)).rejects.toMatchObject({ code: 'roles.last_owner' })
})

test('ORG-05 keys that others made stay when somebody leaves, and nobody resets the own password', async () => {
  const { ctx, id } = await aMember()
  const { key } = await createApiKey(ctx, { name: 'ERP', scopes: ['orders.read'] })
  await expect(giveTemporaryPassword(as(ctx, { ...owner, id }), id)).rejects.toMatchObject({
    code: 'accounts.resets_own_password',
  })

  await endEmployment(ctx, id)

  expect(await holderOfKey(db, { key, ip: '', now: ctx.now })).toMatchObject({ shopId: ctx.shopId })
})

test('ORG-05 who works in another shop meanwhile is taken on again with the password they have', async () => {
  const { ctx, id, password, signIn } = await aMember()
  await endEmployment(ctx, id)
  const other = await aShop()
  await hireAgainThere(other, id)

  expect(await hireAgain(ctx, { accountId: id, roles: ['goods'] })).toBeNull()
  expect(await sessionOf(db, (await signIn(password)).token, ctx.now)).toMatchObject({ accountId: id })
})

/** Another shop has taken them on, as whoever works there already and may sign in. */
async function hireAgainThere(there: Context, id: AccountId): Promise<void> {
  await transaction(there, (tx) => grantRoles(tx, { accountId: id, roles: ['goods'] }))
  await enableAccount(asHouse(there), id)
}
