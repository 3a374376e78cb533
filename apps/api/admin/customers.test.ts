import { expect, test } from 'vitest'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { transaction } from '#platform/database'
import { keepContact } from '#sales/desk'
import { anApi, type Browser, staffBrowser } from '#test/api'
import { aCaringShop, aReturn, aShippedOrder } from '#test/cases'
import { testDatabase } from '#test/database'
import { staffRoutes } from './accounts.ts'
import { staffCaseRoutes } from './cases.ts'
import { customerRoutes } from './customers.ts'
import { messageRoutes } from './messages.ts'
import { staffOrderRoutes } from './orders.ts'

const { db } = await testDatabase()
const shop = await aCaringShop(db, { now: Temporal.Now.instant() })
const routes = [customerRoutes, staffRoutes, staffOrderRoutes, staffCaseRoutes, messageRoutes]
await db.updateTable('office.shops').set({ is_default: true }).where('id', '=', shop.ctx.shopId).execute()
const server = await anApi(db, { routes })
await transaction(shop.ctx, presetShopRoles)
const hired = async (role: string): Promise<Browser> => {
  await transaction(shop.ctx, (tx) =>
    createStaff(tx, { userName: role, displayName: role, password: 'tea-in-the-morning', roles: [role] }),
  )
  return staffBrowser(server, role, 'tea-in-the-morning')
}
const [service, ops, warehouse] = [await hired('service'), await hired('ops'), await hired('warehouse')]

const sold = await aShippedOrder(shop)
const { customerId, id: orderId, number } = sold.order
const of = `/api/v1/admin/customers/${customerId}`
const secrets = { name: '王小明', phone: '+8613912349876', email: 'ann@example.com' }
await db
  .updateTable('office.accounts')
  .set({ display_name: secrets.name, phone_cipher: shop.ctx.vault.seal(secrets.phone) })
  .where('id', '=', customerId)
  .execute()
await db
  .updateTable('sales.customers')
  .set({ email_cipher: shop.ctx.vault.seal(secrets.email) })
  .where('id', '=', customerId)
  .execute()

test('SEC-04 a customer is shown with what they bought, and nothing that says who they are unmasked', async () => {
  const { status, body } = await ops.call('GET', of)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    name: '王**',
    phone: '139****9876',
    email: 'a***@example.com',
    wantsNews: false,
    buying: {
      orders: 1,
      paid: sold.order.total,
      refunded: { minor: 0 },
      recipients: [{ orderId, orderNumber: number, recipient: { phone: '138****8000', street: '****' } }],
    },
  })
  expect(JSON.stringify(body)).not.toMatch(/王小明|12349876|ann@|00138000|文三路/)
})

test('SEC-04 SEC-09 who sees a customer in full says why, and that stays in the audit trail', async () => {
  expect((await service.call('POST', `${of}/reveal`, { reason: '查件' })).status).toBe(422)
  expect((await ops.call('POST', `${of}/reveal`, { reason: '核对会员' })).status).toBe(403)
  const { status, body } = await service.call('POST', `${of}/reveal`, { reason: '买家来电核对' })
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ id: customerId, ...secrets, phone: '13912349876', addresses: [] }),
  ])

  const reads = await db.selectFrom('platform.personal_reads').select(['subject', 'subject_id', 'reason']).execute()
  expect(reads).toEqual([{ subject: 'customer', subject_id: customerId, reason: '买家来电核对' }])
  const told = db.selectFrom('platform.events').select('actor_name').where('type', '=', 'customer.revealed')
  expect(await told.execute()).toEqual([{ actor_name: 'service' }])
})

test('ORG-05 each part of a customer is for whoever has the right to it, and belongs to the shop that served them', async () => {
  const returned = await aReturn(shop, { of: sold })
  await keepContact(shop.ctx, { orderId, way: 'call', outcome: 'reached', note: '说好周五送' })
  const rowsOf = async (path: string) => (await service.call('GET', path)).body.rows
  expect(await rowsOf(`/api/v1/admin/orders?customerId=${customerId}`)).toMatchObject([{ number }])
  expect(await rowsOf(`/api/v1/admin/cases?customerId=${customerId}`)).toMatchObject([{ number: returned.number }])
  expect(await rowsOf(`${of}/contacts`)).toMatchObject([{ note: '说好周五送', orderId, orderNumber: number }])
  expect(await rowsOf(`/api/v1/admin/messages?accountId=${customerId}`)).not.toEqual([])
  const another = await aShippedOrder(shop)
  expect(await rowsOf(`/api/v1/admin/customers/${another.order.customerId}/contacts`)).toEqual([])

  expect((await warehouse.call('GET', of)).status).toBe(403)
  const { order: strangers } = await aShippedOrder(await strangersShop())
  const theirs = `/api/v1/admin/customers/${strangers.customerId}`
  expect((await service.call('GET', theirs)).body).toMatchObject({ code: 'customers.not_found' })
  expect((await service.call('POST', `${theirs}/reveal`, { reason: '买家来电核对' })).status).toBe(404)
})

const strangersShop = () => aCaringShop(db)
