import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { piecesIn } from '#kernel/quantity'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { startPicking } from '#supply/warehouse'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aReleasedOutbound,
  aReservation,
  aShop,
  aStockedVariant,
  aWarehouse,
  brokenStockRules,
  stockOf,
} from '#test/stock'
import { adjustStock, keepReservation, reservationsOf, stockByBin } from './index.ts'

const { db } = await testDatabase()

test('INV-02 a true short count releases the newest reservations first, unpaid before paid, and says whose', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aStockedVariant(ctx, place, 10)
  const oldest = await aReservation(ctx, [{ variantId, quantity: 4 }])
  const paid = await aReservation(later(ctx, { minutes: 1 }), [{ variantId, quantity: 3 }])
  await transaction(ctx, (tx) => keepReservation(tx, { holder: paid.holder }))
  const newest = await aReservation(later(ctx, { minutes: 2 }), [{ variantId, quantity: 3 }])
  const [slot] = await stockByBin(ctx, { variantId })

  await adjustStock(ctx, {
    binId: slot!.binId,
    lotId: slot!.lotId,
    variantId,
    change: -5,
    reason: 'counted',
    causeId: newId(),
    seen: 10,
  })

  const left = async ({ holder }: { holder: string }) => piecesIn(await reservationsOf(ctx, holder))
  expect([await left(oldest), await left(paid), await left(newest)]).toEqual([2, 3, 0])
  const event = await db
    .selectFrom('platform.events')
    .select('data')
    .where('shop_id', '=', ctx.shopId)
    .where('type', '=', 'stock.short')
    .executeTakeFirstOrThrow()
  expect((event.data as { holders: unknown[] }).holders).toHaveLength(2)
  expect(event.data).toMatchObject({
    holders: expect.arrayContaining([{ holder: newest.holder, lineId: newest.lines[0]!.lineId, quantity: 3 }]),
  })
  expect(await balanceOf(ctx, 'stock_losses')).toEqual({ minor: 4_000, currency: 'CNY' })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 goods that a picker is fetching are not the ones a short count takes away', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 6)
  const early = await aReservation(ctx, [{ variantId: mug.variantId, quantity: 3 }], { expiresAt: null })
  const picking = await aReleasedOutbound(later(ctx, { minutes: 5 }), [{ item: mug, quantity: 3 }])
  await startPicking(ctx, { outboundId: picking.outboundIds[0]! })
  const [slot] = await stockByBin(ctx, { variantId: mug.variantId })

  await adjustStock(ctx, {
    binId: slot!.binId,
    lotId: slot!.lotId,
    variantId: mug.variantId,
    change: -2,
    reason: 'counted',
    causeId: newId(),
  })

  expect(await reservationsOf(ctx, picking.sourceId)).toMatchObject([{ quantity: 3 }])
  expect(await reservationsOf(ctx, early.holder)).toMatchObject([{ quantity: 1 }])
})

test('INV-02 a count that is out of date is refused, and of two counts of one bin one wins', async () => {
  const ctx = await aShop(db)
  const { variantId } = await aStockedVariant(ctx, await aWarehouse(ctx), 10)
  const [slot] = await stockByBin(ctx, { variantId })
  const count = { binId: slot!.binId, lotId: slot!.lotId, variantId, reason: 'counted', seen: 10 }

  const results = await Promise.allSettled(
    [-1, -2].map((change) => adjustStock(ctx, { ...count, change, causeId: newId() })),
  )

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = results.find((result) => result.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'inventory.stock_moved', details: { seen: 10 } })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 a correction needs a reason, a change, and as many free pieces as it takes away', async () => {
  const ctx = await aShop(db)
  const { variantId } = await aStockedVariant(ctx, await aWarehouse(ctx), 2)
  const [slot] = await stockByBin(ctx, { variantId })
  const correct = (change: number, reason: string) =>
    adjustStock(ctx, { binId: slot!.binId, lotId: slot!.lotId, variantId, change, reason, causeId: newId() })
  await expect((async () => correct(-1, ' '))()).rejects.toMatchObject({ code: 'inventory.reason_missing' })
  await expect(correct(0, 'none')).rejects.toMatchObject({ code: 'inventory.no_change' })
  await expect(correct(-3, 'gone')).rejects.toMatchObject({ code: 'inventory.not_so_many' })
  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 2 })
})

test('INV-02 a correction names the goods that are in the lot', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const [mug, pot] = [await aStockedVariant(ctx, place, 3), await aStockedVariant(ctx, place, 3)]
  const [slot] = await stockByBin(ctx, { variantId: mug.variantId })
  const { binId, lotId } = slot!

  await expect(
    adjustStock(ctx, { binId, lotId, variantId: pot.variantId, change: 1, reason: 'counted', causeId: newId() }),
  ).rejects.toMatchObject({ code: 'inventory.lot_not_found' })

  expect(await stockOf(ctx, pot.variantId)).toMatchObject({ onHand: 3 })
  expect(await brokenStockRules(ctx)).toEqual([])
})
