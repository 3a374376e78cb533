import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { blockLot, lotsOf, reservationsOf, stockByBin } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { aHouse, aReleasedOutbound, brokenStockRules, mustAccept, scan, weighed } from '#test/stock'
import {
  handOver,
  interceptOutbounds,
  loadOutbound,
  putBack,
  putBackTasks,
  scanPack,
  scanPick,
  startPicking,
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
