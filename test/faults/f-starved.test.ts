import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { buildPages } from '#apps/build'
import { openHouse } from '#apps/house'
import { openLog } from '#platform/log'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { freePort } from '#test/free-port'
import { asked, ready, zhanggui } from '#test/processes'
import { openSmallShop } from '#test/small-shop'
import { sound } from './support/sound.ts'

await buildPages()
const { db, url: databaseUrl } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-starved-'))
const port = await freePort()
const secret = 'the secret of a house that has too little'
const house = openHouse({
  databaseUrl,
  secret: Buffer.from(secret),
  outside: aContext(db).outside,
  log: openLog({ level: 'silent' }),
  poolWaitMillis: 20_000,
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
await openSmallShop(house)

/** SIGUSR2 lets it take memory until there is none. */
const glutton =
  'process.on("SIGUSR2", () => { const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length)) })'

function aHouse(): ChildProcess {
  const running = zhanggui(['start', '--no-demo'], {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    SECRET: secret,
    PORT: String(port),
    LOG_LEVEL: 'info',
    PAGE_CACHE_SECONDS: '0',
    NODE_OPTIONS: `--max-old-space-size=256 --import data:text/javascript,${encodeURIComponent(glutton)}`,
  })
  onTestFinished(async () => void (await asked(running)))
  return running
}

/** The status of an answer; undefined when nobody listens. */
const visit = (path = '/en/'): Promise<number | undefined> =>
  fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) }).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    },
    () => undefined,
  )

test('F16 who asks while the process starts finds nobody or is served: 0 answers of 5xx', async () => {
  let isOpen = true
  const answers: (number | undefined)[] = []
  const crowd = Array.from({ length: 20 }, async () => {
    for (; isOpen; await sleep(20)) answers.push(await visit())
  })
  const child = aHouse()
  await ready(child)
  await sleep(1_000)
  isOpen = false
  await Promise.all(crowd)
  await asked(child)

  expect(new Set(answers.filter((status) => status !== undefined))).toEqual(new Set([200]))
}, 60_000)

test('F13 a process without free file descriptors lives, and serves again as soon as there are some', async () => {
  const child = aHouse()
  await ready(child)
  expect(await visit()).toBe(200)
  const used = readdirSync(`/proc/${child.pid}/fd`).length
  execFileSync('prlimit', ['--pid', String(child.pid), `--nofile=${used + 20}`])
  const sockets = Array.from({ length: 200 }, (): Socket => connect(port, '127.0.0.1').on('error', () => {}))
  await sleep(1_000)
  expect(child.exitCode).toBeNull()
  for (const socket of sockets) socket.destroy()
  await sleep(500)
  expect(await visit()).toBe(200)
  await asked(child)
}, 60_000)

test('F18 a process whose log nobody reads goes on answering, and says how many lines were lost', async () => {
  const child = aHouse()
  await ready(child)
  child.stdout!.pause()
  const visits = () => Promise.all(Array.from({ length: 5 }, () => visit('/api/v1/store/nothing')))
  for (let round = 0; round < 1_000; round++) expect(await visits()).not.toContain(undefined)
  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(Number(figures.match(/^zhanggui_log_lines_dropped (\d+)$/m)?.[1])).toBeGreaterThan(0)
  expect(await visit()).toBe(200)
  expect(await asked(child)).toBe(0)
}, 150_000)

test('F12 a process whose heap is full ends, and the next one finds 0 broken checks', async () => {
  const child = aHouse()
  await ready(child)
  const exited = once(child, 'exit')
  child.kill('SIGUSR2')
  await exited
  const next = aHouse()
  await ready(next)

  expect(await visit()).toBe(200)
  await sound(db)
}, 60_000)
