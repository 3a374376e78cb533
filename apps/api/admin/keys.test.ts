import { expect, test } from 'vitest'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { aBrowser, anApi, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { partnerKeyRoutes } from '../partner/key.ts'
import { catalogRoutes } from '../store/catalog.ts'
import { staffRoutes } from './accounts.ts'
import { categoryRoutes } from './categories.ts'
import { keyRoutes } from './keys.ts'
import { productRoutes } from './products.ts'
import { teamRoutes } from './team.ts'

const { db } = await testDatabase()
const { now } = aContext(db)

async function aShop(code: string, isDefault: boolean) {
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, now, { code, name: code, nameEn: code, isDefault }))
  const ctx = aContext(db, { shopId })
  await transaction(ctx, presetShopRoles)
  await transaction(ctx, (tx) =>
    createStaff(tx, { userName: `lin-${code}`, displayName: 'Lin', password: 'sells-the-tea', roles: ['owner'] }),
  )
  return ctx
}

const [ctx] = [await aShop('tea', true), await aShop('cups', false)]
const app = await anApi(db, {
  routes: [staffRoutes, teamRoutes, keyRoutes, partnerKeyRoutes, productRoutes, categoryRoutes, catalogRoutes],
})
const lin = await staffBrowser(app, 'lin-tea', 'sells-the-tea')

async function aKey(scopes: readonly string[], more: object = {}) {
  const { status, body } = await lin.call('POST', '/api/v1/admin/api-keys', { name: 'ERP', scopes, ...more })
  expect(status).toBe(201)
  return { ...body, system: aBrowser(app, { authorization: `Bearer ${body.key}` }) }
}

test('a system with a key does what its scopes allow, under the name of the key', async () => {
  const { system, id } = await aKey(['products.read', 'products.write'])

  const made = await system.call('POST', '/api/v1/admin/products', {
    texts: { zh: { name: '茶盏' } },
    variants: [{ sku: 'KEY-1' }],
  })
  const refused = await system.call('GET', '/api/v1/admin/staff')

  expect([made.status, refused.status, refused.body.details]).toEqual([201, 403, { permission: 'staff.manage' }])
  const [event] = await historyOf(ctx, made.body.id)
  expect(event).toMatchObject({ actorKind: 'key', actorId: id, actorName: 'ERP' })
  expect((await system.call('GET', '/api/v1/partner/key')).body).toMatchObject({
    name: 'ERP',
    scopes: ['products.read', 'products.write'],
    shop: { code: 'tea', currency: 'CNY' },
  })
})

test('a key belongs to one shop, and to the two APIs that are for systems', async () => {
  const { system } = await aKey(['products.read'])

  const elsewhere = await system.call('GET', '/api/v1/admin/products', undefined, { 'x-shop': 'cups' })
  const own = await system.call('GET', '/api/v1/admin/products', undefined, { 'x-shop': 'tea' })
  const store = await system.call('GET', '/api/v1/store/products')

  expect([elsewhere.status, own.status, store.status, store.body.code]).toEqual([404, 200, 403, 'access.key_not_here'])
})

test('what is no key, or no longer one, is told to sign in; the session of a browser does not help it', async () => {
  const { system, id } = await aKey(['products.read'])
  const guessed = await lin.call('GET', '/api/v1/admin/products', undefined, { authorization: 'Bearer zg_guess' })
  const revoked = await lin.call('POST', `/api/v1/admin/api-keys/${id}/revoke`)

  expect([guessed.status, guessed.body.code, revoked.body.state]).toEqual([401, 'accounts.key_invalid', 'revoked'])
  expect(await system.call('GET', '/api/v1/admin/products')).toMatchObject({
    status: 401,
    body: { code: 'accounts.key_revoked', detail: '接口密钥“ERP”已被停用' },
  })
})

test('a key over its limit is told when to come back', async () => {
  const { key } = await aKey(['products.read'], { requestsPerMinute: 1 })
  const ask = () =>
    app.inject({ url: '/api/v1/admin/products', headers: { authorization: `Bearer ${key}`, 'accept-language': 'en' } })

  const [first, second] = [await ask(), await ask()]

  expect([first.statusCode, second.statusCode]).toEqual([200, 429])
  expect(Number(second.headers['retry-after'])).toBeGreaterThan(0)
  expect(second.json()).toMatchObject({ code: 'accounts.key_throttled', details: { most: 1 } })
})

test('the list of keys shows beginnings and last uses, never a key', async () => {
  const made = await aKey(['products.read'])
  const list = await lin.call('GET', '/api/v1/admin/api-keys?limit=100')

  expect(list.body.rows[0]).toMatchObject({
    id: made.id,
    prefix: made.key.slice(0, 11),
    state: 'active',
    lastUsedAt: null,
  })
  expect(list.raw).not.toContain(made.key)
})
