import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { demoShopper } from '#demo/shop'
import { readBackup } from '#platform/backup'
import { tellWaiting } from '#platform/events'
import { localFiles } from '#platform/files'
import { openLog } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { aBrowser, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { emptyDatabase } from '#test/database'
import { listeners, openHouse } from './house.ts'
import { openWeb } from './web.ts'

const firstRelease = join(import.meta.dirname, '..', 'test', 'data', 'upgrade', 'first-release.tar.zst')

const folder = mkdtempSync(join(tmpdir(), 'zhanggui upgrade '))
const files = localFiles(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The demo shop as the first released schema held it, brought to today's. */
async function upgraded() {
  const databaseUrl = await emptyDatabase()
  let secret: Uint8Array = Buffer.alloc(0)
  const keepSecret = (kept: Uint8Array) => {
    secret = kept
  }
  const summary = await readBackup({ from: firstRelease, databaseUrl, files, keepSecret })
  const log = openLog({ level: 'silent' })
  const outside = { ...aContext(undefined as never).outside, files }
  const house = openHouse({ databaseUrl, secret, outside, log, poolWaitMillis: 20_000 })
  const settings = { house, log, metrics: openMetrics(), publicUrl: outside.publicUrl, version: 'test' }
  const web = await openWeb({ ...settings, withPages: false })
  afterAll(async () => {
    await web.stop()
    await house.close()
  })
  return { house, web, summary }
}

test('H14 a house of the first release, with its goods, orders, books and sealed addresses, lives on in today’s schema', async () => {
  const { house, web, summary } = await upgraded()
  expect(summary).toMatchObject({ rows: 8_182, tables: 64 })

  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int8 from sales.orders) as orders, (select count(*)::int8 from goods.products) as products,
    (select sum(amount_minor)::int8 from office.ledger_transfers) as posted, (select count(*)::int8 from platform.events) as events`.execute(
    house.db,
  )
  expect(rows[0]).toEqual({ orders: 40, products: 120, posted: 109_350_768, events: 1_462 })

  const shopper = aBrowser(web.app)
  const signIn = await shopper.call('POST', '/api/v1/store/account/sign-in', {
    userName: demoShopper.userName,
    password: demoShopper.password,
  })
  expect(signIn.status).toBe(200)
  const order = await buys(shopper)
  await tellWaiting(house.systemContext((await house.shops())[0]!, 'test'), listeners)

  const owner = await staffBrowser(web.app, 'owner', demoShopper.password)
  const list = await owner.call('GET', '/api/v1/admin/orders?limit=50')
  expect(list.body.rows.map((row: { id: string }) => row.id)).toContain(order.id)
  const oldest = list.body.rows.at(-1).id
  const recipient = await owner.call('POST', `/api/v1/admin/orders/${oldest}/reveal-recipient`, { reason: '核对地址' })
  expect(recipient.body).toMatchObject({
    phone: expect.stringMatching(/^1\d{10}$/),
    street: expect.stringMatching(/号/),
  })
})

async function buys(shopper: ReturnType<typeof aBrowser>): Promise<{ id: string }> {
  const { body: found } = await shopper.call('GET', '/api/v1/store/products')
  const { body: product } = await shopper.call('GET', `/api/v1/store/products/${found.rows[0].slug}`)
  const variant = product.variants.find((each: { available: number }) => each.available > 0)
  await shopper.call('POST', '/api/v1/store/cart/lines', { variantId: variant.id, quantity: 1 })
  const { body: addresses } = await shopper.call('GET', '/api/v1/store/addresses')
  const addressId = addresses[0].id
  const { body: quote } = await shopper.call('GET', `/api/v1/store/checkout?addressId=${addressId}`)
  const wish = { cartId: quote.cartId, addressId, expectedTotal: quote.total }
  const placed = await shopper.call('POST', '/api/v1/store/orders', wish)
  if (placed.status !== 201) throw new Error(`the order was not placed: ${placed.raw}`)
  return placed.body
}
