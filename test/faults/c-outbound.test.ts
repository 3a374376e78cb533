import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTls } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { afterAll, afterEach, expect, test } from 'vitest'
import { opsRoutes } from '#apps/api/ops'
import { systemActor } from '#platform/context'
import { createServer as createApi, openAdmission } from '#platform/http'
import { openLog } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { AnswerTooLarge, callOutside, NoAnswer, NotAsked } from '#platform/outbound'
import { wechatPay } from '#platform/payments'
import { webhookSender } from '#platform/webhooks'
import { findOrder, startPayment } from '#sales/orders'
import { paymentsOf } from '#sales/payments'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { onlyDesk } from '#test/fake-gateway'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { selfSigned } from '../../sandbox/gateway/certificate.ts'
import { startGateway } from '../../sandbox/gateway/gateway.ts'
import { sound } from './support/sound.ts'

const { db } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'faults-c-'))
const { credentials, stop } = await startGateway({ port: 0, storeFolder: folder })
await stop() // only its keys are needed
afterAll(() => rmSync(folder, { recursive: true }))

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server on this machine that is there for one test, and its open lines. */
async function listening(server: Server) {
  const lines = new Set<Socket>()
  server.on('connection', (line: Socket) => {
    lines.add(line)
    line.on('error', () => {}).on('close', () => lines.delete(line))
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  stops.push(() => {
    server.close()
    for (const line of lines) line.destroy()
  })
  return { port: (server.address() as AddressInfo).port, lines }
}
const answering = (listener: RequestListener) => listening(createServer(listener))

const limits = { connectMillis: 300, totalMillis: 600, bodyBytes: 1_048_576 }
const call = (url: string, provider = 'test') =>
  callOutside(provider, { url: new URL(url), method: 'POST', headers: {}, body: '{}' }, limits).catch(
    (error: unknown) => error,
  )

const drip: RequestListener = (_, response) => {
  response.writeHead(200)
  const timer = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(timer))
}
const flood: RequestListener = (_, response) => {
  response.writeHead(200)
  const pour = (): void => {
    while (!response.destroyed) if (!response.write('x'.repeat(65_536))) return void response.once('drain', pour)
  }
  pour()
}
const half: RequestListener = (_, response) =>
  response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy())

test.each<[string, () => Promise<{ port: number; lines: ReadonlySet<Socket> }>, unknown]>([
  ['never accepts the words', () => listening(createTcp((line) => line.resume())), NoAnswer],
  ['never answers', () => answering(() => undefined), NoAnswer],
  ['hangs up', () => answering((request) => request.socket.resetAndDestroy()), NoAnswer],
  ['breaks off half-way', () => answering(half), NoAnswer],
  ['sends a byte now and then', () => answering(drip), NoAnswer],
  ['never stops sending', () => answering(flood), AnswerTooLarge],
  ['sends no HTTP', () => listening(createTcp((line) => line.resume().end('hello\r\n\r\n'))), NoAnswer],
])('C25 a provider that %s: the call ends within its limit, and its line is closed', async (name, start, ending) => {
  const { port, lines } = await start()
  expect(await call(`http://127.0.0.1:${port}/`, name)).toBeInstanceOf(ending)
  await expect.poll(() => lines.size, { timeout: 2_000 }).toBe(0)
})

test('C25 a name that leads nowhere is no answer', async () => {
  expect(await call('http://no-such-host.invalid/')).toBeInstanceOf(NoAnswer)
})

/** A server's key and its certificate, which is its own authority. */
function certificate(commonName: string, from: string, until: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const [since, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)]
  const cert = selfSigned({ privateKey, serial: randomBytes(16).toString('hex'), commonName, from: since, until: end })
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }), cert }
}
const [longAgo, lately, soon] = ['2020-01-01T00:00:00Z', '2025-01-01T00:00:00Z', '2045-01-01T00:00:00Z']

test('C26 a provider whose certificate has expired, is for somebody else or by nobody we know is not spoken to, and left alone after five tries', async () => {
  const servers = {
    good: certificate('localhost', lately, soon),
    expired: certificate('localhost', longAgo, lately),
    elsewhere: certificate('pay.example', lately, soon),
    unknown: certificate('localhost', lately, soon),
  }
  const before = tls.getCACertificates('default')
  const { good, expired, elsewhere } = servers
  tls.setDefaultCACertificates([...before, good.cert, expired.cert, elsewhere.cert])
  stops.push(() => tls.setDefaultCACertificates(before))
  const heard: string[] = []
  const answers: Record<string, unknown> = {}
  for (const [name, identity] of Object.entries(servers)) {
    const server = createTls(identity, (_, response) => {
      heard.push(name)
      response.end()
    })
    const { port } = await listening(server)
    for (let count = 0; count < 5; count++) answers[name] = await call(`https://localhost:${port}/`, `tls ${name}`)
    if (name !== 'good') expect(await call(`https://localhost:${port}/`, `tls ${name}`), name).toBeInstanceOf(NotAsked)
  }

  expect(heard).toEqual(Array(5).fill('good'))
  expect(answers).toMatchObject({ good: { status: 200 }, expired: { message: 'certificate has expired' } })
  for (const name of ['expired', 'elsewhere', 'unknown']) expect(answers[name]).toBeInstanceOf(NoAnswer)
})

test('C27 neither a provider nor a webhook target sends us anywhere by a redirect', async () => {
  const asked: string[] = []
  const inner = await answering((request, response) => {
    asked.push(request.url!)
    response.end()
  })
  const location = `http://127.0.0.1:${inner.port}/latest/meta-data`
  for (const status of [301, 302, 303, 307, 308]) {
    const { port } = await answering((_, response) => response.writeHead(status, { location }).end())
    expect(await call(`http://127.0.0.1:${port}/`, `moved ${status}`)).toMatchObject({ status })
    const sender = webhookSender({ privateHosts: [], mayCallItself: true })
    expect(await sender.send({ url: `http://127.0.0.1:${port}/in`, headers: {}, body: '{}' })).toMatchObject({ status })
  }
  expect(asked).toEqual([])
})

/** A shop whose provider is a server of ours, asked by the real adapter. */
async function aShopPayingAt(port: number) {
  const desk = wechatPay({ ...credentials, baseUrl: `http://127.0.0.1:${port}` })
  return aSellingShop(db, { now: Temporal.Now.instant(), outside: { payments: onlyDesk(desk) } })
}

test('C13 a provider that fails is left alone and that shows among the figures; buyers hear at once that it is busy, and none of them owes', async () => {
  let asked = 0
  const { port } = await answering((_, response) => {
    asked += 1
    response.writeHead(500).end()
  })
  const shop = await aShopPayingAt(port)
  const goods = await aProduct(shop, { onHand: 10 })
  const orders = []
  for (let count = 0; count < 8; count++) {
    const buyer = await aBuyer(shop, [{ of: goods }])
    orders.push({ buyer, order: await place(buyer) })
  }

  const codes: string[] = []
  for (const { buyer, order } of orders)
    await startPayment(buyer.ctx, { orderId: order.id }).catch((error) => codes.push(error.code))

  expect(codes).toEqual([...Array(5).fill('payments.unconfirmed'), ...Array(3).fill('payments.provider_busy')])
  expect(asked).toBe(5)
  expect(await figure('zhanggui_provider_circuit_open', port)).toBe(1)
  expect(await figure('zhanggui_provider_calls_refused', port)).toBe(3)
  const last = orders.at(-1)!.order
  expect(await paymentsOf(shop.ctx, last.id)).toMatchObject([{ status: 'failed' }])
  expect(await findOrder(shop.ctx, last.id)).toMatchObject({ payment: 'awaiting' })
  await sound(db)
})

test('C14 of 60 buyers who press while the provider takes its time 20 wait, and the others hear at once that it is busy', async () => {
  let [underWay, most] = [0, 0]
  const { port } = await answering((_, response) => {
    underWay += 1
    most = Math.max(most, underWay)
    setTimeout(() => {
      underWay -= 1
      response.writeHead(500).end()
    }, 6_000)
  })
  const shop = await aShopPayingAt(port)
  const goods = await aProduct(shop, { onHand: 100 })
  const orders = []
  for (let count = 0; count < 60; count++) {
    const buyer = await aBuyer(shop, [{ of: goods }])
    orders.push({ buyer, order: await place(buyer) })
  }

  const answered: string[] = []
  const pressing = orders.map(({ buyer, order }) =>
    startPayment(buyer.ctx, { orderId: order.id }).catch((error) => answered.push(error.code)),
  )
  await expect.poll(() => answered.length, { timeout: 5_800 }).toBe(40)
  expect(answered).toEqual(Array(40).fill('payments.provider_busy'))
  expect(await findOrder(shop.ctx, orders[0]!.order.id)).toMatchObject({ payment: 'awaiting' })
  await Promise.all(pressing)

  expect(most).toBe(20)
  expect(answered.slice(40)).toEqual(Array(20).fill('payments.unconfirmed'))
  await sound(db)
})

/** What `/metrics` says of the way to a port. */
async function figure(name: string, port: number): Promise<number | undefined> {
  const api = createApi({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://127.0.0.1',
    version: 'test',
    texts: {},
    identify: async () => ({ actor: systemActor('guest'), shopId: aContext(db).shopId, locale: 'zh' }),
    contextFor: () => aContext(db),
  })
  await api.after()
  opsRoutes(api, { db, metrics: openMetrics(), admission: openAdmission(), accepting: () => true })
  const { body } = await api.inject('/metrics')
  await api.close()
  const line = body.split('\n').find((each) => each.startsWith(`${name}{`) && each.includes(`127.0.0.1:${port}"`))
  return line === undefined ? undefined : Number(line.split(' ').at(-1))
}
