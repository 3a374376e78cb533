import { sql } from 'kysely'
import { test } from 'vitest'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import type { LotId } from '#model/supply/inventory'
import { transaction } from '#platform/database'
import { buyNow } from '#sales/carts'
import { findOrder, linesOf, missingOf, startPayment } from '#sales/orders'
import { releaseStock } from '#supply/inventory'
import { later } from '#test/context'
import { aBuyer, anOrder, aProduct, type Buyer, type Goods, type SellingShop } from '#test/orders'
import { aRaceShop, courseOf } from './support/courses.ts'
import { type Call, move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()
const promise = ['supply.stock_levels.stock_levels_promise']

/** People who stand at the checkout again and again, each time with other goods. */
async function crowd(shop: SellingShop, size: number): Promise<Buyer[]> {
  const goods = await aProduct(shop)
  const buyers: Buyer[] = []
  while (buyers.length < size)
    buyers.push(...(await Promise.all(Array.from({ length: 10 }, () => aBuyer(shop, [{ of: goods }])))))
  return buyers.slice(0, size)
}

/** One of them orders one piece at the price of all our goods. */
async function ordering({ ctx, address, total }: Buyer, variantId: VariantId): Promise<Call> {
  const cartId = await buyNow(ctx, { variantId, quantity: 1 })
  return move('placeOrder', ctx, { cartId, addressId: address.id, expectedTotal: total })
}

/** Twenty buyers stand before the last unit. */
const lastUnit: Race = async (db) => {
  const shop = await aRaceShop(db)
  const buyers = await crowd(shop, 20)
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 1 })
    return {
      calls: await Promise.all(buyers.map((buyer) => ordering(buyer, variantId))),
      refused: ['inventory.out_of_stock'],
      harm: async () => (shop.gateway.calls.length > 0 ? 'the provider was called' : undefined),
    }
  })
}

test('B01 twenty buyers of the last unit: one order', () => track.holds(lastUnit))
test('B01 guard off: without “reserve what is free” the last unit is sold twice', () =>
  track.breaks(lastUnit, 'reserve what is free', promise))
test('B01 guard off: without “look at locked levels” the last unit is sold twice', () =>
  track.breaks(lastUnit, 'look at locked levels', promise))

/** What was reserved for nobody the doctor knows is free again, once the round has been looked at. */
async function letGo({ ctx }: SellingShop, holders: readonly string[]): Promise<undefined> {
  for (const holder of holders) await transaction(ctx, (tx) => releaseStock(tx, { holder }))
}

const slotOf = async ({ ctx, binId }: SellingShop, { variantId }: Goods) => {
  const { rows } = await sql<{ lotId: LotId }>`
    select lot_id as "lotId" from supply.bin_stock where shop_id = ${ctx.shopId} and variant_id = ${variantId}`.execute(
    ctx.db,
  )
  return { binId, variantId, lotId: rows[0]!.lotId }
}

/** Every door through which a unit can be promised: an order, a transfer, an order that grows, another order. */
const everyDoor: Race = async (db) => {
  const shop = await aRaceShop(db)
  const [buyer] = (await crowd(shop, 1)) as [Buyer]
  const other = await aProduct(shop, { onHand: 9_000 })
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 1 })
    const { order } = await anOrder(shop, { lines: [{ of: other }] })
    const [line] = await linesOf(shop.ctx, order)
    const hold = { holder: newId(), lineId: newId(), variantId, warehouseId: shop.warehouseId, quantity: 1 }
    const reserve = { holder: newId(), lines: [{ lineId: newId(), variantId, quantity: 1 }], province: '33' }
    return {
      calls: [
        await ordering(buyer, variantId),
        move('holdStock', shop.ctx, hold),
        move('changeItems', shop.ctx, {
          orderId: order.id,
          lines: [{ lineId: line!.id, variantId, quantity: 1 }],
          reason: 'swap',
        }),
        move('reserveStock', shop.ctx, { ...reserve, expiresAt: null }),
      ],
      refused: ['inventory.out_of_stock', 'orders.line_not_for_sale'],
      harm: () => letGo(shop, [hold.holder, reserve.holder]),
    }
  })
}

test('B01 an order, a transfer, a changed order and a reservation want the last unit: one gets it', () =>
  track.holds(everyDoor))
test('B01 guard off: without “levels keep the promise” a transfer takes the unit an order has', () =>
  track.breaks(everyDoor, 'levels keep the promise', promise))

/** Two holders, each with two lines of the same goods, of which there are three. */
const twoLines: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 3 })
    const line = (quantity: number) => ({ lineId: newId(), variantId, quantity })
    const [first, second, third] = [newId(), newId(), newId()] as const
    const wish = (holder: string, ...quantities: number[]) =>
      move('reserveStock', shop.ctx, {
        holder,
        lines: quantities.map(line),
        province: '33',
        expiresAt: null,
      })
    return {
      calls: [wish(first, 2, 2), wish(second, 1, 2), wish(third, 2, 1)],
      refused: ['inventory.out_of_stock'],
      harm: () => letGo(shop, [first, second, third]),
    }
  })
}

test('B05 two lines of one order share one stock: their sum decides', () => track.holds(twoLines))
test('B05 guard off: without “reserve what is free” their sum exceeds the stock', () =>
  track.breaks(twoLines, 'reserve what is free', promise))

/** The promise of an unpaid order is swept away, somebody else orders, and its buyer pays. */
const paidTooLate: Race = async (db) => {
  const shop = await aRaceShop(db)
  const [rival] = (await crowd(shop, 1)) as [Buyer]
  let turn = 0
  return courseOf(shop, async () => {
    const goods = await aProduct(shop, { onHand: 1 })
    const rivals = await ordering(rival, goods.variantId)
    const { order, buyer } = await anOrder(shop, { lines: [{ of: goods }] })
    const { number } = await startPayment(buyer.ctx, { orderId: order.id })
    const over = later(shop.ctx, { minutes: 45 })
    const after = (turn++ % 6) * 10
    return {
      calls: [move('sweepReservations', over, {}), move('payAndTell', over, { number, after }), rivals],
      winners: [2, 3],
      refused: ['inventory.out_of_stock', 'orders.line_not_for_sale'],
      harm: () => paidWithoutGoods(shop, order.id),
    }
  })
}

async function paidWithoutGoods(shop: SellingShop, orderId: string): Promise<string | undefined> {
  await shop.tell()
  const order = (await findOrder(shop.ctx, orderId))!
  if (order.status === 'cancelled') return undefined
  const missing = await transaction(shop.ctx, async (tx) => missingOf(tx, order, await linesOf(tx, order)))
  return order.payment === 'paid' && missing.length > 0 ? 'paid, and nothing is set aside for it' : undefined
}

test('B16 paid while its promise runs out: the order has its goods, or its money goes back', () =>
  track.holds(paidTooLate))
test('B16 guard off: without “a paid order secures its goods” it is paid and has none', () =>
  track.breaks(paidTooLate, 'a paid order secures its goods'))

/** Two who have counted the same shelf, and a buyer. */
const countAgainstCheckout: Race = async (db) => {
  const shop = await aRaceShop(db)
  const [buyer] = (await crowd(shop, 1)) as [Buyer]
  return courseOf(shop, async () => {
    const goods = await aProduct(shop, { onHand: 3 })
    const slot = await slotOf(shop, goods)
    const count = () =>
      move('adjustStock', shop.ctx, { ...slot, change: -2, seen: 3, reason: 'counted', causeId: newId() })
    return {
      calls: [count(), await ordering(buyer, goods.variantId), count()],
      winners: 2,
      refused: ['inventory.stock_moved', 'inventory.not_so_many'],
    }
  })
}

test('B18 of two who counted one shelf while it was sold from one is booked, and no number turns negative', () =>
  track.holds(countAgainstCheckout))
test('B18 guard off: without “a count is of what was seen” both are booked', () =>
  track.breaks(async (db) => {
    const shop = await aRaceShop(db)
    return courseOf(shop, async () => {
      const slot = await slotOf(shop, await aProduct(shop, { onHand: 9 }))
      const count = () =>
        move('adjustStock', shop.ctx, { ...slot, change: -2, seen: 9, reason: 'counted', causeId: newId() })
      return { calls: [count(), count()] }
    })
  }, 'a count is of what was seen'))

/** Two hundred people order at the same moment. */
const twoHundred: Race = async (db) => {
  const shop = await aRaceShop(db)
  const buyers = await crowd(shop, 200)
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 200 })
    const calls: Call[] = []
    for (const buyer of buyers) calls.push(await ordering(buyer, variantId))
    return {
      calls,
      winners: 200,
      harm: async ({ outcomes }) => {
        const numbers = new Set(outcomes.map((each) => each.ok && (each.value as { number: string }).number))
        return numbers.size === 200 ? undefined : `${numbers.size} numbers for 200 orders`
      },
    }
  })
}

test('B25 two hundred orders at once get two hundred numbers', () => track.holds(twoHundred, 1))

/** Holders who want the same ten goods, half of them in the opposite order. */
const crossed: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await Promise.all(Array.from({ length: 10 }, () => aProduct(shop, { onHand: 9_000 })))
  const ids = goods.map(({ variantId }) => variantId)
  return courseOf(shop, async () => {
    const holders = Array.from({ length: 8 }, () => newId())
    const wish = (holder: string, variantIds: readonly VariantId[]) =>
      move('reserveStock', shop.ctx, {
        holder,
        lines: variantIds.map((variantId) => ({ lineId: newId(), variantId, quantity: 1 })),
        province: '33',
        expiresAt: null,
      })
    return {
      calls: holders.map((holder, turn) => wish(holder, turn % 4 < 2 ? ids : ids.toReversed())),
      winners: 8,
      harm: async ({ failures }) => (failures.includes('40P01') ? 'a deadlock' : letGo(shop, holders)),
    }
  })
}

test('B26 orders of A and B and of B and A never wait for each other', () => track.holds(crossed))
test('B26 guard off: without “lock levels in one order” they do', () =>
  track.breaks(crossed, 'lock levels in one order'))
