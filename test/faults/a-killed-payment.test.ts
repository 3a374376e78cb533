import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { guarded } from '#platform/outside'
import { paymentProviders } from '#platform/payments'
import { findOrder, refundOrder, startPayment } from '#sales/orders'
import { checkPayments, checkRefunds, paymentsOf, refundsOf, sendRefund } from '#sales/payments'
import { accountsAt } from '#test/accounts-at'
import { testDatabase } from '#test/database'
import { type Trade, tell } from '#test/house-orders'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { startGateway } from '../../sandbox/gateway/gateway.ts'
import type { Fault } from './support/faults.ts'
import { play } from './support/scene.ts'
import { sound } from './support/sound.ts'

const { db, url: databaseUrl } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-killed-payment-'))
const gateway = await startGateway({ port: 0, storeFolder: folder, speed: 20, stripeWebhook: 'http://127.0.0.1:9' })
afterAll(async () => {
  await gateway.stop()
  rmSync(folder, { recursive: true, force: true })
})
const shop = await aSellingShop(db, {
  now: Temporal.Now.instant().subtract({ minutes: 2 }), // so that payments begun now are due to be asked about
  outside: { payments: paymentProviders(accountsAt(gateway.credentials), guarded) },
})
const now = () => ({ ...shop.ctx, now: Temporal.Now.instant() })
const stage = { databaseUrl, gateway: gateway.credentials, ctx: { ...shop.ctx, now: undefined } }
const patience = { timeout: 20_000, interval: 100 }
const killAfterTheCall: Fault = { at: 'call', when: 'after', nth: 1, do: 'kill' }

async function anOrder() {
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }])
  return { buyer, order: await place(buyer) }
}

/** What the gateway holds under these numbers, whatever we believe. */
async function tradesOf(order: Order): Promise<Trade[]> {
  const { trades } = (await (await fetch(`${gateway.url}/sandbox/trades`)).json()) as { trades: Trade[] }
  const numbers = (await paymentsOf(shop.ctx, order.id)).map(({ number }) => number)
  return trades.filter(({ number }) => numbers.includes(number))
}
const payAt = (number: string) => tell(`${gateway.url}/sandbox/trades/${number}/pay`, { notice: 'never' })
const statusOf = async ({ id }: Order) => (await paymentsOf(shop.ctx, id))[0]!.status

/** What follows from a payment is done, and the order knows of it. */
async function isPaid({ id }: Order): Promise<boolean> {
  await shop.tell()
  return (await findOrder(shop.ctx, id))!.payment === 'paid'
}

test('A05 a process killed after the provider opened the payment, before we stored its answer: the buyer pays once, and we learn it by our number', async () => {
  const { buyer, order } = await anOrder()
  const killed = await play(
    { ...stage, ctx: buyer.ctx },
    { scene: 'start-payment', given: { orderId: order.id }, faults: [killAfterTheCall] },
  )
  const [trade] = await tradesOf(order)
  await payAt(trade!.number)
  await checkPayments(now())

  expect(killed).toMatchObject({ signal: 'SIGKILL' })
  expect(await isPaid(order)).toBe(true)
  await expect(startPayment({ ...buyer.ctx, now: Temporal.Now.instant() }, { orderId: order.id })).rejects.toThrow()
  expect(await tradesOf(order)).toMatchObject([{ charged: order.total.minor, refunded: 0 }])
  await sound(db)
})

test('A06 killed before any statement of the payment’s transaction, or at its COMMIT, nobody sees half of a payment', async () => {
  const { buyer, order } = await anOrder()
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  await payAt(number)
  let kills = 0
  for (let nth = 1; ; nth++) {
    const played = await play(stage, {
      scene: 'check-payments',
      given: null,
      faults: [{ at: 'statement', nth, do: 'kill' }],
    })
    if (played.code === 0) break
    kills += 1
    expect(played).toMatchObject({ signal: 'SIGKILL' })
    expect(['pending', 'succeeded']).toContain(await statusOf(order))
    await sound(db)
  }

  expect(kills).toBeGreaterThan(8)
  expect(await isPaid(order)).toBe(true)
  expect(await tradesOf(order)).toMatchObject([{ charged: order.total.minor }])
}, 300_000)

test('A08 killed while a refund is under way: it is sent again under its number, and the money leaves once', async () => {
  const { buyer, order } = await anOrder()
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  await payAt(number)
  await checkPayments(now())
  await transaction(now(), (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'test', causeId: newId(), reason: '补偿', amount: order.total }),
  )
  const [refund] = await refundsOf(shop.ctx, order.id)
  const killed = await play(stage, {
    scene: 'send-refund',
    given: { refundId: refund!.id },
    faults: [killAfterTheCall],
  })
  const [left] = await tradesOf(order)
  const statusThen = (await refundsOf(shop.ctx, order.id))[0]!.status
  await sendRefund(now(), refund!.id)
  let hours = 0
  const refunds = await vi.waitFor(async () => {
    hours += 2 // the provider works on it for a moment, and is asked ever less often
    await checkRefunds({ ...now(), now: Temporal.Now.instant().add({ hours }) })
    const found = await refundsOf(shop.ctx, order.id)
    expect(found).not.toMatchObject([{ status: 'sent' }])
    return found
  }, patience)

  expect(killed).toMatchObject({ signal: 'SIGKILL' })
  expect(left).toMatchObject({ refunded: order.total.minor })
  expect(statusThen).toBe('approved')
  expect(refunds).toMatchObject([{ status: 'succeeded', number: refund!.number }])
  expect(await tradesOf(order)).toMatchObject([{ charged: order.total.minor, refunded: order.total.minor }])
  await sound(db)
})
