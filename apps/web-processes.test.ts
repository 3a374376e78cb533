import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { buildPages } from '#apps/build'
import { testDatabase } from '#test/database'
import { freePort } from '#test/free-port'
import { asked, ready, zhanggui } from '#test/processes'

await buildPages()
const { url: databaseUrl } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhanggui several '))
const port = await freePort()
const house = zhanggui(['start', '--no-demo'], {
  DATABASE_URL: databaseUrl,
  DATA_DIR: folder,
  PORT: String(port),
  LOG_LEVEL: 'info',
  WEB_PROCESSES: '2',
  DRAIN_SECONDS: '3',
})
afterAll(async () => {
  await asked(house)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

interface Line {
  readonly pid: number
  readonly route?: string
}

/** The lines that all processes have logged. */
const lines: Line[] = []
let rest = ''
house.stdout!.on('data', (piece: string) => {
  const said = `${rest}${piece}`.split('\n')
  rest = said.pop()!
  lines.push(...said.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line))
})

interface Answer {
  readonly status: number | undefined
  readonly body: string
}

/** Each on a connection of its own, because the system hands out connections. */
const call = (path: string): Promise<Answer> =>
  new Promise((answered, failed) => {
    const take = async (answer: IncomingMessage) => answered({ status: answer.statusCode, body: await text(answer) })
    get({ host: '127.0.0.1', port, path, agent: false }, take).once('error', failed)
  })
const calls = (path: string, count: number) => Promise.all(Array.from({ length: count }, () => call(path)))
const statusesOf = (answers: readonly Answer[]) => [...new Set(answers.map(({ status }) => status))]

/** Which processes answer now. */
async function answering(): Promise<number[]> {
  const from = lines.length
  const answers = () => lines.slice(from).filter(({ route }) => route === '/livez')
  await calls('/livez', 40)
  await expect.poll(() => answers().length).toBe(40)
  return [...new Set(answers().map(({ pid }) => pid))].toSorted()
}

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('two processes serve one port, count together, take over from one that is killed, and end together', async () => {
  await ready(house)
  const [one, other] = await answering()
  expect([one, other]).toContain(house.pid)
  const beside = one === house.pid ? other! : one!
  const counted = /^zhanggui_request_seconds_count\{method="GET",route="\/livez",status="200"\} 40$/m
  for (const { body } of await calls('/metrics', 6)) expect(body).toMatch(counted)

  process.kill(beside, 'SIGKILL')
  await expect.poll(() => existsSync(`/proc/${beside}`)).toBe(false) // a zombie's other threads may still hold the port
  expect(statusesOf(await calls('/livez', 20))).toEqual([200])
  await expect.poll(answering, { timeout: 20_000 }).toHaveLength(2)
  const [next] = (await answering()).filter((pid) => pid !== house.pid)
  expect(next).not.toBe(beside)

  const ended = asked(house)
  await sleep(200)
  expect(statusesOf(await calls('/livez', 20))).toEqual([200])
  expect(statusesOf(await calls('/readyz', 20))).toEqual([503])
  expect(await ended).toBe(0)
  expect(isAlive(next!)).toBe(false)
}, 120_000)
