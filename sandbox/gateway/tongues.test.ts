import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { money } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import {
  alipay,
  isOutcomeUnknown,
  type KnownPayment,
  noticeForged,
  type PaymentGateway,
  providerDeclined,
  type RawNotice,
  readBill,
  stripePayments,
  wechatPay,
} from '#platform/payments'
import { known } from '#test/fake-gateway'
import type { Script } from './behaviour.ts'
import { type RunningGateway, startGateway } from './gateway.ts'

// The adapters sign and verify with the providers' own SDKs, the sandbox with code of its own: they agree because both are right.

let folder: string
let gateway: RunningGateway
let shop: Awaited<ReturnType<typeof openShop>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-tongues-'))
  shop = await openShop()
  gateway = await startGateway({ port: 0, storeFolder: folder, speed: 200, stripeWebhook: shop.notifyUrl })
})
afterEach(async () => {
  await gateway.stop()
  shop.close()
  rmSync(folder, { recursive: true })
})

async function openShop() {
  const received: RawNotice[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks), receivedAt: Temporal.Now.instant() })
      response.end('success')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const notifyUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`
  return { received, notifyUrl, close: () => server.close().closeAllConnections() }
}

const limits = { connectMillis: 1_000, totalMillis: 1_500, bodyBytes: 1_048_576 }
const deskOf = (provider: string): PaymentGateway => {
  const { baseUrl, alipay: ali, stripe } = gateway.credentials
  return provider === 'alipay' ? alipay({ ...ali, baseUrl, limits }) : stripePayments({ ...stripe, baseUrl, limits })
}
const providers = ['alipay', 'stripe'] as const

let count = 0
const next = (prefix: string): string => `${prefix}26112300${String(++count).padStart(5, '0')}`

/** Opened, and its page looked at by the buyer: Alipay knows a trade from then on. */
async function anOpenPayment(desk: PaymentGateway, minor = 15_500) {
  const number = next('PY')
  const { payUrl, handle = null } = await desk.create({
    number,
    amount: money(minor),
    description: '掌柜小店 · 青瓷茶杯 <两只>',
    expiresAt: Temporal.Now.instant().add({ minutes: 30 }),
    notifyUrl: shop.notifyUrl,
    returnUrl: 'http://shop.test/orders/SO1?back=1',
  })
  const page = await fetch(payUrl)
  return { payUrl, page, payment: known(number, { handle, openedAt: Temporal.Now.instant() }) }
}

async function aPaidPayment(desk: PaymentGateway, minor = 15_500): Promise<KnownPayment> {
  const { payment } = await anOpenPayment(desk, minor)
  await post(`/sandbox/trades/${payment.number}/pay`, {})
  await told(1)
  shop.received.length = 0
  return { ...payment, providerRef: (await desk.query(payment)).providerRef! }
}

const post = (path: string, body: object) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const script = (behaviour: Script) => post('/sandbox/behaviour', behaviour)
const told = async (wanted: number): Promise<RawNotice[]> => {
  await vi.waitFor(() => expect(shop.received.length).toBeGreaterThanOrEqual(wanted), { timeout: 5_000, interval: 10 })
  return shop.received
}
const refundOf = (desk: PaymentGateway, payment: KnownPayment, minor: number, number = next('RF')) =>
  desk.refund({
    number,
    payment,
    amount: money(minor),
    paid: money(15_500),
    reason: '买家退货',
    notifyUrl: shop.notifyUrl,
  })

test.each(providers)(
  'PAY-03 %s: a payment is opened, paid on the cashier page and told, and the query agrees',
  async (provider) => {
    const desk = deskOf(provider)
    const { page, payment } = await anOpenPayment(desk)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('155')])
    expect(await desk.query(payment)).toMatchObject({ state: 'pending', amount: money(15_500) })

    await post(`/sandbox/trades/${payment.number}/pay`, {})
    const [notice] = await told(1)

    const read = await desk.parseNotice(notice!)
    expect(read?.about).toMatchObject({
      payment: { number: payment.number, state: 'succeeded', amount: money(15_500) },
    })
    expect(await desk.query(payment)).toMatchObject({
      state: 'succeeded',
      providerRef: (read!.about as { payment: { providerRef: string } }).payment.providerRef,
    })
  },
)

test.each(providers)(
  'PAY-03 %s: a tampered notification is refused, one with another amount passes for the books to compare',
  async (provider) => {
    const desk = deskOf(provider)
    const [bad, wrong] = [await anOpenPayment(desk), await anOpenPayment(desk)]
    await script({ notice: 'tampered' })
    await post(`/sandbox/trades/${bad.payment.number}/pay`, {})
    const [tampered] = await told(1)
    const error = await desk.parseNotice(tampered!).catch((thrown: unknown) => thrown)
    expect(isRefusal(error, noticeForged) && error.details.reason).toBe('signature')

    await script({ notice: 'wrong_amount' })
    shop.received.length = 0
    await post(`/sandbox/trades/${wrong.payment.number}/pay`, {})
    await vi.waitFor(() => expect(shop.received.some(({ body }) => body.includes(wrong.payment.number))).toBe(true))
    const about = shop.received.find(({ body }) => body.includes(wrong.payment.number))!
    expect((await desk.parseNotice(about))?.about).toMatchObject({ payment: { amount: money(15_501) } })
  },
)

test.each(providers)(
  'PAY-03 %s: a notification of another account of ours or from another day is refused',
  async (provider) => {
    const desk = deskOf(provider)
    const { payment } = await anOpenPayment(desk)
    await post(`/sandbox/trades/${payment.number}/pay`, {})
    const [notice] = await told(1)
    const { baseUrl, alipay: ali, stripe } = gateway.credentials
    const other =
      provider === 'alipay'
        ? alipay({ ...ali, baseUrl, sellerId: '2088000000009999' })
        : stripePayments({ ...stripe, baseUrl, webhookSecret: 'whsec_other' })
    const reasonOf = async (from: PaymentGateway, raw: RawNotice) => {
      const error = await from.parseNotice(raw).catch((thrown: unknown) => thrown)
      return isRefusal(error, noticeForged) ? error.details.reason : error
    }

    expect(await reasonOf(other, notice!)).toBe(provider === 'alipay' ? 'addressee' : 'signature')
    expect(await reasonOf(desk, { ...notice!, receivedAt: notice!.receivedAt.add({ hours: 48 }) })).toBe('stale')
    expect(await reasonOf(desk, { ...notice!, headers: {}, body: Buffer.from('') })).toBe('headers_missing')
  },
)

test.each(providers)(
  'PAY-07 %s: refunds go back once under their number, never more than was paid, and are found again',
  async (provider) => {
    const desk = deskOf(provider)
    const payment = await aPaidPayment(desk)

    const first = await refundOf(desk, payment, 5_000)
    const again = await refundOf(desk, payment, 5_000, first.number)
    const tooMuch = await refundOf(desk, payment, 15_000).catch((thrown: unknown) => thrown)

    expect([first.number, again.providerRef, again.amount]).toEqual([first.number, first.providerRef, money(5_000)])
    expect(isRefusal(tooMuch, providerDeclined)).toBe(true)
    await vi.waitFor(async () =>
      expect(await desk.queryRefund(first.number, payment)).toMatchObject({ state: 'succeeded', amount: money(5_000) }),
    )
    expect(await desk.queryRefund('RF0000000', payment)).toMatchObject({ state: 'not_found' })
    expect(await desk.query(payment)).toMatchObject({ state: 'succeeded' })
  },
)

test.each(providers)('%s: a closed payment takes no money, a paid one cannot be closed', async (provider) => {
  const desk = deskOf(provider)
  const { payment } = await anOpenPayment(desk)
  const paid = await aPaidPayment(desk)

  await desk.close(payment)
  expect(await desk.query(payment)).toMatchObject({ state: 'closed' })
  const error = await desk.close(paid).catch((thrown: unknown) => thrown)
  expect(isRefusal(error, providerDeclined)).toBe(true)
  await desk.close(known('PY-never-opened'))
})

test.each(providers)(
  '%s: an answer that never comes, or a 500, leaves the outcome open, and asking tells',
  async (provider) => {
    const desk = deskOf(provider)
    const payment = await aPaidPayment(desk)
    const number = next('RF')
    await script({ answer: 'timeout', on: 'refund' })
    const lost = await refundOf(desk, payment, 5_000, number).catch((thrown: unknown) => thrown)
    await script({ answer: 'error', on: 'query' })
    const failed = await desk.query(payment).catch((thrown: unknown) => thrown)

    expect([isOutcomeUnknown(lost), isOutcomeUnknown(failed)]).toEqual([true, true])
    expect(await desk.queryRefund(number, payment)).toMatchObject({ number, amount: money(5_000) })
  },
)

test('Stripe: a session whose answer was lost is found by our number, and opening it in another language finds it too', async () => {
  const desk = deskOf('stripe')
  const { payment } = await anOpenPayment(desk)
  expect(await desk.query({ ...payment, handle: null })).toMatchObject({ number: payment.number, state: 'pending' })

  const again = await desk.create({
    number: payment.number,
    amount: money(15_500),
    description: 'another language',
    expiresAt: Temporal.Now.instant().add({ minutes: 29 }),
    notifyUrl: shop.notifyUrl,
    returnUrl: 'http://shop.test/en/orders/SO1?back=1',
  })
  expect(again.handle).toBe(payment.handle)
})

test('Stripe: an event about nothing of ours is genuine and means nothing', async () => {
  const desk = deskOf('stripe')
  const { createHmac } = await import('node:crypto')
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payout.paid', data: { object: {} } })
  const receivedAt = Temporal.Now.instant()
  const t = Math.floor(receivedAt.epochMilliseconds / 1000)
  const v1 = createHmac('sha256', gateway.credentials.stripe.webhookSecret).update(`${t}.${body}`).digest('hex')
  const notice = { headers: { 'stripe-signature': `t=${t},v1=${v1}` }, body: Buffer.from(body), receivedAt }
  expect(await desk.parseNotice(notice)).toBeUndefined()
})

test('Alipay: an answer signed by somebody else is not believed', async () => {
  const { baseUrl, alipay: ali } = gateway.credentials
  const { generateKeyPairSync } = await import('node:crypto')
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })
  const desk = alipay({ ...ali, baseUrl, alipayPublicKeyPem: other.toString() })
  const error = await desk.query(known('PY123456')).catch((thrown: unknown) => thrown)
  expect(isOutcomeUnknown(error)).toBe(true)
})

test.each(['wechat', ...providers])(
  'FIN-04 %s: the bill of a day that is over names every payment and refund with its fee',
  async (provider) => {
    await gateway.stop()
    let days = 0
    const now = () => Temporal.Now.instant().add({ hours: 24 * days })
    gateway = await startGateway({ port: 0, storeFolder: folder, speed: 200, stripeWebhook: shop.notifyUrl, now })
    const { baseUrl, alipay: ali, stripe } = gateway.credentials
    const desks: Record<string, () => PaymentGateway> = {
      wechat: () => wechatPay({ ...gateway.credentials, limits, now }),
      alipay: () => alipay({ ...ali, baseUrl, limits, now }),
      stripe: () => stripePayments({ ...stripe, baseUrl, limits }),
    }
    const desk = desks[provider]!()
    const { payment } = await anOpenPayment(desk)
    await post(`/sandbox/trades/${payment.number}/pay`, {})
    await told(1)
    const { providerRef } = await desk.query(payment)
    const refund = await refundOf(desk, { ...payment, providerRef: providerRef! }, 5_000)
    const day = Temporal.Now.plainDateISO('Asia/Shanghai')
    days = 1

    const bill = readBill(provider, (await desk.bill(day))!)
    const none = await desk.bill(day.subtract({ days: 9 }))

    expect(none).toBeUndefined()
    expect(bill.lines.map(({ kind, number, amount, providerRef: ref }) => [kind, number, amount, ref])).toEqual([
      ['payment', payment.number, money(15_500), providerRef],
      ['refund', refund.number, money(5_000), refund.providerRef],
    ])
    expect(bill.lines[0]!.fee).toEqual(money(93))
  },
)

test('FIN-04 wechat: there is no bill of a day that is not over', async () => {
  const desk = wechatPay({ ...gateway.credentials, limits })
  const today = await desk.bill(Temporal.Now.plainDateISO('Asia/Shanghai')).catch((thrown: unknown) => thrown)
  expect(isRefusal(today, providerDeclined)).toBe(true)
})
