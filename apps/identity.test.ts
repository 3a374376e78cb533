import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { registerShopper, requestCode } from '#office/accounts'
import { openShop } from '#office/shops'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { listMessages } from '#platform/messages'
import { guestKeyOf } from '#sales/carts'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { aGuest } from '#test/people'
import { identify } from './identity.ts'

const { db } = await testDatabase()
const { now } = aContext(db)
const open = (code: string, isDefault: boolean) =>
  db.transaction().execute((trx) => openShop(trx, now, { code, name: code, nameEn: code, isDefault }))
const [tea, cups] = [await open('tea', true), await open('cups', false)]

const app = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://localhost:3000',
  version: 'test',
  texts: {},
  identify: identify({ db }, 'http://localhost:3000'),
  contextFor: ({ actor, shopId, locale }) => aContext(db, { actor, shopId, locale }),
})
await app.after()
for (const url of ['/*', '/console/*', '/api/v1/admin/*'])
  app.get(url, { config: { needs: 'anyone', hidden: true } }, async ({ identity }) => ({ ...identity, at: null }))
app.get('/api/v1/provider/push', { config: { needs: 'provider', hidden: true } }, async ({ identity }) => identity)
await app.ready()
afterAll(() => app.close())

async function whoIs(
  url: string,
  { cookies = {}, headers = {} }: { cookies?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  const response = await app.inject({ method: 'GET', url, cookies, headers })
  return { status: response.statusCode, ...response.json() }
}

test.each([
  ['/en/cart', {}, {}, 'en'],
  ['/en/cart', { zg_lang: 'zh' }, {}, 'en'],
  ['/english-tea', {}, {}, 'zh'],
  ['/cart', { zg_lang: 'en' }, {}, 'en'],
  ['/cart', { zg_lang: 'fr' }, { 'accept-language': 'en' }, 'en'],
  ['/cart', {}, { 'x-locale': 'en' }, 'en'],
  ['/cart', {}, { 'accept-language': 'de,en;q=0.4,zh;q=0.7' }, 'zh'],
  ['/cart', {}, { 'accept-language': 'en-US,en;q=0.9' }, 'en'],
  ['/cart', {}, { 'accept-language': 'de-DE' }, 'zh'],
])('%s with cookies %j and headers %j is answered in %s', async (url, cookies, headers, locale) => {
  expect(await whoIs(url, { cookies, headers })).toMatchObject({ locale })
})

test('the address or a header names the shop; without either it is the default one; an unknown shop does not exist', async () => {
  expect(await whoIs('/cart')).toMatchObject({ shopId: tea, actor: { kind: 'guest', id: null } })
  expect(await whoIs('/s/cups/products/mug')).toMatchObject({ shopId: cups })
  expect(await whoIs('/en/s/cups')).toMatchObject({ shopId: cups, locale: 'en' })
  expect(await whoIs('/cart', { headers: { 'x-shop': 'cups' } })).toMatchObject({ shopId: cups })
  expect(await whoIs('/s/nowhere')).toMatchObject({ status: 404, code: 'shops.not_found' })
})

test('SEC-09 who calls back is a provider, whatever cookies come along, and no guest', async () => {
  const { guestToken } = aGuest(aContext(db))
  expect(await whoIs('/api/v1/provider/push', { cookies: { zg_guest: guestToken } })).toMatchObject({
    shopId: tea,
    actor: { kind: 'provider', id: null },
  })
})

test('a guest is known by the hash of the token in the browser', async () => {
  const { guestToken } = aGuest(aContext(db))
  expect(await whoIs('/cart', { cookies: { zg_guest: guestToken } })).toMatchObject({
    actor: { kind: 'guest', guestKey: guestKeyOf(guestToken) },
    guestToken,
  })
})

test('ACC-01 a shopper is known on the storefront and a stranger on the side of the staff', async () => {
  const ctx = aContext(db, { shopId: tea, now: Temporal.Now.instant() })
  const phone = '13700137000'
  await requestCode(ctx, { phone, purpose: 'register' })
  const code = /\d{6}/.exec((await listMessages(ctx, {})).rows[0]!.body)![0]
  const { token, account } = await registerShopper(ctx, {
    userName: `ann_${newId().slice(-6)}`,
    password: 'tea-in-the-morning',
    phone,
    code,
  })
  const cookies = { zg_shop: token, zg_staff: token }

  expect(await whoIs('/account', { cookies })).toMatchObject({ actor: { kind: 'shopper', id: account.id } })
  expect(await whoIs('/console/orders', { cookies })).toMatchObject({ actor: { kind: 'guest' } })
  expect(await whoIs('/api/v1/admin/orders', { cookies })).toMatchObject({ actor: { kind: 'guest' } })
  expect(await whoIs('/account', { cookies: { zg_shop: `${token}x` } })).toMatchObject({ actor: { kind: 'guest' } })
})
