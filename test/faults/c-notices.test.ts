import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paymentNoticeRoutes } from '#apps/api/provider/payments'
import type { Order } from '#model/sales/orders'
import type { OnlineMethod } from '#model/sales/payments'
import { balanceOf } from '#office/ledger'
import { systemActor } from '#platform/context'
import { createServer as createApi } from '#platform/http'
import { openLog } from '#platform/log'
import { guarded } from '#platform/outside'
import { paymentProviders, wechatPay } from '#platform/payments'
import { cancelOrder, checkPayment, findOrder, startPayment } from '#sales/orders'
import { disputesOf, paymentsOf, receiveNotice, refundsOf } from '#sales/payments'
import { accountsAt } from '#test/accounts-at'
import { testDatabase } from '#test/database'
import { onlyDesk } from '#test/fake-gateway'
import { anOrder, aSellingShop, asProvider, type SellingShop } from '#test/orders'
import { type RunningGateway, startGateway } from '../../sandbox/gateway/gateway.ts'
import { sound } from './support/sound.ts'

const { db } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'faults-c-'))

interface Notice {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Between the provider and us: takes the provider's notifications and keeps them from us, to be handed on as a test likes. */
let intercepted: Notice[] = []
const between = createServer((request, response) => {
  const chunks: Buffer[] = []
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => {
      const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers as Record<string, string>
      intercepted.push({ headers, body: Buffer.concat(chunks) })
      response.end('success')
    })
})

let gateway: RunningGateway
let shop: SellingShop
/** How late it is by our clock when a notification comes. */
let late: Temporal.DurationLike
const api = createApi({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://127.0.0.1',
  version: 'test',
  texts: {},
  identify: async () => ({ actor: systemActor('guest'), shopId: shop.ctx.shopId, locale: 'zh' }),
  contextFor: (_, origin) => ({ ...shop.ctx, origin, now: Temporal.Now.instant().add(late) }),
})

beforeAll(async () => {
  await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening))
  const publicUrl = `http://127.0.0.1:${(between.address() as AddressInfo).port}`
  gateway = await startGateway({ port: 0, storeFolder: folder, speed: 200, stripeWebhook: `${publicUrl}/stripe` })
  const payments = paymentProviders(accountsAt(gateway.credentials), guarded)
  shop = await aSellingShop(db, { now: Temporal.Now.instant(), outside: { payments, publicUrl } })
  await api.after()
  paymentNoticeRoutes(api)
  await api.ready()
})
beforeEach(() => {
  intercepted = []
  late = { minutes: 0 }
})
afterAll(async () => {
  await api.close()
  await gateway.stop()
  between.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})

const post = (path: string, body: object = {}) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** An order paid at the provider, of which we know nothing yet but the notification that was held up. */
async function aHeldNotice(method: OnlineMethod): Promise<{ order: Order; number: string; genuine: Notice }> {
  const { order, buyer } = await anOrder(shop)
  const { number, payUrl } = await startPayment(buyer.ctx, { orderId: order.id, method })
  await fetch(payUrl) // Alipay knows a trade from when its page was seen
  intercepted = []
  await post(`/sandbox/trades/${number}/pay`)
  await expect.poll(() => intercepted.length, { timeout: 10_000 }).toBeGreaterThan(0)
  return { order, number, genuine: intercepted[0]! }
}

const providerOf: Record<OnlineMethod, string> = { wechat: 'wechat', alipay: 'alipay', card: 'stripe' }
/** How a notification that is not genuine is answered: in the provider's words. */
const refused = (method: OnlineMethod): number => (method === 'card' ? 400 : 401)
async function arrives(method: OnlineMethod, { headers, body }: Notice): Promise<number> {
  const url = `/api/v1/provider/payments/${providerOf[method]}/notices`
  const { statusCode } = await api.inject({ method: 'POST', url, headers, payload: body })
  await shop.tell()
  return statusCode
}
const paymentOf = async ({ id }: Order) => (await findOrder(shop.ctx, id))!.payment
const keptAsForged = async () =>
  (await db.selectFrom('platform.inbox').select('id').where('provider', '=', 'forged').execute()).length

// First of all: a serial that a stranger invents makes us fetch the keys once a minute, not oftener.
test('C09 while the provider changes its key the old one and the new one count; a key that cannot be fetched does not', async () => {
  const before = await aHeldNotice('wechat')
  await post('/sandbox/keys/rotate')
  const after = await aHeldNotice('wechat')
  expect(after.genuine.headers['wechatpay-serial']).not.toBe(before.genuine.headers['wechatpay-serial'])

  const cutOff = wechatPay({ ...gateway.credentials, baseUrl: 'http://127.0.0.1:1' })
  const inShop = { ...asProvider(shop.ctx), now: Temporal.Now.instant() }
  const alone = { ...inShop, outside: { ...inShop.outside, payments: onlyDesk(cutOff) } }
  const desk = { provider: 'wechat', accountId: null }
  await expect(receiveNotice(alone, { ...after.genuine, ...desk })).rejects.toMatchObject({
    code: 'payments.notice_forged',
    details: { reason: 'unknown_serial' },
  })
  expect(await paymentOf(after.order)).toBe('awaiting')

  expect([await arrives('wechat', after.genuine), await arrives('wechat', before.genuine)]).toEqual([200, 200])
  expect([await paymentOf(after.order), await paymentOf(before.order)]).toEqual(['paid', 'paid'])
  await sound(db)
})

type Forgery = (genuine: Notice) => Notice
const withHeader =
  (name: string, value: string | undefined): Forgery =>
  ({ headers: { [name]: _, ...rest }, body }) => ({
    headers: value === undefined ? rest : { ...rest, [name]: value },
    body,
  })
const inHeader =
  (name: string, change: (value: string) => string): Forgery =>
  (genuine) =>
    withHeader(name, change(genuine.headers[name]!))(genuine)
const inBody =
  (change: (text: string) => string | Buffer): Forgery =>
  ({ headers, body }) => ({
    headers,
    body: Buffer.from(change(body.toString())),
  })
const otherLetter = (text: string): string => text.replace(/.(?=.{20})/, (first) => (first === 'A' ? 'B' : 'A'))
const zipped: Forgery = ({ headers, body }) => ({
  headers: { ...headers, 'content-encoding': 'gzip' },
  body: gzipSync(body),
})
const asJson: [string, Forgery][] = [
  ['written anew', inBody((text) => JSON.stringify(JSON.parse(text), null, 1))],
  ['a key twice', inBody((text) => text.replace('{', '{"id":"another",'))],
]
const anyBytes: [string, Forgery][] = [
  ['one byte changed', inBody((text) => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)))],
  ['a byte order mark', inBody((text) => `\ufeff${text}`)],
  ['a space more', inBody((text) => `${text} `)],
  ['compressed', zipped],
  ['nothing at all', inBody(() => '')],
]
const forgeries: [OnlineMethod, [string, Forgery][]][] = [
  [
    'wechat',
    [
      ['no signature', withHeader('wechatpay-signature', undefined)],
      ['another signature', inHeader('wechatpay-signature', otherLetter)],
      ['another algorithm', withHeader('wechatpay-signature-type', 'WECHATPAY2-SM2-WITH-SM3')],
      ['a certificate of somebody else', withHeader('wechatpay-serial', '00112233445566778899AABBCCDDEEFF00112233')],
      ['signed later', inHeader('wechatpay-timestamp', (seconds) => String(Number(seconds) + 1))],
      ...asJson,
      ...anyBytes,
    ],
  ],
  [
    'alipay',
    [
      ['no signature', inBody((text) => text.replace(/(^|&)sign=[^&]*/, ''))],
      ['another signature', inBody((text) => text.replace(/(^|&)sign=[^&]*/, '$1sign=AAAA'))],
      ['another algorithm', inBody((text) => text.replace('sign_type=RSA2', 'sign_type=RSA'))],
      ['another amount beside the first', inBody((text) => `${text}&total_amount=0.01`)],
      ['for another seller', inBody((text) => text.replace(/seller_id=\d+/, 'seller_id=2088000000000000'))],
      ...anyBytes,
    ],
  ],
  [
    'card',
    [
      ['no signature', withHeader('stripe-signature', undefined)],
      ['another signature', inHeader('stripe-signature', (text) => text.replace(/v1=.{4}/, 'v1=0000'))],
      ['another algorithm', inHeader('stripe-signature', (text) => text.replace('v1=', 'v0='))],
      [
        'signed later',
        inHeader('stripe-signature', (text) => text.replace(/t=(\d+)/, (_, at) => `t=${Number(at) + 1}`)),
      ],
      ...asJson,
      ...anyBytes,
    ],
  ],
]
test.each(forgeries)(
  'C03 C08 %s: whatever is forged or changed by a byte is refused, kept and without effect; the genuine one then pays',
  async (method, list) => {
    const { order, genuine } = await aHeldNotice(method)
    const before = await keptAsForged()
    const answered: [string, number][] = []
    for (const [name, forge] of list) answered.push([name, await arrives(method, forge(genuine))])

    expect(answered).toEqual(list.map(([name]) => [name, refused(method)]))
    expect(await paymentOf(order)).toBe('awaiting')
    expect(await keptAsForged()).toBeGreaterThan(before)
    expect(await arrives(method, genuine)).toBe(200)
    expect(await paymentOf(order)).toBe('paid')
    await sound(db)
  },
)

test.each<[OnlineMethod, Temporal.DurationLike]>([
  ['wechat', { minutes: 6 }],
  ['card', { minutes: 6 }],
  ['alipay', { hours: 30 }],
])(
  'C07 %s: a genuine notification played again counts once, and is refused when its time is over',
  async (method, over) => {
    const { order, genuine } = await aHeldNotice(method)
    const answered: number[] = []
    for (const wait of [{ minutes: 0 }, { minutes: 1 }, { minutes: 4 }, over, { hours: 72 }]) {
      late = wait
      answered.push(await arrives(method, genuine))
    }

    expect(answered).toEqual([200, 200, 200, refused(method), refused(method)])
    expect(await paymentOf(order)).toBe('paid')
    expect(await paymentsOf(shop.ctx, order.id)).toMatchObject([{ status: 'succeeded', captured: order.total }])
    await sound(db)
  },
)

test('C02 in whichever order the five things a provider tells of a payment arrive, the money’s state at the end is the provider’s', async () => {
  const own = await aSellingShop(db, { now: Temporal.Now.instant() })
  const hear = async (notice: Parameters<typeof receiveNotice>[1]) => {
    await receiveNotice(asProvider(own.ctx), notice)
    await own.tell()
  }
  for (const sequence of permutations([0, 1, 2, 3])) {
    const { order, buyer } = await anOrder(own)
    const { number } = await startPayment(buyer.ctx, { orderId: order.id })
    const told = [own.gateway.noticeOf(number)]
    own.gateway.decline(number)
    told.push(own.gateway.noticeOf(number))
    await own.gateway.close({ number, handle: null, providerRef: null, openedAt: own.ctx.now })
    told.push(own.gateway.noticeOf(number))
    own.gateway.pay(number)
    told.push(own.gateway.noticeOf(number))
    for (const each of sequence) await hear(told[each]!)
    expect(await findOrder(own.ctx, order.id), sequence.join()).toMatchObject({ payment: 'paid' })
  }
  for (const isRefundFirst of [true, false]) {
    const { order, buyer } = await anOrder(own)
    const { number } = await startPayment(buyer.ctx, { orderId: order.id })
    own.gateway.pay(number)
    const paid = own.gateway.noticeOf(number)
    await checkPayment(buyer.ctx, order.id)
    await own.tell()
    own.gateway.holdRefunds()
    await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
    await own.tell()
    const [refund] = await refundsOf(own.ctx, order.id)
    own.gateway.settleRefund(refund!.number, 'succeeded')
    const refunded = own.gateway.noticeOf(refund!.number)
    for (const each of isRefundFirst ? [refunded, paid] : [paid, refunded]) await hear(each)
    expect(await findOrder(own.ctx, order.id)).toMatchObject({ payment: 'refunded', headline: 'cancelled' })
  }
  await sound(db)
}, 240_000)

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item) => permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]))

test('C19 a card payment that the bank takes back is told by the provider itself, held, decided and booked; what was signed by somebody else is not', async () => {
  const { order, number, genuine } = await aHeldNotice('card')
  await arrives('card', genuine)
  const toldOf = async (outcome?: 'lost') => {
    intercepted = []
    await post(`/sandbox/trades/${number}/dispute`, { outcome })
    await expect.poll(() => intercepted.length, { timeout: 10_000 }).toBeGreaterThan(0)
    return intercepted[0]!
  }
  const opened = await toldOf()
  expect(
    await arrives('card', inHeader('stripe-signature', (text) => text.replace(/v1=.{4}/, 'v1=0000'))(opened)),
  ).toBe(400)
  expect(await disputesOf(shop.ctx, order.id)).toEqual([])

  expect(await arrives('card', opened)).toBe(200)
  expect(await disputesOf(shop.ctx, order.id)).toMatchObject([
    { status: 'open', amount: order.total, reason: 'fraudulent', answerBy: expect.any(Temporal.Instant) },
  ])
  expect([await arrives('card', await toldOf('lost')), await arrives('card', opened)]).toEqual([200, 200])
  expect(await disputesOf(shop.ctx, order.id)).toMatchObject([{ status: 'lost' }])
  expect(await balanceOf(shop.ctx, 'chargebacks')).toEqual(order.total)
  await sound(db)
})
