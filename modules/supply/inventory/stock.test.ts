import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { testDatabase } from '#test/database'
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
import {
  adjustStock,
  availabilityAt,
  availabilityOf,
  carryStock,
  explainStock,
  firstBin,
  moveStock,
  receiveGoods,
  receiveStock,
  stockByBin,
  stockGrid,
} from './index.ts'
import { uncounted } from './model.ts'

const { db } = await testDatabase()

test('what is available is the same asked by variants and by the addresses of their products, of services too', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const [mug, soldOut, engraving] = [await aStockedVariant(ctx, place, 5), await aVariant(ctx), await aVariant(ctx)]
  await db
    .updateTable('goods.variants')
    .set({ requires_shipping: false })
    .where('id', '=', engraving.variantId)
    .execute()
  await aReservation(ctx, [{ variantId: mug.variantId, quantity: 2 }])
  const all = [mug, soldOut, engraving]

  const bySlug = await availabilityAt(
    ctx,
    all.map(({ slug }) => slug),
  )

  expect(all.map(({ variantId }) => bySlug.get(variantId))).toEqual([3, 0, uncounted])
  expect(
    await availabilityOf(
      ctx,
      all.map(({ variantId }) => variantId),
    ),
  ).toEqual(bySlug)
})

test('INV-01 stock is shown per variant and warehouse, and bin by bin and lot by lot', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 10)
  const lotId = await received(ctx, place, {
    variantId: mug.variantId,
    quantity: 4,
    bin: place.bins[1]!.id,
    lot: 'L2',
    expiresOn: '2026-12-31',
  })
  const quarantine = await firstBin(ctx, place.warehouseId, 'quarantine')
  const staging = await firstBin(ctx, place.warehouseId, 'staging')
  await moveStock(ctx, {
    fromBinId: place.bins[1]!.id,
    toBinId: quarantine.id,
    lotId,
    variantId: mug.variantId,
    quantity: 1,
  })
  await received(ctx, place, { variantId: mug.variantId, quantity: 5, bin: staging.id, lot: 'L3' })
  await aReservation(ctx, [{ variantId: mug.variantId, quantity: 3 }])

  const { rows } = await stockGrid(ctx, { limit: 10 })
  expect(rows).toMatchObject([
    { variantId: mug.variantId, onHand: 13, reserved: 3, available: 10, quarantined: 1, elsewhere: 5 },
  ])
  expect(
    (await stockByBin(ctx, { variantId: mug.variantId })).map(({ bin, lot, quantity }) => [bin, lot, quantity]),
  ).toEqual([
    ['A1', 'L1', 10],
    ['A2', 'L2', 3],
    ['STAGE-01', 'L3', 5],
    ['QUARANTINE-01', 'L2', 1],
  ])
  expect((await stockGrid(ctx, { limit: 10, state: 'out' })).rows).toEqual([])
  expect((await stockGrid(ctx, { limit: 10, state: 'quarantined' })).rows).toHaveLength(1)
})

test('INV-01 the list of stock pages through without losing or repeating a row', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const made = []
  for (let index = 0; index < 5; index++) made.push((await aStockedVariant(ctx, place, 1)).variantId)

  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await stockGrid(ctx, { limit: 2, cursor })
    seen.push(...page.rows.map(({ variantId }) => variantId))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(made)
})

test('INV-01 why is it 47: the movements behind the number, with a running balance, who and why, and the holders behind what is reserved', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 50)
  const { variantId } = mug
  const [slot] = await stockByBin(ctx, { variantId })
  await adjustStock(ctx, {
    binId: slot!.binId,
    lotId: slot!.lotId,
    variantId,
    change: -5,
    reason: 'five broken',
    causeId: newId(),
  })
  await adjustStock(ctx, {
    binId: slot!.binId,
    lotId: slot!.lotId,
    variantId,
    change: 2,
    reason: 'two found',
    causeId: newId(),
  })
  const { holder } = await aReservation(ctx, [{ variantId, quantity: 6 }])

  const why = await explainStock(ctx, { variantId, warehouseId: place.warehouseId })
  expect(why).toMatchObject({ onHand: 47, reserved: 6, available: 41, reservations: [{ holder, quantity: 6 }] })
  expect(
    why.movements.rows.map(({ kind, quantity, balance, reason, actorName }) => [
      kind,
      quantity,
      balance,
      reason,
      actorName,
    ]),
  ).toEqual([
    ['adjust', 2, 47, 'two found', 'Lin'],
    ['adjust', -5, 45, 'five broken', 'Lin'],
    ['receive', 50, 50, '', 'Lin'],
  ])

  const first = await explainStock(ctx, { variantId, warehouseId: place.warehouseId, limit: 1 })
  const second = await explainStock(ctx, {
    variantId,
    warehouseId: place.warehouseId,
    limit: 2,
    cursor: first.movements.next,
  })
  expect(second.movements.rows.map(({ balance }) => balance)).toEqual([45, 50])
  expect(second.movements.next).toBeUndefined()
})

test('INV-02 movements are never changed or deleted', async () => {
  const ctx = await aShop(db)
  await aStockedVariant(ctx, await aWarehouse(ctx), 1)
  await expect(
    db.updateTable('supply.stock_movements').set({ quantity: 9 }).where('shop_id', '=', ctx.shopId).execute(),
  ).rejects.toThrow('append-only')
  await expect(db.deleteFrom('supply.stock_movements').where('shop_id', '=', ctx.shopId).execute()).rejects.toThrow(
    'append-only',
  )
})

test('INV-02 the same receipt counts once and stands in the books at cost', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aVariant(ctx)
  const delivery = {
    warehouseId: place.warehouseId,
    binId: place.shelf,
    variantId,
    quantity: 10,
    lot: { number: 'L1' },
    cause: 'goods_in',
    causeId: newId(),
  }

  for (let time = 0; time < 3; time++) await transaction(ctx, (tx) => receiveStock(tx, delivery))

  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 10 })
  expect(await balanceOf(ctx, 'goods_in_stock')).toEqual({ minor: 8_000, currency: 'CNY' })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-01 goods-in by hand takes several lines at once or none, and adds up lines of the same lot', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const { variantId } = await aVariant(ctx)
  const line = { binId: place.shelf, variantId, quantity: 2, lot: { number: 'L1' } }

  await receiveGoods(ctx, { warehouseId: place.warehouseId, lines: [line, line] })
  await expect(
    receiveGoods(ctx, { warehouseId: place.warehouseId, lines: [line, { ...line, variantId: newId<'Variant'>() }] }),
  ).rejects.toMatchObject({ code: 'inventory.variant_not_found' })

  expect(await stockOf(ctx, variantId)).toMatchObject({ onHand: 4 })
})

test('INV-02 another shop sees and reaches none of it', async () => {
  const [ctx, other] = [await aShop(db), await aShop(db)]
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 5)
  const [slot] = await stockByBin(ctx, { variantId: mug.variantId })

  expect((await stockGrid(other, { limit: 10 })).rows).toEqual([])
  await expect(aReservation(other, [{ variantId: mug.variantId, quantity: 1 }])).rejects.toMatchObject({
    code: 'inventory.out_of_stock',
  })
  await expect(
    adjustStock(other, { ...slot!, variantId: mug.variantId, change: -1, reason: 'theirs', causeId: newId() }),
  ).rejects.toMatchObject({ kind: 'not_found' })
})

test('INV-01 goods move inside one warehouse, once per cause, and never more than lie free', async () => {
  const ctx = await aShop(db)
  const [here, there] = [await aWarehouse(ctx), await aWarehouse(ctx)]
  const { variantId } = await aVariant(ctx)
  const lotId = await received(ctx, here, { variantId, quantity: 3 })
  const carry = (toBinId: typeof here.shelf, quantity: number, causeId: string) =>
    transaction(ctx, (tx) =>
      carryStock(tx, {
        binId: here.shelf,
        lotId,
        variantId,
        toBinId,
        quantity,
        kind: 'move',
        cause: 'relocation',
        causeId,
      }),
    )
  await expect(carry(there.shelf, 1, newId())).rejects.toMatchObject({ code: 'inventory.different_warehouses' })
  await expect(carry(here.bins[1]!.id, 4, newId())).rejects.toMatchObject({ code: 'inventory.not_so_many' })
  const causeId = newId()
  for (let time = 0; time < 2; time++) await carry(here.bins[1]!.id, 2, causeId)
  expect((await stockByBin(ctx, { variantId })).map(({ bin, quantity }) => [bin, quantity])).toEqual([
    ['A1', 1],
    ['A2', 2],
  ])
})
