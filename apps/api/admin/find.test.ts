import { expect, test } from 'vitest'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { transaction } from '#platform/database'
import { parcelsOf } from '#supply/shipping'
import { anApi, type Browser, staffBrowser } from '#test/api'
import { aCaringShop, aReturn, aShippedOrder } from '#test/cases'
import { testDatabase } from '#test/database'
import { staffRoutes } from './accounts.ts'
import { findRoutes } from './find.ts'

const { db } = await testDatabase()
const shop = await aCaringShop(db, { now: Temporal.Now.instant() })
await db.updateTable('office.shops').set({ is_default: true }).where('id', '=', shop.ctx.shopId).execute()
const server = await anApi(db, { routes: [findRoutes, staffRoutes] })
await transaction(shop.ctx, presetShopRoles)
const hired = async (role: string): Promise<Browser> => {
  await transaction(shop.ctx, (tx) =>
    createStaff(tx, { userName: role, displayName: role, password: 'tea-in-the-morning', roles: [role] }),
  )
  return staffBrowser(server, role, 'tea-in-the-morning')
}
const [service, warehouse] = [await hired('service'), await hired('warehouse')]

const find = async (browser: Browser, ...words: string[]) => {
  const query = words.map((word) => `word=${encodeURIComponent(word)}`).join('&')
  const { status, body } = await browser.call('GET', `/api/v1/admin/find?${query}`)
  expect(status).toBe(200)
  return body as { found: { kind: string; name: string; about: string; href: string }[]; missing: string[] }
}

const sold = await aShippedOrder(shop)
const [parcel] = await parcelsOf(shop.ctx, sold.order.id)
const order = { kind: 'order', name: sold.order.number, href: `/orders/${sold.order.id}` }

test('ORD-16 whatever has a number is found by it, several pasted at once, and what is not found is named', async () => {
  const returned = await aReturn(shop, { of: sold })
  const { found, missing } = await find(
    service,
    sold.order.number.toLowerCase(),
    returned.number,
    parcel!.waybillNumber!,
    sold.lines[0]!.sku,
    'SO0',
  )

  expect(found).toHaveLength(4)
  expect(found).toContainEqual(expect.objectContaining(order))
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'parcel', name: parcel!.waybillNumber, about: parcel!.status, href: order.href }),
  )
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'case', name: returned.number, href: `/returns/${returned.id}` }),
  )
  expect(found).toContainEqual(expect.objectContaining({ kind: 'variant', name: sold.lines[0]!.sku }))
  expect(missing).toEqual(['SO0'])
})

test('ORD-16 one word alone may be a phone number, the end of one, or the beginning of a SKU code', async () => {
  const phone = '13800138000'
  expect((await find(service, phone)).found).toContainEqual(expect.objectContaining(order))
  expect((await find(service, phone.slice(-4))).found).toContainEqual(expect.objectContaining(order))
  const { sku, productId } = sold.lines[0]!
  expect((await find(service, sku.slice(0, -1))).found).toContainEqual(
    expect.objectContaining({ kind: 'product', href: `/products/${productId}` }),
  )
})

test('ORG-05 what the caller may not read is not found', async () => {
  const { found, missing } = await find(warehouse, sold.order.number, sold.lines[0]!.sku)

  expect(found.map(({ kind }) => kind)).toEqual(['variant'])
  expect(missing).toEqual([sold.order.number])
})
