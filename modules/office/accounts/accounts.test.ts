import argon2 from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { newId } from '#kernel/id'
import { permissions } from '#model/office/roles'
import { permissionsOf, presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { listMessages } from '#platform/messages'
import { aContext, as, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import {
  actorOf,
  changePassword,
  changeProfile,
  createStaff,
  disableAccount,
  enableAccount,
  endOtherSessions,
  enterGuest,
  findStaff,
  isGuest,
  openGuest,
  phoneOf,
  registerShopper,
  requestCode,
  resetPassword,
  sessionOf,
  sessionsOf,
  signInWithCode,
  signInWithPassword,
  signOut,
} from './index.ts'
import { purgeOld } from './jobs.ts'
import type { CodePurpose } from './model.ts'

const { db } = await testDatabase()
const password = 'tea-in-the-morning'
let last = 0

const aPhone = () => `138${String(10_000_000 + ++last)}`
const aName = () => `ann_${++last}`
const guest = () => aContext(db, { actor: { kind: 'guest', id: null, name: 'guest', permissions: new Set() } })

async function aCode(ctx: Context, phone: string, purpose: CodePurpose): Promise<string> {
  await requestCode(ctx, { phone, purpose })
  const { rows } = await listMessages(ctx, {})
  const message = rows.find((one) => one.recipient === `+86${phone}`)!
  return /\d{6}/.exec(message.body)![0]
}

async function aRegistered(ctx = guest()) {
  const phone = aPhone()
  const userName = aName()
  const code = await aCode(ctx, phone, 'register')
  const signedIn = await registerShopper(ctx, { userName, password, phone, code })
  return { ctx, phone, userName, ...signedIn, shopper: as(ctx, actorOf(signedIn.account)) }
}

const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'rejected' ? (result.reason as { code: string }).code : 'yes'))

test('ACC-01 a shopper registers with user name, password and a number confirmed by a code, and is signed in', async () => {
  const ctx = guest()
  const phone = aPhone()
  const code = await aCode(ctx, phone, 'register')

  const { token, account } = await registerShopper(ctx, { userName: '小安Ann', password, phone: `+86 ${phone}`, code })

  expect(account).toMatchObject({ kind: 'shopper', userName: '小安Ann', status: 'active', hasPassword: true })
  expect(await sessionOf(db, token, ctx.now)).toMatchObject({
    accountId: account.id,
    kind: 'shopper',
    displayName: '小安Ann',
  })
  expect(await phoneOf(ctx, account.id)).toBe(`+86${phone}`)
  expect((await historyOf(ctx, account.id)).map((event) => event.type)).toEqual(['account.registered'])
})

test('ACC-01 the number stands sealed in the database, and neither code, password nor token stands there at all', async () => {
  const { phone, token, account } = await aRegistered()

  const row = await db.selectFrom('office.accounts').selectAll().where('id', '=', account.id).executeTakeFirstOrThrow()
  const sessions = await db.selectFrom('office.sessions').selectAll().where('account_id', '=', account.id).execute()

  expect(row.phone_cipher!.includes(phone)).toBe(false)
  expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(JSON.stringify(sessions)).not.toContain(token)
})

test('ACC-01 S13 a wrong code registers nobody, and after five attempts the right one does not either', async () => {
  const ctx = guest()
  const phone = aPhone()
  const code = await aCode(ctx, phone, 'register')
  const wrong = code === '000000' ? '000001' : '000000'
  const tryWith = (guess: string) => registerShopper(ctx, { userName: aName(), password, phone, code: guess })

  for (let attempt = 1; attempt <= 5; attempt++)
    await expect(tryWith(wrong)).rejects.toMatchObject({ code: 'accounts.code_wrong', details: { field: 'code' } })

  await expect(tryWith(code)).rejects.toMatchObject({ code: 'accounts.code_wrong' })
})

test('ACC-01 S13 a code used by ten requests at once works for one', async () => {
  const ctx = guest()
  const phone = aPhone()
  const code = await aCode(ctx, phone, 'sign_in')

  const results = await Promise.allSettled(Array.from({ length: 10 }, () => signInWithCode(ctx, { phone, code })))

  expect(codesOf(results).filter((outcome) => outcome === 'yes')).toHaveLength(1)
  expect(codesOf(results).filter((outcome) => outcome === 'accounts.code_wrong')).toHaveLength(9)
})

test('ACC-01 S13 a code is good for ten minutes, for its purpose, and only the latest counts', async () => {
  const ctx = guest()
  const phone = aPhone()
  const first = await aCode(ctx, phone, 'sign_in')
  await expect(registerShopper(ctx, { userName: aName(), password, phone, code: first })).rejects.toMatchObject({
    code: 'accounts.code_wrong',
  })
  await expect(signInWithCode(later(ctx, { minutes: 10 }), { phone, code: first })).rejects.toMatchObject({
    code: 'accounts.code_wrong',
  })

  const soon = later(ctx, { minutes: 2 })
  const second = await aCode(soon, phone, 'sign_in')
  if (second !== first)
    await expect(signInWithCode(soon, { phone, code: first })).rejects.toMatchObject({ code: 'accounts.code_wrong' })
  await expect(signInWithCode(soon, { phone, code: second })).resolves.toMatchObject({
    account: { kind: 'shopper', hasPassword: false },
  })
})

test('ACC-01 S14 a taken user name does not spend the code, and only the holder of a number learns that it is taken', async () => {
  const { userName, phone } = await aRegistered()
  const ctx = later(guest(), { hours: 2 })
  const other = aPhone()
  const code = await aCode(ctx, other, 'register')

  await expect(
    registerShopper(ctx, { userName: userName.toUpperCase(), password, phone: other, code }),
  ).rejects.toMatchObject({ code: 'accounts.user_name_taken' })
  await expect(registerShopper(ctx, { userName: aName(), password, phone: other, code })).resolves.toBeTruthy()
  await expect(registerShopper(ctx, { userName: aName(), password, phone, code: '123456' })).rejects.toMatchObject({
    code: 'accounts.code_wrong',
  })
  const own = await aCode(ctx, phone, 'register')
  await expect(registerShopper(ctx, { userName: aName(), password, phone, code: own })).rejects.toMatchObject({
    code: 'accounts.phone_taken',
  })
})

test.each([
  ['12345678', 'a row of digits'],
  ['Password123', 'a common one'],
  ['aaaabbbb', 'two letters repeated'],
  ['short-1', 'too short'],
])('ACC-01 the password %s is refused: %s', async (weak) => {
  await expect(
    registerShopper(guest(), { userName: aName(), password: weak, phone: aPhone(), code: '000000' }),
  ).rejects.toMatchObject({
    code: 'accounts.password_weak',
    details: { field: 'password' },
  })
})

test.each(['13', 'ab', 'x'.repeat(21), '13800138000', 'an n', 'admin-ann', '官方客服', "ann'--"])(
  'ACC-01 %s is no user name',
  async (userName) => {
    await expect(
      registerShopper(guest(), { userName, password, phone: aPhone(), code: '000000' }),
    ).rejects.toMatchObject({ code: 'accounts.user_name_invalid' })
  },
)

test('SEC-04 S13 S14 codes are sent once a minute and five times an hour for a number, whether it has an account or not', async () => {
  const { phone } = await aRegistered()
  for (const number of [phone, aPhone()]) {
    const start = later(guest(), { hours: 3 })
    const ask = (minutes: number) => requestCode(later(start, { minutes }), { phone: number, purpose: 'sign_in' })
    await ask(0)
    await expect(ask(0)).rejects.toMatchObject({ code: 'accounts.codes_throttled', details: { retryAfterSeconds: 60 } })
    for (const minutes of [1, 2, 3, 4]) await ask(minutes)
    await expect(ask(5)).rejects.toMatchObject({
      code: 'accounts.codes_throttled',
      details: { retryAfterSeconds: 3300 },
    })
    await expect(ask(61)).resolves.toBeUndefined()
  }
})

test('ACC-01 S15 sign-in by password takes the user name or the number, and gives a new token each time', async () => {
  const { ctx, userName, phone, token, account } = await aRegistered()

  const byName = await signInWithPassword(ctx, { kind: 'shopper', userName: ` ${userName.toUpperCase()} `, password })
  const byPhone = await signInWithPassword(ctx, { kind: 'shopper', userName: phone, password })

  expect(new Set([token, byName.token, byPhone.token]).size).toBe(3)
  expect(byPhone.account.id).toBe(account.id)
})

test('SEC-04 S14 an unknown name and a wrong password get the same answer for the same work', async () => {
  const { ctx, userName } = await aRegistered()
  const hashing = vi.spyOn(argon2, 'verify')
  const refusalOf = async (name: string) => {
    hashing.mockClear()
    const wish = { kind: 'shopper', userName: name, password: 'not this one' } as const
    const { code, details } = await signInWithPassword(ctx, wish).catch((refused) => refused)
    const costOf = (passwordHash: unknown) => String(passwordHash).split('$').slice(0, 4).join('$')
    return { code, details, hashed: hashing.mock.calls.map(([passwordHash]) => costOf(passwordHash)) }
  }

  const known = await refusalOf(userName)
  const unknown = await refusalOf('nobody_at_all_here')
  hashing.mockRestore()

  expect(unknown).toEqual(known)
  expect(known.hashed).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
})

test('SEC-04 S13 ten failures lock a name for the hour, known or not, even for the right password; a code still opens', async () => {
  const { ctx, userName, phone } = await aRegistered()
  const fail = (name: string) => signInWithPassword(ctx, { kind: 'shopper', userName: name, password: 'not this one' })

  const known = await Promise.allSettled(Array.from({ length: 14 }, () => fail(userName)))
  const unknown = await Promise.allSettled(Array.from({ length: 14 }, () => fail('nobody_at_all')))

  expect(codesOf(known).filter((code) => code === 'accounts.sign_in_failed')).toHaveLength(10)
  expect(codesOf(known).sort()).toEqual(codesOf(unknown).sort())
  await expect(signInWithPassword(ctx, { kind: 'shopper', userName, password })).rejects.toMatchObject({
    code: 'accounts.sign_in_locked',
  })
  const code = await aCode(later(ctx, { minutes: 1 }), phone, 'sign_in')
  await expect(signInWithCode(later(ctx, { minutes: 1 }), { phone, code })).resolves.toBeTruthy()
  await expect(
    signInWithPassword(later(ctx, { minutes: 60 }), { kind: 'shopper', userName, password }),
  ).resolves.toBeTruthy()
})

test('SEC-04 a session lives thirty days after its last use and ends at sign-out', async () => {
  const { ctx, token } = await aRegistered()
  const day = (days: number) => later(ctx, { days }).now

  expect(await sessionOf(db, token, day(29))).toBeTruthy()
  expect(await sessionOf(db, token, day(58))).toBeTruthy()
  expect(await sessionOf(db, token, day(89))).toBeUndefined()

  const again = await aRegistered()
  await signOut(again.ctx, again.token)
  expect(await sessionOf(db, again.token, again.ctx.now)).toBeUndefined()
  expect(await sessionOf(db, 'never given out', again.ctx.now)).toBeUndefined()
})

test('ACC-04 S15 a new password ends every other session and needs the current one', async () => {
  const { ctx, shopper, userName, token } = await aRegistered()

  await expect(
    changePassword(shopper, { current: 'not this one', password: 'tea-in-the-evening' }),
  ).rejects.toMatchObject({ code: 'accounts.password_wrong' })
  const changed = await changePassword(shopper, { current: password, password: 'tea-in-the-evening' })

  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  expect(await sessionOf(db, changed.token, ctx.now)).toBeTruthy()
  await expect(signInWithPassword(ctx, { kind: 'shopper', userName, password })).rejects.toMatchObject({
    code: 'accounts.sign_in_failed',
  })
})

test('ACC-04 a forgotten password is replaced against a code, which works once', async () => {
  const { ctx, phone, userName, token } = await aRegistered()
  const soon = later(ctx, { minutes: 1 })
  const code = await aCode(soon, phone, 'reset_password')
  const reset = () => resetPassword(soon, { phone, code, password: 'tea-at-midnight' })

  const results = await Promise.allSettled([reset(), reset(), reset()])

  expect(codesOf(results).sort()).toEqual(['accounts.code_wrong', 'accounts.code_wrong', 'yes'])
  expect(await sessionOf(db, token, soon.now)).toBeUndefined()
  await expect(
    signInWithPassword(soon, { kind: 'shopper', userName, password: 'tea-at-midnight' }),
  ).resolves.toBeTruthy()
})

test('ACC-04 a shopper sees the own sessions and ends the others', async () => {
  const { ctx, shopper, userName, token } = await aRegistered()
  const phone = await signInWithPassword(ctx, {
    kind: 'shopper',
    userName,
    password,
    visitor: { ip: '203.0.113.9', userAgent: 'Phone' },
  })

  expect(await sessionsOf(shopper, token)).toHaveLength(2)
  expect(await endOtherSessions(shopper, token)).toBe(1)
  expect(await endOtherSessions(shopper, token)).toBe(0)
  expect(await sessionOf(db, phone.token, ctx.now)).toBeUndefined()
  expect(await sessionsOf(shopper, token)).toMatchObject([{ isThisOne: true }])
})

test('ACC-04 a shopper changes the name that is shown, and the log keeps both', async () => {
  const { shopper, account } = await aRegistered()

  await changeProfile(shopper, { displayName: '  安  安 ', locale: 'en' })

  const [, changed] = await historyOf(shopper, account.id)
  expect(changed).toMatchObject({
    type: 'account.changed',
    data: { before: { displayName: account.displayName }, after: { displayName: '安 安', locale: 'en' } },
  })
})

async function aShopOfOurs() {
  const { now } = aContext(db)
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, now, { code: `shop-${newId().slice(-8)}`, name: '茶', nameEn: 'Tea' }))
  const ctx = aContext(db, { shopId })
  await transaction(ctx, presetShopRoles)
  return ctx
}

test('ORG-05 staff sign in apart from shoppers, with the permissions of their roles, and are out after twelve idle hours', async () => {
  const ctx = await aShopOfOurs()
  const userName = aName()
  const id = await transaction(ctx, (tx) =>
    createStaff(tx, { userName, displayName: 'Mei', password, roles: ['warehouse'] }),
  )

  await expect(signInWithPassword(ctx, { kind: 'shopper', userName, password })).rejects.toMatchObject({
    code: 'accounts.sign_in_failed',
  })
  const { token, account } = await signInWithPassword(ctx, { kind: 'staff', userName, password })

  expect(account).toMatchObject({ id, kind: 'staff', displayName: 'Mei' })
  expect((await permissionsOf(ctx, id)).has('outbound.pick')).toBe(true)
  expect(await sessionOf(db, token, later(ctx, { hours: 11 }).now)).toBeTruthy()
  expect(await sessionOf(db, token, later(ctx, { hours: 22 }).now)).toBeTruthy()
  expect(await sessionOf(db, token, later(ctx, { hours: 34 }).now)).toBeUndefined()
  expect(await findStaff(ctx)).toMatchObject([{ id, userName, status: 'active', roles: ['warehouse'] }])
})

test('ORG-05 S15 a disabled member of staff is out at once and stays out; nobody disables the own account', async () => {
  const ctx = await aShopOfOurs()
  const userName = aName()
  const id = await transaction(ctx, (tx) => createStaff(tx, { userName, displayName: 'Mei', password, roles: ['ops'] }))
  const { token, account } = await signInWithPassword(ctx, { kind: 'staff', userName, password })

  await expect(disableAccount(as(ctx, actorOf(account)), id)).rejects.toMatchObject({
    code: 'accounts.disables_self',
  })
  const owner = as(ctx, { ...lin, permissions: new Set(permissions) })
  await disableAccount(owner, id)
  await disableAccount(owner, id)

  expect(await sessionOf(db, token, ctx.now)).toBeUndefined()
  await expect(signInWithPassword(ctx, { kind: 'staff', userName, password })).rejects.toMatchObject({
    code: 'accounts.disabled',
  })
  expect((await historyOf(ctx, id)).filter((event) => event.type === 'account.disabled')).toHaveLength(1)
  await enableAccount(owner, id)
  await expect(signInWithPassword(ctx, { kind: 'staff', userName, password })).resolves.toBeTruthy()
})

test('five sign-ins of one account at once all succeed and all stand in the log', async () => {
  const { ctx, userName, account } = await aRegistered()

  await Promise.all(Array.from({ length: 5 }, () => signInWithPassword(ctx, { kind: 'shopper', userName, password })))

  expect((await historyOf(ctx, account.id)).filter((event) => event.type === 'account.signed_in')).toHaveLength(5)
})

test('old codes, sessions and counts are thrown away, those in use stay', async () => {
  const { ctx, token, phone } = await aRegistered()

  await purgeOld(ctx)
  expect(await sessionOf(db, token, ctx.now)).toBeTruthy()
  await purgeOld(later(ctx, { days: 200 }))

  expect(await db.selectFrom('office.sessions').select('kind').execute()).toEqual([])
  expect(await db.selectFrom('platform.throttles').select('key').execute()).toEqual([])
  await expect(signInWithCode(ctx, { phone, code: '000000' })).rejects.toMatchObject({ code: 'accounts.code_wrong' })
})

test('ACC-01 a guest who confirms a number keeps the account, unless the number has one already', async () => {
  const visitor = { ip: '203.0.113.9', userAgent: 'test' }
  const { account } = await openGuest(guest(), { visitor })
  expect(await isGuest(guest(), account.id)).toBe(true)
  const asGuest = as(guest(), actorOf(account))
  const phone = aPhone()

  const known = await signInWithCode(asGuest, { phone, code: await aCode(asGuest, phone, 'sign_in') })
  expect(known.account.id).toBe(account.id)
  expect(await isGuest(guest(), account.id)).toBe(false)

  const { account: second } = await openGuest(guest(), { visitor })
  const secondAsGuest = as(guest(), actorOf(second))
  const again = later(secondAsGuest, { minutes: 2 })
  const signedIn = await signInWithCode(again, { phone, code: await aCode(again, phone, 'sign_in') })
  expect(signedIn.account.id).toBe(account.id)
  expect(await isGuest(guest(), second.id)).toBe(true)
})

test('ACC-01 S13 a code opens once what was bought as a guest, and only the number that it went to', async () => {
  const { account } = await openGuest(guest(), { visitor: { ip: '203.0.113.10', userAgent: 'test' } })
  const [phone, other] = [aPhone(), aPhone()]
  const code = await aCode(guest(), phone, 'sign_in')
  const enter = (to: string) => enterGuest(guest(), { accountId: account.id, phone: to, code })

  await expect(enter(other)).rejects.toMatchObject({ code: 'accounts.code_wrong' })
  expect((await enter(phone)).account.id).toBe(account.id)
  await expect(enter(phone)).rejects.toMatchObject({ code: 'accounts.code_wrong' })
})

test('SEC-04 so many guests may begin from one network in an hour, and no more', async () => {
  const visitor = { ip: '198.51.100.7', userAgent: 'test' }
  const results = await Promise.allSettled(Array.from({ length: 31 }, () => openGuest(guest(), { visitor })))
  expect(codesOf(results).filter((code) => code !== 'yes')).toEqual(['accounts.guests_throttled'])
  await expect(openGuest(guest(), { visitor: { ...visitor, ip: '192.0.2.1' } })).resolves.toBeDefined()
})
