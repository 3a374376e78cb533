import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { OutboundLineId, PickId } from '#model/supply/warehouse'
import { transaction } from '#platform/database'
import { blockLot, lotsOf, releaseStock, reservationsOf, stockByBin } from '#supply/inventory'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aHouse,
  ann,
  aReleasedOutbound,
  brokenStockRules,
  labelled,
  mustAccept,
  pickAll,
  received,
  releasedLine,
  scan,
  stockOf,
  weighed,
} from '#test/stock'
import {
  confirmRecipient,
  handOver,
  loadOutbound,
  putBack,
  putBackTasks,
  rejectPicked,
  releaseOutbounds,
  reportShort,
  scanPack,
  scanPick,
  shipRest,
  startPicking,
  weighParcel,
  withdrawOutbounds,
} from './index.ts'

const { db } = await testDatabase()

test('OUT-15 missing goods are fetched from another bin when there is one, and the bin that lied is corrected', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 3 })
  await received(ctx, place, { variantId: mug.variantId, quantity: 3, bin: place.bins[1]!.id, lot: 'L2' })
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))
  await mustAccept(scanPick(ctx, scan(outboundId!, mug.sku)))

  const report = { scanId: newId(), outboundId: outboundId!, pickId: task.current!, reason: 'missing' as const }
  const answer = await reportShort(ctx, report)
  expect(await reportShort(ctx, report)).toEqual(answer)

  expect(answer).toMatchObject({ details: { missing: 2, foundElsewhere: 2 }, view: { status: 'picking' } })
  expect((await stockByBin(ctx, { variantId: mug.variantId })).map(({ bin, quantity }) => [bin, quantity])).toEqual([
    ['A2', 3],
    ['PACK-01', 1],
  ])
  expect((await pickAll(ctx, outboundId!)).status).toBe('picked')
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-15 goods found nowhere are reported to the desk before packing; the rest can go, or all goes back', async () => {
  const { ctx, mug } = await aHouse(db, { onHand: 3 })
  const {
    outboundIds: [outboundId],
    sourceId,
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))
  await mustAccept(scanPick(ctx, { ...scan(outboundId!, mug.sku), quantity: 2 }))
  const answer = await reportShort(ctx, {
    scanId: newId(),
    outboundId: outboundId!,
    pickId: task.current!,
    reason: 'missing',
  })

  expect(answer.view).toMatchObject({ status: 'short', picked: 2, total: 2 })
  const event = await db
    .selectFrom('platform.events')
    .select('data')
    .where('aggregate_id', '=', outboundId!)
    .where('type', '=', 'outbound.short')
    .executeTakeFirstOrThrow()
  expect(event.data).toEqual({ outboundId, sourceId, lines: [{ sourceLineId: lines[0]!.lineId, quantity: 1 }] })
  expect(
    await db
      .selectFrom('office.notices')
      .select('permission')
      .where('kind', '=', 'outbound.short')
      .where('shop_id', '=', ctx.shopId)
      .execute(),
  ).toEqual([{ permission: 'orders.review' }])
  expect(await reservationsOf(ctx, sourceId)).toMatchObject([{ quantity: 2 }])
  await expect(scanPack(ctx, scan(outboundId!, mug.sku))).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })

  await transaction(ctx, (tx) => shipRest(tx, { outboundId: outboundId! }))
  const waybill = await labelled(ctx, outboundId!)
  await mustAccept(scanPack(ctx, { ...scan(outboundId!, mug.sku), quantity: 2 }))
  await mustAccept(confirmRecipient(ctx, scan(outboundId!, waybill)))
  await mustAccept(weighParcel(ctx, { scanId: newId(), outboundId: outboundId!, weightGrams: 550 }))
  await mustAccept(
    handOver(ctx, {
      scanId: newId(),
      warehouseId: (await loadOutbound(ctx, outboundId!)).warehouseId,
      carrier: 'SF',
      code: waybill,
    }),
  )
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 0, reserved: 0, available: 0 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-15 a short outbound that is withdrawn sends its picked goods back to the shelves', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 3 })
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))
  await mustAccept(scanPick(ctx, { ...scan(outboundId!, mug.sku), quantity: 2 }))
  await reportShort(ctx, { scanId: newId(), outboundId: outboundId!, pickId: task.current!, reason: 'damaged' })

  expect(await transaction(ctx, (tx) => withdrawOutbounds(tx, { sourceId }))).toBe(true)
  expect(await putBackTasks(ctx, place)).toMatchObject([{ outboundId, picks: [{ bin: 'A1', picked: 2 }] }])
  await putBack(ctx, { outboundId: outboundId! })
  await expect(putBack(ctx, { outboundId: outboundId! })).rejects.toMatchObject({
    code: 'warehouse.nothing_to_put_back',
  })

  expect(
    (await stockByBin(ctx, { variantId: mug.variantId })).map(({ bin, quantity, allocated }) => [
      bin,
      quantity,
      allocated,
    ]),
  ).toEqual([
    ['A1', 2, 0],
    ['QUARANTINE-01', 1, 0],
  ])
  expect(await putBackTasks(ctx, place)).toEqual([])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-06 a picked piece that fails the quality check leaves the box and the desk decides', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  await weighed(ctx, outboundId!)
  const [line] = (await loadOutbound(ctx, outboundId!)).lines
  const unfit = { scanId: newId(), outboundId: outboundId!, lineId: line!.id, quantity: 1, reason: 'damaged' } as const
  await mustAccept(rejectPicked(ctx, unfit))
  await mustAccept(rejectPicked(ctx, unfit)) // sent again, it takes nothing more out

  expect(await loadOutbound(ctx, outboundId!)).toMatchObject({
    status: 'short',
    lines: [{ picked: 2, packed: 0, short: 1 }],
  })
  expect(await reservationsOf(ctx, sourceId)).toMatchObject([{ quantity: 2 }])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-06 goods taken away by a count after the release are short from the start', async () => {
  const { ctx, mug } = await aHouse(db, { onHand: 2 })
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const [lot] = await lotsOf(ctx, mug.variantId)
  await blockLot(ctx, { lotId: lot!.id, reason: 'recall' })
  expect(await reservationsOf(ctx, sourceId)).toEqual([])
  expect(await startPicking(ctx, { outboundId: outboundId! })).toMatchObject({ status: 'short', picked: 0, total: 0 })
  await transaction(ctx, (tx) => shipRest(tx, { outboundId: outboundId! }))
  expect((await loadOutbound(ctx, outboundId!)).status).toBe('cancelled')
})

/** A picker waits for a piece that was picked for an order withdrawn since and lies on no shelf. */
async function aPickerWhoWaits() {
  const { ctx, place, mug } = await aHouse(db, { onHand: 2 })
  const first = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const task = await startPicking(ctx, { outboundId: first.outboundIds[0]! })
  await mustAccept(scanPick(ctx, scan(first.outboundIds[0]!, 'A1')))
  await mustAccept(scanPick(ctx, scan(first.outboundIds[0]!, mug.sku)))
  await reportShort(ctx, {
    scanId: newId(),
    outboundId: first.outboundIds[0]!,
    pickId: task.current!,
    reason: 'missing',
  })
  await transaction(ctx, async (tx) => {
    await withdrawOutbounds(tx, { sourceId: first.sourceId })
    await releaseStock(tx, { holder: first.sourceId })
  })

  const second = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const outboundId = second.outboundIds[0]!
  const waiting = await startPicking(ctx, { outboundId })
  expect(waiting).toMatchObject({ status: 'picking', current: null, waiting: [{ sku: mug.sku, quantity: 1 }] })
  return { ctx, place, mug, first, second, outboundId }
}

test('OUT-06 goods that lie on no shelf are waited for until they are back on one', async () => {
  const { ctx, place, first, outboundId } = await aPickerWhoWaits()
  await putBack(ctx, { outboundId: first.outboundIds[0]! })
  const found = await startPicking(ctx, { outboundId })
  expect(found).toMatchObject({ waiting: [], picks: [{ bin: 'A1', quantity: 1 }] })
  expect((await pickAll(ctx, outboundId)).status).toBe('picked')
  expect(await putBackTasks(ctx, place)).toEqual([])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-06 OUT-15 goods that lie on no shelf are reported short by their line, and nothing that does not wait', async () => {
  const { ctx, second, outboundId } = await aPickerWhoWaits()
  const [line] = (await loadOutbound(ctx, outboundId)).lines
  const short = (lineId: OutboundLineId) => reportShort(ctx, { scanId: newId(), outboundId, lineId, reason: 'missing' })

  await expect(short(newId())).rejects.toMatchObject({ code: 'warehouse.pick_not_found' })
  expect(await short(line!.id)).toMatchObject({ details: { missing: 1, foundElsewhere: 0 }, view: { status: 'short' } })
  expect((await loadOutbound(ctx, outboundId)).lines).toMatchObject([{ short: 1 }])
  expect(await reservationsOf(ctx, second.sourceId)).toEqual([])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-15 nobody reports more missing than is still to be picked, of a pick that is done, or of somebody else’s', async () => {
  const { ctx: shop, mug } = await aHouse(db, { onHand: 3 })
  const [ctx, other] = [as(shop, mei), as(shop, lin)]
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  const missing = (pickId: PickId, quantity?: number) => ({
    scanId: newId(),
    outboundId: outboundId!,
    pickId,
    reason: 'missing' as const,
    quantity,
  })

  await expect(reportShort(ctx, missing(task.current!, 4))).rejects.toMatchObject({
    code: 'warehouse.too_many_short',
    details: { most: 3 },
  })
  await expect(reportShort(other, missing(task.current!, 1))).rejects.toMatchObject({ code: 'warehouse.held_by' })
  await expect(scanPick(other, scan(outboundId!, 'A1'))).rejects.toMatchObject({ code: 'warehouse.held_by' })
  await pickAll(ctx, outboundId!)
  await expect(reportShort(ctx, missing(task.current!, 1))).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  await expect(scanPick(ctx, scan(outboundId!, 'A1'))).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  expect(await reservationsOf(ctx, sourceId)).toMatchObject([{ quantity: 3 }])
})

test('OUT-06 no more pieces leave a box than are in it, and only of its own lines', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  await weighed(ctx, outboundId!)
  const [line] = (await loadOutbound(ctx, outboundId!)).lines
  const reject = (lineId: OutboundLineId, quantity: number) =>
    rejectPicked(ctx, { scanId: newId(), outboundId: outboundId!, lineId, quantity, reason: 'missing' })

  await expect(reject(line!.id, 3)).rejects.toMatchObject({ code: 'warehouse.too_many_short', details: { most: 2 } })
  await expect(reject(newId<'OutboundLine'>(), 1)).rejects.toMatchObject({ code: 'warehouse.pick_not_found' })
  expect(await reservationsOf(ctx, sourceId)).toMatchObject([{ quantity: 2 }])
})

test('OUT-15 what is not short is not sent on as a rest, and what is not withdrawn is not put back', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const rest = () => transaction(ctx, (tx) => shipRest(tx, { outboundId: outboundId! }))

  await expect(rest()).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  await weighed(ctx, outboundId!)
  await expect(rest()).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  await expect(putBack(ctx, { outboundId: outboundId! })).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })

  expect((await loadOutbound(ctx, outboundId!)).status).toBe('weighed')
  expect((await stockByBin(ctx, { variantId: mug.variantId })).map(({ bin }) => bin)).toContain('PACK-01')
})

test('ORD-06 what was picked of an order that is withdrawn and released again lies at the packing table until somebody has put it back, to be picked anew', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 3 })
  const {
    outboundIds: [outboundId],
    sourceId,
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))
  await mustAccept(scanPick(ctx, { ...scan(outboundId!, mug.sku), quantity: 2 }))
  await reportShort(ctx, { scanId: newId(), outboundId: outboundId!, pickId: task.current!, reason: 'missing' })
  await transaction(ctx, (tx) => withdrawOutbounds(tx, { sourceId }))

  const [line] = lines
  await transaction(ctx, (tx) =>
    releaseOutbounds(tx, {
      sourceId,
      sourceNumber: 'x',
      carrier: 'SF',
      recipient: ann,
      dispatchBy: ctx.now,
      requests: [],
      lines: [{ ...line!, ...releasedLine(mug), quantity: 2, sourceLineId: line!.lineId }],
    }),
  )

  expect(await stockByBin(ctx, { variantId: mug.variantId })).toMatchObject([{ bin: 'PACK-01', quantity: 2 }])
  expect(await putBackTasks(ctx, place)).toMatchObject([{ outboundId, picks: [{ bin: 'A1', picked: 2 }] }])
  expect(await startPicking(ctx, { outboundId: outboundId! })).toMatchObject({
    current: null,
    waiting: [{ sku: mug.sku, quantity: 2 }],
  })
  await putBack(ctx, { outboundId: outboundId! })
  expect(await putBackTasks(ctx, place)).toEqual([])
  expect(await pickAll(ctx, outboundId!)).toMatchObject({ status: 'picked', picked: 2, total: 2 })
  expect(await brokenStockRules(ctx)).toEqual([])
})
