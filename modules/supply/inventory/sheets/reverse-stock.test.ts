import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { findImports, findReversal, reverseImport, runReversal } from '#platform/imports'
import { adjustStock, moveStock, stockByBin, stockImport } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { bring, takeBack, takeBackNow } from '#test/exchange'
import { asHouse } from '#test/goods'
import { aReservation, aShop, aStockedVariant, aWarehouse, brokenStockRules, stockOf } from '#test/stock'

const { db } = await testDatabase()
const kind = stockImport()
const head = ['SKU', 'Quantity', 'Mode', 'Bin', 'Lot', 'Document']

async function aStockroom(count = 1, quantity = 10) {
  const ctx = asHouse(await aShop(db))
  const place = await aWarehouse(ctx, { code: 'HZ' })
  const ids: VariantId[] = []
  for (let at = 0; at < count; at++)
    ids.push((await aStockedVariant(ctx, place, quantity, { sku: `T-${at}` })).variantId)
  const onHand = async () => Promise.all(ids.map(async (id) => (await stockOf(ctx, id)).onHand))
  const correct = async (at: number, change: number) => {
    const [slot] = await stockByBin(ctx, { variantId: ids[at]! } as Parameters<typeof stockByBin>[1])
    const { binId, lotId } = slot!
    await adjustStock(ctx, { binId, lotId, variantId: ids[at]!, change, reason: 'found', causeId: newId() })
  }
  return { ctx, ids, place, onHand, correct }
}

const counted = (at: number, quantity: number) => [`T-${at}`, `${quantity}`, 'count', 'A1', 'L1', '']
const received = (at: number, quantity: number, document = 'DN-1') => [
  `T-${at}`,
  `${quantity}`,
  'receipt',
  'A1',
  'L1',
  document,
]

test('CAT-14 an import of stock is taken back where nobody counted since and what came in is still free', async () => {
  const row = fc.record({ receipt: fc.boolean(), quantity: fc.integer({ min: 1, max: 20 }) })
  const edit = fc.record({ at: fc.integer({ min: 0, max: 3 }), reserve: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 4, maxLength: 4 }),
      fc.array(edit, { maxLength: 3 }),
      async (rows, edits) => {
        const { ctx, ids, onHand, correct } = await aStockroom(4)
        const before = await onHand()
        const sheet = rows.map(({ receipt, quantity }, at) => (receipt ? received : counted)(at, quantity))
        await bring(ctx, kind, [head, ...sheet])
        const brought = await onHand()
        const corrected = new Set<number>()
        const reserved = new Map<number, number>()
        for (const { at, reserve } of edits) {
          if (!reserve) await correct(at, 1).then(() => corrected.add(at))
          else if (brought[at]! - (reserved.get(at) ?? 0) > 0) {
            await aReservation(ctx, [{ variantId: ids[at]!, quantity: 1 }], { expiresAt: null })
            reserved.set(at, (reserved.get(at) ?? 0) + 1)
          }
        }
        const edited = await onHand()
        await takeBack(ctx, kind)

        const expected = ids.map((_, at) => {
          const change = brought[at]! - before[at]!
          const stays = corrected.has(at) || (change > 0 && edited[at]! - (reserved.get(at) ?? 0) < change)
          return stays ? edited[at] : edited[at]! - change
        })
        expect(await onHand()).toEqual(expected)
        expect(await brokenStockRules(ctx)).toEqual([])
      },
    ),
    { numRuns: 8 },
  )
})

test('CAT-14 a receipt that was taken back comes in again with the same sheet, and is taken back again', async () => {
  const { ctx, onHand } = await aStockroom()
  const sheet = [head, received(0, 5)]
  for (let round = 0; round < 2; round++) {
    expect(await bring(ctx, kind, sheet)).toMatchObject({ created: 1 })
    expect(await onHand()).toEqual([15])
    expect(await takeBack(ctx, kind)).toEqual({ reversed: 1, kept: {} })
    expect(await onHand()).toEqual([10])
  }
  expect([await bring(ctx, kind, sheet), await bring(ctx, kind, sheet)]).toMatchObject([
    { created: 1 },
    { unchanged: 1 },
  ])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('the last import is taken back before the one under it; the other way round the later count holds', async () => {
  const { ctx, onHand } = await aStockroom(2)
  await bring(ctx, kind, [head, counted(0, 7), counted(1, 7)])
  await bring(ctx, kind, [head, counted(0, 4)])
  expect(await takeBack(ctx, kind)).toEqual({ reversed: 1, kept: {} })
  expect(await onHand()).toEqual([7, 7])
  expect(await takeBack(ctx, kind)).toEqual({ reversed: 2, kept: {} })
  expect(await onHand()).toEqual([10, 10])

  await bring(ctx, kind, [head, counted(0, 7)])
  await bring(ctx, kind, [head, counted(0, 4)])
  const [older] = (await findImports(ctx, { kind: kind.kind })).rows.slice(1)
  await reverseImport(ctx, older!.id)
  await runReversal(ctx, older!.id)
  expect(await findReversal(ctx, older!.id)).toMatchObject({ reversed: 0, kept: 1 })
  expect(await onHand()).toEqual([4, 10])
})

test('two receipts of one place draw on the same free pieces, and a promise is never broken', async () => {
  const { ctx, ids, onHand } = await aStockroom(1, 2)
  await bring(ctx, kind, [head, received(0, 4, 'DN-1'), received(0, 5, 'DN-2')])
  await aReservation(ctx, [{ variantId: ids[0]!, quantity: 5 }], { expiresAt: null })

  expect(await takeBack(ctx, kind)).toEqual({ reversed: 1, kept: { 'T-0': 'stock_import.moved_since' } })
  expect(await onHand()).toEqual([6])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('goods that are promised while their receipt is taken back are promised or gone, never both', async () => {
  const { ctx, ids } = await aStockroom(3, 1)
  await bring(ctx, kind, [head, ...ids.map((_, at) => received(at, 4))])
  const [, ...promised] = await Promise.allSettled([
    takeBackNow(ctx, kind),
    ...ids.map((variantId) => aReservation(ctx, [{ variantId, quantity: 3 }], { expiresAt: null })),
  ])
  const stocks = await Promise.all(ids.map((id) => stockOf(ctx, id)))

  expect(stocks.map(({ onHand, reserved }) => [onHand, reserved])).toEqual(
    promised.map(({ status }) => (status === 'fulfilled' ? [5, 3] : [1, 0])),
  )
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('what came in and was carried to another shelf since stays there: a shelf is never left owing', async () => {
  const { ctx, ids, place, onHand } = await aStockroom(1, 2)
  await bring(ctx, kind, [head, received(0, 5)])
  const [slot] = await stockByBin(ctx, { variantId: ids[0]! } as Parameters<typeof stockByBin>[1])
  const { binId: fromBinId, lotId } = slot!
  await moveStock(ctx, { fromBinId, toBinId: place.bins[1]!.id, lotId, variantId: ids[0]!, quantity: 4 })

  expect(await takeBack(ctx, kind)).toEqual({ reversed: 0, kept: { 'T-0': 'stock_import.moved_since' } })
  expect(await onHand()).toEqual([7])
  expect(await brokenStockRules(ctx)).toEqual([])
})
