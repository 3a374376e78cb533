import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { connect, verifyWebhook, ZhangguiProblem } from './index.ts'

/** A server that answers these, one after the other, and what it was asked. */
function aServer(...answers: readonly (Response | 'broken')[]) {
  const asked: { url: string; method: string; headers: Record<string, string>; body: unknown }[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const { method = 'GET', headers, body } = init
    asked.push({ url: String(url), method, headers: headers as Record<string, string>, body })
    const answer = answers[asked.length - 1]
    if (answer === undefined || answer === 'broken') throw new TypeError('fetch failed')
    return answer
  }
  return { asked, fetch: fetch as typeof globalThis.fetch }
}

const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), { ...init, headers: { 'content-type': 'application/json', ...init.headers } })
const at = (fetch: typeof globalThis.fetch) =>
  connect({ url: 'https://shop.example', key: 'zg_1', locale: 'en', fetch })

test('a call fills its path and query in, and bears the key', async () => {
  const { asked, fetch } = aServer(json({ rows: [] }))
  await at(fetch).call('GET /api/v1/admin/orders', { query: { payment: 'paid', limit: 5, number: undefined } })
  expect(asked[0]).toMatchObject({
    url: 'https://shop.example/api/v1/admin/orders?payment=paid&limit=5',
    headers: { authorization: 'Bearer zg_1', 'x-locale': 'en' },
  })
  expect(asked[0]!.headers['idempotency-key']).toBeUndefined()
})

test('a change bears a key of its own, which stays the same when it is repeated', async () => {
  const shipment = { orderId: 'o', waybillNumber: 'YT1' }
  const busy = json({ code: 'request.busy' }, { status: 503, headers: { 'retry-after': '0' } })
  const { asked, fetch } = aServer(busy, json(shipment, { status: 201 }))
  const input = { path: { id: 'a/b' }, body: { waybillNumber: 'YT12345678' } }
  expect(await at(fetch).call('POST /api/v1/partner/orders/{id}/shipments', input)).toEqual(shipment)
  expect(asked.map(({ url }) => url.split('/orders/')[1])).toEqual(['a%2Fb/shipments', 'a%2Fb/shipments'])
  const [first, second] = asked.map(({ headers }) => headers['idempotency-key'])
  expect([first?.length, first === second]).toEqual([32, true])
})

test('a refusal is thrown with its code and details and not repeated', async () => {
  const problem = {
    status: 412,
    code: 'request.changed_meanwhile',
    detail: 'Mei',
    details: { version: 8 },
    requestId: 'r',
  }
  const { asked, fetch } = aServer(json(problem, { status: 412 }))
  const change = at(fetch).call('PATCH /api/v1/admin/products/{id}', { path: { id: '1' }, body: {}, ifMatch: '"7"' })
  await expect(change).rejects.toMatchObject({ ...problem, message: 'Mei' })
  await expect(change).rejects.toBeInstanceOf(ZhangguiProblem)
  expect([asked.length, asked[0]!.headers['if-match']]).toEqual([1, '"7"'])
})

test('the version of what was read comes along, and nothing is nothing', async () => {
  const { fetch } = aServer(json({ id: '1' }, { headers: { etag: '"7"' } }), new Response(null, { status: 204 }))
  const zhanggui = at(fetch)
  expect(await zhanggui.read('GET /api/v1/admin/products/{id}', { path: { id: '1' } })).toMatchObject({ etag: '"7"' })
  expect(await zhanggui.call('POST /api/v1/admin/sign-out')).toBeUndefined()
})

test('nobody at home is a problem of its own', async () => {
  const { fetch } = aServer('broken')
  const zhanggui = connect({ fetch, retries: 0 })
  await expect(zhanggui.call('GET /api/v1/admin/me')).rejects.toMatchObject({ status: 0, code: 'offline' })
})

test('what is not in the API does not compile', () => {
  const zhanggui = connect()
  // @ts-expect-error there is no such call
  const noSuchCall = () => zhanggui.call('GET /api/v1/admin/unicorns')
  // @ts-expect-error the path needs its id
  const noId = () => zhanggui.call('GET /api/v1/admin/orders/{id}')
  // @ts-expect-error a field that the body does not have
  const noSuchField = () => zhanggui.call('POST /api/v1/admin/webhooks', { body: { url: '', events: [], colour: 1 } })
  expect([noSuchCall, noId, noSuchField]).toHaveLength(3)
})

const key = Buffer.from('a secret of 24 bytes len')
const secret = `whsec_${key.toString('base64')}`
const body = JSON.stringify({ id: 'm1', type: 'order.paid', data: { number: '茶' } })
const sign = (text: string) => `v1,${createHmac('sha256', key).update(text).digest('base64')}`
const headers = (signature: string) => ({
  'webhook-id': 'm1',
  'webhook-timestamp': '1000',
  'webhook-signature': signature,
})

test('a message is taken when one of its signatures is ours, and it is fresh', async () => {
  const good = headers(`v1,AAAA ${sign(`m1.1000.${body}`)}`)
  expect(await verifyWebhook({ secret, headers: good, body, nowSeconds: 1_299 })).toMatchObject({ type: 'order.paid' })
})

test.each([
  ['changed', headers(sign(`m1.1000.${body}`)), `${body} `, 1_000],
  ['too old', headers(sign(`m1.1000.${body}`)), body, 1_301],
  ['without a signature', { 'webhook-id': 'm1', 'webhook-timestamp': '1000' }, body, 1_000],
  ['with nonsense for a signature', headers('v1,%%%'), body, 1_000],
  ['of another time', { ...headers(sign(`m1.1000.${body}`)), 'webhook-timestamp': 'soon' }, body, 1_000],
])('a message is refused that is %s', async (_, given, text, nowSeconds) => {
  await expect(verifyWebhook({ secret, headers: given, body: text, nowSeconds })).rejects.toMatchObject({
    name: 'WebhookRefused',
  })
})
