import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import { reservationsOf } from '#supply/inventory'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  anOrder,
  aProduct,
  aSellingShop,
  type Goods,
  inAnotherWarehouse,
  payFor,
  place,
  type SellingShop,
} from '#test/orders'
import { aCart } from '#test/people'
import {
  boxesOf,
  findOrder,
  linesOf,
  mergeOrders,
  packBack,
  papersOfOrders,
  previewSplit,
  type SplitWay,
  splitBy,
  splitOrder,
} from './index.ts'

const { db } = await testDatabase()

/** A paid order of one, two and three pieces; the second warehouse has two of the last. */
async function threeLines(shop: SellingShop) {
  const goods: Goods[] = []
  for (const name of ['茶杯', '茶壶', '茶盘']) goods.push(await aProduct(shop, { name, onHand: 20 }))
  const lines = goods.map((of, at) => ({ of, quantity: at + 1 }))
  const { order, buyer } = await anOrder(shop, { status: 'paid', lines })
  const there = await inAnotherWarehouse(shop, goods[2]!, 2)
  return { goods, order, buyer, there }
}
const packed = async ({ ctx }: SellingShop, orderId: string) =>
  (await outboundsOf(ctx, orderId))
    .filter(({ status }) => status !== 'cancelled')
    .map(({ lines }) => lines.map(({ quantity }) => quantity).toSorted())
    .toSorted()

test('an order is split line by line, or by what another warehouse has; what a preview shows is what is done, and it is taken back as it was', async () => {
  const shop = await aSellingShop(db)
  const { order, there } = await threeLines(shop)
  const orderId = order.id
  const before = await boxesOf(shop.ctx, order)
  for (const [way, boxes] of [
    [{ by: 'line' }, [[1], [2], [3]]],
    [{ by: 'warehouse', warehouseId: there }, [[1, 1, 2], [2]]],
  ] as const) {
    const seen = await previewSplit(shop.ctx, { orderId, ...way })
    expect(await boxesOf(shop.ctx, order)).toEqual(before)
    const done = await splitBy(shop.ctx, { orderId, ...way })
    expect(done).toEqual(seen)
    expect(await packed(shop, orderId)).toEqual(boxes)
    await expect(splitBy(shop.ctx, { orderId, ...way })).rejects.toMatchObject({ code: 'orders.split_changes_nothing' })
    await packBack(shop.ctx, { orderId, ...done })
    expect(await boxesOf(shop.ctx, order)).toEqual(before)
  }
  expect((await findOrder(shop.ctx, orderId))!).toMatchObject({ total: order.total, fulfilment: 'released' })
})

test('whatever rules follow each other, every piece stays set aside and is packed once, and the order comes out as it was when all is taken back', async () => {
  const shop = await aSellingShop(db)
  const { order, there } = await threeLines(shop)
  const orderId = order.id
  const before = await boxesOf(shop.ctx, order)
  const way = fc.constantFrom<SplitWay>(
    { by: 'line' },
    { by: 'warehouse', warehouseId: there },
    { by: 'warehouse', warehouseId: shop.warehouseId },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(way, { minLength: 1, maxLength: 3 }), async (ways) => {
      const done = []
      for (const each of ways) {
        const split = { orderId, ...each }
        const seen = await previewSplit(shop.ctx, split).catch(({ code }) => code)
        const split_ = await splitBy(shop.ctx, split).catch(({ code }) => code)
        expect(split_).toEqual(seen)
        if (typeof split_ !== 'string') done.push(split_)
        const held = await reservationsOf(shop.ctx, orderId)
        expect(piecesIn(held)).toBe(6)
        expect((await packed(shop, orderId)).flat().reduce((all, quantity) => all + quantity, 0)).toBe(6)
      }
      for (const each of done.toReversed()) await packBack(shop.ctx, { orderId, ...each })
      expect(await boxesOf(shop.ctx, order)).toEqual(before)
    }),
    { numRuns: 6 },
  )
})

test('not split by a rule: what shares a box, what is being picked; not taken back: what somebody packed otherwise since', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, goods } = await threeLines(shop)
  const split = { orderId: order.id, by: 'line' } as const
  const done = await splitBy(shop.ctx, split)
  const apart = (await linesOf(shop.ctx, order)).slice(0, 2).map(({ id: lineId }) => ({ lineId }))
  await splitOrder(shop.ctx, { orderId: order.id, lines: apart })
  await expect(packBack(shop.ctx, { orderId: order.id, ...done })).rejects.toMatchObject({
    code: 'orders.packed_otherwise',
  })
  const cartId = await aCart(buyer.ctx, { of: goods[0]!.variantId, quantity: 1 })
  const second = await place({ ...buyer, cartId, total: money(3_300) })
  await payFor(shop, buyer, second.id)
  await mergeOrders(shop.ctx, { orderIds: [order.id, second.id] })
  await expect(splitBy(shop.ctx, split)).rejects.toMatchObject({ code: 'orders.split_merged' })

  const { order: picked } = await threeLines(shop)
  const [note] = await outboundsOf(shop.ctx, picked.id)
  await startPicking(as(shop.ctx, mei), { outboundId: note!.id })
  await expect(splitBy(shop.ctx, { ...split, orderId: picked.id })).rejects.toMatchObject({
    code: 'warehouse.outbound_under_way',
  })
})

test('the papers of many orders: the notes that hold goods of each, once for a shared box, nothing for what no warehouse has', async () => {
  const shop = await aSellingShop(db)
  const { order } = await threeLines(shop)
  const { order: unpaid } = await anOrder(shop)
  await splitBy(shop.ctx, { orderId: order.id, by: 'line' })

  const rows = await papersOfOrders(shop.ctx, [order.id, unpaid.id])
  const of = (id: string) => rows.find((row) => row.id === id)!.outbounds
  expect(of(order.id)).toHaveLength(3)
  expect(of(order.id).map(({ hasWaybill }) => hasWaybill)).toEqual([false, false, false])
  expect(of(unpaid.id)).toEqual([])
})
