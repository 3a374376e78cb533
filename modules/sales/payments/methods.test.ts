import { beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import { accountFields, onlineMethods, providerOf } from '#model/sales/payments'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { type ProviderAccount, paymentAdapters } from '#platform/payments'
import { cancelOrder, checkPayment, startPayment, waysToPay } from '#sales/orders'
import { disputesOf, paymentsOf, receiveNotice, refundsOf } from '#sales/payments'
import { testDatabase } from '#test/database'
import { type FakeGateway, onlyDesk } from '#test/fake-gateway'
import { anOrder, aSellingShop, asProvider, type SellingShop } from '#test/orders'
import { shopOfAccount } from './gateway-of.ts'
import { methodsOf, offeredMethods, type SaveMethod, saveMethod } from './methods.ts'

const { db } = await testDatabase()
let shop: SellingShop
let gateway: FakeGateway

beforeEach(async () => {
  shop = await aSellingShop(db)
  gateway = shop.gateway
  const payments = onlyDesk(gateway, ['wechat', 'alipay', 'stripe'])
  shop = { ...shop, ctx: { ...shop.ctx, outside: { ...shop.ctx.outside, payments } } }
})

const usual = { enabled: true, position: 1, label: { zh: '', en: '' }, leastMinor: null, mostMinor: null } as const
const set = (method: SaveMethod['method'], more: Partial<SaveMethod> = {}) =>
  saveMethod(shop.ctx, { ...usual, ...more, method })
const offered = async (minor = 10_000) =>
  (await offeredMethods(shop.ctx, shop.ctx.outside.payments, money(minor))).map(({ method }) => method)

test('a shop offers what there is an account for', async () => {
  expect(await offered()).toEqual(['wechat', 'alipay', 'card'])
})

test('methods are switched off, put in order and limited to some totals, each for its shop alone', async () => {
  const other = await aSellingShop(db)
  await set('wechat', { enabled: false })
  await set('card', { position: 1, leastMinor: 5_000, mostMinor: 20_000 })
  await set('alipay', { position: 2 })

  expect([await offered(4_999), await offered(5_000), await offered(20_001)]).toEqual([
    ['alipay'],
    ['card', 'alipay'],
    ['alipay'],
  ])
  expect(
    (await methodsOf(other.ctx, other.ctx.outside.payments)).find(({ method }) => method === 'wechat')?.enabled,
  ).toBe(true)
  await expect(set('card', { leastMinor: 2, mostMinor: 1 })).rejects.toMatchObject({
    code: 'payments.method_limits_invalid',
  })
})

test('who changed a way to pay is recorded, and keys of an account stand nowhere in the open', async () => {
  const account = { accountId: 'acct_9', secretKey: 'sk_live_topsecret', webhookSecret: 'whsec_topsecret' }
  const saved = await set('card', { account })

  const history = JSON.stringify(await historyOf(shop.ctx, shop.ctx.shopId))
  const kept = await db
    .selectFrom('sales.payment_accounts')
    .selectAll()
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  expect(saved).toMatchObject({
    account: 'acct_9',
    notifyPath: expect.stringContaining(`/stripe/accounts/${saved.accountId}/`),
  })
  expect(history).toContain('payment_method.changed')
  expect(`${history}${kept.map((row) => row.secret_cipher.toString())}${JSON.stringify(saved)}`).not.toContain(
    'topsecret',
  )
})

test('the same account again replaces its keys, and going back to the installation’s keeps old payments where they were', async () => {
  const account = { accountId: 'acct_9', secretKey: 'sk_1', webhookSecret: 'whsec_1' }
  const first = await set('card', { account })
  const again = await set('card', { account: { ...account, secretKey: 'sk_2' } })
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const ctx = { ...buyer.ctx, outside: shop.ctx.outside }
  await startPayment(ctx, { orderId: order.id, method: 'card' })
  const back = await set('card', { account: null })

  expect(again.accountId).toBe(first.accountId)
  expect(back.account).toBeNull()
  expect((await paymentsOf(shop.ctx, order.id)).at(-1)).toMatchObject({
    provider: 'stripe',
    accountId: first.accountId,
  })
})

test('PAY-04 money is asked for and asked about at the account it was opened with, whichever others the shop has', async () => {
  const keys: unknown[] = []
  const of = (_: string, account: ProviderAccount | undefined) => {
    keys.push(account?.secretKey)
    return gateway
  }
  const outside = { ...shop.ctx.outside, payments: { ...shop.ctx.outside.payments, of } }
  const card = (accountId: string) =>
    set('card', { account: { accountId, secretKey: `sk_${accountId}`, webhookSecret: 'whsec' } })
  await card('acct_7')
  await card('acct_8')
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  await startPayment({ ...buyer.ctx, outside }, { orderId: order.id, method: 'card' })
  await card('acct_9')
  await checkPayment({ ...buyer.ctx, outside }, order.id)

  expect(new Set(keys)).toEqual(new Set(['sk_acct_8']))
})

test('C06 whoever holds the keys of one account says nothing about money of another: neither of a payment nor of a refund nor of a dispute', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  const [payment] = await paymentsOf(shop.ctx, order.id)
  const waiting = await anOrder(shop)
  const { number } = await startPayment(waiting.buyer.ctx, { orderId: waiting.order.id })
  gateway.pay(number)
  gateway.holdRefunds()
  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [refund] = await refundsOf(shop.ctx, order.id)
  gateway.settleRefund(refund!.number, 'succeeded')
  const { accountId } = await set('wechat', { account: { merchantId: '1900000009' } })
  const dispute = { providerRef: 'D1', paymentRef: payment!.providerRef!, state: 'lost', reason: 'general' } as const
  const theirs = [
    gateway.noticeOf(number),
    gateway.noticeOf(refund!.number),
    gateway.noticeOfDispute({ ...dispute, amount: order.total, fee: money(0) }),
  ]
  for (const each of theirs) await receiveNotice(asProvider(shop.ctx), { ...each, accountId })
  await shop.tell()

  expect(await paymentsOf(shop.ctx, waiting.order.id)).toMatchObject([{ status: 'pending' }])
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'sent' }])
  expect(await disputesOf(shop.ctx, order.id)).toEqual([])
  const told = await openNotices(shop.ctx, new Set(['payments.read']))
  expect(told.filter(({ kind }) => kind === 'payment.orphan')).toHaveLength(3)
})

test('C06 what comes to the address of an account is for the shop whose account it is', async () => {
  const other = await aSellingShop(db)
  const account = { merchantId: '1900000009' }
  const ours = await set('wechat', { account })
  const theirs = await saveMethod(other.ctx, { ...usual, method: 'wechat', account })

  expect([await shopOfAccount(db, ours.accountId!), await shopOfAccount(db, theirs.accountId!)]).toEqual([
    shop.ctx.shopId,
    other.ctx.shopId,
  ])
})

test('the form of the console asks for exactly what each provider needs', () => {
  for (const method of onlineMethods) expect(accountFields[method]).toEqual(paymentAdapters[providerOf[method]]!.needs)
})

test('PAY-04 another method closes the open attempt first and opens its own', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const ctx = { ...buyer.ctx, outside: shop.ctx.outside }
  const first = await startPayment(ctx, { orderId: order.id, method: 'wechat' })
  const again = await startPayment(ctx, { orderId: order.id })
  const second = await startPayment(ctx, { orderId: order.id, method: 'alipay' })

  expect(again.number).toBe(first.number)
  expect((await paymentsOf(shop.ctx, order.id)).map(({ method, status }) => [method, status])).toEqual([
    ['wechat', 'closed'],
    ['alipay', 'pending'],
  ])
  expect(gateway.calls.slice(-2)).toEqual([`close ${first.number}`, `create ${second.number}`])
})

test('PAY-04 a method that turns out to be paid is not left for another, nor one the provider does not answer about', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const ctx = { ...buyer.ctx, outside: shop.ctx.outside }
  const { number } = await startPayment(ctx, { orderId: order.id, method: 'wechat' })
  gateway.failNext('close', 'no_answer')
  await expect(startPayment(ctx, { orderId: order.id, method: 'card' })).rejects.toMatchObject({
    code: 'payments.unconfirmed',
  })
  gateway.pay(number)
  await expect(startPayment(ctx, { orderId: order.id, method: 'card' })).rejects.toMatchObject({
    code: 'payments.paid_already',
  })
  expect(await paymentsOf(shop.ctx, order.id)).toHaveLength(1)
})

test('two clicks on different methods at once leave one open attempt', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const ctx = { ...buyer.ctx, outside: shop.ctx.outside }
  await Promise.allSettled(onlineMethods.map((method) => startPayment(ctx, { orderId: order.id, method })))

  const open = (await paymentsOf(shop.ctx, order.id)).filter(
    ({ status }) => status === 'pending' || status === 'created',
  )
  expect(open).toHaveLength(1)
})

test('a method that is not offered for the order is refused, and the page does not show it', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'placed' })
  const ctx = { ...buyer.ctx, outside: shop.ctx.outside }
  await set('card', { leastMinor: order.total.minor + 1 })
  expect((await waysToPay(ctx, order.id)).map(({ method }) => method)).toEqual(['wechat', 'alipay'])
  await expect(startPayment(ctx, { orderId: order.id, method: 'card' })).rejects.toMatchObject({
    code: 'payments.method_not_offered',
  })
})

test('PAY-06 the fee of the method is booked when a payment arrives, at the rate the shop has set', async () => {
  const { changeSetting } = await import('#platform/settings')
  const { balanceOf } = await import('#office/ledger')
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'payments.wechatFee', 0.38))
  const { order } = await anOrder(shop, { status: 'paid' })

  const fee = Math.round((order.total.minor * 38) / 10_000)
  expect((await balanceOf(shop.ctx, 'payment_fees')).minor).toBe(fee)
  expect((await balanceOf(shop.ctx, 'provider_fees_due')).minor).toBe(fee)
  expect((await balanceOf(shop.ctx, 'provider_clearing')).minor).toBe(order.total.minor)
})

test('PAY-06 another rate counts for what is paid from then on, and leaves what was expected of earlier payments alone', async () => {
  const { changeSetting } = await import('#platform/settings')
  const feesOf = async (orderId: string) =>
    (await db.selectFrom('sales.payment_shares').select('fee_minor').where('order_id', '=', orderId).execute()).map(
      ({ fee_minor }) => fee_minor,
    )
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'payments.wechatFee', 1))
  const { order: early } = await anOrder(shop, { status: 'paid' })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'payments.wechatFee', 2))
  const { order: late } = await anOrder(shop, { status: 'paid' })

  expect(await feesOf(early.id)).toEqual([Math.round(early.total.minor / 100)])
  expect(await feesOf(late.id)).toEqual([Math.round(late.total.minor / 50)])
})
