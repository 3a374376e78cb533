import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { buildPages } from '#apps/build'
import { cookieName } from '#apps/cookies'
import { openHouse } from '#apps/house'
import { requestCode, signInWithCode } from '#office/accounts'
import { prepareJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { listMessages } from '#platform/messages'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { freePort } from '#test/free-port'
import { asked, ready, zhanggui } from '#test/processes'
import { openSmallShop, type SmallShop } from '#test/small-shop'
import { untilWell } from './support/crashable.ts'
import { openProxy, through } from './support/proxy.ts'
import { sound } from './support/sound.ts'

await buildPages()
const { db, url: databaseUrl } = await testDatabase()
const proxy = await openProxy(Number(new URL(databaseUrl).port))
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-away-'))
const port = await freePort()
/** What signals do in the house: SIGUSR2 lets a timer throw, SIGWINCH rejects a promise that nobody awaits. */
const trap = `process.on("SIGUSR2", () => setTimeout(() => { throw new Error("nobody catches this") }))
process.on("SIGWINCH", () => void Promise.reject(new Error("nobody awaits this")))`
const secret = 'the secret of a house without database'
const house = openHouse({
  databaseUrl,
  secret: Buffer.from(secret),
  outside: aContext(db).outside,
  log: openLog({ level: 'silent' }),
  poolWaitMillis: 20_000,
})
afterAll(() => house.close())
await prepareJobs(databaseUrl)
const cookie = await aVisitor(await openSmallShop(house))
const child = await started()

/** Somebody who has signed in; returns the cookie. */
async function aVisitor(shop: SmallShop): Promise<string> {
  const phone = '13900000071'
  const ctx = house.contextFor({ actor: shop.owner, shopId: shop.shopId, locale: 'zh' }, 'test')
  await requestCode(ctx, { phone, purpose: 'sign_in' })
  const { rows } = await listMessages(ctx, { limit: 10 })
  const { token } = await signInWithCode(ctx, { phone, code: /\d{6}/.exec(rows[0]!.body)![0] })
  return `${cookieName('shop', 'http://localhost')}=${token}`
}

/** A house in a process of its own whose database is behind the proxy. */
async function started(): Promise<ChildProcess> {
  const running = zhanggui(['start', '--no-demo'], {
    DATABASE_URL: through(proxy, databaseUrl),
    DATA_DIR: folder,
    SECRET: secret,
    PORT: String(port),
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(trap)}`,
  })
  afterAll(async () => {
    await asked(running)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  await ready(running)
  return running
}

interface Visit {
  readonly status: number
  readonly millis: number
  readonly retryAfter: number
}

async function visit(path: string): Promise<Visit> {
  const began = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { cookie },
    signal: AbortSignal.timeout(20_000),
  })
  await answer.arrayBuffer()
  return {
    status: answer.status,
    millis: performance.now() - began,
    retryAfter: Number(answer.headers.get('retry-after')),
  }
}

const ownAccount = '/api/v1/store/account'

/** Ten who look at their account for so many seconds, each as often as its pauses let it: twenty times a second together unless said. */
async function visitFor(seconds: number, pauseMillis = 500): Promise<Visit[]> {
  const visits: Visit[] = []
  const end = performance.now() + seconds * 1_000
  const visitor = async () => {
    for (; performance.now() < end; await sleep(pauseMillis)) visits.push(await visit(ownAccount))
  }
  await Promise.all(Array.from({ length: 10 }, visitor))
  return visits.toSorted((a, b) => a.millis - b.millis)
}

test('D05 while the database is away the house lives, says that it is not ready, refuses with 503 and a jittered Retry-After, and is back 5 s after it', async () => {
  expect(await visit(ownAccount)).toMatchObject({ status: 200 })
  proxy.mode = 'refuse'
  proxy.cut()
  const before = proxy.connections
  const [visits, live, isReady] = await Promise.all([visitFor(10), visit('/livez'), visit('/readyz')])
  const connections = proxy.connections - before
  proxy.mode = 'pass'
  const back = await untilWell(async () => expect(await visit(ownAccount)).toMatchObject({ status: 200 }))

  expect({ live: live.status, ready: isReady.status }).toEqual({ live: 200, ready: 503 })
  expect(new Set(visits.map(({ status }) => status))).toEqual(new Set([503]))
  expect(new Set(visits.map(({ retryAfter }) => retryAfter))).toEqual(new Set([1, 2, 3, 4, 5]))
  expect(visits.at(Math.floor(visits.length * 0.95))!.millis).toBeLessThan(500)
  expect(connections / 10).toBeLessThan(40)
  expect(back).toBeLessThan(5_000)
  expect((await visit('/readyz')).status).toBe(200)
})

test('A16 D04 connections that the database ends at random, a fifth of them each second, cost at most one read in a hundred, and the house lives', async () => {
  let isOpen = true
  const ending = (async () => {
    for (; isOpen; await sleep(100))
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name like 'zhanggui%' and datname = current_database() and pid <> pg_backend_pid() and random() < 0.02`.execute(
        db,
      )
  })()
  const visits = await visitFor(10, 50) // so many that one unlucky read is not one in a hundred
  isOpen = false
  await ending

  expect(visits.length).toBeGreaterThan(100)
  expect(visits.filter(({ status }) => status !== 200).length).toBeLessThanOrEqual(visits.length / 100)
  expect(child.exitCode).toBeNull()
  await sound(db)
})

test('D05 a database that takes every word and says nothing is given up after 10 s: callers get 503, and all is well 5 s after it speaks again', async () => {
  expect(await visit(ownAccount)).toMatchObject({ status: 200 })
  proxy.mode = 'swallow'
  const visits = await Promise.all(Array.from({ length: 40 }, () => visit(ownAccount)))
  const later = await visit(ownAccount)
  proxy.mode = 'pass'
  proxy.cut()
  const back = await untilWell(async () => expect(await visit(ownAccount)).toMatchObject({ status: 200 }))

  expect(new Set([...visits, later].map(({ status }) => status))).toEqual(new Set([503]))
  expect(Math.max(...visits.map(({ millis }) => millis))).toBeLessThan(15_000)
  expect(back).toBeLessThan(5_000)
})

test('A15 people who leave while their page is made end no process', async () => {
  for (let round = 0; round < 100; round++)
    await fetch(`http://127.0.0.1:${port}/en/`, { signal: AbortSignal.timeout(round % 25) })
      .then((answer) => answer.body?.cancel())
      .catch(() => {})
  await sleep(500)
  expect(child.exitCode).toBeNull()
  expect((await visit('/en/')).status).toBe(200)
})

test('A15 an exception that nobody catches ends the process within 5 s, so that it is started again instead of living on in doubt', async () => {
  const exited = once(child, 'exit')
  const began = performance.now()
  expect(child.exitCode).toBeNull()
  child.kill('SIGUSR2')
  const [code] = await exited

  expect(code).not.toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('A15 so does a rejected promise that nobody awaits, whatever the pages’ builder thinks of it', async () => {
  const next = await started()
  expect((await visit('/en/')).status).toBe(200)
  const exited = once(next, 'exit')
  const began = performance.now()
  next.kill('SIGWINCH')
  const [code] = await exited

  expect(code).not.toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
})
