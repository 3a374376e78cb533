import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '#test/free-port'
import { ended, ready, zhanggui as spawnZhanggui } from '#test/processes'

const dataDir = mkdtempSync(join(tmpdir(), 'zhanggui start '))
const port = await freePort()
const started: ChildProcess[] = []
afterAll(async () => {
  for (const child of started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

function zhanggui(args: readonly string[], env: Record<string, string> = {}, input = ''): ChildProcess {
  const child = spawnZhanggui(args, { DATA_DIR: dataDir, PORT: String(port), ...env }, input)
  started.push(child)
  return child
}

const page = (path: string): Promise<Response> => fetch(`http://localhost:${port}${path}`)
const start = (env: Record<string, string> = {}) => zhanggui(['start', '--no-demo'], env)

/** Processes that work on our data folder: the database and the sandboxes. */
const workers = (): string[] =>
  readFileSync(`/proc/${started[0]!.pid}/task/${started[0]!.pid}/children`, 'utf8').trim().split(' ')

const isAlive = (pid: string): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function untilGone(pids: readonly string[]): Promise<string[]> {
  for (let waited = 0; waited < 100 && pids.some(isAlive); waited++) await sleep(100)
  return pids.filter(isAlive)
}

test('one house starts, refuses a second beside it, opens its first shop, survives a kill and stops clean', async () => {
  const first = start()
  await ready(first)
  expect(await (await page('/livez')).text()).toBe('alive')
  const closed = await page('/en/')
  expect([closed.status, await closed.text()]).toEqual([404, expect.stringContaining('zhanggui open-shop')])

  const [samePort, sameFolder] = await Promise.all([
    ended(start({ DATA_DIR: join(dataDir, 'another') })),
    ended(start({ PORT: String(await freePort()) })),
  ])
  expect(samePort).toMatchObject({
    code: 1,
    said: expect.stringContaining(`port ${port} is taken by process ${first.pid}`),
  })
  expect(sameFolder).toMatchObject({ code: 1, said: expect.stringContaining(`is in use by process ${first.pid}`) })

  const wish = [
    '--code',
    'first',
    '--name',
    '头一家',
    '--name-en',
    'The First',
    '--owner',
    'shenyan',
    '--password-stdin',
  ]
  const opened = await ended(zhanggui(['open-shop', ...wish], {}, 'a-long-password\n'))
  expect(opened).toEqual({ code: 0, said: expect.stringContaining('“The First” is open; shenyan may sign in') })
  expect((await page('/en/')).status).toBe(200)
  const signIn = await fetch(`http://localhost:${port}/api/v1/admin/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'shenyan', password: 'a-long-password' }),
  })
  expect(signIn.status).toBe(200)

  const below = workers()
  expect(below.length).toBeGreaterThanOrEqual(3)
  first.kill('SIGKILL')
  expect(await untilGone(below)).toEqual([])

  const next = start()
  expect(await ready(next)).not.toContain('open-shop')
  next.kill('SIGTERM')
  expect(await once(next, 'exit')).toEqual([0, null])
}, 120_000)

test('what cannot be understood ends with 2 and says what would be', async () => {
  const asked = [
    ['nonsense'],
    ['start', '--loud'],
    ['import', 'products'],
    ['demo', '--orders', 'many'],
    ['open-shop', '--code', 'first'],
  ]
  const answers = await Promise.all(asked.map((args) => ended(zhanggui(args))))
  expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2])
  expect(answers[0]!.said).toContain('there is no command “nonsense”')
  expect(await ended(zhanggui(['--help'], { LANG: 'zh_CN.UTF-8' }))).toEqual({
    code: 0,
    said: expect.stringContaining('用法'),
  })
}, 60_000)

test('a malformed setting stops the start with its name; an import without its file says so', async () => {
  const [setting, file] = await Promise.all([
    ended(start({ PORT: 'http' })),
    ended(zhanggui(['import', 'products', 'nowhere.csv'])),
  ])
  expect(setting).toMatchObject({
    code: 1,
    said: expect.stringContaining('PORT: must be a whole number from 1 to 65535'),
  })
  expect(file).toMatchObject({ code: 1, said: expect.stringContaining('there is no file nowhere.csv') })
}, 60_000)
