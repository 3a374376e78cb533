import { expect, test } from 'vitest'
import { registerExportKind } from '#platform/exports'
import { findOrder, trackingExport, trackingImport } from '#sales/orders'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { bring, takeOut } from '#test/exchange'
import { asHouse } from '#test/goods'
import { anOrder, aSellingShop } from '#test/orders'
import { brokenStockRules } from '#test/stock'

const { db } = await testDatabase()
registerExportKind(trackingExport())
const kind = trackingImport()
const heads = ['订单号', '快递公司', '运单号']

async function aReleasedOrder() {
  const selling = await aSellingShop(db)
  const { order } = await anOrder(selling, { status: 'released' })
  return { shop: { ...selling, ctx: asHouse(selling.ctx) }, order }
}

test('an order that somebody else sent counts as sent, goods and books included, and the same sheet again changes nothing', async () => {
  const { shop, order } = await aReleasedOrder()
  const sheet = [heads, [order.number, '中通', '73100012345678']]
  const tried = await bring(shop.ctx, kind, sheet, { dryRun: true })
  expect((await findOrder(shop.ctx, order.id))!.headline).toBe('released')
  const done = await bring(shop.ctx, kind, sheet)
  await shop.tell()

  expect(done).toEqual({ created: 0, updated: 1, unchanged: 0, failed: [] })
  expect(tried).toEqual(done)
  expect(await bring(shop.ctx, kind, sheet)).toEqual({ created: 0, updated: 0, unchanged: 1, failed: [] })
  expect((await findOrder(shop.ctx, order.id))!.headline).toBe('shipped')
  expect(await parcelsOf(shop.ctx, order.id)).toMatchObject([{ carrier: 'ZTO', waybillNumber: '73100012345678' }])
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('an order that is being picked gets its number and goes on at its own pace', async () => {
  const { shop, order } = await aReleasedOrder()
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  await bring(shop.ctx, kind, [heads, [order.number, 'ZTO', '73100099999999']])

  expect((await outboundsOf(shop.ctx, order.id))[0]!.status).toBe('picking')
  expect(await parcelsOf(shop.ctx, order.id)).toMatchObject([{ waybillNumber: '73100099999999', status: 'labelled' }])
})

test('what was exported imports again as unchanged, and another number for a parcel that has one is refused', async () => {
  const { shop, order } = await aReleasedOrder()
  await bring(shop.ctx, kind, [heads, [order.number, 'ZTO', '73100022222222']])

  expect(await bring(shop.ctx, kind, await takeOut(shop.ctx, 'tracking'))).toMatchObject({ unchanged: 1, failed: [] })
  expect((await bring(shop.ctx, kind, [heads, [order.number, 'ZTO', '73100000000000']])).failed).toEqual([
    { row: 2, field: 'waybill', code: 'tracking_import.other_number' },
  ])
})

test('a number may be named by its parcel, of the own shop alone', async () => {
  const { shop, order: first } = await aReleasedOrder()
  const { order } = await anOrder(shop, { status: 'released' })
  const { shop: other } = await aReleasedOrder()
  for (const each of [first, order]) {
    const [outbound] = await outboundsOf(shop.ctx, each.id)
    await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  }
  const [parcel] = await parcelsOf(shop.ctx, order.id)
  const sheet = [
    ['包裹号', '快递公司', '运单号'],
    [parcel!.number, '中通', '73100055555555'],
  ]

  expect((await bring(other.ctx, kind, sheet)).failed).toEqual([
    { row: 2, field: 'parcel', code: 'tracking_import.unknown' },
  ])
  expect(await bring(shop.ctx, kind, sheet)).toMatchObject({ updated: 1, failed: [] })
  expect(await parcelsOf(shop.ctx, order.id)).toMatchObject([{ waybillNumber: '73100055555555' }])
})

test.each([
  [['SO-NONE', 'ZTO', '73100012345678'], 'order', 'tracking_import.unknown'],
  [['', 'ZTO', '73100012345678'], 'order', 'sheet.missing'],
  [['@', 'Pigeon', '73100012345678'], 'carrier', 'tracking_import.carrier_unknown'],
  [['@', 'ZTO', ''], 'waybill', 'sheet.missing'],
  [['@', 'ZTO', '1234'], 'waybill', 'tracking_import.number_form'],
  [['@', 'ZTO', '按时送达谢谢谢谢'], 'waybill', 'tracking_import.number_form'],
])('a row that cannot be true is refused by field: %j', async (row, field, code) => {
  const { shop, order } = await aReleasedOrder()
  const sheet = [heads, row.map((cell) => (cell === '@' ? order.number : cell))]

  expect((await bring(shop.ctx, kind, sheet)).failed).toEqual([{ row: 2, field, code }])
  expect((await findOrder(shop.ctx, order.id))!.headline).toBe('released')
})

test('an order that waits for its payment has nothing to send', async () => {
  const selling = await aSellingShop(db)
  const { order } = await anOrder(selling, { status: 'placed' })
  const done = await bring(asHouse(selling.ctx), kind, [heads, [order.number, 'ZTO', '73100012345678']])

  expect(done.failed).toEqual([{ row: 2, field: 'order', code: 'tracking_import.nothing_to_send' }])
})
