import { type APIRequestContext, request } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { findOrder } from '#sales/orders'
import { paymentsOf, refundsOf } from '#sales/payments'
import { aCustomer, anOrderOf, aPaidOrderOf, gatewayBooks, tell, until } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { staffPassword } from '#test/small-shop'
import { brokenStockRules, stockOf } from '#test/stock'

const house = await runningHouse()
const phone = '13900000041'
const customer = await aCustomer(house, phone)
const mug = house.shop.goods.stonewareMug.variants[0]!
const ann = await aCaller('/api/v1/store/account/sign-in-by-code', { phone, code: await aCode() })
const cheng = await aCaller('/api/v1/admin/sign-in', { userName: 'owner', password: staffPassword })
afterAll(() => Promise.all([ann.dispose(), cheng.dispose()]))

async function aCode(): Promise<string> {
  const stranger = await request.newContext({ baseURL: house.url })
  await stranger.post('/api/v1/store/account/codes', { data: { phone, purpose: 'sign_in' } })
  await stranger.dispose()
  return house.codeFor(phone)
}

/** A page of the house that has signed in and keeps its cookies. */
async function aCaller(door: string, data: object): Promise<APIRequestContext> {
  const caller = await request.newContext({ baseURL: house.url, extraHTTPHeaders: { origin: house.url } })
  const answer = await caller.post(door, { data, headers: { 'idempotency-key': newId() } })
  expect(answer.status()).toBe(200)
  return caller
}

const post = async (who: APIRequestContext, path: string, data: object = {}) => {
  const answer = await who.post(path, { data, headers: { 'idempotency-key': newId() } })
  return { status: answer.status(), body: (await answer.json().catch(() => undefined)) as never }
}
const clickOnPay = async (order: Order) => {
  const { status, body } = await post(ann, `/api/v1/store/orders/${order.id}/payments`)
  return { status, number: (body as { number?: string }).number }
}
const payAt = (number: string, notice = 'normal') =>
  tell(`${house.gateway.url}/sandbox/trades/${number}/pay`, { notice })
const now = async ({ id }: Order) => (await findOrder(house.ctx, id))!
const isPaid = (order: Order) => until(async () => (await now(order)).payment === 'paid')
const aMug = () => anOrderOf(customer, { of: mug })

/** What the gateway holds for us is what our books say it holds, less what a person must look at, and every number of the stock is explained. */
async function seesTrueBooks({ doubted = 0 } = {}): Promise<void> {
  await house.settled()
  const held = (await gatewayBooks(house)).reduce((all, { charged, refunded }) => all + charged - refunded, 0)
  expect((await balanceOf(house.ctx, 'provider_clearing')).minor).toBe(held - doubted)
  expect(await brokenStockRules(house.ctx)).toEqual([])
}

test('PAY-03 PAY-04: a double click on pay opens one payment, and it is charged once', async () => {
  const order = await aMug()
  const clicks = await Promise.all([clickOnPay(order), clickOnPay(order), clickOnPay(order)])
  const numbers = new Set(clicks.flatMap(({ number }) => number ?? []))
  expect(clicks.some(({ status }) => status === 201)).toBe(true)
  expect(numbers.size).toBe(1)

  await payAt([...numbers][0]!)
  await isPaid(order)
  expect(await paymentsOf(house.ctx, order.id)).toMatchObject([{ status: 'succeeded', captured: order.total }])
  await seesTrueBooks()
})

test.each(['late', 'twice', 'out_of_order'])(
  'PAY-03: a notification that comes %s pays the order once',
  async (notice) => {
    const order = await aMug()
    const { number } = await clickOnPay(order)
    await payAt(number!, notice)
    await isPaid(order)

    await house.settled()
    expect(await paymentsOf(house.ctx, order.id)).toMatchObject([{ status: 'succeeded', captured: order.total }])
    await seesTrueBooks()
  },
)

test.each(['tampered', 'never'])(
  'PAY-03: with a notification that is %s the buyer who comes back is told all the same',
  async (notice) => {
    const order = await aMug()
    const { number } = await clickOnPay(order)
    await payAt(number!, notice)
    await house.settled()
    expect(await now(order)).toMatchObject({ payment: 'awaiting' })

    expect(await post(ann, `/api/v1/store/orders/${order.id}/payments/check`)).toMatchObject({ body: { paid: true } })
    await isPaid(order)
    await seesTrueBooks()
  },
)

test('ORD-10 PAY-07: paying and cancelling at the same moment ends in one of the two, and no money is lost', async () => {
  const before = await stockOf(house.ctx, mug.id)
  for (let round = 0; round < 4; round++) {
    const order = await aMug()
    const { number } = await clickOnPay(order)
    const cancel = () => post(ann, `/api/v1/store/orders/${order.id}/cancel`, { reason: 'changed_mind' })
    await Promise.allSettled(round % 2 ? [payAt(number!), cancel()] : [cancel(), payAt(number!)])
    await until(
      async () =>
        ['paid', 'refunded'].includes((await now(order)).payment) || (await now(order)).status === 'cancelled',
    )
    await house.settled()
    if ((await now(order)).status !== 'cancelled') await cancel()
    const moneyIsBack = async () => {
      const trade = (await gatewayBooks(house)).find((each) => each.number === number)!
      return (
        trade.charged === trade.refunded &&
        (await refundsOf(house.ctx, order.id)).every(({ status }) => status === 'succeeded')
      )
    }
    await until(moneyIsBack)
    expect(await now(order)).toMatchObject({ status: 'cancelled' })
  }
  await house.settled()
  expect(await stockOf(house.ctx, mug.id)).toEqual(before)
  await seesTrueBooks()
})

test('PAY-07: of two refunds at once that together exceed what was paid, one is refused', async () => {
  const order = await aPaidOrderOf(house, customer, { of: mug })
  const amount = { minor: Math.ceil(order.total.minor * 0.6), currency: 'CNY' }
  const refund = () => post(cheng, `/api/v1/admin/orders/${order.id}/refunds`, { reason: '补偿', amount })
  const answers = await Promise.all([refund(), refund()])

  expect(answers.map(({ status }) => status < 300).sort()).toEqual([false, true])
  await until(async () => (await refundsOf(house.ctx, order.id)).every(({ status }) => status === 'succeeded'))
  expect((await gatewayBooks(house)).at(-1)!.refunded).toBe(amount.minor)
  await seesTrueBooks()
})

test('INV-02: of many who order the last pieces at once nobody gets what is not there', async () => {
  const towel = house.shop.goods.linenTowel.variants[0]!
  const { available } = await stockOf(house.ctx, towel.id)
  const buyers = await Promise.all(Array.from({ length: 8 }, (_, index) => aCustomer(house, `1390000005${index}`)))
  const orders = await Promise.allSettled(buyers.map((buyer) => anOrderOf(buyer, { of: towel, quantity: 4 })))

  expect(orders.filter(({ status }) => status === 'fulfilled')).toHaveLength(Math.floor(available / 4))
  expect((await stockOf(house.ctx, towel.id)).available).toBe(available % 4)
  await seesTrueBooks()
})

test('PAY-03: a genuine notification of another amount pays nothing, and staff are told', async () => {
  const order = await aMug()
  const { number } = await clickOnPay(order)
  await payAt(number!, 'wrong_amount')
  await until(async () => (await paymentsOf(house.ctx, order.id))[0]?.status === 'mismatch')
  expect(await now(order)).toMatchObject({ payment: 'awaiting' })
  const notices = (await (await cheng.get('/api/v1/admin/notices')).json()) as { rows: { kind: string }[] }
  expect(notices.rows.map(({ kind }) => kind)).toContain('payment.mismatch')
  await seesTrueBooks({ doubted: order.total.minor })
})
