import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import type { Order, OrderLineId } from '#model/sales/orders'
import type { WarehouseId } from '#model/supply/inventory'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { binsOf, receiveStock, reservationsOf } from '#supply/inventory'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  addSf,
  anOrder,
  aProduct,
  aSellingShop,
  type Goods,
  inAnotherWarehouse,
  payFor,
  place,
  type SellingShop,
  ship,
} from '#test/orders'
import { aCart } from '#test/people'
import {
  changeCarrier,
  dispatchOfOrder,
  findOrder,
  joinBoxes,
  linesOf,
  mergeOrders,
  releaseOrder,
  reviewOrder,
  sendFrom,
  splitOrder,
  unapproveOrder,
  unmergeOrder,
} from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const boxesOf = async (shop: SellingShop, { id }: Pick<Order, 'id'>) =>
  (await outboundsOf(shop.ctx, id)).filter(({ status }) => status !== 'cancelled')
/** A paid order of three kinds of goods that the warehouse has: 1, 2 and 3 pieces. */
async function threeLines(shop: SellingShop) {
  const goods: Goods[] = []
  for (const name of ['茶杯', '茶壶', '茶盘']) goods.push(await aProduct(shop, { name, onHand: 20 }))
  const { order, buyer } = await anOrder(shop, {
    status: 'paid',
    lines: goods.map((of, at) => ({ of, quantity: at + 1 })),
  })
  const lines = await linesOf(shop.ctx, order)
  return { goods, order, buyer, lines, ids: lines.map(({ id }) => id) }
}

test('a split order leaves in two boxes, each with its lines; order, money and what is set aside stay one, and it is shipped with the last box', async () => {
  const shop = await aSellingShop(db)
  const { order, ids } = await threeLines(shop)

  const split = await splitOrder(shop.ctx, { orderId: order.id, lines: [{ lineId: ids[2]! }] })

  const boxes = await boxesOf(shop, order)
  expect(boxes.map(({ lines }) => lines.map(({ sourceLineId }) => sourceLineId).toSorted())).toEqual(
    expect.arrayContaining([[ids[2]], [ids[0], ids[1]].toSorted()]),
  )
  expect(split).toMatchObject({ total: order.total, payment: 'paid', fulfilment: 'released' })
  expect(piecesIn(await reservationsOf(shop.ctx, order.id))).toBe(6)
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped' })
})

test('splitting off the same lines again changes nothing, and everything goes into one box again', async () => {
  const shop = await aSellingShop(db)
  const { order, ids } = await threeLines(shop)
  const wish = { orderId: order.id, lines: [{ lineId: ids[0]! }, { lineId: ids[1]! }] }
  const once = await splitOrder(shop.ctx, wish)

  expect((await splitOrder(shop.ctx, wish)).version).toBe(once.version)
  const joined = await joinBoxes(shop.ctx, order.id)
  expect((await boxesOf(shop, order)).map(({ lines }) => lines.length)).toEqual([3])
  expect((await joinBoxes(shop.ctx, order.id)).version).toBe(joined.version)
})

test('not split: all of an order, none of it, a foreign line, what shares a box, what is being picked', async () => {
  const shop = await aSellingShop(db)
  const { order, ids, buyer, goods } = await threeLines(shop)
  const split = (...lineIds: OrderLineId[]) =>
    splitOrder(shop.ctx, { orderId: order.id, lines: lineIds.map((lineId) => ({ lineId })) })

  await expect(split(...ids)).rejects.toMatchObject({ code: 'orders.nothing_to_split' })
  await expect(split()).rejects.toMatchObject({ code: 'orders.nothing_to_split' })
  await expect(split(newId<'OrderLine'>())).rejects.toMatchObject({ code: 'orders.item_not_in_order' })
  const cartId = await aCart(buyer.ctx, { of: goods[0]!.variantId, quantity: 1 })
  const second = await place({ ...buyer, cartId, total: money(3_300) })
  await payFor(shop, buyer, second.id)
  await mergeOrders(shop.ctx, { orderIds: [order.id, second.id] })
  await expect(split(ids[0]!)).rejects.toMatchObject({ code: 'orders.split_merged' })
  await unmergeOrder(shop.ctx, order.id)
  const [box] = await boxesOf(shop, order)
  await startPicking(as(shop.ctx, mei), { outboundId: box!.id })
  await expect(split(ids[0]!)).rejects.toMatchObject({ code: 'warehouse.outbound_under_way' })
})

test('two who split one order at the same moment leave it in boxes that hold each piece once', async () => {
  const shop = await aSellingShop(db)
  const { order, ids } = await threeLines(shop)

  await Promise.allSettled(ids.map((id) => splitOrder(shop.ctx, { orderId: order.id, lines: [{ lineId: id }] })))

  const packed = (await boxesOf(shop, order)).flatMap(({ lines }) => lines)
  expect(packed.map(({ sourceLineId }) => sourceLineId).toSorted()).toEqual([...ids].toSorted())
  expect(piecesIn(packed)).toBe(6)
})

test('whatever is split, joined and sent from elsewhere, every piece is set aside and packed once and the money stays', async () => {
  const shop = await aSellingShop(db)
  const { order, ids, goods } = await threeLines(shop)
  const there = await inAnotherWarehouse(shop, goods[0]!, 9)
  for (const one of goods.slice(1)) await alsoThere(shop, one, there)
  const subset = fc.subarray(ids, { minLength: 1 })
  const step = fc.oneof(
    subset.map((lineIds) => ({ verb: 'split' as const, lines: lineIds.map((lineId) => ({ lineId })) })),
    fc
      .record({ lineId: fc.constantFrom(...ids.slice(1)), quantity: fc.constantFrom(1, 2) })
      .map((line) => ({ verb: 'split' as const, lines: [line] })),
    fc.constant({ verb: 'join' as const }),
    fc.record({ verb: fc.constant('send' as const), lineIds: subset, to: fc.constantFrom(there, shop.warehouseId) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
      for (const each of steps) await take(shop, order, each)
      const held = await reservationsOf(shop.ctx, order.id)
      const packed = (await boxesOf(shop, order)).flatMap(({ lines }) => lines)
      const { total, items, discount, freight } = await now(shop, order)
      for (const line of await linesOf(shop.ctx, order)) {
        expect(piecesIn(held.filter(({ lineId }) => lineId === line.id))).toBe(line.quantity)
        expect(piecesIn(packed.filter(({ sourceLineId }) => sourceLineId === line.id))).toBe(line.quantity)
      }
      expect({ total, items, discount, freight }).toEqual({
        total: order.total,
        items: order.items,
        discount: order.discount,
        freight: order.freight,
      })
    }),
    { numRuns: 6 },
  )
})

type Step =
  | { readonly verb: 'split'; readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity?: number }[] }
  | { readonly verb: 'join' }
  | { readonly verb: 'send'; readonly lineIds: readonly OrderLineId[]; readonly to: WarehouseId }

async function take({ ctx }: SellingShop, { id: orderId }: Order, step: Step): Promise<void> {
  if (step.verb === 'join') return void (await joinBoxes(ctx, orderId))
  if (step.verb === 'split')
    return void (await splitOrder(ctx, { orderId, lines: step.lines }).catch((error) =>
      expect(error).toMatchObject({ code: 'orders.nothing_to_split' }),
    ))
  const lines = step.lineIds.map((lineId) => ({ lineId, quantity: 1 }))
  await sendFrom(ctx, { orderId, warehouseId: step.to, lines })
}

/** The same goods in the second warehouse too. */
async function alsoThere({ ctx }: SellingShop, { variantId }: Goods, warehouseId: WarehouseId): Promise<void> {
  const [bin] = await binsOf(ctx, warehouseId)
  const lot = { number: 'L2' }
  await transaction(ctx, (tx) =>
    receiveStock(tx, { warehouseId, binId: bin!.id, variantId, quantity: 9, lot, cause: 'test', causeId: newId() }),
  )
}

test('an order goes to another warehouse with what is set aside for it; asked again nothing changes, and what is not there is refused', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { onHand: 10 })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 2 }] })
  const there = await inAnotherWarehouse(shop, cup, 2)

  const moved = await sendFrom(shop.ctx, { orderId: order.id, warehouseId: there })

  expect((await boxesOf(shop, order)).map(({ warehouseId }) => warehouseId)).toEqual([there])
  expect((await sendFrom(shop.ctx, { orderId: order.id, warehouseId: there })).version).toBe(moved.version)
  const { order: other } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 1 }] })
  await expect(sendFrom(shop.ctx, { orderId: other.id, warehouseId: there })).rejects.toMatchObject({
    code: 'inventory.out_of_stock',
  })
  const [lineId] = (await linesOf(shop.ctx, other)).map(({ id }) => id)
  const lines = [{ lineId: lineId!, quantity: 1 }]
  await expect(sendFrom(shop.ctx, { orderId: order.id, warehouseId: there, lines })).rejects.toMatchObject({
    code: 'orders.item_not_in_order',
    details: { field: `lines.${lineId}` },
  })
  expect((await boxesOf(shop, other)).map(({ warehouseId }) => warehouseId)).toEqual([shop.warehouseId])
})

test('why an order comes from a warehouse is kept: who was asked in which order, and who had everything', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { onHand: 1 })
  const there = await inAnotherWarehouse(shop, cup, 5)
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 2 }] })
  const { order: small } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 1 }] })
  const asked = async ({ id }: Order) =>
    (await dispatchOfOrder(shop.ctx, id)).from.map((each) => [each.warehouseId, each.considered])

  const [first, second] = [
    { warehouseId: shop.warehouseId, rank: 1 },
    { warehouseId: there, rank: 1 },
  ]
  expect(await asked(order)).toEqual([
    [
      there,
      [
        { ...first, hasAll: false },
        { ...second, hasAll: true },
      ],
    ],
  ])
  expect(await asked(small)).toEqual([
    [
      shop.warehouseId,
      [
        { ...first, hasAll: true },
        { ...second, hasAll: true },
      ],
    ],
  ])
})

test('ORD-03 an approval is taken back until picking begins: the order waits for review, its note is called back, goods and money stay', async () => {
  const shop = await aSellingShop(db)
  const { order, goods } = await anOrder(shop, { status: 'paid' })

  const back = await unapproveOrder(shop.ctx, { orderId: order.id, reason: '地址要再问' })

  expect(back).toMatchObject({ headline: 'in_review', fulfilment: 'pending', payment: 'paid', total: order.total })
  expect(await boxesOf(shop, order)).toEqual([])
  expect(await reservationsOf(shop.ctx, order.id)).toMatchObject([{ variantId: goods.variantId, quantity: 2 }])
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.cannot' })
  await expect(unapproveOrder(shop.ctx, { orderId: order.id, reason: '再来' })).rejects.toMatchObject({
    code: 'orders.cannot',
  })
  await reviewOrder(shop.ctx, { orderId: order.id, decision: 'approve' })
  const [box] = await boxesOf(shop, order)
  await startPicking(as(shop.ctx, mei), { outboundId: box!.id })
  await expect(unapproveOrder(shop.ctx, { orderId: order.id, reason: '晚了' })).rejects.toMatchObject({
    code: 'warehouse.outbound_under_way',
  })
})

test('ORD-09 an order goes by another carrier at the freight that was agreed; the same again changes nothing, and one that does not go there is refused', async () => {
  const shop = await aSellingShop(db)
  await addSf(shop, money(1_500))
  const { order } = await anOrder(shop, { status: 'paid' })

  const changed = await changeCarrier(shop.ctx, { orderId: order.id, carrier: 'SF' })

  expect(changed).toMatchObject({ carrier: 'SF', freight: order.freight, total: order.total })
  expect((await boxesOf(shop, order)).map(({ carrier }) => carrier)).toEqual(['SF'])
  expect((await changeCarrier(shop.ctx, { orderId: order.id, carrier: 'SF' })).version).toBe(changed.version)
  await expect(changeCarrier(shop.ctx, { orderId: order.id, carrier: 'NONE' })).rejects.toMatchObject({
    code: 'shipping.carrier_does_not_reach',
  })
  const told = (await historyOf(shop.ctx, order.id)).filter(({ type }) => type === 'order.carrier_changed')
  expect(told.map(({ data }) => data.carrier)).toEqual([{ before: 'ZTO', after: 'SF' }])
})
