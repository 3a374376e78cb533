import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openNotices } from '#office/notices'
import type { Database } from '#platform/database'
import { paymentsOf, receiveNotice } from '#sales/payments'
import { aBuyer, anOrder, aProduct, aSellingShop, asProvider, placeAnother, type SellingShop } from '#test/orders'
import { copyOf, untilTrue } from './support/copied.ts'
import { type Crashable, crashable, untilWell } from './support/crashable.ts'
import { type FaultProxy, openProxy } from './support/proxy.ts'
import { sound } from './support/sound.ts'

interface Pair {
  readonly db: Database
  /** From the first server to the one that follows it. */
  readonly line: FaultProxy
  /** The first server dies for good and the other one leads: whoever asked the first asks it from now on. */
  failOver(): Promise<void>
}

/** A server with a standby that follows it. */
async function aPair(): Promise<Pair> {
  const server = await crashable({ settings: ['wal_level=replica', 'wal_keep_size=512MB'] })
  const db = server.open()
  const copy = await copyOf(server, db)
  const line = await openProxy(server.proxy.target)
  const leading = copy.follow([`primary_conninfo=${lineTo(server, line)}`])
  await untilTrue(db, sql`select count(*) = 1 as ok from pg_stat_replication where state = 'streaming'`)
  return {
    db,
    line,
    async failOver() {
      server.proxy.mode = 'refuse'
      server.proxy.cut()
      await server.crash('kill')
      await copy.promote()
      server.proxy.target = Number(new URL((await leading).url).port)
      server.proxy.mode = 'pass'
    },
  }
}

function lineTo({ url }: Crashable, { port }: FaultProxy): string {
  const { username, password } = new URL(url)
  return `host=127.0.0.1 port=${port} user=${username} password=${decodeURIComponent(password)} application_name=second`
}

/** No commit is acknowledged from now on before the standby has it. */
async function mustConfirm(db: Database): Promise<void> {
  await sql`alter system set synchronous_standby_names = 'second'`.execute(db)
  await sql`select pg_reload_conf()`.execute(db)
  await untilTrue(db, sql`select count(*) = 1 as ok from pg_stat_replication where sync_state = 'sync'`)
}

/** Four who order, one after the other, until they are told to stop. */
async function traffic(shop: SellingShop) {
  const tea = await aProduct(shop, { onHand: 9_999 })
  const acknowledged: string[] = []
  let isOpen = true
  const everybody = Array.from({ length: 4 }, async () => {
    const buyer = await aBuyer(shop, [{ of: tea }])
    while (isOpen)
      await placeAnother(buyer, tea).then(
        (id) => acknowledged.push(id),
        () => sleep(10), // refused at once, it would leave nobody else a turn
      )
  })
  return {
    acknowledged,
    async stop() {
      isOpen = false
      await Promise.all(everybody)
    },
  }
}

const ordersIn = async (db: Database): Promise<ReadonlySet<string>> =>
  new Set((await db.selectFrom('sales.orders').select('id').execute()).map(({ id }) => id))

test('D07 where a standby must confirm, the first server dies under traffic: no acknowledged order is lost, and orders are taken again within 30 s', async () => {
  const { db, failOver } = await aPair()
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  await mustConfirm(db)
  const { acknowledged, stop } = await traffic(shop)
  const more = (than: number) => async () => expect(acknowledged.length).toBeGreaterThan(than + 20)
  const millis = await untilWell(more(0))
    .then(failOver)
    .then(() => untilWell(more(acknowledged.length), 60_000))
    .finally(stop)

  const there = await ordersIn(db)
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
  expect(millis).toBeLessThan(30_000)
  await sound(db)
}, 120_000)

test('D07 where it need not, what is lost is what was acknowledged after its last word, and staff are shown each payment of it when the provider speaks of it', async () => {
  const { db, line, failOver } = await aPair()
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  const paid = async () => (await anOrder(shop, { status: 'paid' })).order
  const known = [await paid(), await paid()]
  await untilTrue(db, sql`select replay_lsn >= pg_current_wal_lsn() as ok from pg_stat_replication`)
  line.mode = 'refuse'
  line.cut()
  const unheard = [await paid(), await paid(), await paid()]
  const payments = await Promise.all([...known, ...unheard].map(async ({ id }) => (await paymentsOf(shop.ctx, id))[0]!))

  await failOver()
  await untilWell(() => paid())

  const there = await ordersIn(db)
  expect(known.filter(({ id }) => !there.has(id))).toEqual([])
  expect(unheard.filter(({ id }) => there.has(id))).toEqual([])
  for (const { number } of payments) await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))
  await shop.tell()
  const orphans = (await openNotices(shop.ctx, new Set(['payments.read']))).filter(
    ({ kind }) => kind === 'payment.orphan',
  )
  expect(orphans.map(({ data }) => data.number).toSorted()).toEqual(
    payments
      .slice(known.length)
      .map(({ number }) => number)
      .toSorted(),
  )
  await sound(db)
}, 120_000)
