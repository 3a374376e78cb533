import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { writeMessage } from '#platform/messages'
import { anApi, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { staffRoutes } from './accounts.ts'
import { messageRoutes } from './messages.ts'
import { reductionRoutes } from './reductions.ts'
import { roleRoutes } from './roles.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { settingRoutes } from './settings.ts'
import { teamRoutes } from './team.ts'

const { db } = await testDatabase()
const { now } = aContext(db)

async function aShopWith(
  code: string,
  isDefault: boolean,
  staff: [userName: string, password: string, role: string][],
) {
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, now, { code, name: code, nameEn: code, isDefault }))
  const ctx = aContext(db, { shopId })
  await transaction(ctx, presetShopRoles)
  for (const [userName, password, role] of staff)
    await transaction(ctx, (tx) => createStaff(tx, { userName, displayName: userName, password, roles: [role] }))
  return ctx
}

const ctx = await aShopWith('tea', true, [
  ['lin', 'owner-of-tea', 'owner'],
  ['mei', 'packs-the-tea', 'warehouse'],
])
await aShopWith('cups', false, [['bao', 'sells-the-cups', 'owner']])
const app = await anApi(db, {
  routes: [staffRoutes, secondFactorRoutes, teamRoutes, roleRoutes, messageRoutes, settingRoutes, reductionRoutes],
})
const staff = (userName: string, password: string) => staffBrowser(app, userName, password)
const lin = await staff('lin', 'owner-of-tea')

/** Signs in with the password that was handed over and chooses another. */
async function firstDay(userName: string, given: string, password: string) {
  const browser = await staff(userName, given)
  expect((await browser.call('GET', '/api/v1/admin/me')).status).toBe(401)
  expect((await browser.call('GET', '/api/v1/admin/sign-in')).body).toEqual({ awaits: 'new_password', kinds: [] })
  expect((await browser.call('POST', '/api/v1/admin/sign-in/password', { password: given })).body.code).toBe(
    'accounts.password_same',
  )
  expect((await browser.call('POST', '/api/v1/admin/sign-in/password', { password })).status).toBe(200)
  return browser
}

test('ORG-05 every member of staff sees what the roles allow and is refused the rest by the name of the permission', async () => {
  const mei = await staff('mei', 'packs-the-tea')

  const me = await mei.call('GET', '/api/v1/admin/me')
  expect(me.body).toMatchObject({ userName: 'mei', shop: { code: 'tea', currency: 'CNY' } })
  expect(me.body.permissions).toContain('outbound.pick')
  expect(me.body.permissions).not.toContain('settings.change')
  expect(await mei.call('GET', '/api/v1/admin/messages')).toMatchObject({
    status: 403,
    body: { code: 'access.not_permitted', details: { permission: 'messages.read' } },
  })
  expect((await mei.call('PUT', '/api/v1/admin/settings/carts.mostLines', { value: 9 })).status).toBe(403)
  expect((await mei.call('GET', '/api/v1/admin/staff')).status).toBe(403)
})

test('ORG-05 whoever may not do something reads which roles of their colleagues may, and nobody reads those of another shop', async () => {
  const mei = await staff('mei', 'packs-the-tea')
  const { lacks } = (await mei.call('GET', '/api/v1/admin/me')).body
  const rolesFor = (wanted: string) =>
    lacks.find(({ permission }: { permission: string }) => permission === wanted)?.roles

  expect(rolesFor('orders.cancel')).toEqual([{ zh: '店主', en: 'Owner' }]) // nobody here is of operations
  expect(rolesFor('outbound.pick')).toBeUndefined()
  expect((await lin.call('GET', '/api/v1/admin/me')).body.lacks).toEqual([])
  const bao = await staff('bao', 'sells-the-cups')
  expect((await bao.call('GET', '/api/v1/admin/me', undefined, { 'x-shop': 'tea' })).body.lacks).toEqual([])
})

test('ORG-05 staff of one shop have no say in another, and arrive in the shop they work in', async () => {
  const bao = await staff('bao', 'sells-the-cups')
  expect((await bao.call('GET', '/api/v1/admin/me')).body.shop.code).toBe('cups')
  expect((await bao.call('GET', '/api/v1/admin/me', undefined, { 'x-shop': 'tea' })).body).toMatchObject({
    permissions: [],
    shop: { code: 'tea' },
  })
  expect((await bao.call('GET', '/api/v1/admin/staff', undefined, { 'x-shop': 'tea' })).status).toBe(403)
  expect((await bao.call('GET', '/api/v1/admin/staff', undefined, { 'x-shop': 'nowhere' })).status).toBe(404)
  const [mei] = (await lin.call('GET', '/api/v1/admin/staff')).body.filter(
    (one: { userName: string }) => one.userName === 'mei',
  )
  expect((await bao.call('POST', `/api/v1/admin/staff/${mei.id}/disable`)).status).toBe(404)
})

test('ORG-05 the owner hires and disables, and the disabled are out at once', async () => {
  const hired = await lin.call('POST', '/api/v1/admin/staff', {
    userName: 'wang',
    displayName: '小王',
    roles: ['service'],
  })
  expect(hired.status).toBe(201)
  const wang = await firstDay('wang', hired.body.password, 'answers-the-chat')
  expect((await wang.call('GET', '/api/v1/admin/messages')).status).toBe(200)

  const team = await lin.call('POST', `/api/v1/admin/staff/${hired.body.id}/disable`)

  expect(team.body).toContainEqual(
    expect.objectContaining({ userName: 'wang', status: 'disabled', roles: ['service'] }),
  )
  expect((await wang.call('GET', '/api/v1/admin/messages')).status).toBe(401)
  expect(
    (await wang.call('POST', '/api/v1/admin/sign-in', { userName: 'wang', password: 'answers-the-chat' })).status,
  ).toBe(403)
  expect((await lin.call('POST', `/api/v1/admin/staff/${newId()}/disable`)).status).toBe(404)
  expect(
    (
      await lin.call('POST', '/api/v1/admin/staff', {
        userName: 'xu',
        displayName: 'Xu',
        roles: ['king'],
      })
    ).status,
  ).toBe(422)
  const me = (await lin.call('GET', '/api/v1/admin/me')).body.id
  expect((await lin.call('POST', `/api/v1/admin/staff/${me}/disable`)).status).toBe(409)
})

test('ORG-05 S05 new roles hold from the next request; nobody changes the own ones', async () => {
  const roles = (await lin.call('GET', '/api/v1/admin/roles')).body.map((role: { code: string }) => role.code)
  expect(roles).toEqual(['owner', 'ops', 'goods', 'service', 'warehouse', 'finance'])
  const hired = await lin.call('POST', '/api/v1/admin/staff', {
    userName: 'zhao',
    displayName: '小赵',
    roles: ['finance'],
  })
  const zhao = await firstDay('zhao', hired.body.password, 'writes-the-books')
  expect((await zhao.call('GET', '/api/v1/admin/messages')).status).toBe(403)

  expect(
    await lin.call('PUT', `/api/v1/admin/staff/${hired.body.id}/roles`, { roles: ['service', 'goods'] }),
  ).toMatchObject({ status: 200 })

  expect((await zhao.call('GET', '/api/v1/admin/messages')).status).toBe(200)
  expect((await zhao.call('GET', '/api/v1/admin/me')).body.permissions).not.toContain('ledger.read')
  const history = await historyOf(ctx, hired.body.id)
  expect(history).toContainEqual(
    expect.objectContaining({
      type: 'roles.changed',
      actorName: 'lin',
      data: { before: { roles: ['finance'], warehouses: {} }, after: { roles: ['service', 'goods'], warehouses: {} } },
    }),
  )
  const me = (await lin.call('GET', '/api/v1/admin/me')).body.id
  expect((await lin.call('PUT', `/api/v1/admin/staff/${me}/roles`, { roles: ['finance'] })).status).toBe(409)
})

test('ORG-05 a role is changed against the version that was seen, and its members feel it at once', async () => {
  const roles: { id: string; code: string }[] = (await lin.call('GET', '/api/v1/admin/roles')).body
  const url = `/api/v1/admin/roles/${roles.find(({ code }) => code === 'warehouse')!.id}`
  const seen = await app.inject({ url, headers: { cookie: [...lin.jar].map((pair) => pair.join('=')).join('; ') } })
  const role = seen.json()
  const wish = { name: role.name.zh, nameEn: role.name.en, needsSecondFactor: false }
  const mei = await staff('mei', 'packs-the-tea')
  expect((await mei.call('GET', '/api/v1/admin/messages')).status).toBe(403)

  const etag = { 'if-match': String(seen.headers.etag) }
  const granted = { ...wish, permissions: [...role.permissions, 'messages.read'] }
  expect((await lin.call('PUT', url, granted, etag)).status).toBe(200)
  expect((await mei.call('GET', '/api/v1/admin/messages')).status).toBe(200)
  expect((await lin.call('PUT', url, { ...wish, permissions: role.permissions }, etag)).status).toBe(412)
})

test('ORG-05 settings are listed with unit, owner and source, and changed by those who may', async () => {
  const { body } = await lin.call('GET', '/api/v1/admin/settings')
  expect(body).toContainEqual(
    expect.objectContaining({
      name: 'accounts.codeMinutes',
      value: 10,
      initial: 10,
      unit: 'minutes',
      owner: 'operations',
      source: 'SEC-04',
      changed: false,
    }),
  )
  expect((await lin.call('PUT', '/api/v1/admin/settings/accounts.codeMinutes', { value: 5 })).body).toMatchObject({
    value: 5,
    changed: true,
  })
  expect((await lin.call('PUT', '/api/v1/admin/settings/accounts.codeMinutes', { value: 'soon' })).status).toBe(422)
  expect((await lin.call('PUT', '/api/v1/admin/settings/accounts.nothing', { value: 5 })).status).toBe(404)
})

test('CHK-03 a reduction is announced once per key and ended by hand', async () => {
  const now = Temporal.Now.instant()
  const wish = {
    name: '满199减20',
    nameEn: '20 off 199',
    thresholdMinor: 19_900,
    offMinor: 2_000,
    startsAt: now.toString(),
    endsAt: now.add({ hours: 5 }).toString(),
  }
  const key = { 'idempotency-key': newId() }
  const made = await lin.call('POST', '/api/v1/admin/reductions', wish, key)
  const again = await lin.call('POST', '/api/v1/admin/reductions', wish, key)

  expect(made).toMatchObject({
    status: 201,
    body: { threshold: { minor: 19_900, currency: 'CNY' }, state: 'in_force' },
  })
  expect(again.body.id).toBe(made.body.id)
  expect((await lin.call('POST', `/api/v1/admin/reductions/${made.body.id}/end`)).status).toBe(204)
  expect((await lin.call('GET', '/api/v1/admin/reductions')).body.rows).toMatchObject([
    { id: made.body.id, state: 'over' },
  ])
})

test('SEC-04 where a provider sends codes, staff read none in the outbox, whether it waits, was refused or was sent', async () => {
  const outside = { senders: { sms: { send: () => Promise.reject(new Error('the provider is away')) } } }
  const sending = await anApi(db, { routes: [staffRoutes, messageRoutes], outside })
  const code = { channel: 'sms', recipient: '+8613800138000', purpose: 'security', template: 'code' } as const
  await transaction(ctx, (tx) => writeMessage(tx, { ...code, locale: 'zh', body: '验证码 428913，10 分钟内有效' }))
  const read = async (browser: typeof lin) =>
    (await browser.call('GET', '/api/v1/admin/messages?limit=1')).body.rows as { body: string }[]

  expect(await read(await staffBrowser(sending, 'lin', 'owner-of-tea'))).toMatchObject([
    { status: 'waiting', recipient: '138****8000', body: '验证码 ••••••，10 分钟内有效' },
  ])
  expect(await read(lin)).toMatchObject([{ body: '验证码 428913，10 分钟内有效' }])
})
