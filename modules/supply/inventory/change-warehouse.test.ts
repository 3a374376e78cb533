import { expect, test } from 'vitest'
import { historyOf } from '#platform/events'
import { testDatabase } from '#test/database'
import { aProduct, aSellingShop } from '#test/orders'
import { availabilityOf, changeWarehouse, openWarehouse, warehouses } from './index.ts'

const { db } = await testDatabase()
const place = {
  name: '昆山仓',
  nameEn: 'Kunshan',
  contactName: '小周',
  contactPhone: '13700000000',
  districtCode: '320583',
  street: '仓储路 8 号',
  priority: 20,
  provinces: ['32'],
}

test('a warehouse gets another name, place and sender, and the log keeps both', async () => {
  const { ctx } = await aSellingShop(db)
  const id = await openWarehouse(ctx, { code: 'KS', ...place })

  const changed = await changeWarehouse(ctx, id, { ...place, name: '花桥仓', street: '绿地大道 1 号', status: 'open' })
  await changeWarehouse(ctx, id, { ...place, name: '花桥仓', street: '绿地大道 1 号', status: 'open' })

  expect(changed).toMatchObject({ code: 'KS', name: '花桥仓', street: '绿地大道 1 号' })
  const events = (await historyOf(ctx, id)).filter(({ type }) => type === 'warehouse.changed')
  expect(events).toMatchObject([{ data: { before: { name: '昆山仓' }, after: { name: '花桥仓' } } }])
})

test('a warehouse closes once it is empty, and not while goods lie in it', async () => {
  const shop = await aSellingShop(db)
  const { ctx, warehouseId } = shop
  const { variantId } = await aProduct(shop)
  const { id: _id, code: _code, ...full } = (await warehouses(ctx)).find(({ id }) => id === warehouseId)!
  const empty = await openWarehouse(ctx, { code: 'KS', ...place })

  await expect(changeWarehouse(ctx, warehouseId, { ...full, status: 'closed' })).rejects.toMatchObject({
    code: 'inventory.warehouse_holds_goods',
  })
  expect((await changeWarehouse(ctx, empty, { ...place, status: 'closed' })).status).toBe('closed')
  expect((await availabilityOf(ctx, [variantId])).get(variantId)).toBeGreaterThan(0)
})

test('a place that is none is refused by the field, and another shop has no such warehouse', async () => {
  const [ours, theirs] = [await aSellingShop(db), await aSellingShop(db)]
  const nowhere = { ...place, districtCode: '999999' }
  await expect(openWarehouse(ours.ctx, { code: 'KS', ...nowhere })).rejects.toMatchObject({
    code: 'inventory.district_unknown',
    details: { field: 'districtCode' },
  })
  const id = await openWarehouse(ours.ctx, { code: 'KS', ...place })
  await expect(changeWarehouse(ours.ctx, id, { ...nowhere, status: 'open' })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(changeWarehouse(theirs.ctx, id, { ...place, status: 'open' })).rejects.toMatchObject({
    code: 'inventory.warehouse_not_found',
  })
})
