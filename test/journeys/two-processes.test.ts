import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { buildPages } from '#apps/build'
import { cookieName } from '#apps/cookies'
import { listeners, openHouse } from '#apps/house'
import { newId } from '#kernel/id'
import { requestCode, signInWithCode } from '#office/accounts'
import { prepareJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { listMessages } from '#platform/messages'
import { ownPage } from '#test/api'
import { startBalancer } from '#test/balancer'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { freePort } from '#test/free-port'
import { asked, ready, zhanggui } from '#test/processes'
import { openSmallShop, type SmallShop } from '#test/small-shop'

await buildPages()
const { db, url: databaseUrl } = await testDatabase()
const secret = 'the secret of two processes, long enough'
const folder = mkdtempSync(join(tmpdir(), 'zhanggui two '))
const ports = [await freePort(), await freePort()] as const
const running = new Map<number, ChildProcess>()
afterAll(async () => {
  await Promise.all([...running.values()].map(asked))
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const house = openHouse({
  databaseUrl,
  secret: Buffer.from(secret),
  outside: aContext(db).outside,
  log: openLog({ level: 'silent' }),
  poolWaitMillis: 20_000,
})
afterAll(() => house.close())

async function start(port: number): Promise<void> {
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, String(port)),
    FILES_URL: `file://${encodeURI(folder)}/files`,
    SECRET: secret,
    PORT: String(port),
    DRAIN_SECONDS: '2',
  }
  running.set(port, zhanggui(['start', '--no-demo'], env))
  await ready(running.get(port)!)
}

/** Every job that was done, with how often it was begun: kept by the database itself as workers throw finished jobs away. */
async function keepDoneJobs(): Promise<void> {
  await prepareJobs(databaseUrl)
  await sql`create table public.done_jobs (key text, attempts int, last_error text);
    create function public.keep_done_job() returns trigger language plpgsql as $$ begin
      insert into public.done_jobs values (old.key, old.attempts, old.last_error); return old; end $$`.execute(db)
  await sql`create trigger keep after delete on graphile_worker._private_jobs for each row execute function public.keep_done_job()`.execute(
    db,
  )
}

interface Visit {
  readonly status: number
  readonly what: string
}

/** Somebody who has signed in; returns the cookie. */
async function aVisitor(shop: SmallShop, number: number): Promise<string> {
  const phone = `1390000${String(number).padStart(4, '0')}`
  const ctx = house.contextFor({ actor: shop.owner, shopId: shop.shopId, locale: 'zh' }, 'test')
  await requestCode(ctx, { phone, purpose: 'sign_in' })
  const { rows } = await listMessages(ctx, { limit: 10 })
  const { body } = rows.find(({ recipient }) => recipient.endsWith(phone))!
  const { token } = await signInWithCode(ctx, { phone, code: /\d{6}/.exec(body)![0] })
  return `${cookieName('shop', 'http://localhost')}=${token}`
}

/** People who look around, fill their carts and change their names, one request after the other, until told to stop. */
function visit(url: string, shop: SmallShop, cookies: readonly string[]) {
  const visits: Visit[] = []
  const variantId = shop.goods.stonewareMug.variants[0]!.id
  let isOpen = true
  const call = async (cookie: string, method: string, what: string, body?: object) => {
    const headers = { ...ownPage, cookie, 'content-type': 'application/json', 'idempotency-key': newId() }
    const answer = await fetch(`${url}${what}`, { method, headers, body: body && JSON.stringify(body) })
    visits.push({ status: answer.status, what: `${method} ${what} ${await answer.text()}`.slice(0, 200) })
  }
  const people = cookies.map(async (cookie, index) => {
    for (let round = 1; isOpen; round++) {
      await call(cookie, 'GET', '/en/')
      await call(cookie, 'POST', '/api/v1/store/cart/lines', { variantId, quantity: 1 })
      await call(cookie, 'PATCH', '/api/v1/store/account', { displayName: `Ann ${index} ${round}` })
      await sleep(20)
    }
  })
  const end = async () => {
    isOpen = false
    await Promise.all(people)
  }
  return { visits, end }
}

async function until(is: () => boolean | Promise<boolean>, millis = 20_000): Promise<void> {
  for (const end = performance.now() + millis; performance.now() < end; await sleep(50)) if (await is()) return
  throw new Error(`it did not come to that within ${millis} ms: ${is}`)
}

/** Every event not yet handed on and every job not yet done, with what keeps it. */
async function waiting(): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`select 'event ' || event_id as what from platform.outbox
    union all select format('job %s: attempt %s, held by %s since %s, due %s, queue held by %s, %s', j.key, j.attempts, j.locked_by, j.locked_at, j.run_at, q.locked_by, j.last_error)
    from graphile_worker._private_jobs j left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.key like '%:%'`.execute(db)
  return rows.map(({ what }) => what)
}

/** `event:listener` for everything that anybody had to be told: no shop of ours has asked for messages. */
async function wantedJobs(): Promise<string[]> {
  const events = await db.selectFrom('platform.events').select(['id', 'type']).execute()
  return events.flatMap(({ id, type }) =>
    listeners
      .filter((listener) => listener.on.includes(type) && !listener.wanted)
      .map((listener) => `${id}:${listener.name}`),
  )
}

test('A12 two processes on one database are restarted one after the other under load: no request fails, no job runs twice, no event is lost', async () => {
  const shop = await openSmallShop(house)
  await keepDoneJobs()
  const cookies = await Promise.all([1, 2, 3, 4].map((number) => aVisitor(shop, number)))
  await Promise.all(ports.map(start))
  const balancer = await startBalancer(ports)
  afterAll(() => balancer.stop())
  await until(() => balancer.ready().length === 2)

  const load = visit(balancer.url, shop, cookies)
  for (const port of ports) {
    const before = load.visits.length
    expect(await asked(running.get(port)!)).toBe(0)
    await start(port)
    await until(() => balancer.ready().length === 2)
    expect(load.visits.length).toBeGreaterThan(before)
  }
  await load.end()

  expect(balancer.failures).toEqual([])
  expect(load.visits.filter(({ status }) => status >= 400)).toEqual([])
  await until(async () => (await waiting()).length === 0, 60_000).catch(async () => expect(await waiting()).toEqual([]))
  const wanted = await wantedJobs()
  const { rows: done } = await sql<{ key: string; attempts: number; error: string | null }>`
    select key, attempts, last_error as error from public.done_jobs where key like '%:%'`.execute(db)
  // A second attempt follows a first that failed and was rolled back; one that was cut off in the middle leaves no error.
  expect(done.filter(({ attempts, error }) => attempts !== 1 && error === null)).toEqual([])
  expect(done.map(({ key }) => key).sort()).toEqual(wanted.sort())
  expect(wanted.length).toBeGreaterThan(50)
}, 300_000)
