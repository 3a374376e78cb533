import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { permissions } from '#model/office/roles'
import { ordersText } from '#model/sales/orders'
import { paymentsText } from '#model/sales/payments'
import type { Actor, Context } from '#platform/context'
import { createServer } from '#platform/http'
import { openLog } from '#platform/log'
import { lin } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, place, ship } from '#test/orders'
import { staffOrderRoutes } from '../admin/orders.ts'
import { paymentNoticeRoutes } from '../provider/payments.ts'
import { apiText } from '../text.ts'
import { checkoutRoutes } from './checkout.ts'
import { orderRoutes } from './orders.ts'
import { paymentRoutes } from './payments.ts'

const { db } = await testDatabase()
const shop = await aSellingShop(db)
const owner: Actor = { ...lin, permissions: new Set(permissions) }
const nobody: Actor = { kind: 'guest', id: null, name: 'guest', permissions: new Set() }
const people = new Map<string, Actor>([['owner', owner]])

const server = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://shop.test',
  version: 'test',
  texts: { ...apiText, ...ordersText, ...paymentsText },
  identify: async (request) => ({
    actor: people.get(String(request.headers['x-actor'])) ?? nobody,
    shopId: shop.ctx.shopId,
    locale: 'zh',
  }),
  contextFor: ({ actor }, origin): Context => ({ ...shop.ctx, actor, origin }),
})
await server.after()
for (const routes of [checkoutRoutes, orderRoutes, paymentRoutes, staffOrderRoutes, paymentNoticeRoutes]) routes(server)
await server.ready()
afterAll(() => server.close())

async function call(who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, key = newId()) {
  const headers = { 'x-actor': who, 'idempotency-key': key, host: 'shop.test' }
  const response = await server.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
}

async function aCustomer(quantity = 2) {
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop), quantity }])
  const who = newId()
  people.set(who, buyer.ctx.actor)
  return { buyer, who }
}

test('CHK-02 CHK-03 from the last confirmation to the order, the payment and its arrival over HTTP', async () => {
  const { buyer, who } = await aCustomer()
  const checkout = await call(who, 'GET', `/store/checkout?cartId=${buyer.cartId}&addressId=${buyer.address.id}`)
  expect(checkout).toMatchObject({
    status: 200,
    body: { items: { minor: 5_000 }, freight: { minor: 800 }, total: { minor: 5_800 }, problems: [] },
  })
  expect(checkout.body.promised.dispatchBy).toBe('2026-03-04T04:00:00Z')

  const wish = { cartId: buyer.cartId, addressId: buyer.address.id, expectedTotal: checkout.body.total, memo: '轻放' }
  const key = newId()
  const placed = await call(who, 'POST', '/store/orders', wish, key)
  expect(placed).toMatchObject({
    status: 201,
    body: { headline: 'awaiting_payment', memo: '轻放', payBy: '2026-03-02T04:30:00Z' },
  })
  expect((await call(who, 'POST', '/store/orders', wish, key)).body).toEqual(placed.body)

  const { id } = placed.body
  const [first, again] = [
    await call(who, 'POST', `/store/orders/${id}/payments`, {}),
    await call(who, 'POST', `/store/orders/${id}/payments`, {}),
  ]
  expect([first.status, again.body.number]).toEqual([201, first.body.number])
  expect((await call(who, 'POST', `/store/orders/${id}/payments/check`)).body.paid).toBe(false)

  shop.gateway.pay(first.body.number)
  const { headers, body } = shop.gateway.noticeOf(first.body.number)
  const notice = (sent: Record<string, string>) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/provider/payments/wechat/notices',
      headers: { ...sent, 'content-type': 'application/json' },
      payload: body,
    })
  expect((await notice({})).statusCode).toBe(401)
  expect((await notice(headers)).json()).toEqual({ code: 'SUCCESS' })
  await shop.tell()
  expect((await call(who, 'GET', `/store/orders/${id}`)).body).toMatchObject({
    order: { headline: 'released', payment: 'paid' },
    recipient: { name: '安小姐' },
    dispatchSecondsLeft: 172_800,
  })
  expect((await call(who, 'GET', '/store/orders?tab=to_ship')).body.rows).toMatchObject([
    { id, lines: [{ quantity: 2 }] },
  ])
})

test('CHK-05 a refusal names the field in the language of the buyer', async () => {
  const { buyer, who } = await aCustomer()
  const wish = { cartId: buyer.cartId, addressId: buyer.address.id, expectedTotal: { minor: 1, currency: 'CNY' } }
  expect(await call(who, 'POST', '/store/orders', wish)).toMatchObject({
    status: 409,
    body: {
      code: 'orders.total_changed',
      detail: '应付金额有变化，请核对后再提交',
      details: { field: 'expectedTotal', parts: { total: { minor: 5_800 } } },
    },
  })
})

test('ORD-10 cancelling twice with one key, while a payment is open, cancels once and answers the same', async () => {
  const { buyer, who } = await aCustomer()
  const { id } = await place(buyer)
  await call(who, 'POST', `/store/orders/${id}/payments`, {})
  const key = newId()
  const first = await call(who, 'POST', `/store/orders/${id}/cancel`, { reason: 'changed_mind' }, key)
  expect(first).toMatchObject({ status: 200, body: { id, headline: 'cancelled' } })
  expect((await call(who, 'POST', `/store/orders/${id}/cancel`, { reason: 'changed_mind' }, key)).body).toEqual(
    first.body,
  )
})

test('ORD-09 ORD-17 the buyer changes the recipient before dispatch and confirms receipt after it', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  const who = newId()
  people.set(who, buyer.ctx.actor)
  const recipient = { name: '王小二', phone: '13700000002', districtCode: '330108', street: '江南大道 1 号' }
  expect((await call(who, 'PUT', `/store/orders/${order.id}/recipient`, recipient)).status).toBe(200)
  await ship(shop, order.id)
  expect((await call(who, 'PUT', `/store/orders/${order.id}/recipient`, recipient)).body).toMatchObject({
    status: 409,
    code: 'orders.cannot',
  })
  expect((await call(who, 'POST', `/store/orders/${order.id}/confirm-receipt`)).body).toMatchObject({
    headline: 'received',
  })
})

test('ORD-16 staff list, count, open and decide; recipients stay masked until revealed', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  const list = await call('owner', 'GET', `/admin/orders?number=${order.number}&limit=5`)
  expect(list).toMatchObject({
    status: 200,
    body: { rows: [{ id: order.id, recipient: { name: '安**', phone: '138****8000' } }] },
  })
  expect((await call('owner', 'GET', '/admin/orders?late=true&from=2026-03-01&to=2026-03-31')).body.rows).toEqual([])
  expect((await call('owner', 'GET', '/admin/orders/counters')).body.counts.released).toBeGreaterThan(0)
  const page = await call('owner', 'GET', `/admin/orders/${order.id}`)
  expect(page.body.history.map((event: { type: string }) => event.type)).toContain('order.released')
  expect(page.body.order.actions ?? page.body.actions).toContain('cancel')
  expect(
    (await call('owner', 'POST', `/admin/orders/${order.id}/reveal-recipient`, { reason: '买家来电' })).body,
  ).toMatchObject({ phone: '13800138000' })
  expect(
    (await call('owner', 'POST', `/admin/orders/${order.id}/requests`, { kind: 'gift', text: '贺卡' })).status,
  ).toBe(201)
  expect(
    (
      await call('owner', 'POST', `/admin/orders/${order.id}/refunds`, {
        reason: '补偿',
        amount: { minor: 100, currency: 'CNY' },
      })
    ).body,
  ).toMatchObject({ amount: { minor: 100 }, status: 'approved' })
  expect((await call('owner', 'POST', `/admin/orders/${order.id}/review`, { decision: 'approve' })).body).toMatchObject(
    { status: 409 },
  )
  expect((await call('owner', 'POST', `/admin/orders/${order.id}/cancel`, { reason: '缺货' })).body).toMatchObject({
    status: 'cancelled',
    cancelReason: '缺货',
  })
})

test('nobody, another buyer and unknown providers get nowhere', async () => {
  const { order } = await anOrder(shop)
  const { who } = await aCustomer()
  expect((await call('nobody', 'GET', `/store/orders/${order.id}`)).status).toBe(401)
  expect((await call(who, 'GET', `/store/orders/${order.id}`)).status).toBe(404)
  expect((await call(who, 'POST', `/store/orders/${order.id}/payments`, {})).status).toBe(404)
  expect((await call(who, 'POST', `/store/orders/${order.id}/cancel`, { reason: 'x' })).status).toBe(404)
  expect((await call(who, 'GET', '/admin/orders')).status).toBe(401)
  expect(
    (await server.inject({ method: 'POST', url: '/api/v1/provider/payments/other/notices', payload: '{}' })).statusCode,
  ).toBe(404)
})
