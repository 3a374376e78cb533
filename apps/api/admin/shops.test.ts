import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { aBrowser, anApi, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { staffRoutes } from './accounts.ts'
import { shopRoutes } from './shops.ts'

const { db } = await testDatabase()
const { now } = aContext(db)
const shopId = await db
  .transaction()
  .execute((trx) => openShop(trx, now, { code: 'tea', name: '茶铺', nameEn: 'Tea', isDefault: true }))
const ctx = aContext(db, { shopId })
await transaction(ctx, presetShopRoles)
await transaction(ctx, (tx) =>
  createStaff(tx, { userName: 'lin', displayName: 'Lin', password: 'owner-of-tea', roles: ['owner'] }),
)
const app = await anApi(db, { routes: [staffRoutes, shopRoutes] })
const lin = await staffBrowser(app, 'lin', 'owner-of-tea')

let count = 0
async function anOpened() {
  const code = `cups-${++count}`
  const owner = { userName: `bao${count}`, displayName: '小宝' }
  const shop = { code, name: '杯铺', nameEn: 'Cups', mode: 'c2c' }
  const opened = await lin.call('POST', '/api/v1/admin/shops', { ...shop, owner })
  expect(opened.status).toBe(201)
  const browser = aBrowser(app)
  await browser.call('POST', '/api/v1/admin/sign-in', { userName: owner.userName, password: opened.body.password })
  await browser.call('POST', '/api/v1/admin/sign-in/password', { password: 'sells-the-cups' })
  return { id: opened.body.id as string, code, bao: browser }
}

const texts = { name: '杯子铺', nameEn: 'Cup shop', introduction: '手作杯子', introductionEn: 'Cups by hand' }

test('the platform’s owner opens a shop, and its owner arrives there with everything allowed', async () => {
  const { id, code, bao } = await anOpened()

  const me = (await bao.call('GET', '/api/v1/admin/me')).body
  expect(me.shop).toMatchObject({ id, code, currency: 'CNY', timeZone: 'Asia/Shanghai' })
  expect(me.permissions).toContain('staff.manage')
  expect((await lin.call('GET', '/api/v1/admin/shops')).body.rows).toContainEqual(
    expect.objectContaining({ id, mode: 'c2c', isDefault: false }),
  )
  expect((await historyOf(ctx, id)).map(({ type, actorName }) => [type, actorName])).toEqual([['shop.opened', 'Lin']])
})

test('a code that is taken opens nothing: neither shop nor account', async () => {
  const owner = { userName: 'nobody', displayName: '无名' }
  const again = { code: 'tea', name: '茶', nameEn: 'Tea', mode: 'b2c', owner }
  expect(await lin.call('POST', '/api/v1/admin/shops', again)).toMatchObject({
    status: 409,
    body: { code: 'shops.code_taken' },
  })
  const left = await db.selectFrom('office.accounts').select('id').where('user_name', '=', 'nobody').execute()
  expect(left).toEqual([])
})

test('a shop sees and renames itself, and neither opens shops, changes others, nor says as what it trades', async () => {
  const { id, bao } = await anOpened()
  const owner = { userName: 'friend', displayName: 'Friend' }
  const put = (shop: string, mode: string) => bao.call('PUT', `/api/v1/admin/shops/${shop}`, { ...texts, mode })

  expect((await bao.call('GET', '/api/v1/admin/shops')).body.rows.map((row: { id: string }) => row.id)).toEqual([id])
  expect((await put(id, 'c2c')).body).toMatchObject({ id, ...texts })
  expect(await put(id, 'b2c')).toMatchObject({ status: 403, body: { code: 'shops.only_platform' } })
  expect((await put(shopId, 'b2c')).status).toBe(404)
  expect((await put(newId(), 'b2c')).status).toBe(404)
  expect(
    await bao.call('POST', '/api/v1/admin/shops', { code: 'mine', name: '我', nameEn: 'Me', mode: 'c2c', owner }),
  ).toMatchObject({ status: 403, body: { code: 'shops.only_platform' } })
  expect((await lin.call('PUT', `/api/v1/admin/shops/${id}`, { ...texts, mode: 'o2o' })).body.mode).toBe('o2o')
})
