import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import type { Order } from '#model/sales/orders'
import type { OutboundId } from '#model/supply/warehouse'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import {
  askTransfer,
  cancelOrder,
  findOrder,
  linesOf,
  mergeOrders,
  missingOf,
  previewPart,
  refundableLines,
  refundMissing,
  serveAgain,
  shipOrder,
  splitOrder,
} from '#sales/orders'
import { adjustStock, lotsOf, receiveStock, reservationsOf } from '#supply/inventory'
import { parcelLinesOf, parcelsOf } from '#supply/shipping'
import { acceptTransfer, receiveTransfer, sendTransfer } from '#supply/transfers'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, type Goods, handOut, pick, type SellingShop, ship } from '#test/orders'
import { aSecondWarehouse } from '#test/transfers'
import { chooseSettlement, sendPart, serveWaiting, shortageOf } from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const live = async (shop: SellingShop, { id }: Pick<Order, 'id'>) =>
  (await outboundsOf(shop.ctx, id)).filter(({ status }) => status !== 'cancelled')
const inBoxes = async (shop: SellingShop, order: Pick<Order, 'id'>) =>
  (await live(shop, order)).map(({ lines }) => piecesIn(lines))

const countAway = async (shop: SellingShop, { variantId }: Goods, pieces: number) => {
  const [lot] = await lotsOf(shop.ctx, variantId)
  const cause = { reason: '盘亏', causeId: newId() }
  await adjustStock(shop.ctx, { binId: shop.binId, lotId: lot!.id, variantId, change: -pieces, ...cause })
  await shop.tell()
}

const receive = (shop: SellingShop, { variantId }: Goods, quantity: number) =>
  transaction(shop.ctx, (tx) =>
    receiveStock(tx, {
      warehouseId: shop.warehouseId,
      binId: shop.binId,
      variantId,
      quantity,
      lot: { number: newId().slice(-8) },
      cause: 'receipt',
      causeId: newId(),
    }),
  )

/** A paid order of ten cups and a pot with the warehouse; then a count finds only six cups. */
async function sixOfTen(shop: SellingShop) {
  const [cup, pot] = [
    await aProduct(shop, { name: '茶杯', onHand: 10 }),
    await aProduct(shop, { name: '茶壶', onHand: 5 }),
  ]
  const lines = [
    { of: cup, quantity: 10 },
    { of: pot, quantity: 1 },
  ]
  const sold = await anOrder(shop, { status: 'paid', lines })
  await countAway(shop, cup, 4)
  return { ...sold, cup, pot }
}

test('ORD-11 what is there of an order goes ahead, six cups of ten and the pot, and only they can come back; the rest waits with a promise of its own, follows by itself when it is in, and the order is shipped with it', async () => {
  const shop = await aSellingShop(db)
  const { order, cup } = await sixOfTen(shop)

  const parted = await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()

  expect(parted).toMatchObject({ waiting: [{ quantity: 4 }], restBy: shop.ctx.now.add({ hours: 360 }) })
  expect(await inBoxes(shop, order)).toEqual([7])
  expect(await shortageOf(shop.ctx, order.id)).toMatchObject({ status: 'waiting', lines: [{ quantity: 4 }] })
  expect((await listMessages(shop.ctx, {})).rows.map(({ body }) => body).join()).toContain('其余 4 件到货即补发')
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({
    fulfilment: 'partly_shipped',
    dispatchBy: parted.restBy,
    promiseAlarm: null,
  })
  const [parcel] = await parcelsOf(shop.ctx, order.id)
  expect((await parcelLinesOf(shop.ctx, parcel!.id)).map(({ quantity }) => quantity).toSorted()).toEqual([1, 6])
  expect((await refundableLines(shop.ctx, order.id)).lines.map(({ returnable }) => returnable)).toEqual([6, 1])
  await serveWaiting(shop.ctx)
  expect(await inBoxes(shop, order)).toEqual([7])

  await receive(shop, cup, 4)
  await serveWaiting(shop.ctx)
  await serveWaiting(shop.ctx)
  await shop.tell()
  expect(await inBoxes(shop, order)).toEqual([7, 4])
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'partly_shipped', restBy: null, refunded: money(0) })
  expect(await shortageOf(shop.ctx, order.id)).toBeUndefined()
  const [, rest] = await live(shop, order)
  await pick(shop, rest!.id)
  await shop.tell()
  await handOut(shop, order.id, [rest!.id])
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', total: order.total })
  expect((await linesOf(shop.ctx, order)).map(({ shipped }) => shipped)).toEqual([10, 1])
})

test('ORD-11 what a picker found goes out at once, and what was not found follows; asked again while nothing has come in, nothing changes', async () => {
  const shop = await aSellingShop(db)
  const [cup, pot] = [await aProduct(shop, { onHand: 3 }), await aProduct(shop, { onHand: 5 })]
  const lines = [
    { of: cup, quantity: 3 },
    { of: pot, quantity: 1 },
  ]
  const { order } = await anOrder(shop, { status: 'paid', lines })
  const [outbound] = await live(shop, order)
  const picker = as(shop.ctx, mei)
  const { picks } = await startPicking(picker, { outboundId: outbound!.id })
  const missing = picks.find(({ variantId }) => variantId === cup.variantId)!
  const short = {
    scanId: newId(),
    outboundId: outbound!.id,
    pickId: missing.id,
    quantity: 2,
    reason: 'missing',
  } as const
  await reportShort(picker, short)
  await pick(shop, outbound!.id)
  await shop.tell()

  const shown = await previewPart(shop.ctx, { orderId: order.id })
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'short', restBy: null })
  expect(await sendPart(shop.ctx, { orderId: order.id })).toEqual(shown)
  expect(shown).toMatchObject({ waiting: [{ quantity: 2 }], freight: money(800) })
  const { version } = await now(shop, order)
  expect(await sendPart(shop.ctx, { orderId: order.id })).toMatchObject({ waiting: shown.waiting })
  expect((await now(shop, order)).version).toBe(version)
  await shop.tell()
  await handOut(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'partly_shipped' })

  await receive(shop, cup, 1)
  expect(await sendPart(shop.ctx, { orderId: order.id })).toMatchObject({ waiting: [{ quantity: 1 }] })
  await receive(shop, cup, 1)
  await shop.tell()
  await serveWaiting(shop.ctx)
  expect(await inBoxes(shop, order)).toEqual([4, 1, 1])
  for (const { id, status } of await live(shop, order)) if (status === 'released') await pick(shop, id)
  await shop.tell()
  const rest = (await live(shop, order)).filter(({ status }) => status === 'picked').map(({ id }) => id)
  await handOut(shop, order.id, rest)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', restBy: null })
})

test('ORD-11 the buyer no longer wants the rest: it is paid back and what has left is the whole order; before it has left, everything can be cancelled', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await sixOfTen(shop)
  await sendPart(shop.ctx, { orderId: order.id })
  await ship(shop, order.id)
  await chooseSettlement(buyer.ctx, { orderId: order.id, choice: 'refund' })
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', refunded: money(10_000), restBy: null })
  expect(await shortageOf(shop.ctx, order.id)).toBeUndefined()

  const { order: other } = await sixOfTen(shop)
  await sendPart(shop.ctx, { orderId: other.id })
  await shop.tell()
  await cancelOrder(shop.ctx, { orderId: other.id, reason: 'changed_mind' })
  await shop.tell()
  expect(await now(shop, other)).toMatchObject({ status: 'cancelled', payment: 'refunded' })
  expect([await reservationsOf(shop.ctx, other.id), await live(shop, other)]).toEqual([[], []])
})

/** Mei looks for what an outbound wants and finds nothing of it. */
const findsNothing = async (shop: SellingShop, outboundId: OutboundId) => {
  const picker = as(shop.ctx, mei)
  const { picks } = await startPicking(picker, { outboundId })
  for (const { id: pickId } of picks)
    await reportShort(picker, { scanId: newId(), outboundId, pickId, reason: 'missing' })
  await shop.tell()
}

test('ORD-11 what one picker missed and another box brought is not paid back when a third box is short', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { onHand: 10 })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 10 }] })
  await countAway(shop, cup, 4)
  await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()
  await ship(shop, order.id)
  await receive(shop, cup, 3)
  await sendPart(shop.ctx, { orderId: order.id })
  await receive(shop, cup, 1)
  await shop.tell()
  await serveWaiting(shop.ctx)
  await shop.tell()
  const [, three, one] = await live(shop, order)

  await findsNothing(shop, three!.id)
  await receive(shop, cup, 3)
  await serveAgain(shop.ctx, order.id)
  await shop.tell()
  await findsNothing(shop, one!.id)
  await refundMissing(shop.ctx, order.id)
  await shop.tell()

  const { refunded, total, freight } = await now(shop, order)
  expect(refunded.minor).toBe((total.minor - freight.minor) / 10)
})

test('ORD-12 what a transfer brings for an order of which a part has left goes in a box of its own', async () => {
  const shop = await aSellingShop(db)
  const { order, cup } = await sixOfTen(shop)
  await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()
  await ship(shop, order.id)
  await receive(shop, cup, 4)
  await serveWaiting(shop.ctx)
  await shop.tell()
  const [, rest] = await live(shop, order)
  await findsNothing(shop, rest!.id)
  const { warehouseId: from, binId } = await aSecondWarehouse(shop)
  await receive({ ...shop, warehouseId: from, binId }, cup, 4)
  const [line] = (await linesOf(shop.ctx, order)).filter(({ variantId }) => variantId === cup.variantId)
  const { id } = await askTransfer(as(shop.ctx, mei), {
    orderId: order.id,
    fromWarehouseId: from,
    toWarehouseId: shop.warehouseId,
    neededBy: shop.ctx.now.add({ hours: 24 }),
    reason: '补发',
    lines: [{ lineId: line!.id, quantity: 4 }],
  })
  for (const step of [acceptTransfer, sendTransfer]) await step(shop.ctx, id)
  await receiveTransfer(shop.ctx, id, [])
  await shop.tell()
  await serveAgain(shop.ctx, order.id)
  await shop.tell()

  expect(await now(shop, order)).toMatchObject({ fulfilment: 'partly_shipped' })
  const waiting = (await live(shop, order)).filter(({ status }) => status === 'released')
  expect(waiting.map(({ lines }) => piecesIn(lines))).toEqual([4])
  await pick(shop, waiting[0]!.id)
  await shop.tell()
  await handOut(shop, order.id, [waiting[0]!.id])
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', refunded: money(0) })
})

test('goods that come in before anybody has begun leave in one parcel with the others', async () => {
  const shop = await aSellingShop(db)
  const { order, cup } = await sixOfTen(shop)
  await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()
  await receive(shop, cup, 4)
  await serveWaiting(shop.ctx)
  expect(await inBoxes(shop, order)).toEqual([11])
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'released', restBy: null })
})

test('what has left, though the order has not heard of it yet, is not sent again with the rest', async () => {
  const shop = await aSellingShop(db)
  const { order, cup } = await sixOfTen(shop)
  await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()
  await shipOrder(shop.ctx, { orderId: order.id, waybillNumber: 'SF10000001' })
  await receive(shop, cup, 20)
  await serveWaiting(shop.ctx)
  expect(await inBoxes(shop, order)).toEqual([7, 4])
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'partly_shipped', restBy: null })
})

test('not sent in parts: an order that misses nothing, one of which nothing is there, for a time that is over; one in parts is not merged', async () => {
  const shop = await aSellingShop(db)
  const { order: whole } = await anOrder(shop, { status: 'paid' })
  const gone = await aProduct(shop, { onHand: 1 })
  const { order: empty } = await anOrder(shop, { status: 'paid', lines: [{ of: gone, quantity: 1 }] })
  await countAway(shop, gone, 1)
  const { order } = await sixOfTen(shop)
  const code = (orderId: Order['id'], restBy?: Temporal.Instant) =>
    sendPart(shop.ctx, { orderId, restBy }).then(
      () => 'sent',
      (error) => error.code,
    )

  expect(await code(whole.id)).toBe('orders.nothing_missing')
  expect(await code(empty.id)).toBe('orders.nothing_there')
  expect(await code(order.id, shop.ctx.now)).toBe('orders.rest_too_soon')
  expect(await code(order.id, shop.ctx.now.add({ hours: 24 }))).toBe('sent')
  await expect(mergeOrders(shop.ctx, { orderIds: [order.id, whole.id] })).rejects.toMatchObject({
    code: expect.stringMatching(/^orders\.(leaves_in_parts|differ)$/),
  })
})

test('two clerks send the part while its goods come in: no piece is set aside or sent twice, and none is forgotten', async () => {
  const shop = await aSellingShop(db)
  const { order, cup } = await sixOfTen(shop)
  await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()
  await ship(shop, order.id)

  await Promise.allSettled([
    sendPart(shop.ctx, { orderId: order.id }),
    receive(shop, cup, 4),
    serveWaiting(shop.ctx),
    sendPart(shop.ctx, { orderId: order.id }),
  ])
  await shop.tell()
  await serveWaiting(shop.ctx)

  expect((await inBoxes(shop, order)).reduce((all, pieces) => all + pieces, 0)).toBe(11)
  expect(piecesIn(await reservationsOf(shop.ctx, order.id))).toBe(4)
})

test('whatever is counted away, sent, received and refunded, the pieces that left, that are set aside, that wait and that were paid back are those that were ordered', async () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('lose' as const), pieces: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ does: fc.constant('receive' as const), pieces: fc.integer({ min: 1, max: 3 }) }),
    fc.constantFrom(...(['part', 'ship', 'serve', 'refund', 'split'] as const)).map((does) => ({ does, pieces: 1 })),
  )
  const shop = await aSellingShop(db)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      const sold = await sixOfTen(shop)
      for (const each of steps) {
        await take(shop, sold, each).catch(({ code }) => expect(code).toMatch(/^(orders|warehouse|inventory)\./))
        await shop.tell()
        await allAccountedFor(shop, sold.order)
      }
    }),
    { numRuns: 5 },
  )
})

type Sold = Awaited<ReturnType<typeof sixOfTen>>
interface Step {
  readonly does: 'lose' | 'receive' | 'part' | 'ship' | 'serve' | 'refund' | 'split'
  readonly pieces: number
}

async function take(shop: SellingShop, { order, cup }: Sold, { does, pieces }: Step): Promise<void> {
  const orderId = order.id
  if (does === 'lose') return countAway(shop, cup, pieces)
  if (does === 'receive') return void (await receive(shop, cup, pieces))
  if (does === 'part') return void (await sendPart(shop.ctx, { orderId }))
  if (does === 'serve') return serveWaiting(shop.ctx)
  if (does === 'refund') return void (await refundMissing(shop.ctx, orderId))
  const [line] = await linesOf(shop.ctx, order)
  if (does === 'split')
    return void (await splitOrder(shop.ctx, { orderId, lines: [{ lineId: line!.id, quantity: 1 }] }))
  for (const { id, status } of await live(shop, order)) if (status === 'released') await pick(shop, id)
  await shop.tell()
  const picked = (await live(shop, order)).filter(({ status }) => status === 'picked').map(({ id }) => id)
  await handOut(shop, orderId, picked)
}

async function allAccountedFor(shop: SellingShop, { id }: Order): Promise<void> {
  const order = await now(shop, { id })
  const held = await reservationsOf(shop.ctx, id)
  if (order.status === 'cancelled') return expect(held).toEqual([])
  const lines = await linesOf(shop.ctx, order)
  const waiting = await transaction(shop.ctx, (tx) => missingOf(tx, order, lines))
  const { lines: left } = await refundableLines(shop.ctx, id)
  for (const line of lines) {
    const of = (parts: readonly { readonly lineId: string; readonly quantity: number }[]) =>
      piecesIn(parts.filter(({ lineId }) => lineId === line.id))
    const given = line.quantity - left.find((each) => each.line.id === line.id)!.left
    expect(line.shipped + of(held) + of(waiting) + given).toBe(line.quantity)
  }
  const boxes = (await live(shop, order)).filter(({ status }) => status !== 'handed_over')
  for (const { box, warehouseId, lines: packed } of boxes.filter(({ status }) => status === 'picked'))
    expect(piecesIn(held.filter((each) => each.box === box && each.warehouseId === warehouseId))).toBe(
      packed.reduce((all, { picked }) => all + picked, 0),
    )
}
