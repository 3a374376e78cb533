import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { prepareJobs } from '#platform/jobs'
import { guarded } from '#platform/outside'
import { paymentProviders } from '#platform/payments'
import { refundOrder, startPayment } from '#sales/orders'
import { checkPayments, refundsOf } from '#sales/payments'
import { accountsAt } from '#test/accounts-at'
import { testDatabase } from '#test/database'
import { type Trade, tell } from '#test/house-orders'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { startGateway } from '../../sandbox/gateway/gateway.ts'
import { endOf, play, startScene, untilStopped } from './support/scene.ts'
import { sound } from './support/sound.ts'

const { db, url: databaseUrl } = await testDatabase()
await prepareJobs(databaseUrl)
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-paused-worker-'))
const gateway = await startGateway({ port: 0, storeFolder: folder, speed: 20, stripeWebhook: 'http://127.0.0.1:9' })
afterAll(async () => {
  await gateway.stop()
  rmSync(folder, { recursive: true, force: true })
})
const shop = await aSellingShop(db, {
  now: Temporal.Now.instant().subtract({ minutes: 2 }),
  outside: { payments: paymentProviders(accountsAt(gateway.credentials), guarded) },
})

/** A refund that was approved and of which no worker knows yet. */
async function anApprovedRefund() {
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }])
  const order = await place(buyer)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  await tell(`${gateway.url}/sandbox/trades/${number}/pay`, { notice: 'never' })
  await checkPayments({ ...shop.ctx, now: Temporal.Now.instant() })
  const wish = { orderId: order.id, cause: 'test', causeId: newId(), reason: '补偿', amount: order.total }
  await transaction(shop.ctx, (tx) => refundOrder(tx, wish))
  return { order, number }
}

/** What a worker that is silent for a minute held is free; the clock is set back instead of waiting. */
const aMinuteLater = () =>
  sql`with silent as (update platform.workers set seen_at = seen_at - interval '5 minutes')
    update graphile_worker._private_jobs set locked_at = locked_at - interval '5 minutes' where locked_at is not null`.execute(
    db,
  )

const eventsNow = async () => (await db.selectFrom('platform.events').select('id').execute()).length

test('A14 a worker that is paused in a refund until another has sent it changes nothing when it wakes, and the money leaves once', async () => {
  const { order, number } = await anApprovedRefund()
  const stage = { databaseUrl, gateway: gateway.credentials, files: folder, ctx: { ...shop.ctx, now: undefined } }
  const work = { scene: 'work', given: null }
  const paused = startScene(stage, {
    ...work,
    faults: [{ at: 'job', like: 'payments.sendRefund', nth: 1, do: 'stop' }],
  })
  const ended = endOf(paused)
  await untilStopped(paused)
  await aMinuteLater()
  const other = await play(stage, work)
  const [refund] = await refundsOf(shop.ctx, order.id)
  const events = await eventsNow()
  paused.kill('SIGCONT')

  expect(other).toMatchObject({ code: 0 })
  expect(await ended).toMatchObject({ code: 0 })
  expect(await refundsOf(shop.ctx, order.id)).toEqual([refund])
  expect(await eventsNow()).toBe(events)
  const { trades } = (await (await fetch(`${gateway.url}/sandbox/trades`)).json()) as { trades: Trade[] }
  expect(trades.find((trade) => trade.number === number)).toMatchObject({ refunded: order.total.minor })
  await sound(db)
}, 120_000)
