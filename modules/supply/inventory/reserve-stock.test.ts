import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aReservation, aShop, aStockedVariant, aWarehouse, brokenStockRules, received, stockOf } from '#test/stock'
import {
  allocatePicks,
  availabilityOf,
  holdStock,
  keepReservation,
  releaseLines,
  releaseStock,
  reservationsOf,
  reserveStock,
  sweepReservations,
  tellListingAgain,
} from './index.ts'
import { changeLevels } from './level-store.ts'

const { db } = await testDatabase({ maxConnections: 20 })

const line = (variantId: VariantId, quantity = 1) => ({ lineId: newId() as string, variantId, quantity })
const reserve = (ctx: Context, holder: string, lines: ReturnType<typeof line>[], province = '33') =>
  transaction(ctx, (tx) => reserveStock(tx, { holder, lines, province, expiresAt: ctx.now.add({ minutes: 30 }) }))

test('INV-02 an order sets stock aside, a cancellation gives it back, and availability follows at once', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 5)

  const { holder } = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 3 }])
  expect(await availabilityOf(ctx, [mug.variantId])).toEqual(new Map([[mug.variantId, 2]]))
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 5, reserved: 3, available: 2 })

  await transaction(ctx, (tx) => releaseStock(tx, { holder }))
  await transaction(ctx, (tx) => releaseStock(tx, { holder }))
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 5, reserved: 0, available: 5 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 sixty buyers run for the last piece and exactly one gets it', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 1)

  const results = await Promise.allSettled(
    Array.from({ length: 60 }, () => reserve(ctx, newId(), [line(mug.variantId)])),
  )

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['inventory.out_of_stock']))
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 1, reserved: 1, available: 0 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 two warehouses hold one piece each: forty buyers get exactly two', async () => {
  const ctx = await aShop(db)
  const [north, south] = [await aWarehouse(ctx), await aWarehouse(ctx)]
  const mug = await aStockedVariant(ctx, north, 1)
  await received(ctx, south, { variantId: mug.variantId, quantity: 1 })

  const results = await Promise.allSettled(
    Array.from({ length: 40 }, () => reserve(ctx, newId(), [line(mug.variantId)])),
  )

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).not.toContain(
    'database.busy',
  )
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 2, reserved: 2, available: 0 })
})

test('INV-02 two hundred orders for the same two goods in opposite order never block each other', async () => {
  const ctx = await aShop(db)
  const [north, south] = [await aWarehouse(ctx), await aWarehouse(ctx)]
  const [cup, pot] = [await aStockedVariant(ctx, north, 75), await aStockedVariant(ctx, north, 75)]
  for (const { variantId } of [cup, pot]) await received(ctx, south, { variantId, quantity: 75 })

  const results = await Promise.allSettled(
    Array.from({ length: 200 }, async (_, index) => {
      const lines = [line(cup.variantId), line(pot.variantId)]
      const holder = newId()
      await reserve(ctx, holder, index % 2 ? lines : lines.reverse())
      if (index % 3 === 0) await transaction(ctx, (tx) => releaseStock(tx, { holder }))
    }),
  )

  const codes = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason.code ?? String(result.reason)] : [],
  )
  expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ['inventory.out_of_stock'] : []))
  const levels = [await stockOf(ctx, cup.variantId), await stockOf(ctx, pot.variantId)]
  expect(levels[0]).toEqual(levels[1])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 goods that another order gives back at this very moment are had, and so is a correction of goods just received', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 1)
  const { holder } = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 1 }])
  const meanwhile = async (work: (tx: Tx) => Promise<unknown>, other: () => Promise<unknown>) => {
    const written = Promise.withResolvers<void>()
    const first = transaction(ctx, async (tx) => {
      await work(tx)
      written.resolve()
      await untilSomebodyWaits(tx)
    })
    await written.promise
    await Promise.all([first, other()])
  }

  await meanwhile(
    (tx) => releaseStock(tx, { holder }),
    () => reserve(ctx, newId(), [line(mug.variantId)]),
  )
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 1, reserved: 1, available: 0 })

  const level = { variantId: mug.variantId, warehouseId: place.warehouseId }
  await meanwhile(
    (tx) => changeLevels(tx, [{ ...level, onHand: 5 }]),
    () => transaction(ctx, (tx) => changeLevels(tx, [{ ...level, onHand: -3 }])),
  )
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 3, reserved: 1, available: 2 })
})

/** Until somebody waits for what this transaction has locked. */
const untilSomebodyWaits = (tx: Tx) =>
  vi.waitFor(async () => {
    const { rows } = await sql`
      select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx.db)
    expect(rows).toHaveLength(1)
  })

test('INV-02 two lines of one variant are checked as a sum and the failing line is named', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 5)

  await expect(reserve(ctx, newId(), [line(mug.variantId, 3), line(mug.variantId, 3)])).rejects.toMatchObject({
    code: 'inventory.out_of_stock',
    details: { variantId: mug.variantId, wanted: 6, available: 5, field: 'lines.1' },
  })
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 5, reserved: 0, available: 5 })
})

test('INV-02 one line that cannot be served leaves nothing reserved for the others', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const [cup, pot] = [await aStockedVariant(ctx, place, 5), await aStockedVariant(ctx, place, 0)]

  await expect(reserve(ctx, newId(), [line(cup.variantId), line(pot.variantId)])).rejects.toMatchObject({
    details: { field: 'lines.1', available: 0 },
  })
  expect(await stockOf(ctx, cup.variantId)).toMatchObject({ reserved: 0 })
})

test('INV-02 the same holder asking again gets what it holds and takes nothing more', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 5)
  const [holder, lines] = [newId(), [line(mug.variantId, 2)]]

  const first = await reserve(ctx, holder, lines)
  const second = await reserve(ctx, holder, lines)

  expect(second).toEqual(first)
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 2 })
})

test('INV-02 the same holder asking many times at the same moment takes its goods once', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 50)
  const [holder, lines] = [newId(), [line(mug.variantId, 2)]]

  const all = await Promise.all(Array.from({ length: 10 }, () => reserve(ctx, holder, lines)))

  expect(all.every((reserved) => reserved[0]!.quantity === 2)).toBe(true)
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 2 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 one warehouse serves the whole order if it can, the one that serves the province first', async () => {
  const ctx = await aShop(db)
  const [east, west] = [
    await aWarehouse(ctx, { priority: 1, provinces: ['33'] }),
    await aWarehouse(ctx, { priority: 2, provinces: ['51'] }),
  ]
  const [cup, pot] = [await aStockedVariant(ctx, east, 5), await aStockedVariant(ctx, east, 1)]
  for (const { variantId } of [cup, pot]) await received(ctx, west, { variantId, quantity: 5 })
  const from = async (province: string, potQuantity: number) =>
    new Set(
      (await reserve(ctx, newId(), [line(cup.variantId), line(pot.variantId, potQuantity)], province)).map(
        ({ warehouseId }) => warehouseId,
      ),
    )

  expect(await from('510104', 1)).toEqual(new Set([west.warehouseId]))
  expect(await from('33', 2)).toEqual(new Set([west.warehouseId]))
  expect(await from('33', 1)).toEqual(new Set([east.warehouseId]))
})

test('INV-02 an order no warehouse can serve alone is split', async () => {
  const ctx = await aShop(db)
  const [east, west] = [await aWarehouse(ctx, { priority: 1 }), await aWarehouse(ctx, { priority: 2 })]
  const mug = await aStockedVariant(ctx, east, 2)
  await received(ctx, west, { variantId: mug.variantId, quantity: 3 })

  const reserved = await reserve(ctx, newId(), [line(mug.variantId, 4)])

  expect(reserved.map(({ warehouseId, quantity }) => [warehouseId, quantity])).toEqual([
    [east.warehouseId, 2],
    [west.warehouseId, 2],
  ])
})

test('INV-02 a part of a line is given back and no more than it holds', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 5)
  const { holder, lines } = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 3 }])
  const { lineId } = lines[0]!

  await transaction(ctx, (tx) => releaseLines(tx, { holder, lineId, quantity: 2 }))
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 1 })
  await expect(transaction(ctx, (tx) => releaseLines(tx, { holder, lineId, quantity: 2 }))).rejects.toMatchObject({
    code: 'inventory.not_reserved',
  })
  await transaction(ctx, (tx) => releaseLines(tx, { holder, lineId, quantity: 1 }))
  expect(await reservationsOf(ctx, holder)).toEqual([])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 a forgotten reservation is released five minutes after its expiry, a paid one never', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 5)
  const paid = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 1 }])
  const forgotten = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 2 }])
  expect(await transaction(ctx, (tx) => keepReservation(tx, { holder: paid.holder }))).toBe(true)

  await sweepReservations(later(ctx, { minutes: 34 }))
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 3 })
  await sweepReservations(later(ctx, { minutes: 36 }))
  await sweepReservations(later(ctx, { minutes: 36 }))

  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 1 })
  expect(await transaction(ctx, (tx) => keepReservation(tx, { holder: forgotten.holder }))).toBe(false)
})

test('INV-02 of what one holder has set aside only the overdue part is released', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 5)
  const { holder } = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 2 }])
  const kept = { holder, lineId: newId(), variantId: mug.variantId, warehouseId: place.warehouseId, quantity: 1 }
  await transaction(ctx, (tx) => holdStock(tx, kept))

  await sweepReservations(later(ctx, { minutes: 36 }))

  expect(await reservationsOf(ctx, holder)).toMatchObject([{ lineId: kept.lineId, quantity: 1, expiresAt: null }])
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 1 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 a payment and the release of its expired reservation: one wins, and a lost one can be reserved again', async () => {
  const ctx = await aShop(db)
  const mug = await aStockedVariant(ctx, await aWarehouse(ctx), 40)
  const held = []
  for (let index = 0; index < 20; index++)
    held.push(await aReservation(ctx, [{ variantId: mug.variantId, quantity: 1 }]))
  const late = later(ctx, { minutes: 40 })

  const [kept] = await Promise.all([
    Promise.all(held.map(({ holder }) => transaction(late, (tx) => keepReservation(tx, { holder })))),
    sweepReservations(late),
  ])

  for (const [index, { holder, lines }] of held.entries()) {
    expect((await reservationsOf(ctx, holder)).length).toBe(kept[index] ? 1 : 0)
    if (!kept[index])
      await transaction(late, (tx) => reserveStock(tx, { holder, lines, province: '33', expiresAt: null }))
  }
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 20 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('goods that have left already do not keep the rest from being kept when the buyer pays, goods that were let go do', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const [mug, pot] = [await aStockedVariant(ctx, place, 1), await aStockedVariant(ctx, place, 1)]
  const { holder } = await aReservation(ctx, [
    { variantId: mug.variantId, quantity: 1 },
    { variantId: pot.variantId, quantity: 1 },
  ])
  const paidWhen = async (status: 'consumed' | 'released') => {
    await db
      .updateTable('supply.reservations')
      .set({ status, ended_at: ctx.now })
      .where('holder_id', '=', holder)
      .where('variant_id', '=', mug.variantId)
      .execute()
    return transaction(ctx, (tx) => keepReservation(tx, { holder }))
  }

  expect([await paidWhen('consumed'), await paidWhen('released')]).toEqual([true, false])
})

test('OUT-06 a picker is sent to bins of the own warehouse, whatever expires sooner elsewhere', async () => {
  const ctx = await aShop(db)
  const [north, south] = [await aWarehouse(ctx), await aWarehouse(ctx)]
  const { variantId } = await aStockedVariant(ctx, north, 2)
  await received(ctx, south, { variantId, quantity: 2, lot: 'SOON', expiresOn: '2026-04-01' })

  const lines = [{ lineId: newId(), variantId, quantity: 3 }]
  const found = await transaction(ctx, (tx) => allocatePicks(tx, { warehouseId: north.warehouseId, lines }))
  expect(found.map(({ binId, quantity }) => [binId, quantity])).toEqual([[north.shelf, 2]])
})

test('CAT-19 the last piece in any warehouse takes the product off sale, and one that comes back is offered again', async () => {
  const ctx = await aShop(db)
  const [north, south] = [await aWarehouse(ctx), await aWarehouse(ctx)]
  const mug = await aStockedVariant(ctx, north, 1)
  await received(ctx, south, { variantId: mug.variantId, quantity: 1 })
  await db
    .updateTable('goods.products')
    .set({ status: 'on_sale', on_sale_at: ctx.now })
    .where('id', '=', mug.productId)
    .execute()
  const status = async () =>
    (await db.selectFrom('goods.products').select('status').where('id', '=', mug.productId).executeTakeFirstOrThrow())
      .status
  const kinds = async () =>
    (
      await db
        .selectFrom('office.notices')
        .select('kind')
        .where('shop_id', '=', ctx.shopId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind)

  await aReservation(ctx, [{ variantId: mug.variantId, quantity: 1 }])
  expect(await status()).toBe('on_sale')
  const last = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 1 }])
  expect(await status()).toBe('delisted')
  await transaction(ctx, (tx) => releaseStock(tx, { holder: last.holder }))
  expect(await kinds()).toEqual(['listing.out_of_stock', 'listing.stock_back'])
  await tellListingAgain(ctx)
  expect(await kinds()).toEqual(['listing.out_of_stock', 'listing.stock_back'])
})
