import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { blockLot, dispatchStock, lotsOf, stockByBin } from '#supply/inventory'
import { parcelLinesOf, parcelOfOutbound } from '#supply/shipping'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aHouse,
  ann,
  aReleasedOutbound,
  aWarehouse,
  brokenStockRules,
  labelled,
  mustAccept,
  pickAll,
  stockOf,
  weighed,
} from '#test/stock'
import {
  changeRecipient,
  confirmRecipient,
  handOver,
  handOverList,
  loadOutbound,
  putReturnAway,
  receiveReturn,
  setCollect,
  weighParcel,
} from './index.ts'

const { db } = await testDatabase()

test('OUT-13 handing a parcel over takes the goods out of stock and reservation, posts their cost, and tells order and waybill number', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const waybill = await weighed(ctx, outboundId!)
  expect(await handOverList(ctx, place)).toMatchObject([{ outboundId, waybillNumber: waybill, weightGrams: 550 }])
  const take = { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code: waybill }

  const answers = await Promise.all([handOver(ctx, take), handOver(ctx, take)])
  expect(answers[0]).toEqual(answers[1])
  expect(await handOver(ctx, { ...take, scanId: newId() })).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.already_handed_over',
  })

  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 8, reserved: 0, available: 8 })
  expect(await balanceOf(ctx, 'cost_of_goods')).toEqual({ minor: 1_600, currency: 'CNY' })
  expect(await balanceOf(ctx, 'goods_in_stock')).toEqual({ minor: 6_400, currency: 'CNY' })
  const parcel = (await parcelOfOutbound(ctx, outboundId!))!
  expect(await transaction(ctx, (tx) => parcelLinesOf(tx, parcel.id))).toMatchObject([
    { sourceLineId: lines[0]!.lineId, quantity: 2 },
  ])
  const events = await db
    .selectFrom('platform.events')
    .select('data')
    .where('aggregate_id', '=', outboundId!)
    .where('type', '=', 'shipment.dispatched')
    .execute()
  expect(events.map(({ data }) => data)).toEqual([
    {
      sourceId,
      outboundId,
      parcelId: parcel.id,
      carrier: 'SF',
      waybillNumber: waybill,
      lines: [{ lineId: expect.any(String), sourceLineId: lines[0]!.lineId, quantity: 2 }],
    },
  ])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-13 a parcel is handed over to its own carrier, weighed, and known', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  await pickAll(ctx, outboundId!)
  const waybill = await labelled(ctx, outboundId!)
  const give = async (carrier: string, code: string) =>
    (await handOver(ctx, { scanId: newId(), warehouseId: place.warehouseId, carrier, code })).code
  expect(await give('SF', 'unknown')).toBe('warehouse.scan.unknown_waybill')
  expect(await give('ZTO', waybill)).toBe('warehouse.scan.other_carrier')
  expect(await give('SF', waybill)).toBe('warehouse.scan.not_weighed')
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ onHand: 10 })
})

test('OUT-13 a lot blocked after packing does not leave the house', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const code = await weighed(ctx, outboundId!)
  const [lot] = await lotsOf(ctx, mug.variantId)
  await blockLot(ctx, { lotId: lot!.id, reason: 'recall' })
  await expect(
    handOver(ctx, { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code }),
  ).rejects.toMatchObject({ code: 'inventory.lot_not_sellable' })
  expect((await loadOutbound(ctx, outboundId!)).status).toBe('weighed')
})

test('INV-08 a lot says when its goods went out', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const code = await weighed(ctx, outboundId!)
  const evening = later(ctx, { hours: 6 })
  await mustAccept(handOver(evening, { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code }))
  expect(await lotsOf(ctx, mug.variantId)).toMatchObject([
    { received: 10, dispatched: 2, onHand: 8, firstOutAt: evening.now, lastOutAt: evening.now },
  ])
})

test('INV-07 returned goods come back in their lots and go where their grade says', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 4 }])
  const code = await weighed(ctx, outboundId!)
  await mustAccept(handOver(ctx, { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code }))
  const sourceLineId = lines[0]!.lineId
  const bring = (quantity: number, causeId: string) =>
    transaction(ctx, (tx) => receiveReturn(tx, { sourceLineId, variantId: mug.variantId, quantity, causeId }))
  const [good, bad, broken] = [newId(), newId(), newId()]

  await expect(bring(5, newId())).rejects.toMatchObject({ code: 'warehouse.not_shipped' })
  for (const cause of [good, good, bad, broken]) await bring(1, cause)
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ onHand: 6 })
  expect(await balanceOf(ctx, 'cost_of_goods')).toEqual({ minor: 800, currency: 'CNY' })

  expect(await transaction(ctx, (tx) => putReturnAway(tx, { causeId: good, grade: 'as_new' }))).toEqual({
    restocked: 1,
    quarantined: 0,
    scrapped: 0,
  })
  expect(await transaction(ctx, (tx) => putReturnAway(tx, { causeId: bad, grade: 'flawed' }))).toEqual({
    restocked: 0,
    quarantined: 1,
    scrapped: 0,
  })
  expect(await transaction(ctx, (tx) => putReturnAway(tx, { causeId: broken, grade: 'unusable' }))).toEqual({
    restocked: 0,
    quarantined: 0,
    scrapped: 1,
  })
  await transaction(ctx, (tx) => putReturnAway(tx, { causeId: good, grade: 'as_new' }))

  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ onHand: 7 })
  expect(
    (await stockByBin(ctx, { variantId: mug.variantId })).map(({ bin, lot, quantity }) => [bin, lot, quantity]),
  ).toEqual([
    ['A1', 'L1', 7],
    ['QUARANTINE-01', 'L1', 1],
  ])
  expect(await balanceOf(ctx, 'stock_losses')).toEqual({ minor: 800, currency: 'CNY' })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-13 neither more nor fewer pieces leave for a line than are reserved for it', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId: holder,
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  await pickAll(ctx, outboundId!)
  const [, packing] = await stockByBin(ctx, { variantId: mug.variantId })
  const ship = (quantity: number) =>
    transaction(ctx, (tx) =>
      dispatchStock(tx, {
        holder,
        warehouseId: place.warehouseId,
        causeId: newId(),
        lines: [
          {
            lineId: lines[0]!.lineId,
            variantId: mug.variantId,
            lots: [{ lotId: packing!.lotId, binId: packing!.binId, quantity }],
          },
        ],
      }),
    )
  for (const quantity of [1, 3]) await expect(ship(quantity)).rejects.toMatchObject({ code: 'inventory.not_reserved' })
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 10, reserved: 2, available: 8 })
  await ship(2)
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 8, reserved: 0, available: 8 })
})

test('OUT-13 a box that was readdressed leaves with its new label only', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const packer = as(ctx, mei)
  const old = await weighed(ctx, outboundId!)
  await transaction(ctx, (tx) => changeRecipient(tx, { sourceId, recipient: { ...ann, street: '别处 3 号' } }))
  const code = await labelled(ctx, outboundId!)
  await mustAccept(confirmRecipient(packer, { scanId: newId(), outboundId: outboundId!, code }))
  const weight = { weightGrams: 300, despiteDeviation: true }
  await mustAccept(weighParcel(packer, { scanId: newId(), outboundId: outboundId!, ...weight }))
  const give = (label: string) =>
    handOver(ctx, { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code: label })

  expect(await give(old)).toMatchObject({ accepted: false, code: 'warehouse.scan.label_void' })
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ onHand: 10 })
  await mustAccept(give(code))
})

test('OUT-13 a parcel is handed over where it lies, and what has left gets no other address or amount', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const [code, elsewhere] = [await weighed(ctx, outboundId!), await aWarehouse(ctx)]
  const giveAt = (warehouseId: typeof place.warehouseId) =>
    handOver(ctx, { scanId: newId(), warehouseId, carrier: 'SF', code })

  expect(await giveAt(elsewhere.warehouseId)).toMatchObject({ code: 'warehouse.scan.unknown_waybill' })
  await mustAccept(giveAt(place.warehouseId))

  for (const change of [
    () => transaction(ctx, (tx) => changeRecipient(tx, { sourceId, recipient: { ...ann, street: '别处 3 号' } })),
    () =>
      transaction(ctx, (tx) => setCollect(tx, { outboundId: outboundId!, collect: { minor: 500, currency: 'CNY' } })),
  ])
    await expect(change()).rejects.toMatchObject({ code: 'warehouse.outbound_handed_over' })
})

test('INV-07 no more is put away than came back', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const [code, causeId] = [await weighed(ctx, outboundId!), newId()]
  await mustAccept(handOver(ctx, { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code }))
  const back = { sourceLineId: lines[0]!.lineId, variantId: mug.variantId, quantity: 1, causeId }
  await transaction(ctx, (tx) => receiveReturn(tx, back))

  for (const [cause, quantity] of [
    [causeId, 2],
    [newId(), undefined],
  ] as const)
    await expect(
      transaction(ctx, (tx) => putReturnAway(tx, { causeId: cause, grade: 'as_new', quantity })),
    ).rejects.toMatchObject({ code: 'warehouse.nothing_returned' })
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ onHand: 8 })
})

test('INV-07 what is still in the house does not come back', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  await weighed(ctx, outboundId!)
  const back = { sourceLineId: lines[0]!.lineId, variantId: mug.variantId, quantity: 1, causeId: newId() }
  await expect(transaction(ctx, (tx) => receiveReturn(tx, back))).rejects.toMatchObject({
    code: 'warehouse.not_shipped',
  })
})
