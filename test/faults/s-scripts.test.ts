import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { requestImport, uploadSheet } from '#platform/imports'
import { openBrowser } from '#test/chromium'
import { aProduct } from '#test/goods'
import { aCustomer, anOrderOf, aPaidOrderOf, deliver } from '#test/house-orders'
import { anAddress } from '#test/people'
import { aSessionOf } from '#test/real-callers'
import { runningHouse } from '#test/running-house'
import { pages } from '../../apps/storefront/pages.ts'

const word = 'c4n4ry'
const act = 'document.documentElement.dataset.fired=1'
/** What would show itself as an element, or act, wherever it is not written as text. */
const canary = `${word}<b data-canary>b</b><script>${act}</script>"'><img data-canary src=x onerror="${act}"><a data-canary href="javascript:${act}">a</a>`

/** Columns of text that people write and others read. Descriptions are cleaned on their way in, so they came in by their own door. */
const writtenByPeople =
  /(^|_)(name|title|note|memo|reason|text|label|alt|comment|question|answer|remark|specification|street|introduction|subject|said|message|recipient|contact|wish|number|cause)(_|$)/
/** Names that programs go by. */
const untouched = new Set([
  'user_name',
  'task_identifier',
  'job_name',
  'queue_name',
  'event_name',
  'order_number',
  'number',
])

const house = await runningHouse()
const { db } = house.house
const customer = await aCustomer(house, '13900000019')
await anAddress(customer, {
  name: '安<b data-canary>',
  street: `文三路 90 号 ${canary}`.slice(0, 120),
  phone: '13900000019',
})
const { celadonCup, stonewareMug } = house.shop.goods
const order = await aPaidOrderOf(house, customer, { of: celadonCup.variants[0]! })
await deliver(house, order.id)
const unpaid = await anOrderOf(customer, { of: stonewareMug.variants[0]! })
const file = await uploadSheet(house.ctx, { name: `${canary.slice(0, 90)}.csv`, bytes: Buffer.from('SKU,价格\nX,1\n') })
await requestImport(house.ctx, { kind: 'prices', fileId: file, dryRun: true })
const slug = `hostile-${newId().slice(-6)}`
await aHostileProduct()
await house.settled()
const written = await writeEverywhere()

const browser = await openBrowser()
afterAll(() => browser.close())

/** A story and a name that bring scripts along, through the door that staff use. */
async function aHostileProduct(): Promise<void> {
  const { category_id } = await db.selectFrom('goods.products').select('category_id').executeTakeFirstOrThrow()
  const text = {
    name: `杯 ${word}<b data-canary>`,
    description: `<p>${canary}</p>`,
    sellingPoints: [canary.slice(0, 60)],
    optionNames: [],
  }
  await aProduct(house.ctx, { slug, categoryId: category_id as never, texts: { zh: text, en: text } })
}

/** Adds the canary to every text of every row that takes it; how many columns did. */
async function writeEverywhere(): Promise<number> {
  const { rows } = await sql<{ place: string; column: string; type: string }>`
    select format('%I.%I', c.table_schema, c.table_name) as place, c.column_name as "column", c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.data_type in ('text', 'ARRAY')
      and c.table_schema in ('goods', 'supply', 'sales', 'care', 'office', 'platform')`.execute(db)
  let count = 0
  for (const { place, column, type } of rows.filter(
    (one) => writtenByPeople.test(one.column) && !untouched.has(one.column),
  )) {
    const value =
      type === 'text' ? sql`${sql.ref(column)} || ${canary}` : sql`array_append(${sql.ref(column)}, ${canary})`
    const changed = await sql`update ${sql.raw(place)} set ${sql.ref(column)} = ${value}`.execute(db).then(
      ({ numAffectedRows }) => Number(numAffectedRows),
      () => 0, // numbers, keys and logs do not take it
    )
    if (changed > 0) count += 1
  }
  return count
}

const pathTo = (path: string): string =>
  path
    .replace('/orders/:id', `/orders/${path.endsWith('/pay') ? unpaid.id : order.id}`)
    .replace('/orders/$id', `/orders/${order.id}`)
    .replace(':slug', path.startsWith('/c/') ? 'cups' : slug)

/** What of the canary came to life on a page, and whether it was to be read there. */
async function look(context: BrowserContext, path: string) {
  const page = await context.newPage()
  try {
    await page.goto(`${house.url}${path}`)
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
    return await page.evaluate((mark) => {
      const root = document.documentElement
      const alive = document.querySelectorAll('[data-canary], [onerror], a[href^="javascript:"]').length
      return { alive, fired: root.dataset.fired === '1', read: root.textContent?.includes(mark) === true }
    }, word)
  } finally {
    await page.close()
  }
}

async function crawl(context: BrowserContext, paths: readonly string[]) {
  const broken: string[] = []
  let read = 0
  for (const path of paths) {
    const seen = await look(context, path)
    if (seen.alive > 0 || seen.fired) broken.push(`${path}: ${seen.alive} elements${seen.fired ? ', and it ran' : ''}`)
    if (seen.read) read += 1
  }
  return { broken, read }
}

/** Every page of the console, read from the table that makes its menu. */
const consolePaths = [
  ...readFileSync(fileURLToPath(new URL('../../apps/console/src/pages.ts', import.meta.url)), 'utf8').matchAll(
    /page\(\s*'(\/[^']*)'/g,
  ),
].map(([, path]) => path!)

async function signedIn(cookie: 'zg_shop' | 'zg_staff', id: string): Promise<BrowserContext> {
  const kind = cookie === 'zg_staff' ? 'staff' : 'shopper'
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await context.addCookies([{ name: cookie, value: await aSessionOf(db, { id, kind }), url: house.url }])
  return context
}

test('S19 a script in every text that people can write comes to life on no page of the storefront', async () => {
  const shopper = await signedIn('zg_shop', customer.actor.id)
  const own = pages.map(({ path }) => pathTo(path)).filter((path) => !path.includes(':'))
  const found = await crawl(shopper, [
    ...own,
    `/products/${slug}`,
    '/products/celadon-cup',
    '/c/cups',
    '/en',
    '/en/orders',
    `/search?q=${encodeURIComponent(canary)}`,
  ])
  expect(written).toBeGreaterThan(30)
  expect(found.broken).toEqual([])
  expect(found.read).toBeGreaterThan(5)
}, 300_000)

test('S19 nor on any page of the console or the handheld', async () => {
  const owner = await signedIn('zg_staff', house.shop.owner.id!)
  const paths = consolePaths.map(pathTo).filter((path) => !path.includes('$'))
  const products = [celadonCup.id].map((id) => `/products/${id}`)
  const found = await crawl(
    owner,
    [...paths, ...products].map((path) => `/console${path}`),
  )
  expect(paths.length).toBeGreaterThan(40)
  expect(found.broken).toEqual([])
  expect(found.read).toBeGreaterThan(5)
}, 600_000)
