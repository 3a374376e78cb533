import { expect, test } from 'vitest'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aReservation, aShop, aVariant, aWarehouse, brokenStockRules, received, stockOf } from '#test/stock'
import {
  blockLot,
  expireLots,
  expiringLots,
  firstBin,
  lotsOf,
  moveStock,
  reservationsOf,
  stockGrid,
  unblockLot,
  warnOfExpiry,
} from './index.ts'

const { db } = await testDatabase()

test('INV-08 every lot knows when it came in and went out', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aVariant(ctx)
  await received(ctx, place, { variantId, quantity: 5, lot: 'OLD' })
  const tomorrow = later(ctx, { days: 1 })
  await received(tomorrow, place, { variantId, quantity: 5, lot: 'NEW' })
  await received(later(ctx, { days: 2 }), place, { variantId, quantity: 2, lot: 'OLD' })

  expect(await lotsOf(ctx, variantId)).toMatchObject([
    {
      number: 'OLD',
      received: 7,
      dispatched: 0,
      onHand: 7,
      firstInAt: ctx.now,
      lastInAt: ctx.now.add({ hours: 48 }),
      firstOutAt: null,
    },
    { number: 'NEW', received: 5, onHand: 5, firstInAt: tomorrow.now },
  ])
})

test('INV-09 a lot keeps its dates, gets its expiry from the shelf life, and refuses other dates', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const tea = await aVariant(ctx, { shelfLifeDays: 540 })
  await received(ctx, place, { variantId: tea.variantId, quantity: 5, producedOn: '2026-01-01' })

  const [lot] = await lotsOf(ctx, tea.variantId)
  expect([lot!.producedOn?.toString(), lot!.expiresOn?.toString()]).toEqual(['2026-01-01', '2027-06-25'])
  await expect(
    received(ctx, place, { variantId: tea.variantId, quantity: 1, producedOn: '2026-02-01' }),
  ).rejects.toMatchObject({ code: 'inventory.lot_dates_differ' })
  await expect(
    received(ctx, place, {
      variantId: tea.variantId,
      quantity: 1,
      lot: 'X',
      producedOn: '2026-02-01',
      expiresOn: '2026-01-01',
    }),
  ).rejects.toMatchObject({ code: 'inventory.lot_dates_wrong' })
})

test('INV-09 stock keepers are warned once, thirty days before a lot expires', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId, sku } = await aVariant(ctx)
  await received(ctx, place, { variantId, quantity: 5, lot: 'SOON', expiresOn: '2026-04-01' })
  await received(ctx, place, { variantId, quantity: 5, lot: 'LATE', expiresOn: '2026-04-02' })

  expect((await expiringLots(ctx)).map(({ number, daysLeft, quantity }) => [number, daysLeft, quantity])).toEqual([
    ['SOON', 30, 5],
  ])
  await warnOfExpiry(ctx)
  await warnOfExpiry(later(ctx, { hours: 1 }))
  const notices = await db
    .selectFrom('office.notices')
    .select(['kind', 'subject', 'data'])
    .where('shop_id', '=', ctx.shopId)
    .where('kind', '=', 'lot.expiring')
    .execute()
  expect(notices).toEqual([
    { kind: 'lot.expiring', subject: 'lot', data: { number: 'SOON', sku, quantity: 5, expiresOn: '2026-04-01' } },
  ])
})

test('INV-09 expired goods leave the promise for quarantine and their newest reservations end', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aVariant(ctx)
  await received(ctx, place, { variantId, quantity: 4, lot: 'OLD', expiresOn: '2026-03-03' })
  await received(ctx, place, { variantId, quantity: 2, lot: 'NEW', expiresOn: '2027-03-03' })
  const { holder } = await aReservation(ctx, [{ variantId, quantity: 5 }])

  await expireLots(later(ctx, { days: 1 }))
  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 6 })
  const after = later(ctx, { days: 2 })
  await expireLots(after)
  await expireLots(after)

  expect(await stockOf(ctx, variantId)).toEqual({ onHand: 2, reserved: 2, available: 0 })
  expect(await reservationsOf(ctx, holder)).toMatchObject([{ quantity: 2 }])
  expect((await stockGrid(ctx, { limit: 10 })).rows).toMatchObject([{ quarantined: 4 }])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-09 an expired lot cannot be received or moved onto a shelf', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aVariant(ctx)
  const quarantine = await firstBin(ctx, place.warehouseId, 'quarantine')
  await expect(received(ctx, place, { variantId, quantity: 1, expiresOn: '2026-03-01' })).rejects.toMatchObject({
    code: 'inventory.lot_not_sellable',
  })
  const lotId = await received(ctx, place, { variantId, quantity: 1, bin: quarantine.id, expiresOn: '2026-03-01' })
  await expect(
    moveStock(ctx, { fromBinId: quarantine.id, toBinId: place.shelf, lotId, variantId, quantity: 1 }),
  ).rejects.toMatchObject({ code: 'inventory.lot_not_sellable' })
})

test('INV-09 a blocked lot is neither sold nor picked until it is released again', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aVariant(ctx)
  const lotId = await received(ctx, place, { variantId, quantity: 4 })
  await blockLot(ctx, { lotId, reason: 'complaint' })
  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 0 })

  const quarantine = await firstBin(ctx, place.warehouseId, 'quarantine')
  const back = { fromBinId: quarantine.id, toBinId: place.shelf, lotId, variantId, quantity: 4 }
  await expect(moveStock(ctx, back)).rejects.toMatchObject({ code: 'inventory.lot_not_sellable' })
  await unblockLot(ctx, { lotId, reason: 'all clear' })
  await moveStock(ctx, back)
  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 4 })
  expect(await brokenStockRules(ctx)).toEqual([])
})
