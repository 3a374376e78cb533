import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadShop } from '#office/shops'
import { openLog } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { ownPage } from '#test/api'
import { testDatabase } from '#test/database'
import { aSellingShop } from '#test/orders'
import { aSession } from '#test/real-callers'
import { buildPages } from './build.ts'
import { openHouse } from './house.ts'
import { forms } from './storefront/forms.ts'
import { pages } from './storefront/pages.ts'
import { openWeb } from './web.ts'

const publicUrl = 'https://shop.test'
await buildPages()
const { db, url: databaseUrl } = await testDatabase()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const { code } = await loadShop(shop.ctx)
const lines: string[] = []
const log = openLog({ level: 'trace', to: { write: (line) => void lines.push(line) } })
const outside = { ...shop.ctx.outside, publicUrl }
const house = openHouse({ databaseUrl, secret: Buffer.alloc(32, 7), outside, log })
const web = await openWeb({ house, metrics: openMetrics(), log, publicUrl, version: 'test' })
afterAll(async () => {
  await web.stop()
  await house.close()
})
const { token } = await aSession(db, 'shopper')
const cookie = `__Host-zg_shop=${token}`

const get = (url: string, headers: Record<string, string> = {}) => web.app.inject({ method: 'GET', url, headers })

/** Every page in every place, and whatever else answers at all. */
const addresses = [
  ...pages.flatMap(({ path }) => ['', '/en', `/s/${code}`].map((place) => `${place}${path.replaceAll(/:\w+/g, 'x')}`)),
  '/nowhere',
  '/api/nowhere',
  '/assets/none.js',
  '/console',
  '/console/orders/1',
  '/console/assets/none.js',
  '/console/seal.svg',
  '/pictures/00000000-0000-4000-8000-000000000000/480.webp',
  '/livez',
  '/readyz',
  '/metrics',
  '/api/docs',
  '/api/docs/events',
  '/api/docs/nowhere',
  '/api/openapi.json',
  '/api/v1/store/products',
  '/api/v1/store/cart',
  '/api/v1/admin/me',
  '/api/v1/admin/orders',
]

/** What an answer lacks of what every answer must say. */
function lacking(headers: Readonly<Record<string, unknown>>): string[] {
  const policy = String(headers['content-security-policy'])
  const wanted: Record<string, boolean> = {
    nosniff: headers['x-content-type-options'] === 'nosniff',
    'x-frame-options': headers['x-frame-options'] === 'DENY',
    'referrer-policy': /^(same-origin|strict-origin-when-cross-origin)$/.test(String(headers['referrer-policy'])),
    'opener policy': headers['cross-origin-opener-policy'] === 'same-origin',
    'transport security': headers['strict-transport-security'] === 'max-age=31536000',
    'default-src': /default-src '(none|self)'/.test(policy),
    'frame-ancestors': policy.includes("frame-ancestors 'none'"),
    'base-uri': policy.includes("base-uri 'none'"),
    'no inline script': !/(default|script)-src[^;]*unsafe/.test(policy),
    'no name of the server': !('x-powered-by' in headers) && !('server' in headers),
    'no other origin': !('access-control-allow-origin' in headers),
  }
  return Object.entries(wanted).flatMap(([name, holds]) => (holds ? [] : [name]))
}

test('S33 every page, answer and error says what it is, what may run in it and who may frame it, and lets no other origin read it', async () => {
  const wrong: string[] = []
  for (const address of addresses) {
    const { statusCode, headers } = await get(address, { origin: 'https://evil.example' })
    const missing = lacking(headers)
    if (missing.length > 0 || statusCode >= 500) wrong.push(`${address} (${statusCode}): ${missing.join(', ')}`)
  }
  expect(wrong).toEqual([])
  const preflight = await web.app.inject({
    method: 'OPTIONS',
    url: '/api/v1/store/cart/lines',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  })
  expect(preflight.headers).not.toHaveProperty('access-control-allow-origin')
})

test('S34 what is private is kept by no cache, under whatever ending it is asked for', async () => {
  const own = pages.filter(({ needs }) => needs === 'shopper').map(({ path }) => path.replaceAll(/:\w+/g, 'x'))
  const disguised = own.flatMap((path) => [
    path,
    `${path}/x.css`,
    `${path}/..%2fx.js`,
    `${path};x.css`,
    `${path}%3fx.png`,
  ])
  const wrong: string[] = []
  for (const address of [...disguised, '/api/v1/store/account', '/api/v1/store/cart', '/api/v1/admin/me']) {
    const { headers, body } = await get(`${address}`, { cookie })
    const cache = String(headers['cache-control'])
    if (!/no-store/.test(cache) || /public|s-maxage/.test(cache)) wrong.push(`${address}: ${cache}`)
    if (body.includes(token)) wrong.push(`${address} shows the session`)
  }
  expect(wrong).toEqual([])
})

test('S34 no header of the request that a cache does not know reaches a page', async () => {
  const poison = {
    'x-forwarded-host': 'evil.example',
    'x-host': 'evil.example',
    'x-forwarded-server': 'evil.example',
    'x-forwarded-scheme': 'nothttps',
    'x-original-url': '/account',
    'x-rewrite-url': '/account',
    forwarded: 'host=evil.example',
  }
  for (const address of [
    '/s/x',
    `/s/${code}`,
    `/s/${code}/cart`,
    `/en/s/${code}/sign-in`,
    '/api/docs',
    '/api/openapi.json',
  ]) {
    const { body, headers } = await get(address, poison)
    expect([address, `${body}${JSON.stringify(headers)}`.includes('evil.example')]).toEqual([address, false])
  }
})

test('S08 no spelling of an address leads past who may ask', async () => {
  const spellings = [
    '/api//v1/admin/orders',
    '//api/v1/admin/orders',
    '/API/V1/ADMIN/ORDERS',
    '/api/v1/admin%2forders',
    '/%61pi/v1/admin/orders',
    '/api/v1/store/../admin/orders',
    '/api/v1/store/..%2fadmin%2forders',
    '/api/v1/store/%2e%2e/admin/orders',
    '/api/v1/admin/orders/.',
    '/api/v1/admin/orders;x',
    '/api/v1/admin/orders%00',
    '/api/v1/admin/orders%20',
    '/api/v1/admin/orders/?x',
    '/api/v1/admin/orders#x',
    '/api/v1/admin\\orders',
    '/s/x/../../api/v1/admin/orders',
    '/%',
    '/%c0%ae%c0%ae/',
    '/api/v1/admin/orders/%',
  ]
  for (const url of spellings) {
    const { statusCode, body } = await get(url)
    expect([url, statusCode, /"rows"/.test(body)]).toEqual([url, expect.toSatisfy(isRefusal), false])
  }
})

const isRefusal = (status: number): boolean => [400, 401, 403, 404, 405].includes(status)

test('S17 no form of the storefront takes anything from a page of another site', async () => {
  const wrong: string[] = []
  for (const { path } of forms)
    for (const from of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }]) {
      const { statusCode } = await web.app.inject({
        method: 'POST',
        url: `/s/${code}${path.replaceAll(/:\w+/g, 'x')}`,
        payload: '',
        headers: { ...from, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
      if (statusCode !== 403) wrong.push(`${path} ${JSON.stringify(from)}: ${statusCode}`)
    }
  expect(forms.length).toBeGreaterThan(25)
  expect(wrong).toEqual([])
})

test('D20 S20 S32 no form and no page of the storefront breaks on what cannot be kept or what looks like a statement', async () => {
  const wrong: string[] = []
  const texts = ['a%00b', '%ed%a0%80', "'%20or%201=1;--", '%3Cscript%3E', '%', '9'.repeat(400)]
  for (const [index, { path }] of forms.entries()) {
    const text = texts[index % texts.length]!
    const fields = [
      'phone',
      'code',
      'userName',
      'password',
      'name',
      'street',
      'quantity',
      'key',
      'next',
      'reason',
      'lineId',
    ]
    const { statusCode, body } = await web.app.inject({
      method: 'POST',
      url: `/s/${code}${path.replaceAll(/:\w+/g, 'x')}`,
      payload: fields.map((field) => `${field}=${text}`).join('&'),
      headers: { ...ownPage, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })
    if (statusCode >= 500 || /node_modules|\.ts:\d/.test(body)) wrong.push(`${path} ${text}: ${statusCode}`)
  }
  for (const { path } of pages)
    for (const text of texts) {
      const words = ['q', 'page', 'sort', 'from', 'to', 'brand', 'next', 'tab', 'cursor', 'a.x', 'shops', 'done']
      const url = `/s/${code}${path.replaceAll(/:\w+/g, text)}?${words.map((word) => `${word}=${text}`).join('&')}`
      const { statusCode, body } = await get(url, { cookie })
      if (statusCode >= 500 || /node_modules|\.ts:\d/.test(body)) wrong.push(`${url.slice(0, 100)}: ${statusCode}`)
    }
  expect(wrong).toEqual([])
})

test('S39 nothing answers that only its makers would ask for, and nobody has an account before one is made', async () => {
  const forMakers = [
    '/.git/config',
    '/.env',
    '/debug',
    '/graphql',
    '/api/graphql',
    '/admin',
    '/actuator/env',
    '/server-status',
    '/phpinfo.php',
    '/package.json',
    '/apps/house.ts',
    '/node_modules/fastify/package.json',
    '/sandbox/trades',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/server/entry.mjs',
    '/console/assets/..%2findex.html',
    '/console/assets/..%2f..%2f..%2fpackage.json',
    '/assets/',
  ]
  for (const url of forMakers) {
    const { statusCode } = await get(url)
    expect([url, statusCode]).toEqual([url, expect.toSatisfy(isRefusal)])
  }
  const dist = fileURLToPath(new URL('../dist', import.meta.url))
  const built = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(built.length).toBeGreaterThan(20)
  expect(built.filter(({ name }) => name.endsWith('.map'))).toEqual([])
  const served = built.filter(({ name, parentPath }) => /\.m?js$/.test(name) && !parentPath.includes('/server'))
  expect(
    served
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes('sourceMappingURL='))
      .map(({ name }) => name),
  ).toEqual([])
  const { rowCount } = await db
    .selectFrom('office.accounts')
    .select((each) => each.fn.countAll<number>().as('rowCount'))
    .where('kind', '=', 'staff')
    .executeTakeFirstOrThrow()
  expect(Number(rowCount)).toBe(0)
})

test('S30 S31 what was typed in secret, or of a person, stands in no line of the log and in no figure', async () => {
  const [phone, oneTime, secret] = ['13712345678', '918273', 'c4n4ry']
  const post = (url: string, payload: object | string, headers = {}) =>
    web.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })
  const before = lines.length
  await post('/api/v1/store/account/sign-in', { userName: `${secret}_ann`, password: `${secret}-password` })
  await post('/api/v1/store/account/sign-in', `{"password":"${secret}-password"`)
  await post('/api/v1/store/account/codes', { phone, purpose: 'sign_in' })
  await post('/api/v1/store/account/sign-in-by-code', { phone, code: oneTime })
  await post(`/s/${code}/sign-in`, `phone=${phone}&code=${oneTime}&password=${secret}`, {
    'content-type': 'application/x-www-form-urlencoded',
  })
  await post(
    '/api/v1/store/addresses',
    { name: `王${secret}`, phone, districtCode: '330106', street: `${secret} 路 1 号` },
    { cookie, 'idempotency-key': `${secret}-key` },
  )
  await get(`/s/${code}/search?q=${phone}&code=${oneTime}`, { cookie: `__Host-zg_shop=${secret}; zg_lang=zh` })
  await get('/api/v1/admin/orders', { authorization: `Bearer zg_${secret}`, cookie: `__Host-zg_staff=${secret}` })
  const figures = (await get('/metrics')).body

  expect(lines.length).toBeGreaterThan(before + 7)
  const told = `${lines.join('')}${figures}`
  expect([phone, oneTime, secret, token].filter((each) => told.includes(each))).toEqual([])
})
