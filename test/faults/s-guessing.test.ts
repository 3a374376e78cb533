import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff, registerShopper, requestCode } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { anApi } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { staffRoutes } from '../../apps/api/admin/accounts.ts'
import { accountRoutes } from '../../apps/api/store/accounts.ts'

const { db } = await testDatabase()
const now = Temporal.Now.instant()
const shopId = await db
  .transaction()
  .execute((trx) => openShop(trx, now, { code: 'tea', name: '茶', nameEn: 'Tea', isDefault: true }))
const ctx = aContext(db, { shopId, now })
await transaction(ctx, presetShopRoles)
const password = 'tea-in-the-morning'
await transaction(ctx, (tx) => createStaff(tx, { userName: 'lin', displayName: 'Lin', password, roles: ['owner'] }))
await aRegistered('ann_known', '13700000001')
const app = await anApi(db, { routes: [accountRoutes, staffRoutes] })

async function aRegistered(userName: string, phone: string): Promise<void> {
  await requestCode(ctx, { phone, purpose: 'register' })
  const code = /\d{6}/.exec((await listMessages(ctx, {})).rows[0]!.body)![0]
  await registerShopper(ctx, { userName, password, phone, code })
}

/** A caller from another network each time, as somebody with many would be. */
async function post(url: string, payload: object, network = Math.floor(Math.random() * 60_000)) {
  const began = performance.now()
  const response = await app.inject({
    method: 'POST',
    url,
    payload,
    remoteAddress: `10.${network >> 8}.${network & 255}.7`,
    headers: { 'idempotency-key': newId() },
  })
  const body = response.body ? response.json() : {}
  delete body.requestId
  return { status: response.statusCode, body, millis: performance.now() - began }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** What two questions are answered, asked in turns so that a busy machine is as unkind to both. */
async function inTurns(
  times: number,
  one: (at: number) => ReturnType<typeof post>,
  other: (at: number) => ReturnType<typeof post>,
) {
  const [a, b] = [[] as Awaited<ReturnType<typeof post>>[], [] as Awaited<ReturnType<typeof post>>[]]
  for (let at = 0; at < times; at += 1) {
    a.push(await one(at))
    b.push(await other(at))
  }
  return [a, b] as const
}

const answersOf = (all: readonly { status: number; body: object }[]) => [
  ...new Set(all.map(({ status, body }) => JSON.stringify([status, body]))),
]

test('S14 a wrong password is answered alike, word for word and within 20 ms, whether the name exists or not, for shoppers and staff', async () => {
  await transaction(ctx, (tx) => changeSetting(tx, 'accounts.failuresPerAccount', 1_000))
  for (const [url, known] of [
    ['/api/v1/store/account/sign-in', 'ann_known'],
    ['/api/v1/admin/sign-in', 'lin'],
  ] as const) {
    const wrong = { password: 'coffee-at-midnight' }
    const [those, others] = await inTurns(
      60,
      () => post(url, { userName: known, ...wrong }),
      (at) => post(url, { userName: `nobody_${at}`, ...wrong }),
    )
    expect(answersOf(those)).toEqual(answersOf(others))
    expect(answersOf(those)).toHaveLength(1)
    const apart = Math.abs(median(those.map(({ millis }) => millis)) - median(others.map(({ millis }) => millis)))
    expect(apart).toBeLessThan(20)
  }
})

test('S14 asking for a code, and sending a wrong one, is answered alike for a number with and without an account', async () => {
  await transaction(ctx, (tx) => changeSetting(tx, 'accounts.codesPerMinute', 100))
  for (const purpose of ['sign_in', 'register', 'reset_password']) {
    const asked = (phone: string) => post('/api/v1/store/account/codes', { phone, purpose })
    expect(answersOf([await asked('13700000001')])).toEqual(answersOf([await asked('13700000002')]))
  }
  for (const [url, more] of [
    ['/api/v1/store/account/sign-in-by-code', {}],
    ['/api/v1/store/account/password-reset', { password: 'another-tea-2026' }],
    ['/api/v1/store/account/registrations', { userName: 'somebody_new', password: 'another-tea-2026' }],
  ] as const) {
    const sent = (phone: string) => post(url, { phone, code: '000000', ...more })
    expect(answersOf([await sent('13700000001')])).toEqual(answersOf([await sent('13700000002')]))
  }
})

test('S13 of twenty guesses of a code at once five are looked at; the right one among the later opens nothing', async () => {
  const phone = '13700000003'
  await post('/api/v1/store/account/codes', { phone, purpose: 'sign_in' })
  const right = /\d{6}/.exec((await listMessages(ctx, {})).rows[0]!.body)![0]
  const wrong = right === '000000' ? '000001' : '000000'
  const url = '/api/v1/store/account/sign-in-by-code'

  const guesses = await Promise.all(Array.from({ length: 20 }, () => post(url, { phone, code: wrong })))
  const late = await post(url, { phone, code: right })

  expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([422]))
  expect(answersOf([late])).toEqual(answersOf([guesses[0]!]))
  const { attempts } = await db
    .selectFrom('office.one_time_codes')
    .select('attempts')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(attempts).toBe(5)
})

test('S13 one password tried on many names from one network is stopped, also when all come at once', async () => {
  const { failuresPerNetwork } = await failuresSetting(20)
  const spray = await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      post('/api/v1/store/account/sign-in', { userName: `sprayed_${at}`, password: 'spring-2026-spring' }, 4_242),
    ),
  )
  const after = await post('/api/v1/store/account/sign-in', { userName: 'ann_known', password }, 4_242)
  const elsewhere = await post('/api/v1/store/account/sign-in', { userName: 'ann_known', password }, 4_243)

  expect(spray.filter(({ status }) => status < 400)).toEqual([])
  expect(spray.length).toBeGreaterThan(failuresPerNetwork)
  expect(after).toMatchObject({ status: 403, body: { code: 'accounts.sign_in_locked' } })
  expect(elsewhere.status).toBe(200)
})

async function failuresSetting(failuresPerNetwork: number) {
  await transaction(ctx, (tx) => changeSetting(tx, 'accounts.failuresPerNetwork', failuresPerNetwork))
  return { failuresPerNetwork }
}
