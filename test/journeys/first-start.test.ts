import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '#apps/build'
import { examine } from '#insight/doctor'
import type { Headline } from '#model/sales/orders'
import { testDatabase } from '#test/database'
import { freePort } from '#test/free-port'
import { asked, ready, zhanggui } from '#test/processes'

const { db, url: databaseUrl } = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'zhanggui first start '))
const port = await freePort()
const url = `http://localhost:${port}`
let house: ChildProcess
/** What the start told whoever waited for it. */
let said = ''

beforeAll(async () => {
  await buildPages()
  house = zhanggui(['start'], { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(port) })
  said = await ready(house, 'shopper 138')
}, 300_000)
afterAll(async () => {
  await asked(house)
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const textAt = async (address: string): Promise<string> => (await fetch(address)).text()

function signIn(path: string, userName: string, password: string): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  })
}

const passwordIn = (words: string): string => /staff [a-z ]+, password (\S+)/.exec(words)![1]!

test('the first start opens a shop in both languages, in which everybody may sign in whom it names', async () => {
  const [zh, en] = await Promise.all([fetch(`${url}/`), fetch(`${url}/en/`)])
  expect([zh.status, en.status]).toEqual([200, 200])
  expect([await zh.text(), await en.text()]).toEqual([
    expect.stringContaining('<html lang="zh'),
    expect.stringContaining('<html lang="en'),
  ])
  expect((await fetch(`${url}/console`)).status).toBe(200)

  const [, names] = /staff ([a-z ]+), /.exec(said)!
  const [, phone, own] = /shopper (\d+), password (\S+)/.exec(said)!
  const staff = names!.split(' ').map((name) => signIn('/api/v1/admin/sign-in', name, passwordIn(said)))
  const answers = await Promise.all([...staff, signIn('/api/v1/store/account/sign-in', phone!, own!)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200])
})

test('every page of the demo shops that search engines are told of answers, and no product is left out', async () => {
  const maps = addressesIn(await textAt(`${url}/sitemap.xml`))
  const pages = (await Promise.all(maps.map(textAt))).flatMap(addressesIn)
  const failed: string[] = []
  const waiting = [...new Set(pages)]
  const visit = async () => {
    for (let page = waiting.pop(); page; page = waiting.pop()) {
      const answer = await fetch(page)
      await answer.arrayBuffer()
      if (answer.status !== 200) failed.push(`${answer.status} ${page}`)
    }
  }
  await Promise.all([visit(), visit(), visit(), visit()])

  expect(failed).toEqual([])
  const onSale = await db.selectFrom('goods.products').select('slug').where('status', '=', 'on_sale').execute()
  expect(onSale.length).toBeGreaterThan(120)
  const shown = new Set(pages.map((page) => page.split('/').at(-1)))
  expect(onSale.filter(({ slug }) => !shown.has(slug))).toEqual([])
})

/** The pages, or further maps, that a site map names. */
const addressesIn = (map: string): string[] => [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!)

test('nothing in the books of the demo shop contradicts anything else, and nothing has happened yet that lies ahead', async () => {
  const found = await examine(db)
  expect(found.filter(({ broken }) => broken > 0).map(({ id, violations }) => [id, violations])).toEqual([])
  expect(found.filter(({ rows }) => rows > 0).length).toBeGreaterThan(found.length / 2)
  const { rows } = await sql`select type, at from platform.events where at > now()`.execute(db)
  expect(rows).toEqual([])
})

test('four weeks of orders lie behind the demo shop, and on every desk something waits', async () => {
  const owner = await signIn('/api/v1/admin/sign-in', 'owner', passwordIn(said))
  const cookie = owner.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const ask = async <Answer>(path: string) =>
    (await (await fetch(`${url}/api/v1/admin/${path}`, { headers: { cookie } })).json()) as Answer
  const empty: string[] = []
  for (const headline of lived) {
    const { rows } = await ask<{ rows: { headline: string }[] }>(`orders?headline=${headline}&limit=5`)
    if (rows.length === 0 || rows.some((row) => row.headline !== headline)) empty.push(headline)
  }
  expect(empty).toEqual([])
})

/** What has become of orders, and what still has to, at whatever hour the shop is opened. */
const lived: readonly Headline[] = [
  'awaiting_payment',
  'in_review',
  'released',
  'shipped',
  'delivered',
  'received',
  'after_sales',
  'refunded',
  'completed',
  'cancelled',
]
