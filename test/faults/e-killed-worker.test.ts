import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listeners } from '#apps/house'
import { registerHouseWebhooks } from '#apps/webhooks/index'
import { newId } from '#kernel/id'
import type { OrderId } from '#model/sales/orders'
import { kdniao } from '#platform/carriers'
import { systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { publish, startRelay } from '#platform/events'
import { prepareJobs } from '#platform/jobs'
import { guarded } from '#platform/outside'
import { paymentProviders } from '#platform/payments'
import { createWebhook, sendDue, webhookSender } from '#platform/webhooks'
import { cancelOrder, checkPayment, findOrder, startPayment } from '#sales/orders'
import { checkRefunds, refundsOf } from '#sales/payments'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf } from '#supply/warehouse'
import { accountsAt } from '#test/accounts-at'
import { later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, handOut, pick, place, type SellingShop } from '#test/orders'
import { type RunningCarrier, startCarrier } from '../../sandbox/carrier/carrier.ts'
import { type RunningGateway, startGateway } from '../../sandbox/gateway/gateway.ts'
import type { Fault } from './support/faults.ts'
import { play, type Stage } from './support/scene.ts'
import { sound } from './support/sound.ts'

const { db, url: databaseUrl } = await testDatabase()
await prepareJobs(databaseUrl)
const folder = mkdtempSync(join(tmpdir(), 'faults-e-'))

let gateway: RunningGateway
let carrier: RunningCarrier
let shop: SellingShop
let stage: Stage

beforeAll(async () => {
  gateway = await startGateway({ port: 0, storeFolder: join(folder, 'gateway'), speed: 200 })
  carrier = await startCarrier({ port: 0, storeFolder: join(folder, 'carrier') })
  const payments = paymentProviders(accountsAt(gateway.credentials), guarded)
  const carriers = kdniao({ ...carrier.credentials, url: carrier.url })
  shop = await aSellingShop(db, { now: Temporal.Now.instant(), outside: { payments, carriers } })
  const { shopId } = shop.ctx
  const ctx = { shopId, actor: systemActor('test') }
  stage = {
    databaseUrl,
    ctx,
    gateway: gateway.credentials,
    carrier: { url: carrier.url, credentials: carrier.credentials },
  }
})
afterAll(async () => {
  await gateway.stop()
  await carrier.stop()
  rmSync(folder, { recursive: true })
})

/** Which job the dead worker still holds; what it held is made free as if a minute had passed. */
async function takenFromTheDead(): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select identifier as name from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where j.locked_at is not null`.execute(db)
  await sql`update platform.workers set seen_at = now() - interval '61 seconds'`.execute(db)
  return rows[0]?.name
}

/** Those that move money, call a provider, write to a buyer or hand the order on: one of each kind there is. */
const struck = [
  'orders.takePayment',
  'orders.validate',
  'desk.confirmToBuyer',
  'payments.sendRefund',
  'orders.followRefund',
  'orders.tellBuyer',
  'shipping.requestWaybill',
  'shipping.subscribeTracking',
  'orders.followDispatch',
]

/** Workers that die at the first of these jobs that they come to, until one finds nothing more to do. */
async function workUnderFire(): Promise<void> {
  for (;;) {
    const left = struck.filter((name) => !died.has(name))
    const faults = left.map((name): Fault => ({ at: 'job', when: 'after', like: name, do: 'kill' }))
    const { signal, code, said } = await play(stage, { scene: 'work', given: null, faults })
    if (signal !== 'SIGKILL') return expect({ code, said }).toMatchObject({ code: 0 })
    const name = await takenFromTheDead()
    expect(left).toContain(name)
    died.add(name!)
  }
}
/** The jobs after which a worker has died. */
const died = new Set<string>()

const payAtCashier = async (number: string) => {
  const paid = await fetch(`${gateway.url}/sandbox/trades/${number}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(paid.status).toBe(200)
}
const books = async (number: string) => (await fetch(`${gateway.url}/sandbox/trades/${number}`)).json()
/** What the buyer was told more than once. */
const toldTwice = async (accountId: string | null) =>
  (
    await db
      .selectFrom('platform.messages')
      .select(['template', (row) => row.fn.countAll<number>().as('count')])
      .where('shop_id', '=', shop.ctx.shopId)
      .where('account_id', '=', accountId)
      .groupBy('template')
      .execute()
  ).filter(({ count }) => count !== 1)

async function aPaidOrder() {
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop), quantity: 2 }])
  const order = await place(buyer)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  await payAtCashier(number)
  await checkPayment(buyer.ctx, order.id)
  return { buyer, order, number }
}
const standsAs = (id: OrderId) => findOrder(shop.ctx, id)

/** The provider works on a refund for a while; the clock asks. */
async function untilRefunded(orderId: OrderId): Promise<void> {
  const ask = async () => {
    await checkRefunds(later({ ...shop.ctx, now: Temporal.Now.instant() }, { hours: 2 }))
    return (await refundsOf(shop.ctx, orderId)).map(({ status }) => status)
  }
  await expect.poll(ask, { timeout: 20_000 }).toEqual(['succeeded'])
}

test('E01 A07 a worker killed after the effect of each kind of job, before it could say so: the job is taken again, and its effect is there once', async () => {
  const [kept, cancelled] = [await aPaidOrder(), await aPaidOrder()]
  await workUnderFire()
  for (const { order } of [kept, cancelled])
    expect(await standsAs(order.id)).toMatchObject({ payment: 'paid', headline: 'released' })

  await cancelOrder(cancelled.buyer.ctx, { orderId: cancelled.order.id, reason: 'changed_mind' })
  await workUnderFire()
  const { id: orderId, total } = cancelled.order
  await untilRefunded(orderId)
  await workUnderFire()
  expect(await standsAs(orderId)).toMatchObject({ payment: 'refunded', headline: 'cancelled' })
  expect(await refundsOf(shop.ctx, orderId)).toMatchObject([{ status: 'succeeded', amount: total }])
  const paidBack = { charged: total.minor, refunded: total.minor, refunds: [{}] }
  expect(await books(cancelled.number)).toMatchObject(paidBack)

  const quiet = { ctx: shop.ctx, tell: async () => {} }
  for (const { id } of await outboundsOf(shop.ctx, kept.order.id)) await pick(quiet, id)
  await workUnderFire()
  expect(await parcelsOf(shop.ctx, kept.order.id)).toMatchObject([{ status: 'labelled' }])
  await handOut(quiet, kept.order.id)
  await workUnderFire()
  expect(await standsAs(kept.order.id)).toMatchObject({ headline: 'shipped' })
  expect(await books(kept.number)).toMatchObject({ charged: kept.order.total.minor, refunded: 0 })

  for (const { buyer } of [kept, cancelled]) expect(await toldTwice(buyer.ctx.actor.id)).toEqual([])
  expect([...died].toSorted()).toEqual(struck.toSorted())
  await sound(db)
}, 240_000)

const jobsOf = async (type: string) =>
  (
    await sql<{ name: string }>`select identifier as name from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      join platform.events e on e.id::text = j.payload->>'eventId' and e.type = ${type} order by 1`.execute(db)
  ).rows.map(({ name }) => name)
const heard = (type: string) =>
  listeners
    .filter(({ on, wanted }) => on.includes(type) && !wanted)
    .map(({ name }) => name)
    .toSorted()

test.each<[string, Fault]>([
  ['before it has handed anything on', { at: 'statement', like: 'graphile_worker.add_job', do: 'kill' }],
  ['after handing on, before its COMMIT', { at: 'commit', like: 'delete from platform.outbox', do: 'kill' }],
  ['after its COMMIT', { at: 'commit', when: 'after', like: 'delete from platform.outbox', do: 'kill' }],
])('E06 a relay killed %s makes each job once', async (_, fault) => {
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  await anOrder(shop)
  await transaction(shop.ctx, (tx) =>
    publish(tx, { type: 'parcel.signed', aggregate: 'parcel', id: newId(), data: {} }),
  )

  const first = await play(stage, { scene: 'relay', given: null, faults: [fault] })
  expect(first.signal).toBe('SIGKILL')
  await play(stage, { scene: 'relay', given: null })
  await play(stage, { scene: 'relay', given: null })

  expect(await jobsOf('parcel.signed')).toEqual(heard('parcel.signed'))
  expect(await db.selectFrom('platform.outbox').select('event_id').execute()).toEqual([])
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  await sound(db)
})

test('E06 a process killed after a webhook left, before that is noted: it is sent again under the same id', async () => {
  registerHouseWebhooks()
  const ids: string[] = []
  const target = createServer((request, response) => {
    ids.push(String(request.headers['webhook-id']))
    response.writeHead(200).end()
  })
  await new Promise<void>((listening) => target.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/in`
  const webhooks = webhookSender({ privateHosts: [], mayCallItself: true })
  const ctx = {
    ...shop.ctx,
    actor: { ...lin, permissions: new Set(['orders.read']) },
    outside: { ...shop.ctx.outside, webhooks },
  }
  await createWebhook(ctx, { url, events: ['order.placed'] })
  const { order } = await anOrder(shop)
  const event = await db
    .selectFrom('platform.events')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('aggregate_id', '=', order.id)
    .where('type', '=', 'order.placed')
    .executeTakeFirstOrThrow()

  const noting: Fault = { at: 'statement', like: 'insert into "platform"."webhook_attempts"', do: 'kill' }
  const first = await play(stage, { scene: 'tell-subscribers', given: event.id, faults: [noting] })
  expect([first.signal, ids]).toEqual(['SIGKILL', [event.id]])
  await play(stage, { scene: 'tell-subscribers', given: event.id })
  expect(ids).toHaveLength(1) // the message is written down: the clock sends it when the lease is over

  await sendDue(later({ ...ctx, now: Temporal.Now.instant() }, { seconds: 61 }))
  expect(ids).toEqual([event.id, event.id])
  target.close()
  await sound(db)
})

test('E07 of two transactions that commit in the opposite order of their events neither is missed', async () => {
  await sql`delete from platform.outbox`.execute(db)
  const [early, late] = [newId(), newId()]
  const type = 'test.crossed'
  const slow = new pg.Client({ connectionString: databaseUrl })
  await slow.connect()
  const insert = (
    id: string,
  ) => `with written as (insert into platform.events (id, shop_id, type, aggregate, aggregate_id, version, actor_kind, actor_name, origin, at, data)
    values ('${id}', '${shop.ctx.shopId}', '${type}', 'test', '${newId()}', 1, 'system', 'test', 'test', now(), '{}') returning id)
    insert into platform.outbox (event_id) select id from written`
  const listener = { name: 'test.crossed', on: [type], run: async () => {} }
  const relay = startRelay(db, [listener], () => {})

  await slow.query('begin')
  await slow.query(insert(early))
  await sql.raw(insert(late)).execute(db)
  await relay.drain()
  expect(await told(type)).toEqual([late])
  await slow.query('commit')
  await relay.drain()

  expect(await told(type)).toEqual([late, early])
  await relay.stop()
  await slow.end()
  await sql`delete from graphile_worker._private_jobs`.execute(db)
})

const told = async (type: string) =>
  (
    await sql<{ id: string }>`select e.id from graphile_worker._private_jobs j
      join platform.events e on e.id::text = j.payload->>'eventId' and e.type = ${type} order by j.id`.execute(db)
  ).rows.map(({ id }) => id)
