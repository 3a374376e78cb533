import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer as reserve } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Order } from '#model/sales/orders'
import { systemActor } from '#platform/context'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { wechatPay } from '#platform/payments'
import { cancelOrder, findOrder, startPayment } from '#sales/orders'
import { checkPayments, checkRefunds, paymentsOf, refundsOf } from '#sales/payments'
import { testDatabase } from '#test/database'
import { onlyDesk } from '#test/fake-gateway'
import { anOrder, aSellingShop, type Buyer, type SellingShop } from '#test/orders'
import { paymentNoticeRoutes } from './payments.ts'

const { db } = await testDatabase()
const storeFolder = mkdtempSync(join(tmpdir(), 'sandbox-gateway-'))

let gateway: Sandbox
let shop: SellingShop
const server = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://127.0.0.1',
  version: 'test',
  texts: {},
  identify: async () => ({ actor: systemActor('guest'), shopId: shop.ctx.shopId, locale: 'zh' }),
  contextFor: (_, origin) => ({ ...shop.ctx, origin, now: Temporal.Now.instant() }),
})

beforeAll(async () => {
  gateway = await startSandbox()
  await server.after()
  paymentNoticeRoutes(server)
  const publicUrl = await server.listen({ port: await freePort(), host: '127.0.0.1' })
  const limits = { connectMillis: 1_000, totalMillis: 1_500, bodyBytes: 1_048_576 }
  const payments = onlyDesk(wechatPay({ ...gateway.credentials, limits }))
  shop = await aSellingShop(db, { now: Temporal.Now.instant(), outside: { payments, publicUrl } })
})
afterAll(async () => {
  await server.close()
  gateway.process.kill()
  rmSync(storeFolder, { recursive: true })
})

interface Sandbox {
  readonly url: string
  readonly process: ChildProcess
  readonly credentials: Omit<Parameters<typeof wechatPay>[0], 'limits'>
}

/** The sandbox gateway as the house runs it: a process of its own, only faster. */
async function startSandbox(): Promise<Sandbox> {
  const url = `http://127.0.0.1:${await freePort()}`
  const main = fileURLToPath(new URL('../../../sandbox/gateway/main.ts', import.meta.url))
  const args = [main, '--port', new URL(url).port, '--store', storeFolder, '--speed', '200']
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env.PATH } })
  await vi.waitFor(() => fetch(url), { timeout: 20_000, interval: 50 })
  const credentials = JSON.parse(readFileSync(join(storeFolder, 'merchant.json'), 'utf8')) as Sandbox['credentials']
  return { url, process: child, credentials: { ...credentials, baseUrl: url } }
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = reserve().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
const post = (path: string, body: object) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const pay = (number: string, choice: object = {}) => post(`/sandbox/trades/${number}/pay`, choice)
const script = (behaviour: object) => post('/sandbox/behaviour', behaviour)
const now = async ({ id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const start = ({ ctx }: Buyer, order: Order) => startPayment(ctx, { orderId: order.id })
const later = (minutes: number) => ({ ...shop.ctx, now: Temporal.Now.instant().add({ minutes }) })

/** Works on what has come until the order stands as expected. */
const until = (order: Order, expected: object) =>
  vi.waitFor(
    async () => {
      await shop.tell()
      expect(await now(order)).toMatchObject(expected)
    },
    { timeout: 8_000, interval: 40 },
  )

test('PAY-03 over the real protocol: paid on the cashier page, told twice, booked once', async () => {
  const { order, buyer } = await anOrder(shop)
  const { number, payUrl } = await start(buyer, order)
  expect(payUrl).toContain(gateway.url)
  await pay(number, { notice: 'twice' })
  await until(order, { payment: 'paid', headline: 'released' })
  expect(await paymentsOf(shop.ctx, order.id)).toMatchObject([
    { status: 'succeeded', captured: order.total, provider: 'wechat' },
  ])
})

test('PAY-07 over the real protocol: a cancelled order gets its money back, told by a notification or asked for', async () => {
  const { order, buyer } = await anOrder(shop)
  const { number } = await start(buyer, order)
  await pay(number)
  await until(order, { payment: 'paid' })
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await until(order, { headline: 'cancelled', payment: 'refunded' })
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'succeeded', amount: order.total }])
})

test('C03 over the real protocol: a tampered notification is refused and the question after 30 seconds finds the payment', async () => {
  const { order, buyer } = await anOrder(shop)
  const { number } = await start(buyer, order)
  await script({ notice: 'tampered', times: 20 })
  await pay(number)
  await vi.waitFor(async () => {
    const kept = await db.selectFrom('platform.inbox').select('outcome').where('provider', '=', 'forged').execute()
    expect(kept.map((row) => row.outcome)).toContain('signature')
  })
  await shop.tell()
  expect(await now(order)).toMatchObject({ payment: 'awaiting' })
  await checkPayments(later(1))
  await until(order, { payment: 'paid' })
  await script({ notice: 'normal' })
})

test('C04 over the real protocol: a genuine notification of a wrong amount pays nothing', async () => {
  const { order, buyer } = await anOrder(shop)
  const { number } = await start(buyer, order)
  await pay(number, { notice: 'wrong_amount' })
  await vi.waitFor(async () => {
    await shop.tell()
    expect(await paymentsOf(shop.ctx, order.id)).toMatchObject([{ status: 'mismatch' }])
  })
  expect(await now(order)).toMatchObject({ payment: 'awaiting' })
})

test('C12 over the real protocol: an opening without an answer is asked about before it is opened again', async () => {
  const { order, buyer } = await anOrder(shop)
  await script({ answer: 'timeout', on: 'create' })
  await expect(start(buyer, order)).rejects.toMatchObject({ code: 'payments.unconfirmed' })
  const [attempt] = await paymentsOf(shop.ctx, order.id)
  expect(attempt).toMatchObject({ status: 'unknown' })
  const { number } = await start(buyer, order)
  expect(number).toBe(attempt!.number)
  await pay(number)
  await until(order, { payment: 'paid' })
})

test('C15 over the real protocol: a close that was answered yes, and the money that came all the same goes back', async () => {
  const { order, buyer } = await anOrder(shop)
  await start(buyer, order)
  await script({ answer: 'late_success' })
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await vi.waitFor(
    async () => {
      await shop.tell()
      expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ cause: 'surplus', amount: order.total }])
    },
    { timeout: 8_000, interval: 40 },
  )
  await checkRefunds(later(5))
  expect(await now(order)).toMatchObject({ headline: 'cancelled', payment: 'awaiting' })
})
