import { expect, test } from 'vitest'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { anApi, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { staffRoutes } from './accounts.ts'
import { confidentialityRoutes } from './confidentiality.ts'
import { messageRoutes } from './messages.ts'
import { reductionRoutes } from './reductions.ts'

const { db } = await testDatabase()
const { now } = aContext(db)
const shopId = await db
  .transaction()
  .execute((tx) => openShop(tx, now, { code: 'tea', name: '茶', nameEn: 'Tea', isDefault: true }))
const ctx = aContext(db, { shopId })
await transaction(ctx, presetShopRoles)
for (const [userName, role] of [
  ['lin', 'owner'],
  ['mei', 'ops'],
])
  await transaction(ctx, (tx) =>
    createStaff(tx, { userName: userName!, displayName: userName!, password: 'keeps-the-tea', roles: [role!] }),
  )
const app = await anApi(db, { routes: [staffRoutes, confidentialityRoutes, messageRoutes, reductionRoutes] })
const [lin, mei] = [await staffBrowser(app, 'lin', 'keeps-the-tea'), await staffBrowser(app, 'mei', 'keeps-the-tea')]
const body = { zh: '不向任何人透露顾客信息。', en: 'I tell nobody about customers.' }
const own = '/api/v1/admin/me/confidentiality'

test('SEC-08 before the first statement nobody is held up', async () => {
  expect((await mei.call('GET', own)).body).toEqual({ statement: null, owes: false })
  expect((await mei.call('GET', '/api/v1/admin/messages')).status).toBe(200)
})

test('SEC-08 customer data are refused, with the reason, until the version in force is confirmed; other work goes on', async () => {
  expect((await mei.call('POST', '/api/v1/admin/confidentiality', { body })).status).toBe(403)
  expect((await lin.call('POST', '/api/v1/admin/confidentiality', { body })).body).toEqual({ version: 1 })

  expect(await mei.call('GET', '/api/v1/admin/messages')).toMatchObject({
    status: 403,
    body: { code: 'access.confidentiality_needed' },
  })
  expect((await mei.call('GET', '/api/v1/admin/reductions')).status).toBe(200)
  expect((await mei.call('GET', '/api/v1/admin/me')).body.owesConfidentiality).toBe(true)

  expect((await mei.call('POST', own, { version: 1 })).status).toBe(200)
  expect((await mei.call('GET', '/api/v1/admin/messages')).status).toBe(200)
})

test('SEC-08 a new version is asked for again, an old one cannot be confirmed, and who confirmed when is listed', async () => {
  await lin.call('POST', '/api/v1/admin/confidentiality', { body: { ...body, zh: '离职后同样保密。' } })
  expect((await mei.call('GET', own)).body).toMatchObject({ owes: true, statement: { version: 2 } })
  expect(await mei.call('POST', own, { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'confidentiality.other_version' },
  })
  await lin.call('POST', own, { version: 2 })

  const { body: people } = await lin.call('GET', '/api/v1/admin/confidentiality')
  expect(people).toMatchObject([
    { name: 'lin', version: 2, at: expect.any(String) },
    { name: 'mei', version: 1, at: expect.any(String) },
  ])
})
