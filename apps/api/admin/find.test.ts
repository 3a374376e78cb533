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
const [service, warehouse, goods] = [await hired('service'), await hired('warehouse'), await hired('goods')]

const find = async (browser: Browser, ...words: string[]) => {
  const query = words.map((word) => `word=${encodeURIComponent(word)}`).join('&')
  const { status, body } = await browser.call('GET', `/api/v1/admin/find?${query}`)
  expect(status).toBe(200)
  return body as { found: { kind: string; name: string; about: string; href: string }[]; missing: string[] }
}

const kindsOf = ({ found }: Awaited<ReturnType<typeof find>>) => found.map(({ kind }) => kind)

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

test('ORD-16 a customer is found by a phone of theirs or of their orders, whole or its end, and by their whole name, never by a part of it', async () => {
  const buyer = sold.order.customerId
  const own = { display_name: '王小明 Ann', phone_cipher: shop.ctx.vault.seal('+8613912349876') }
  const index = (name: string, text: string) => shop.ctx.vault.index(name, text)
  await db
    .updateTable('office.accounts')
    .set({ ...own, phone_index: index('phone', '+8613912349876'), phone_last4_index: index('phone-last4', '9876') })
    .where('id', '=', buyer)
    .execute()
  const customer = { kind: 'customer', name: '王**', about: '139****9876', href: `/customers/${buyer}` }

  for (const words of [['13800138000'], ['8000'], ['+86-139-1234-9876'], ['9876'], ['王小明', 'ann']])
    expect((await find(service, ...words)).found, words.join(' ')).toContainEqual(expect.objectContaining(customer))
  for (const words of [['王小'], ['1391234'], ['王小明'], ['SO1', '9876']])
    expect(kindsOf(await find(service, ...words)), words.join(' ')).not.toContain('customer')
  expect(kindsOf(await find(goods, '9876'))).not.toContain('customer')
})

test('ORD-16 the waybill of what comes back leads to its case', async () => {
  const returned = await aReturn(shop, { of: await aShippedOrder(shop), status: 'sent_back' })
  const { found } = await find(service, returned.returnWaybill!.toLowerCase())
  expect(found).toEqual([
    { kind: 'case', id: returned.id, name: returned.number, about: 'sent_back', href: `/returns/${returned.id}` },
  ])
})

test('ORG-05 what the caller may not read is not found', async () => {
  const { found, missing } = await find(warehouse, sold.order.number, sold.lines[0]!.sku)

  expect(found.map(({ kind }) => kind)).toEqual(['variant'])
  expect(missing).toEqual([sold.order.number])
})
