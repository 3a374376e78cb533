import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import { raiseIssue } from '#sales/desk'
import { parcelsOf } from '#supply/shipping'
import { confirmRecipient, outboundsOf, scanPack } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, inAnotherWarehouse, pick, type SellingShop } from '#test/orders'
import { comesFrom } from './filter-sql.ts'
import { addRequest, changeItems, countFound, countOrders, findOrders, linesOf, type OrderFilter } from './index.ts'
import { weighOrders } from './weigh-orders.ts'

const { db } = await testDatabase()

const found = async (shop: SellingShop, filter: OrderFilter) =>
  (await findOrders(shop.ctx, filter)).rows.map(({ number }) => number)
const numbers = (...orders: readonly Order[]) => orders.map(({ number }) => number)

test('ORD-18 the abnormal ones are those with an open issue, counted and listed alike', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  await anOrder(shop, { status: 'paid' })
  await raiseIssue(shop.ctx, { orderId: order.id, reason: '买家说颜色不对' })

  expect(await found(shop, { abnormal: true })).toEqual(numbers(order))
  expect((await countOrders(shop.ctx)).abnormal).toBe(1)
  expect(await countFound(shop.ctx, { abnormal: true }, 10)).toBe(1)
})

test('ORD-16 an order is among the packed ones from its pack check until it leaves', async () => {
  const shop = await aSellingShop(db)
  const { order, goods } = await anOrder(shop, { status: 'paid' })
  await anOrder(shop, { status: 'paid' })
  expect(await found(shop, { packed: true })).toEqual([])

  await pack(shop, order, goods.sku)

  expect(await found(shop, { packed: true })).toEqual(numbers(order))
  expect((await countOrders(shop.ctx)).packed).toBe(1)
})

async function pack(shop: SellingShop, { id }: Order, sku: string): Promise<void> {
  const [box] = await outboundsOf(shop.ctx, id)
  const ctx = as(shop.ctx, mei)
  await pick(shop, box!.id)
  await shop.tell()
  await scanPack(ctx, { scanId: newId(), outboundId: box!.id, code: sku, quantity: 2 })
  await confirmRecipient(ctx, { scanId: newId(), outboundId: box!.id, code: await waybillOf(shop, id) })
}

async function waybillOf({ ctx }: SellingShop, orderId: string): Promise<string> {
  return (await parcelsOf(ctx, orderId))[0]!.waybillNumber!
}

test('ORD-16 orders are found by the warehouse their goods come from, by what they weigh and by what was asked for', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { onHand: 1, weightGrams: 400 })
  const there = await inAnotherWarehouse(shop, cup, 9)
  const { order: light } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 1 }] })
  const { order: heavy } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 5 }] })
  await addRequest(shop.ctx, { orderId: light.id, kind: 'gift', text: '写贺卡' })

  expect(await found(shop, { warehouseId: shop.warehouseId })).toEqual(numbers(light))
  expect(await found(shop, { warehouseId: there })).toEqual(numbers(heavy))
  expect(await found(shop, { weightFrom: 2_000, weightTo: 2_000 })).toEqual(numbers(heavy))
  expect(await found(shop, { weightTo: 1_999 })).toEqual(numbers(light))
  expect(await found(shop, { request: 'gift' })).toEqual(numbers(light))
  expect(await found(shop, { request: 'courier' })).toEqual([])
})

test('ORD-16 orders from a warehouse are the same whether few or many come from it', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { onHand: 1 })
  const there = await inAnotherWarehouse(shop, cup, 9)
  await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 1 }] })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 5 }] })
  const asked = async (few: number) =>
    db
      .selectFrom('sales.orders')
      .select('number')
      .where('shop_id', '=', shop.ctx.shopId)
      .where(await comesFrom(shop.ctx, there, undefined, few))
      .execute()

  expect(await asked(1)).toEqual([{ number: order.number }])
  expect(await asked(0)).toEqual([{ number: order.number }])
})

test('ORD-16 an order weighs what its goods weigh, also after they were changed and when it is older than its weight', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { onHand: 9, weightGrams: 400 })
  const { order } = await anOrder(shop, { status: 'placed', lines: [{ of: cup, quantity: 5 }] })
  const [line] = await linesOf(shop.ctx, order)
  const kept = async () =>
    (await db.selectFrom('sales.orders').select('weight_grams').where('id', '=', order.id).executeTakeFirstOrThrow())
      .weight_grams
  expect(await kept()).toBe(2_000)

  await changeItems(shop.ctx, { orderId: order.id, lines: [{ lineId: line!.id, quantity: 2 }], reason: '买家少要' })
  expect(await kept()).toBe(800)
  await db.updateTable('sales.orders').set({ weight_grams: null }).where('id', '=', order.id).execute()
  const older = await found(shop, { weightFrom: 1, weightTo: 1_999 })
  await weighOrders(shop.ctx)

  expect(older).toEqual(numbers(order))
  expect(await kept()).toBe(800)
})

test('ORD-16 one search finds an order by its number, by the waybill of its box and by the phone it goes to', async () => {
  const [shop, elsewhere] = [await aSellingShop(db), await aSellingShop(db)]
  const { order, goods } = await anOrder(shop, { status: 'paid' })
  const { order: other } = await anOrder(shop, { status: 'paid' })
  const index = { phone_index: shop.ctx.vault.index('order.phone', '+14155552671') }
  await db.updateTable('sales.orders').set(index).where('id', '=', other.id).execute()
  await pack(shop, order, goods.sku)
  const waybill = await waybillOf(shop, order.id)

  for (const text of [order.number.toLowerCase(), waybill, ` ${waybill.toLowerCase()} `, '+86 138 0013 8000'])
    expect(await found(shop, { text }), text).toEqual(numbers(order))
  for (const text of ['+1 415 555 2671', '14155552671'])
    expect(await found(shop, { text }), text).toEqual(numbers(other))
  expect(await found(shop, { text: '8000', headline: 'released' })).toEqual(numbers(other, order))
  expect(await found(shop, { text: waybill.slice(0, -1) })).toEqual([])
  expect(await found(elsewhere, { text: waybill })).toEqual([])
})
