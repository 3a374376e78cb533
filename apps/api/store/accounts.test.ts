import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { aBrowser, anApi, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { anAddressInput } from '#test/people'
import { staffRoutes } from '../admin/accounts.ts'
import { messageRoutes } from '../admin/messages.ts'
import { teamRoutes } from '../admin/team.ts'
import { accountRoutes } from './accounts.ts'
import { addressRoutes } from './addresses.ts'
import { cartRoutes } from './cart.ts'
import { regionRoutes } from './regions.ts'

const { db } = await testDatabase()
const { now } = aContext(db)
const shopId = await db
  .transaction()
  .execute((trx) => openShop(trx, now, { code: 'tea', name: '茶', nameEn: 'Tea', isDefault: true }))
const ctx = aContext(db, { shopId })
await transaction(ctx, presetShopRoles)
await transaction(ctx, (tx) =>
  createStaff(tx, { userName: 'lin', displayName: '林', password: 'owner-of-tea', roles: ['owner'] }),
)
const routes = [accountRoutes, addressRoutes, cartRoutes, regionRoutes, staffRoutes, teamRoutes, messageRoutes]
const app = await anApi(db, { routes })
const lin = await staffBrowser(app, 'lin', 'owner-of-tea')

let last = 0
const aPhone = () => `139${String(10_000_000 + ++last)}`

async function codeFor(phone: string): Promise<string> {
  const { body } = await lin.call('GET', '/api/v1/admin/messages')
  const message = body.rows.find(
    (row: { recipient: string }) => row.recipient === `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  )
  return /\d{6}/.exec(message.body)![0]
}

async function aRegistered(browser = aBrowser(app)) {
  const phone = aPhone()
  const userName = `ann_${last}`
  await browser.call('POST', '/api/v1/store/account/codes', { phone, purpose: 'register' })
  const answer = await browser.call('POST', '/api/v1/store/account/registrations', {
    userName,
    password: 'tea-in-the-morning',
    phone,
    code: await codeFor(phone),
    wantsNews: true,
  })
  return { browser, phone, userName, answer }
}

test('ACC-01 the code is read in the outbox by staff and stands in no answer', async () => {
  const browser = aBrowser(app)
  const phone = aPhone()
  const asked = await browser.call('POST', '/api/v1/store/account/codes', { phone, purpose: 'register' })
  const code = await codeFor(phone)
  const registered = await browser.call('POST', '/api/v1/store/account/registrations', {
    userName: 'an_na',
    password: 'tea-in-the-morning',
    phone,
    code,
  })

  expect([asked.status, asked.raw]).toEqual([202, '{}'])
  expect(registered.status).toBe(201)
  expect(registered.raw).not.toContain(code)
  expect(registered.raw).not.toContain(phone)
  expect(registered.cookies).toContainEqual(
    expect.objectContaining({ name: 'zg_shop', httpOnly: true, sameSite: 'Lax', path: '/' }),
  )
})

test('ACC-02 ACC-04 the account area shows the masked number and the wish for news, which can be taken back', async () => {
  const { browser, phone, userName } = await aRegistered()

  const { body } = await browser.call('GET', '/api/v1/store/account')
  expect(body).toMatchObject({
    userName,
    phone: `139****${phone.slice(-4)}`,
    wantsNews: true,
    level: 1,
    pointsBalance: 0,
    hasPassword: true,
  })

  expect((await browser.call('PUT', '/api/v1/store/account/news', { wants: false })).body.wantsNews).toBe(false)
  expect(
    (await browser.call('PATCH', '/api/v1/store/account', { displayName: '安安', locale: 'en' })).body,
  ).toMatchObject({ displayName: '安安', locale: 'en' })
  expect((await browser.call('GET', '/api/v1/store/account/sessions')).body).toMatchObject([{ isThisOne: true }])
})

test('ACC-04 the address book over HTTP: add once per key, change, choose the default, remove', async () => {
  const { browser } = await aRegistered()
  const key = { 'idempotency-key': newId() }
  const added = await browser.call('POST', '/api/v1/store/addresses', anAddressInput(), key)
  const again = await browser.call('POST', '/api/v1/store/addresses', anAddressInput(), key)

  expect(added).toMatchObject({ status: 201, body: { isDefault: true, region: { province: '浙江省' } } })
  expect(again.body).toEqual(added.body)
  const second = await browser.call('POST', '/api/v1/store/addresses', anAddressInput({ label: '公司' }))
  expect(
    (await browser.call('PUT', `/api/v1/store/addresses/${second.body.id}/default`)).body.map(
      (one: { id: string }) => one.id,
    ),
  ).toEqual([second.body.id, added.body.id])
  expect(
    (await browser.call('PUT', `/api/v1/store/addresses/${added.body.id}`, anAddressInput({ name: 'Bob' }))).body
      .recipient.name,
  ).toBe('Bob')
  expect((await browser.call('DELETE', `/api/v1/store/addresses/${second.body.id}`)).body).toMatchObject([
    { id: added.body.id, isDefault: true },
  ])
  expect(await browser.call('POST', '/api/v1/store/addresses', anAddressInput({ districtCode: '33' }))).toMatchObject({
    status: 422,
    body: { code: 'customers.district_unknown' },
  })
  const stranger = await aRegistered()
  expect(
    (await stranger.browser.call('PUT', `/api/v1/store/addresses/${added.body.id}`, anAddressInput())).status,
  ).toBe(404)
  expect((await aBrowser(app).call('GET', '/api/v1/store/addresses')).status).toBe(401)
})

test('SEC-04 S15 signing in gives a new token and ends the one before; signing out ends it for good', async () => {
  const { browser, userName } = await aRegistered()
  const before = browser.jar.get('zg_shop')!
  await browser.call('POST', '/api/v1/store/account/sign-in', { userName, password: 'tea-in-the-morning' })
  const after = browser.jar.get('zg_shop')!

  expect(after).not.toBe(before)
  const thief = aBrowser(app)
  thief.jar.set('zg_shop', before)
  expect((await thief.call('GET', '/api/v1/store/account')).status).toBe(401)

  thief.jar.set('zg_shop', after)
  await browser.call('POST', '/api/v1/store/account/sign-out')
  expect(browser.jar.has('zg_shop')).toBe(false)
  expect((await thief.call('GET', '/api/v1/store/account')).status).toBe(401)
})

test('SEC-04 S15 with https the cookies are bound to the host and never leave it unencrypted', async () => {
  const secure = await anApi(db, { routes, publicUrl: 'https://tea.example' })
  const { answer, browser } = await aRegistered(aBrowser(secure))
  expect(answer.cookies).toContainEqual(
    expect.objectContaining({ name: '__Host-zg_shop', secure: true, httpOnly: true, path: '/' }),
  )
  expect((await browser.call('GET', '/api/v1/store/account')).status).toBe(200)
  const signedIn = await aBrowser(secure).call('POST', '/api/v1/admin/sign-in', {
    userName: 'lin',
    password: 'owner-of-tea',
  })
  expect(signedIn.cookies).toContainEqual(
    expect.objectContaining({ name: '__Host-zg_staff', secure: true, sameSite: 'Strict' }),
  )
})

test('SEC-04 S17 a page of another site can neither sign anybody in nor change anything', async () => {
  const { browser, userName } = await aRegistered()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    const call = browser.call(
      'POST',
      '/api/v1/store/account/sign-in',
      { userName, password: 'tea-in-the-morning' },
      headers,
    )
    expect(await call).toMatchObject({ status: 403, body: { code: 'access.foreign_origin' } })
  }
})

test('SEC-04 a shopper gets nowhere on the side of the staff, nor staff into an account area', async () => {
  const { browser } = await aRegistered()
  const mine = browser.jar.get('zg_shop')!
  browser.jar.set('zg_staff', mine)
  expect((await browser.call('GET', '/api/v1/admin/staff')).status).toBe(401)
  expect((await browser.call('GET', '/api/v1/admin/me')).status).toBe(401)

  const token = lin.jar.get('zg_staff')!
  const odd = aBrowser(app)
  odd.jar.set('zg_shop', token)
  expect((await odd.call('GET', '/api/v1/store/account')).status).toBe(401)
})

test('CHK-01 an empty cart is shown to anybody, and what is not for sale is refused in the language asked for', async () => {
  const guest = aBrowser(app, { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' })
  expect((await guest.call('GET', '/api/v1/store/cart')).body).toMatchObject({
    lines: [],
    pieces: 0,
    selected: { total: { minor: 0, currency: 'CNY' } },
  })
  const wanted = { variantId: newId(), quantity: 1 }
  expect(await guest.call('POST', '/api/v1/store/cart/lines', wanted)).toMatchObject({
    status: 409,
    body: { code: 'carts.not_for_sale', detail: 'This is not for sale at the moment' },
  })
  expect(guest.jar.get('zg_guest')).toMatch(/^[\w-]{22}$/)
  const chinese = await guest.call('POST', '/api/v1/store/cart/lines', wanted, { 'x-locale': 'zh' })
  expect(chinese.body.detail).toBe('该商品已下架，暂时无法购买')
  expect((await guest.call('POST', '/api/v1/store/cart/lines', { ...wanted, quantity: 0 })).status).toBe(400)
  expect((await guest.call('POST', '/api/v1/store/cart/lines', { ...wanted, price: 1 })).status).toBe(400)
})

test('regions lead from province to district in the language asked for', async () => {
  const guest = aBrowser(app)
  expect((await guest.call('GET', '/api/v1/store/regions')).body).toContainEqual({ code: '33', name: '浙江省' })
  expect((await guest.call('GET', '/api/v1/store/regions/33/children')).body).toContainEqual({
    code: '3301',
    name: '杭州市',
  })
  expect(
    (await guest.call('GET', '/api/v1/store/regions/3301/children', undefined, { 'x-locale': 'en' })).body[0],
  ).toMatchObject({ code: expect.stringMatching(/^3301\d\d$/) })
  expect((await guest.call('GET', '/api/v1/store/regions/99/children')).body).toEqual([])
})
