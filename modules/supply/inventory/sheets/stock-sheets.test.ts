import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { registerExportKind } from '#platform/exports'
import { allocatePicks, movementsExport, stockByBin, stockExport, stockImport } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { bring, linesOf, takeOut } from '#test/exchange'
import { asHouse } from '#test/goods'
import {
  aReservation,
  aShop,
  aStockedVariant,
  aVariant,
  aWarehouse,
  brokenStockRules,
  received,
  stockOf,
} from '#test/stock'

const { db } = await testDatabase()
registerExportKind(stockExport())
registerExportKind(movementsExport())
const kind = stockImport()

async function aStockroom() {
  const ctx = asHouse(await aShop(db))
  return { ctx, place: await aWarehouse(ctx, { code: 'HZ' }) }
}

const where = async (ctx: Awaited<ReturnType<typeof aStockroom>>['ctx'], item: { variantId: never }) =>
  (await stockByBin(ctx, item)).map(({ bin, lot, quantity, expiresOn }) => [bin, lot, quantity, expiresOn?.toString()])

test('a count corrects what differs, with its reason, and the same sheet again changes nothing', async () => {
  const { ctx, place } = await aStockroom()
  const tea = await aStockedVariant(ctx, place, 10, { sku: 'TEA-1' })
  const cup = await aStockedVariant(ctx, place, 4, { sku: 'CUP-1' })
  const sheet = [
    ['商家编码', '数量', '库位', '批次', '原因'],
    ['TEA-1', '7', 'A1', 'L1', '年中盘点'],
    ['CUP-1', '4', 'A1', 'L1', ''],
  ]
  const tried = await bring(ctx, kind, sheet, { dryRun: true })
  const done = await bring(ctx, kind, sheet)

  expect(done).toEqual({ created: 0, updated: 1, unchanged: 1, failed: [] })
  expect(tried).toEqual(done)
  expect(await bring(ctx, kind, sheet)).toEqual({ created: 0, updated: 0, unchanged: 2, failed: [] })
  expect([await stockOf(ctx, tea.variantId), await stockOf(ctx, cup.variantId)]).toMatchObject([
    { onHand: 7 },
    { onHand: 4 },
  ])
  expect(linesOf(await takeOut(ctx, 'movements')).at(-1)).toMatchObject({
    类型: '调整',
    商家编码: 'TEA-1',
    数量: '-3',
    原因: '年中盘点',
  })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-09 a receipt brings lots with their expiry under a document, once, however often its sheet comes', async () => {
  const { ctx } = await aStockroom()
  const tea = await aVariant(ctx, { sku: 'TEA-1' })
  const sheet = (quantity: string) => [
    ['SKU', 'Quantity', 'Mode', 'Warehouse', 'Bin', 'Lot', 'Produced on', 'Expires on', 'Document'],
    ['TEA-1', quantity, 'receipt', 'HZ', 'A2', 'B-77', '2026-01-05', '2027/1/5', 'DN-1001'],
  ]

  expect(await bring(ctx, kind, sheet('12'))).toEqual({ created: 1, updated: 0, unchanged: 0, failed: [] })
  expect(await bring(ctx, kind, sheet('12'))).toEqual({ created: 0, updated: 0, unchanged: 1, failed: [] })
  expect((await bring(ctx, kind, sheet('13'))).failed).toEqual([
    { row: 2, field: 'quantity', code: 'stock_import.received_differs' },
  ])
  expect(await where(ctx, tea as never)).toEqual([['A2', 'B-77', 12, '2027-01-05']])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('without a bin goods are counted where they lie, or on the first shelf; without a lot the one that is there', async () => {
  const { ctx, place } = await aStockroom()
  const tea = await aVariant(ctx, { sku: 'TEA-1' })
  await received(ctx, place, { variantId: tea.variantId, quantity: 5, bin: place.bins[1]!.id, lot: 'L9' })
  const cup = await aVariant(ctx, { sku: 'CUP-1' })
  await bring(ctx, kind, [
    ['SKU', 'Quantity'],
    ['TEA-1', '6'],
    ['CUP-1', '3'],
  ])
  expect(await where(ctx, tea as never)).toEqual([['A2', 'L9', 6, undefined]])
  expect(await where(ctx, cup as never)).toEqual([['A1', 'IM260302', 3, undefined]])
})

test.each([
  [['NONE', '1', '', '', '', '', ''], 'sku', 'sheet.sku_unknown'],
  [['TEA-1', '', '', '', '', '', ''], 'quantity', 'sheet.missing'],
  [['TEA-1', '-1', '', '', '', '', ''], 'quantity', 'sheet.number_invalid'],
  [['TEA-1', '1.5', '', '', '', '', ''], 'quantity', 'sheet.number_invalid'],
  [['TEA-1', '1', 'perhaps', '', '', '', ''], 'mode', 'sheet.choice_invalid'],
  [['TEA-1', '1', '', 'Mars', '', '', ''], 'warehouse', 'stock_import.warehouse_unknown'],
  [['TEA-1', '1', '', '', 'Z9', '', ''], 'bin', 'inventory.bin_not_found'],
  [['TEA-1', '1', '', '', 'A1', '', ''], 'lot', 'stock_import.lot_needed'],
  [['TEA-1', '9', '', '', 'A1', 'OLD', '2026-02-30'], 'expiresOn', 'sheet.day_invalid'],
  [['TEA-1', '9', '', '', 'A1', 'L1', '2027-01-01'], 'lot', 'inventory.lot_dates_differ'],
  [['TEA-1', '9', '', '', 'A1', 'OLD', '2026-01-01'], 'lot', 'inventory.lot_not_sellable'],
  [['TEA-1', '9', 'receipt', '', 'A1', 'L1', ''], 'document', 'stock_import.document_missing'],
])('a row that cannot be true is refused by field, in a trial as in earnest: %j', async (row, field, code) => {
  const { ctx, place } = await aStockroom()
  const { variantId } = await aStockedVariant(ctx, place, 5, { sku: 'TEA-1' })
  await received(ctx, place, { variantId, quantity: 5, lot: 'L2' })
  const sheet = [['SKU', 'Quantity', 'Mode', 'Warehouse', 'Bin', 'Lot', 'Expires on'], row]

  const done = await bring(ctx, kind, sheet)
  expect(done.failed).toEqual([{ row: 2, field, code }])
  expect(await bring(ctx, kind, sheet, { dryRun: true })).toEqual(done)
  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 10 })
})

test('INV-02 a count below what a picker is sent for is refused; one below what is promised gives the newest promise up in part', async () => {
  const { ctx, place } = await aStockroom()
  const tea = await aStockedVariant(ctx, place, 5, { sku: 'TEA-1' })
  const { lines } = await aReservation(ctx, [{ variantId: tea.variantId, quantity: 4 }], { expiresAt: null })
  const count = (quantity: string) =>
    bring(ctx, kind, [
      ['SKU', 'Quantity', 'Bin', 'Lot'],
      ['TEA-1', quantity, 'A1', 'L1'],
    ])
  await count('3')
  expect(await stockOf(ctx, tea.variantId)).toEqual({ onHand: 3, reserved: 3, available: 0 })

  const { variantId, lineId } = lines[0]!
  await transaction(ctx, (tx) =>
    allocatePicks(tx, { warehouseId: place.warehouseId, lines: [{ lineId, variantId, quantity: 2 }] }),
  )
  expect((await count('1')).failed).toEqual([{ row: 2, field: 'quantity', code: 'stock_import.being_picked' }])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('CAT-14 what was exported imports again as unchanged, whatever lies where', async () => {
  const slot = fc.record({
    bin: fc.integer({ min: 0, max: 2 }),
    lot: fc.constantFrom('L1', '=L2', '批次 3'),
    quantity: fc.integer({ min: 1, max: 500 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(slot, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('csv', 'xlsx'),
      async (variants, format) => {
        const { ctx, place } = await aStockroom()
        for (const slots of variants) {
          const { variantId } = await aVariant(ctx)
          for (const { bin, lot, quantity } of slots)
            await received(ctx, place, { variantId, quantity, lot, bin: place.bins[bin]!.id, expiresOn: '2027-02-03' })
        }
        const rows = linesOf(await takeOut(ctx, 'stock')).length
        if (rows === 0) return
        const sheet = await takeOut(ctx, 'stock', { format: format as 'csv' | 'xlsx' })

        expect(await bring(ctx, kind, sheet, { fileName: `stock.${format}` })).toEqual({
          created: 0,
          updated: 0,
          unchanged: rows,
          failed: [],
        })
      },
    ),
    { numRuns: 10 },
  )
})

test('the file holds what the filters of the list show', async () => {
  const { ctx, place } = await aStockroom()
  await aStockedVariant(ctx, place, 5, { sku: 'TEA-1' })
  const cup = await aStockedVariant(ctx, place, 2, { sku: 'CUP-1' })
  await aReservation(ctx, [{ variantId: cup.variantId, quantity: 2 }])
  const skus = async (filter: Record<string, string>) =>
    linesOf(await takeOut(ctx, 'stock', { filter })).map((line) => line.商家编码)

  expect(await skus({ state: 'out' })).toEqual(['CUP-1'])
  expect(await skus({ text: 'TEA' })).toEqual(['TEA-1'])
  expect(await skus({ warehouseId: place.warehouseId })).toHaveLength(2)
})
