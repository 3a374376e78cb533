import { expect, test } from 'vitest'
import { createStaff } from '#office/accounts'
import { createRole, presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { aBrowser, anApi } from '#test/api'
import { aContext, as, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { staffRoutes } from './accounts.ts'
import { sessionRoutes } from './sessions.ts'
import { teamRoutes } from './team.ts'

const { db } = await testDatabase()
const { now } = aContext(db)
const password = 'signs-in-on-every-desk'

async function aShopWith(code: string, isDefault: boolean, staff: [userName: string, role: string][]) {
  const shop = { code, name: code, nameEn: code, isDefault }
  const ctx = aContext(db, { shopId: await db.transaction().execute((trx) => openShop(trx, now, shop)) })
  await transaction(ctx, presetShopRoles)
  const lead = await createRole(as(ctx, { ...lin, permissions: new Set(['staff.manage']) }), {
    name: '组长',
    nameEn: 'Team lead',
    permissions: ['staff.manage'],
    needsSecondFactor: false,
  })
  const ids = new Map<string, string>()
  for (const [userName, role] of staff)
    ids.set(
      userName,
      await transaction(ctx, (tx) =>
        createStaff(tx, { userName, displayName: userName, password, roles: [role === 'lead' ? lead.code : role] }),
      ),
    )
  return { ctx, idOf: (userName: string) => ids.get(userName)! }
}

const tea = await aShopWith('tea', true, [
  ['lin', 'owner'],
  ['mei', 'warehouse'],
  ['hua', 'lead'],
])
await aShopWith('cups', false, [['bao', 'owner']])
const routes = [staffRoutes, sessionRoutes, teamRoutes]
const [here, otherProcess] = [await anApi(db, { routes }), await anApi(db, { routes })]

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1'
const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36'

async function signedIn(userName: string, { app = here, agent = desk } = {}) {
  const browser = aBrowser(app, { 'user-agent': agent })
  expect((await browser.call('POST', '/api/v1/admin/sign-in', { userName, password })).status).toBe(200)
  const isIn = async () => (await browser.call('GET', '/api/v1/admin/me')).status === 200
  return { ...browser, isIn }
}

test('ACC-04 staff see where they are signed in and end one device or all others, at once in every process', async () => {
  const mine = await signedIn('mei')
  const lost = await signedIn('mei', { agent: phone, app: otherProcess })
  const third = await signedIn('mei', { app: otherProcess })

  const { body: sessions } = await mine.call('GET', '/api/v1/admin/me/sessions')
  expect(sessions).toHaveLength(3)
  expect(sessions.filter((one: { isThisOne: boolean }) => one.isThisOne)).toMatchObject([{ userAgent: desk }])
  const onPhone = sessions.find((one: { userAgent: string }) => one.userAgent === phone)
  expect(onPhone).toMatchObject({ ip: '127.0.0.1', startedAt: expect.any(String), seenAt: expect.any(String) })

  const end = (body: object) => mine.call('POST', '/api/v1/admin/me/sessions/end', body)
  expect((await end({ session: onPhone.id })).body).toEqual({ ended: 1 })
  expect([await lost.isIn(), await third.isIn(), await mine.isIn()]).toEqual([false, true, true])
  expect((await end({ session: onPhone.id })).body).toEqual({ ended: 0 })

  expect((await end({})).body).toEqual({ ended: 1 })
  expect([await third.isIn(), await mine.isIn()]).toEqual([false, true])
  expect((await mine.call('GET', '/api/v1/admin/me/sessions')).body).toMatchObject([{ isThisOne: true }])
})

test('ORG-05 the owner ends the sessions of a member, and the log keeps whose and by whom', async () => {
  const owner = await signedIn('lin')
  const [one, other] = [await signedIn('mei', { app: otherProcess }), await signedIn('mei', { agent: phone })]
  const at = `/api/v1/admin/staff/${tea.idOf('mei')}/sessions`

  const { body: sessions } = await owner.call('GET', at)
  const onPhone = sessions.find((session: { userAgent: string }) => session.userAgent === phone)
  expect(onPhone).toMatchObject({ network: '127.0.0.0/24' })
  expect(onPhone).not.toHaveProperty('ip')
  expect((await owner.call('POST', `${at}/end`, { session: onPhone.id })).body).toEqual({ ended: 1 })
  expect([await one.isIn(), await other.isIn()]).toEqual([true, false])
  expect((await owner.call('POST', `${at}/end`, {})).body.ended).toBeGreaterThan(0)
  expect([await one.isIn(), await owner.isIn()]).toEqual([false, true])

  const ended = (await historyOf(tea.ctx, tea.idOf('mei'))).filter(({ type }) => type === 'account.sessions_ended')
  expect(ended.filter(({ actorName }) => actorName === 'lin')).toHaveLength(2)
})

test('ORG-05 nobody ends a session of somebody else by its name, of somebody in another shop, or of somebody who may do more', async () => {
  const [owner, mei, hua, bao] = await Promise.all(['lin', 'mei', 'hua', 'bao'].map((name) => signedIn(name)))
  const [owners] = (await owner!.call('GET', '/api/v1/admin/me/sessions')).body
  const of = (userName: string) => `/api/v1/admin/staff/${tea.idOf(userName)}/sessions`

  const answers = [
    await mei!.call('POST', '/api/v1/admin/me/sessions/end', { session: owners.id }),
    await owner!.call('POST', `${of('mei')}/end`, { session: owners.id }),
  ]
  expect(answers.map(({ body }) => body)).toEqual([{ ended: 0 }, { ended: 0 }])
  expect((await mei!.call('GET', of('lin'))).status).toBe(403)
  expect((await bao!.call('GET', of('mei'))).status).toBe(404)
  expect((await bao!.call('POST', `${of('mei')}/end`, {})).status).toBe(404)
  expect(await hua!.call('POST', `${of('lin')}/end`, {})).toMatchObject({
    status: 403,
    body: { code: 'roles.holds_more' },
  })
  expect([await owner!.isIn(), await mei!.isIn()]).toEqual([true, true])
})
