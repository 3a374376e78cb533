import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, newId } from '#kernel/id'
import { money, subtract, sum } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { paymentsOf } from '#sales/payments'
import { receiveStock } from '#supply/inventory'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { aCashShop, onDelivery, signed } from '#test/cash'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, handOut, pick, type SellingShop, track } from '#test/orders'
import { splitOverBoxes } from './cash-of-order.ts'
import { dueAtTheDoor, findOrder, refundMissing, sendPartLocked, serveAgain } from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!

/** Three pieces to be paid on delivery whose box is labelled, and of which Mei then does not find one. */
async function withOneMissing(shop: SellingShop) {
  const goods = await aProduct(shop, { onHand: 3 })
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const outboundId = outbound!.id
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId })
  await shop.tell()
  await reportShort(ctx, { scanId: newId(), outboundId, pickId: picks[0]!.id, quantity: 1, reason: 'missing' })
  await pick(shop, outboundId)
  await shop.tell()
  return { order, goods }
}

/** The same, of which the two that were found have left. */
async function withFirstPartOut(shop: SellingShop) {
  const sold = await withOneMissing(shop)
  await transaction(shop.ctx, (tx) => sendPartLocked(tx, { orderId: sold.order.id }))
  await shop.tell()
  await handOut(shop, sold.order.id)
  return sold
}

test('PAY-01 an order paid on delivery that leaves in parts: each courier collects what is in the box, together what is owed', async () => {
  const shop = await aCashShop(db)
  const { order, goods } = await withFirstPartOut(shop)
  const { warehouseId, binId } = shop
  const receipt = { warehouseId, binId, variantId: goods.variantId, quantity: 1, lot: { number: 'L2' } }

  await transaction(shop.ctx, (tx) => receiveStock(tx, { ...receipt, cause: 'test', causeId: newId() }))
  await serveAgain(shop.ctx, order.id)
  const [, rest] = await outboundsOf(shop.ctx, order.id)

  const { minor } = order.total
  expect((await outboundsOf(shop.ctx, order.id)).map(({ collectMinor }) => collectMinor)).toEqual([
    minor - Math.floor(minor / 3),
    Math.floor(minor / 3),
  ])
  await pick(shop, rest!.id)
  await shop.tell()
  await handOut(shop, order.id, [rest!.id])
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', payment: 'on_delivery' })
})

test('PAY-01 of an order paid on delivery the rest no longer follows: what the courier has collected for the first part is all of it', async () => {
  const shop = await aCashShop(db)
  const { order } = await withFirstPartOut(shop)
  expect(await dueAtTheDoor(shop.ctx, await now(shop, order))).toEqual(order.total)
  await signed(shop, order)
  expect(await now(shop, order)).toMatchObject({ payment: 'on_delivery' })
  expect(await dueAtTheDoor(shop.ctx, await now(shop, order))).toEqual(money(Math.floor(order.total.minor / 3)))

  await refundMissing(shop.ctx, order.id)
  await shop.tell({ twice: true })

  const { payment, waived, total } = await now(shop, order)
  expect(payment).toBe('paid')
  const [paid] = await paymentsOf(shop.ctx, order.id)
  expect(paid!.amount).toEqual(subtract(total, waived))
})

test('PAY-09 the first part is refused at the door and the rest no longer follows: the order is over and owes nothing', async () => {
  const shop = await aCashShop(db)
  const { order } = await withFirstPartOut(shop)
  await track(shop, order.id, 'returned')
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'partly_shipped', payment: 'on_delivery' })

  await refundMissing(shop.ctx, order.id)
  await shop.tell({ twice: true })

  expect(await now(shop, order)).toMatchObject({
    headline: 'cancelled',
    cancelReason: 'refused',
    waived: order.total,
    refunded: money(0),
  })
  expect(await balanceOf(shop.ctx, 'cash_on_the_way')).toEqual(money(0))
})

/** An order that came to nothing: cancelled once, and nobody owes anything for it. */
async function isOver(shop: SellingShop, order: Order): Promise<void> {
  const balance = async (account: Parameters<typeof balanceOf>[1]) => (await balanceOf(shop.ctx, account)).minor
  const { waived, refunded, cancelReason, headline } = await now(shop, order)
  expect({ waived, refunded, cancelReason, headline }).toEqual({
    waived: order.total,
    refunded: money(0),
    cancelReason: 'refused',
    headline: 'cancelled',
  })
  for (const account of ['cash_on_the_way', 'carrier_receivables', 'payouts_due', 'customer_deposits'] as const)
    expect(await balance(account)).toBe(0)
  expect((await balance('sales')) + (await balance('freight_income'))).toBe(await balance('refunds'))
  const ended = (await historyOf(shop.ctx, order.id)).filter(({ type }) => type === 'order.cancelled')
  expect(ended).toHaveLength(1)
}

test('PAY-09 the rest given up while its box is on the way and that box refused then, or both at once: the order ends once', async () => {
  const shop = await aCashShop(db)
  const { order: before } = await withFirstPartOut(shop)
  await refundMissing(shop.ctx, before.id)
  await shop.tell()
  await track(shop, before.id, 'returned')
  await shop.tell({ twice: true })
  await isOver(shop, before)

  const other = await aCashShop(db)
  const { order: atOnce } = await withFirstPartOut(other)
  await Promise.all([track(other, atOnce.id, 'returned'), refundMissing(other.ctx, atOnce.id)])
  await other.tell({ twice: true })
  await isOver(other, atOnce)
})

test('PAY-01 pieces that are not found are not collected: the label is made anew with the smaller amount', async () => {
  const shop = await aCashShop(db)
  const { order } = await withOneMissing(shop)

  await refundMissing(shop.ctx, order.id)
  await shop.tell()
  await handOut(shop, order.id)

  const due = order.total.minor - 2_500
  const parcels = await parcelsOf(shop.ctx, order.id)
  expect(parcels.map(({ status, collectMinor }) => [status, collectMinor])).toEqual([
    ['cancelled', order.total.minor],
    ['handed_over', due],
  ])
  await signed(shop, order)
  expect(await now(shop, order)).toMatchObject({ payment: 'paid', waived: money(2_500), refunded: money(0) })
  expect(await balanceOf(shop.ctx, 'cash_on_the_way')).toEqual(money(0))
})

test('PAY-09 property: the amounts of the boxes sum to what is owed, whatever lies in which box', () => {
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unit: fc.integer({ min: 0, max: 99_999 }) })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 45, maxLength: 45 }),
      fc.integer({ min: 0, max: 9_999_999 }),
      (lines, where, owed) => {
        const known = lines.map(({ quantity, unit }) => ({
          id: newId<'OrderLine'>(),
          quantity,
          total: money(quantity * unit),
        }))
        const boxes = [0, 1, 2].map((box) => ({
          id: newId<'Outbound'>(),
          lines: known.map(({ id, quantity }, index) => ({
            sourceLineId: id as string,
            quantity: Array.from({ length: quantity }, (_, piece) => where[index * 9 + piece]).filter(
              (at) => at === box,
            ).length,
            short: 0,
          })),
        }))

        const parts = splitOverBoxes(money(owed), known, boxes)
        const [last, ...others] = boxes.toReversed()
        const follows = last!.lines.map(({ sourceLineId, quantity }) => ({
          lineId: sourceLineId as Id<'OrderLine'>,
          quantity,
        }))
        const first = splitOverBoxes(
          money(owed),
          known,
          others.toReversed(),
          follows.filter(({ quantity }) => quantity > 0),
        )

        expect(sum(parts.map(({ amount }) => amount)).minor).toBe(owed)
        expect(parts.every(({ amount }) => amount.minor >= 0)).toBe(true)
        expect(first).toEqual(parts.filter(({ outboundId }) => outboundId !== last!.id))
      },
    ),
    { numRuns: 200 },
  )
})
