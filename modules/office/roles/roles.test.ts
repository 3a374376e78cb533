import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { grantRoles, permissionsOf, presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()

async function aShopWithStaff(role: string) {
  const first = aContext(db)
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, first.now, { code: `shop-${newId().slice(-8)}`, name: '小店', nameEn: 'Shop' }))
  const ctx = aContext(db, { shopId })
  const accountId = newId<'Account'>()
  await db
    .insertInto('office.accounts')
    .values({ id: accountId, kind: 'staff', user_name: accountId, display_name: 'Mei', created_at: ctx.now })
    .execute()
  await transaction(ctx, presetShopRoles)
  await transaction(ctx, (tx) => grantRoles(tx, { accountId, roles: [role] }))
  return { ctx, accountId }
}

test('ORG-05 the warehouse role may pick and may not cancel orders', async () => {
  const { ctx, accountId } = await aShopWithStaff('warehouse')
  const granted = await permissionsOf(ctx, accountId)
  expect(granted.has('outbound.pick')).toBe(true)
  expect(granted.has('orders.cancel')).toBe(false)
})

test('ORG-05 a role in one shop gives nothing in another', async () => {
  const { accountId } = await aShopWithStaff('owner')
  expect((await permissionsOf(aContext(db), accountId)).size).toBe(0)
})

test('granting a role that the shop does not have is refused by its name', async () => {
  const { ctx, accountId } = await aShopWithStaff('owner')
  await expect(transaction(ctx, (tx) => grantRoles(tx, { accountId, roles: ['king'] }))).rejects.toMatchObject({
    code: 'roles.unknown',
    details: { role: 'king' },
  })
})
