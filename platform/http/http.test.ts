import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { refusal } from '#kernel/refusal'
import { texts } from '#kernel/text'
import {
  type AccessRule,
  createServer,
  type Identity,
  openAdmission,
  type Routes,
  type ServerOptions,
} from '#platform/http'
import { openLog } from '#platform/log'
import { aContext, lin } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const ctx = aContext(db)
const catalogue = texts({
  'status.409': { zh: '冲突', en: 'Conflict' },
  'status.500': { zh: '出错', en: 'Broken' },
  'test.sold_out': { zh: '{sku} 卖完了', en: '{sku} is sold out' },
  bug: { zh: '系统出错', en: 'Something broke' },
})
const soldOut = refusal('conflict', 'test.sold_out', (d: { field: string; sku: string }) => `${d.sku} is sold out`)

async function aServer(
  routes: (app: Routes) => void,
  { actor = lin, admission, trustedProxies, busyPage }: Partial<ServerOptions> & { actor?: Identity['actor'] } = {},
) {
  const app = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://shop.example',
    version: '0',
    texts: catalogue,
    admission,
    trustedProxies,
    busyPage,
    identify: async (request) => ({
      actor,
      shopId: ctx.shopId,
      locale: request.headers['x-locale'] === 'en' ? 'en' : 'zh',
    }),
    contextFor: (identity, origin) => ({ ...ctx, ...identity, origin }),
  })
  await app.after()
  routes(app)
  await app.ready()
  return app
}

const anyone = { config: { needs: 'anyone' as const } }

test.each([undefined, { staff: '' }])(
  'a route that does not say who may call it stops the start (%s)',
  async (needs) => {
    await expect(
      aServer((app) => app.get('/open', { config: { needs: needs as AccessRule } }, async () => 'hello')),
    ).rejects.toThrow('says not who may call it')
  },
)

test('S35 who calls is whoever connects, unless a proxy that we trust says for whom it asks', async () => {
  const tellIp = (app: Routes) => app.get('/ip', anyone, async (request) => ({ ip: request.ip }))
  const ask = async (trustedProxies: readonly string[], remoteAddress: string) => {
    const app = await aServer(tellIp, { trustedProxies })
    const headers = { 'x-forwarded-for': '198.51.100.9, 203.0.113.7' } // the first is what the caller made up
    return (await app.inject({ url: '/ip', headers, remoteAddress })).json().ip
  }
  expect(await ask([], '10.0.0.5')).toBe('10.0.0.5')
  expect(await ask(['10.0.0.0/8'], '10.0.0.5')).toBe('203.0.113.7')
  expect(await ask(['10.0.0.0/8'], '192.0.2.1')).toBe('192.0.2.1')
})

test('a refusal leaves as problem details in the caller’s language, with its code and field', async () => {
  const app = await aServer((app) =>
    app.get('/buy', anyone, async () => Promise.reject(soldOut({ field: 'lines.0', sku: 'A-1' }))),
  )
  const zh = await app.inject('/buy')
  expect([zh.statusCode, zh.headers['content-type']]).toEqual([
    409,
    expect.stringContaining('application/problem+json'),
  ])
  expect(zh.json()).toMatchObject({
    code: 'test.sold_out',
    detail: 'A-1 卖完了',
    details: { field: 'lines.0' },
    requestId: expect.any(String),
  })
  const en = await app.inject({ url: '/buy', headers: { 'x-locale': 'en' } })
  expect(en.json()).toMatchObject({ title: 'Conflict', detail: 'A-1 is sold out' })
})

test('S32 a bug says nothing but its request id', async () => {
  const app = await aServer((app) =>
    app.get('/break', anyone, async () => Promise.reject(new Error('select secret from table'))),
  )
  const answer = await app.inject('/break')
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret')
  expect(answer.json()).toMatchObject({ code: 'bug', requestId: expect.any(String) })
})

const Body = Type.Object({ quantity: Type.Integer({ minimum: 1 }) }, { additionalProperties: false })
const echo = (app: Routes) =>
  app.post(
    '/echo',
    { ...anyone, schema: { body: Body, response: { 200: Type.Object({ quantity: Type.Integer() }) } } },
    async ({ body }) => ({ ...body, cost: 99 }) as { quantity: number },
  )

test.each([
  [{ quantity: 1, price: 0 }, 'price'],
  [{ quantity: '1' }, 'quantity'],
  [{ quantity: [1] }, 'quantity'],
  [{ quantity: 0 }, 'quantity'],
  [{}, 'quantity'],
])('a body that is not as declared is refused by the name of its field: %j', async (payload, field) => {
  const answer = await (await aServer(echo)).inject({ method: 'POST', url: '/echo', payload })
  expect(answer.statusCode).toBe(400)
  expect(answer.json().details.field).toBe(field)
})

test('S07 a field that the answer does not declare is not sent', async () => {
  const answer = await (await aServer(echo)).inject({ method: 'POST', url: '/echo', payload: { quantity: 2 } })
  expect(answer.json()).toEqual({ quantity: 2 })
})

test('a page of another site may read and not change', async () => {
  const app = await aServer(echo)
  const from = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/echo', payload: { quantity: 2 }, headers })
  expect((await from({ origin: 'https://evil.example' })).json().code).toBe('access.foreign_origin')
  expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await from({ origin: 'null' })).statusCode).toBe(403)
  expect((await from({ origin: 'http://shop.example' })).statusCode).toBe(200)
})

test('without the permission the answer is 403, without a sign-in 401, and nothing runs', async () => {
  let ran = 0
  const route = (app: Routes) =>
    app.get('/orders', { config: { needs: { staff: 'orders.read' } } }, async () => String(++ran))
  const with_ = (actor: Identity['actor']) => aServer(route, { actor }).then((app) => app.inject('/orders'))
  expect((await with_(lin)).statusCode).toBe(403)
  expect((await with_({ kind: 'guest', id: null, name: '', permissions: new Set(['orders.read']) })).statusCode).toBe(
    401,
  )
  expect((await with_({ ...lin, permissions: new Set(['orders.read']) })).statusCode).toBe(200)
  expect(ran).toBe(1)
})

test('a call that creates needs an idempotency key', async () => {
  const app = await aServer((app) =>
    app.post('/orders', { config: { needs: 'anyone', once: true } }, async () => 'made'),
  )
  expect((await app.inject({ method: 'POST', url: '/orders' })).json().details).toEqual({ field: 'Idempotency-Key' })
  expect((await app.inject({ method: 'POST', url: '/orders', headers: { 'idempotency-key': 'k1' } })).statusCode).toBe(
    200,
  )
})

test('F02 when there is too much to do exports are asked to come back first, checkouts last, callbacks never', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const app = await aServer(
    (app) => {
      app.get('/slow', anyone, async () => gate.then(() => 'slow'))
      app.get('/export', { config: { needs: 'anyone', lane: 'export' } }, async () => 'export')
      app.get('/checkout', { config: { needs: 'anyone', lane: 'checkout' } }, async () => 'placed')
      app.get('/callback', { config: { needs: 'provider' } }, async () => 'thanks')
    },
    { admission: openAdmission(10) },
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.listeningOrigin
  const slow = Array.from({ length: 7 }, () => fetch(`${address}/slow`))
  await new Promise((resolve) => setTimeout(resolve, 200))
  const status = async (path: string) => (await fetch(`${address}${path}`)).status
  const low = await fetch(`${address}/export`)
  const served = [await status('/slow'), await status('/checkout'), await status('/callback')]
  open()
  await Promise.all(slow)
  await app.close()
  expect([low.status, ...served]).toEqual([503, 503, 200, 200])
  expect(Number(low.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('F04 a buyer without room is told the place and when to ask again, a browser on a page of its own, and so is who comes again', async () => {
  const app = await aServer(
    (app) => app.get('/checkout', { config: { needs: 'anyone', lane: 'checkout', inLine: true } }, async () => 'quote'),
    {
      admission: openAdmission(0),
      busyPage: (_, locale, { place }) => ({ body: `<p lang="${locale}">${place}`, policy: "default-src 'none'" }),
    },
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const visit = (cookie: string) => fetch(`${app.listeningOrigin}/checkout`, { headers: { cookie } })
  const [ann, bob, again] = [await visit('zg=ann'), await visit('zg=bob'), await visit('zg=ann')]
  await app.close()

  expect([ann.status, bob.status, again.status]).toEqual([503, 503, 503])
  expect([await ann.text(), await bob.text(), await again.text()]).toEqual(
    [1, 2, 1].map((place) => `<p lang="zh">${place}`),
  )
  expect(Number(bob.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('F04 a program in line reads its place among the details', async () => {
  const app = await aServer(
    (app) =>
      app.post('/api/orders', { config: { needs: 'anyone', lane: 'checkout', inLine: true } }, async () => 'placed'),
    { admission: openAdmission(0) },
  )
  const ask = () => app.inject({ method: 'POST', url: '/api/orders', headers: { authorization: 'Bearer ann' } })
  const [first, second] = [await ask(), await ask()]
  const details = { place: 1, retryAfterSeconds: 1 }
  expect([first.json(), second.json()]).toMatchObject([
    { code: 'request.waiting', status: 503, details },
    { code: 'request.waiting', details },
  ])
  expect(first.json().requestId).not.toBe(second.json().requestId)
  expect(first.headers['retry-after']).toBe('1')
})

test('an unknown address and a wrong media type are told apart', async () => {
  const app = await aServer(echo)
  expect((await app.inject('/nowhere')).json().code).toBe('request.no_such_page')
  const wrong = await app.inject({
    method: 'POST',
    url: '/echo',
    payload: 'quantity=1',
    headers: { 'content-type': 'text/plain' },
  })
  expect(wrong.statusCode).toBe(415)
})
