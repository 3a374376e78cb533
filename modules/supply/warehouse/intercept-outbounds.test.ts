import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { blockLot, lotsOf, releaseStock, reservationsOf, reserveStock, stockByBin } from '#supply/inventory'
import { testDatabase } from '#test/database'
import {
  aHouse,
  ann,
  aReleasedOutbound,
  aStockedVariant,
  brokenStockRules,
  mustAccept,
  pickAll,
  releasedLine,
  scan,
  weighed,
} from '#test/stock'
import {
  handOver,
  interceptOutbounds,
  loadOutbound,
  putBack,
  putBackTasks,
  releaseOutbounds,
  scanPack,
  scanPick,
  startPicking,
  withdrawOutbounds,
} from './index.ts'

const { db } = await testDatabase()
const reason = '买家要改地址'

test('ORD-09 a picker is stopped in the middle: scans are refused, what was not taken is free, what was taken is put back, and the goods stay reserved', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 5 })
  const { outboundIds, sourceId } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const outboundId = outboundIds[0]!
  await startPicking(ctx, { outboundId })
  await mustAccept(scanPick(ctx, scan(outboundId, 'A1')))
  await mustAccept(scanPick(ctx, scan(outboundId, mug.sku)))
  const stop = () => transaction(ctx, (tx) => interceptOutbounds(tx, { sourceId, reason }))

  await stop()
  const { version } = await loadOutbound(ctx, outboundId)
  await stop()

  expect(await loadOutbound(ctx, outboundId)).toMatchObject({ status: 'cancelled', version })
  await expect(scanPick(ctx, scan(outboundId, mug.sku))).rejects.toMatchObject({ code: 'warehouse.outbound_withdrawn' })
  await expect(scanPack(ctx, scan(outboundId, mug.sku))).rejects.toMatchObject({ code: 'warehouse.outbound_withdrawn' })
  expect(await putBackTasks(ctx, place)).toMatchObject([{ outboundId, picks: [{ bin: 'A1', picked: 1 }] }])
  expect(await toldToPutBack(ctx.shopId)).toEqual([{ reason, quantity: 1, isOpen: true }])
  await putBack(ctx, { outboundId })
  expect(await toldToPutBack(ctx.shopId)).toMatchObject([{ isOpen: false }])
  expect(
    (await stockByBin(ctx, { variantId: mug.variantId })).map(({ quantity, allocated }) => [quantity, allocated]),
  ).toEqual([[5, 0]])
  expect(await reservationsOf(ctx, sourceId)).toMatchObject([{ quantity: 3 }])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('ORD-09 INV-09 what may not be sold any more is put back into quarantine, not onto its shelf', async () => {
  const { ctx, mug } = await aHouse(db, { onHand: 3 })
  const { outboundIds, sourceId } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const outboundId = outboundIds[0]!
  await startPicking(ctx, { outboundId })
  await mustAccept(scanPick(ctx, scan(outboundId, 'A1')))
  await mustAccept(scanPick(ctx, scan(outboundId, mug.sku)))
  await transaction(ctx, (tx) => interceptOutbounds(tx, { sourceId, reason }))
  await blockLot(ctx, { lotId: (await lotsOf(ctx, mug.variantId))[0]!.id, reason: 'recall' })

  await putBack(ctx, { outboundId })

  const lies = (await stockByBin(ctx, { variantId: mug.variantId })).filter(({ quantity }) => quantity > 0)
  expect(lies.map(({ bin, quantity, allocated }) => [bin, quantity, allocated])).toEqual([['QUARANTINE-01', 3, 0]])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('ORD-09 a box that is weighed already is not handed over: its label is void', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const { outboundIds, sourceId } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const label = await weighed(ctx, outboundIds[0]!)
  await transaction(ctx, (tx) => interceptOutbounds(tx, { sourceId, reason }))

  expect(await give(ctx, place.warehouseId, label)).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.label_void',
    view: { waiting: [] },
  })
  await putBack(ctx, { outboundId: outboundIds[0]! })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('ORD-09 what a courier has is not stopped in the warehouse, and of a courier and an interception one wins', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const gone = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  await mustAccept(give(ctx, place.warehouseId, await weighed(ctx, gone.outboundIds[0]!)))
  const stop = (sourceId: string) => transaction(ctx, (tx) => interceptOutbounds(tx, { sourceId, reason }))
  await expect(stop(gone.sourceId)).rejects.toMatchObject({ code: 'warehouse.outbound_handed_over' })

  for (let round = 0; round < 4; round++) {
    const { outboundIds, sourceId } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
    const label = await weighed(ctx, outboundIds[0]!)
    const [given, stopped] = await Promise.allSettled([give(ctx, place.warehouseId, label), stop(sourceId)])
    const hasLeft = given.status === 'fulfilled' && given.value.accepted
    expect(stopped.status).toBe(hasLeft ? 'rejected' : 'fulfilled')
    expect((await loadOutbound(ctx, outboundIds[0]!)).status).toBe(hasLeft ? 'handed_over' : 'cancelled')
  }
  expect(await brokenStockRules(ctx)).toEqual([])
})

/** Intercepted with two pieces at the packing table, and approved again for so many of these goods. */
async function approvedAgain(
  ctx: House['ctx'],
  { mug, quantity, instead = mug }: { mug: House['mug']; quantity: number; instead?: House['mug'] },
) {
  const { outboundIds, sourceId, sourceNumber, lines } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  await pickAll(ctx, outboundIds[0]!)
  await transaction(ctx, (tx) => interceptOutbounds(tx, { sourceId, reason }))
  const lineId = lines[0]!.lineId
  if (instead !== mug)
    await transaction(ctx, async (tx) => {
      await releaseStock(tx, { holder: sourceId })
      const wanted = [{ lineId, variantId: instead.variantId, quantity }]
      await reserveStock(tx, { holder: sourceId, lines: wanted, province: '33', expiresAt: null })
    })
  const line = { ...releasedLine(instead), variantId: instead.variantId, quantity, sourceLineId: lineId }
  const approve = () =>
    transaction(ctx, (tx) =>
      releaseOutbounds(tx, {
        ...{ sourceId, sourceNumber, carrier: 'SF', recipient: ann, dispatchBy: ctx.now, requests: [], lines: [line] },
      }),
    )
  return { outboundId: outboundIds[0]!, approve }
}

const inBins = async (ctx: House['ctx'], { variantId }: House['mug']) =>
  Object.fromEntries((await stockByBin(ctx, { variantId })).map(({ bin, quantity }) => [bin, quantity]))

test('ORD-09 goods at the packing table stay there in the books when their order is approved again: it is picked anew and leaves, and the task to carry them back stands until somebody has', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 5 })
  const { outboundId, approve } = await approvedAgain(ctx, { mug, quantity: 2 })

  await approve()
  await approve()

  expect(await inBins(ctx, mug)).toEqual({ A1: 3, 'PACK-01': 2 })
  const task = [{ outboundId, picks: [{ bin: 'A1', sku: mug.sku, picked: 2 }] }]
  expect(await putBackTasks(ctx, place)).toMatchObject(task)
  expect(await toldToPutBack(ctx.shopId)).toEqual([{ reason, quantity: 2, isOpen: true }])
  await mustAccept(give(ctx, place.warehouseId, await weighed(ctx, outboundId)))
  expect(await inBins(ctx, mug)).toEqual({ A1: 1, 'PACK-01': 2 })
  expect(await putBackTasks(ctx, place)).toMatchObject(task)

  await putBack(ctx, { outboundId })
  await expect(putBack(ctx, { outboundId })).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  expect(await inBins(ctx, mug)).toEqual({ A1: 3 })
  expect(await putBackTasks(ctx, place)).toEqual([])
  expect(await toldToPutBack(ctx.shopId)).toMatchObject([{ isOpen: false }])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('ORD-09 goods that were exchanged meanwhile are put back as what they are', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 5 })
  const bowl = await aStockedVariant(ctx, place, 4)
  const { outboundId, approve } = await approvedAgain(ctx, { mug, quantity: 1, instead: bowl })

  await approve()

  expect(await putBackTasks(ctx, place)).toMatchObject([{ outboundId, picks: [{ sku: mug.sku, picked: 2 }] }])
  await weighed(ctx, outboundId)
  await putBack(ctx, { outboundId })
  expect(await inBins(ctx, mug)).toEqual({ A1: 5 })
  expect(await inBins(ctx, bowl)).toEqual({ A1: 3, 'PACK-01': 1 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('ORD-09 of an approval and two people who put back at once, the goods come back to the shelf once', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 5 })
  for (let round = 0; round < 4; round++) {
    const { outboundId, approve } = await approvedAgain(ctx, { mug, quantity: 1 })
    const carry = () => putBack(ctx, { outboundId })

    const [, ...carried] = await Promise.allSettled([approve(), carry(), carry()])

    expect(carried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await inBins(ctx, mug)).toEqual({ A1: 5 })
    expect(await putBackTasks(ctx, place)).toEqual([])
    await transaction(ctx, async (tx) => {
      const { sourceId } = await loadOutbound(tx, outboundId)
      await withdrawOutbounds(tx, { sourceId })
      await releaseStock(tx, { holder: sourceId })
    })
  }
  expect(await brokenStockRules(ctx)).toEqual([])
})

type House = Awaited<ReturnType<typeof aHouse>>
const give = (ctx: House['ctx'], warehouseId: House['place']['warehouseId'], code: string) =>
  handOver(ctx, { scanId: newId(), warehouseId, carrier: 'SF', code })

async function toldToPutBack(shopId: string) {
  const rows = await db
    .selectFrom('office.notices')
    .select(['data', 'done_at'])
    .where('kind', '=', 'outbound.intercepted')
    .where('shop_id', '=', shopId)
    .execute()
  return rows.map(({ data, done_at }) => {
    const told = data as { readonly reason: string; readonly quantity: number }
    return { reason: told.reason, quantity: told.quantity, isOpen: done_at === null }
  })
}
