import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { money } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import {
  isOutcomeUnknown,
  noticeForged,
  type ProviderNotice,
  providerDeclined,
  type RawNotice,
  wechatPay,
} from '#platform/payments'
import { type ByNumber, byNumber, known } from '#test/fake-gateway'
import type { Script } from './behaviour.ts'
import { type RunningGateway, startGateway } from './gateway.ts'

const fast = 200
let storeFolder: string
let gateway: RunningGateway
let shop: Shop
let wechat: ByNumber

beforeEach(async () => {
  storeFolder = mkdtempSync(join(tmpdir(), 'sandbox-gateway-'))
  gateway = await startGateway({ port: 0, storeFolder, speed: fast })
  shop = await openShop()
  wechat = adapter()
})

afterEach(async () => {
  await gateway.stop()
  shop.close()
  rmSync(storeFolder, { recursive: true })
})

const adapter = (): ByNumber =>
  byNumber(
    wechatPay({ ...gateway.credentials, limits: { connectMillis: 1_000, totalMillis: 1_500, bodyBytes: 1_048_576 } }),
  )

interface Shop {
  readonly notifyUrl: string
  readonly received: RawNotice[]
  /** What the shop answers to the next notifications; 204 when empty. */
  readonly statuses: number[]
  close(): void
}

/** A merchant's server that keeps what it is told. */
async function openShop(): Promise<Shop> {
  const received: RawNotice[] = []
  const statuses: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks), receivedAt: Temporal.Now.instant() })
      response.writeHead(statuses.shift() ?? 204).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    notifyUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    received,
    statuses,
    close: () => server.close().closeAllConnections(),
  }
}

let count = 0
const nextNumber = (prefix: string): string => `${prefix}26112200${String(++count).padStart(5, '0')}`

async function anOpenPayment(total = 15500) {
  const number = nextNumber('PY')
  const request = {
    number,
    amount: money(total),
    description: '掌柜小店 · 青瓷茶杯 <两只>',
    expiresAt: Temporal.Now.instant().add({ minutes: 30 }),
    notifyUrl: shop.notifyUrl,
    returnUrl: 'http://shop.test/orders/SO1?paid=1',
    buyerIp: '203.0.113.7',
  }
  return { ...request, ...(await wechat.create(request)) }
}

async function aPaidPayment(total = 15500) {
  const payment = await anOpenPayment(total)
  await pay(payment.number)
  await notices(1)
  shop.received.length = 0
  return payment
}

const refundOf = (
  payment: { number: string; amount: { minor: number; currency: string } },
  minor: number,
  number = nextNumber('RF'),
) =>
  wechat.refund({
    number,
    payment: known(payment.number),
    amount: money(minor),
    paid: payment.amount,
    reason: '买家退货',
    notifyUrl: shop.notifyUrl,
  })

const pay = (number: string, choice: object = {}) => post(`/sandbox/trades/${number}/pay`, choice)
const script = (behaviour: Script) => post('/sandbox/behaviour', behaviour)
const post = (path: string, body: object) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const book = async (number: string) => (await fetch(`${gateway.url}/sandbox/trades/${number}`)).json()

const notices = async (wanted: number): Promise<RawNotice[]> => {
  await vi.waitFor(() => expect(shop.received.length).toBeGreaterThanOrEqual(wanted), { timeout: 5_000, interval: 10 })
  return shop.received
}
const parsed = async (wanted: number): Promise<ProviderNotice[]> =>
  Promise.all((await notices(wanted)).map((notice) => wechat.parseNotice(notice)))
const aMoment = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))
const declinedWith = async (attempt: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await attempt.catch((thrown: unknown) => thrown)
  return isRefusal(error, providerDeclined as never) ? error.details.providerCode : error
}

const choose = (payUrl: string, fields: Record<string, string>) => {
  const query = new URL(payUrl).searchParams
  const body = new URLSearchParams({
    prepay_id: query.get('prepay_id')!,
    redirect_url: query.get('redirect_url')!,
    ...fields,
  })
  return fetch(`${gateway.url}/cashier`, { method: 'POST', body, redirect: 'manual' })
}

test('PAY-03 a buyer pays on the cashier page, comes back to the shop, and the shop is told authentically', async () => {
  const payment = await anOpenPayment()
  expect(await wechat.query(payment.number)).toMatchObject({ state: 'pending' })

  const chosen = await choose(payment.payUrl, { outcome: 'pay' })
  const [notice] = await parsed(1)
  const found = await wechat.query(payment.number)

  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, payment.returnUrl])
  expect(notice!.about).toEqual({ payment: found })
  expect(found).toMatchObject({ number: payment.number, state: 'succeeded', amount: payment.amount })
  expect(await book(payment.number)).toMatchObject({
    charged: 15500,
    refunded: 0,
    notices: [{ attempts: 1, lastStatus: 204, waiting: false }],
  })
})

test('paying twice, by two clicks or two pages, charges once', async () => {
  const payment = await anOpenPayment()

  await Promise.all([
    choose(payment.payUrl, { outcome: 'pay' }),
    choose(payment.payUrl, { outcome: 'pay' }),
    pay(payment.number),
  ])
  await notices(1)
  await aMoment(50)

  expect(shop.received).toHaveLength(1)
  expect(await book(payment.number)).toMatchObject({ charged: 15500 })
})

test('the cashier page shows amount, goods and that nothing is real, in Chinese and English', async () => {
  const { payUrl } = await anOpenPayment(123456)
  const chinese = await (await fetch(payUrl)).text()
  const english = await (await fetch(payUrl, { headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' } })).text()

  expect(chinese).toContain('沙箱')
  expect(chinese).toContain('1234<span class="fraction">.56')
  expect(chinese).toContain('青瓷茶杯 &lt;两只&gt;')
  for (const words of ['lang="en"', 'SANDBOX', 'Payment succeeds', 'Payment fails', 'Cancel', 'Tampered with'])
    expect(english).toContain(words)
  expect(await (await fetch(`${payUrl}&lang=en`)).text()).toContain('lang="en"')
  expect(english).not.toContain('<script')
})

test('a failed payment fails, a cancelled one stays open, and neither is announced', async () => {
  const [failed, cancelled] = [await anOpenPayment(), await anOpenPayment()]

  await choose(failed.payUrl, { outcome: 'fail' })
  await choose(cancelled.payUrl, { outcome: 'cancel' })
  await aMoment(50)

  expect(await wechat.query(failed.number)).toMatchObject({ state: 'failed' })
  expect(await wechat.query(cancelled.number)).toMatchObject({ state: 'pending' })
  expect(shop.received).toEqual([])
})

test('the cashier sends nobody to an address that is not a web page', async () => {
  const { payUrl } = await anOpenPayment()

  const chosen = await choose(payUrl, { outcome: 'cancel', redirect_url: 'javascript:alert(1)' })

  expect(chosen.status).toBe(200)
  expect(await chosen.text()).not.toContain('javascript:')
})

test('creating again with the same number opens nothing new; with another amount it is refused', async () => {
  const payment = await anOpenPayment()

  expect((await wechat.create(payment)).payUrl).toBe(payment.payUrl)
  expect(await declinedWith(wechat.create({ ...payment, amount: money(1) }))).toBe('OUT_TRADE_NO_USED')
  await pay(payment.number)
  expect(await declinedWith(wechat.create(payment))).toBe('ORDERPAID')
})

test('PAY-07 partial refunds add up to the payment and never beyond it', async () => {
  const payment = await aPaidPayment(10000)
  const [first, second] = [await refundOf(payment, 3333), await refundOf(payment, 3333)]

  expect(await declinedWith(refundOf(payment, 3335))).toBe('INVALID_REQUEST')
  const last = await refundOf(payment, 3334)
  expect(await declinedWith(refundOf(payment, 1))).toBe('INVALID_REQUEST')

  const told = (await parsed(3)).map((notice) => notice.about)
  expect(first).toMatchObject({ state: 'processing', paymentNumber: payment.number, amount: money(3333) })
  for (const refund of [first, second, last]) {
    expect(await wechat.queryRefund(refund.number)).toEqual({ ...refund, state: 'succeeded' })
    expect(told).toContainEqual({ refund: { ...refund, state: 'succeeded' } })
  }
  expect(await wechat.query(payment.number)).toMatchObject({ state: 'succeeded', amount: payment.amount })
  expect(await book(payment.number)).toMatchObject({ charged: 10000, refunded: 10000 })
})

test('repeating a refund number sends nothing more, and its content cannot change', async () => {
  const payment = await aPaidPayment()
  const number = nextNumber('RF')

  const results = await Promise.all([1, 2, 3].map(() => refundOf(payment, 5000, number)))

  expect(new Set(results.map((refund) => refund.providerRef)).size).toBe(1)
  expect(await declinedWith(refundOf(payment, 4000, number))).toBe('INVALID_REQUEST')
  expect(await book(payment.number)).toMatchObject({ refunded: 5000 })
})

test('an unpaid payment and an unknown one cannot be refunded', async () => {
  const payment = await anOpenPayment()

  expect(await declinedWith(refundOf(payment, 1))).toBe('INVALID_REQUEST')
  expect(await declinedWith(refundOf({ ...payment, number: 'PY00000000' }, 1))).toBe('ORDER_NOT_EXIST')
  expect(await wechat.queryRefund('RF00000000')).toMatchObject({ state: 'not_found' })
  expect(await wechat.query('PY00000000')).toMatchObject({ state: 'not_found' })
})

test('a closed payment cannot be paid; a paid one cannot be closed; closing twice is fine', async () => {
  const [closed, paid] = [await anOpenPayment(), await aPaidPayment()]

  await wechat.close(closed.number)
  await wechat.close(closed.number)
  await wechat.close('PY-never-opened')
  await choose(closed.payUrl, { outcome: 'pay' })

  expect(await wechat.query(closed.number)).toMatchObject({ state: 'closed' })
  expect(await declinedWith(wechat.close(paid.number))).toBe('ORDERPAID')
  expect(await book(closed.number)).toMatchObject({ charged: 0 })
})

test('a payment nobody made in time is closed', async () => {
  const payment = await anOpenPayment()
  const short = { ...payment, number: nextNumber('PY'), expiresAt: Temporal.Now.instant().add({ seconds: 2 }) }
  await wechat.create(short)

  await vi.waitFor(async () => expect(await wechat.query(short.number)).toMatchObject({ state: 'closed' }), {
    timeout: 4_000,
  })
})

test('a notification the shop does not confirm comes again, the same event freshly signed', async () => {
  const payment = await anOpenPayment()
  shop.statuses.push(500, 302, 401)

  await pay(payment.number)
  const events = (await parsed(4)).map((notice) => notice.eventId)
  await aMoment(50)

  expect(new Set(events).size).toBe(1)
  expect(shop.received).toHaveLength(4)
  expect(await book(payment.number)).toMatchObject({ notices: [{ attempts: 4, lastStatus: 204, waiting: false }] })
})

test('chosen experiments: a late notification, one twice, one never', async () => {
  const [late, twice, never] = [await anOpenPayment(), await anOpenPayment(), await anOpenPayment()]

  await choose(never.payUrl, { outcome: 'pay', notice: 'never' })
  await choose(late.payUrl, { outcome: 'pay', notice: 'late' })
  expect(shop.received).toEqual([])
  await notices(1)
  await choose(twice.payUrl, { outcome: 'pay', notice: 'twice' })
  const [first, second, third] = await parsed(3)

  expect(first!.about).toMatchObject({ payment: { number: late.number } })
  expect(second!.about).toMatchObject({ payment: { number: twice.number } })
  expect(third).toEqual(second)
  expect(await wechat.query(never.number)).toMatchObject({ state: 'succeeded' })
})

test('a tampered notification is refused, and the query tells the truth', async () => {
  const payment = await anOpenPayment()
  await script({ notice: 'tampered' })

  await pay(payment.number)
  const [notice] = await notices(1)
  const error: unknown = await wechat.parseNotice(notice!).catch((thrown: unknown) => thrown)

  expect(isRefusal(error, noticeForged as never) && error.details).toEqual({ reason: 'signature' })
  expect(await wechat.query(payment.number)).toMatchObject({ state: 'succeeded', amount: payment.amount })
})

test('an authentic notification about a wrong amount passes as it is, beside a query with the right one', async () => {
  const payment = await anOpenPayment()

  await pay(payment.number, { notice: 'wrong_amount' })
  const [notice] = await parsed(1)

  expect(notice!.about).toMatchObject({ payment: { amount: money(15501) } })
  expect(await wechat.query(payment.number)).toMatchObject({ amount: money(15500) })
})

test('out of order: the refund is told before the payment', async () => {
  const payment = await anOpenPayment()

  await pay(payment.number, { notice: 'out_of_order' })
  const refund = await refundOf(payment, 100)
  const told = await parsed(2)

  expect(told[0]!.about).toMatchObject({ refund: { number: refund.number } })
  expect(told[1]!.about).toMatchObject({ payment: { number: payment.number } })
})

test('late success: the close is answered yes and the money comes all the same, once', async () => {
  const payment = await anOpenPayment()
  await script({ answer: 'late_success' })

  await wechat.close(payment.number)
  expect(await wechat.query(payment.number)).toMatchObject({ state: 'closed' })
  const [notice] = await parsed(1)

  expect(notice!.about).toMatchObject({ payment: { number: payment.number, state: 'succeeded' } })
  expect(await book(payment.number)).toMatchObject({ charged: 15500 })
})

test('a refund whose answer never came was made once; asking with the same number tells', async () => {
  const payment = await aPaidPayment()
  const number = nextNumber('RF')
  await script({ answer: 'timeout', on: 'refund' })

  const error = await refundOf(payment, 5000, number).catch((thrown: unknown) => thrown)

  expect(isOutcomeUnknown(error)).toBe(true)
  expect(await wechat.queryRefund(number)).toMatchObject({ number, amount: money(5000) })
  expect(await refundOf(payment, 5000, number)).toMatchObject({ number })
  expect(await book(payment.number)).toMatchObject({ refunded: 5000 })
})

test('a 500 leaves the outcome unknown and did nothing; a call that arrives twice does its work once', async () => {
  const payment = await aPaidPayment()
  await script({ answer: 'error', times: 2 })
  expect(isOutcomeUnknown(await refundOf(payment, 5000).catch((thrown: unknown) => thrown))).toBe(true)
  expect(isOutcomeUnknown(await wechat.query(payment.number).catch((thrown: unknown) => thrown))).toBe(true)

  await script({ answer: 'duplicate', on: 'refund' })
  await refundOf(payment, 5000)

  expect(await book(payment.number)).toMatchObject({ refunded: 5000, refunds: [{ amount: 5000 }] })
})

test('C09 the platform changes its key: answers and notifications signed by the old and the new one verify', async () => {
  const payment = await anOpenPayment()
  const known = Object.keys(gateway.credentials.platformKeys)

  await post('/sandbox/keys/rotate', {})
  await pay(payment.number)
  const [notice] = await parsed(1)

  expect(known).not.toContain(shop.received[0]!.headers['wechatpay-serial'])
  expect(notice!.about).toMatchObject({ payment: { number: payment.number } })
  expect(await wechat.query(payment.number)).toMatchObject({ state: 'succeeded' })
})

test('a request that our merchant did not sign is refused with 401 in the form WeChat uses', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'sandbox-other-'))
  const other = await startGateway({ port: 0, storeFolder: elsewhere })
  const stranger = wechatPay({ ...gateway.credentials, merchantPrivateKeyPem: other.credentials.merchantPrivateKeyPem })
  const stale = wechatPay({ ...gateway.credentials, now: () => Temporal.Now.instant().subtract({ minutes: 6 }) })

  const unsigned = await fetch(`${gateway.url}/v3/pay/transactions/h5`, { method: 'POST', body: '{}' })

  expect([unsigned.status, await unsigned.json()]).toEqual([401, { code: 'SIGN_ERROR', message: expect.any(String) }])
  for (const merchant of [stranger, stale]) {
    expect(String(await merchant.query(known('PY00000000')).catch((thrown: unknown) => thrown))).toContain(
      '401 SIGN_ERROR',
    )
  }
  await other.stop()
  rmSync(elsewhere, { recursive: true })
})

test('a request WeChat would refuse is refused: another currency, no amount, a notify address with a query', async () => {
  const payment = await anOpenPayment()
  const wrong = [
    { amount: money(100, 'USD') },
    { amount: money(0) },
    { notifyUrl: `${shop.notifyUrl}?order=1` },
    { number: 'x' },
    { number: '0193b5a2-7c3e-7cc0-98c4-dc0c0c07398f' },
    { expiresAt: Temporal.Now.instant().subtract({ minutes: 1 }) },
  ]

  for (const part of wrong)
    expect(await declinedWith(wechat.create({ ...payment, number: nextNumber('PY'), ...part }))).toBe('PARAM_ERROR')
})

test('keys, books and notifications still owed survive a restart', async () => {
  const payment = await anOpenPayment()
  await pay(payment.number, { notice: 'late' })
  await gateway.stop()
  const before = gateway.credentials

  gateway = await startGateway({ port: Number(new URL(before.baseUrl).port), storeFolder, speed: fast })
  const [notice] = await parsed(1)

  expect(gateway.credentials).toEqual(before)
  expect(JSON.parse(readFileSync(join(storeFolder, 'merchant.json'), 'utf8'))).toEqual(before)
  expect(notice!.about).toMatchObject({ payment: { number: payment.number } })
  expect(await wechat.query(payment.number)).toMatchObject({ state: 'succeeded' })
})

test("the platform's certificate bears its serial, its own signature and its dates", () => {
  const [serial, pem] = Object.entries(gateway.credentials.platformKeys)[0]!
  const certificate = new X509Certificate(pem)

  expect(certificate.serialNumber).toBe(serial)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.subject).toBe('CN=Zhanggui sandbox payment gateway')
  expect(certificate.validFromDate < new Date() && new Date() < certificate.validToDate).toBe(true)
})
