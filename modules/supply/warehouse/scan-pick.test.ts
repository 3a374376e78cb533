import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { blockLot, lotsOf } from '#supply/inventory'
import { as, later, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aHouse,
  aReleasedOutbound,
  aShop,
  aVariant,
  brokenStockRules,
  mustAccept,
  received,
  scan,
  stockOf,
} from '#test/stock'
import { listTasks, loadOutbound, loadPickTask, reportShort, scanPick, startPicking, takeNextTask } from './index.ts'

const { db } = await testDatabase({ maxConnections: 20 })

test('OUT-06 picking is guided along the bins, first expired first, and every bin and item is confirmed by scan', async () => {
  const { ctx, place } = await aHouse(db)
  const tea = await aVariant(ctx)
  await received(ctx, place, {
    variantId: tea.variantId,
    quantity: 5,
    bin: place.bins[0]!.id,
    lot: 'LATE',
    expiresOn: '2027-12-31',
  })
  await received(ctx, place, {
    variantId: tea.variantId,
    quantity: 2,
    bin: place.bins[2]!.id,
    lot: 'SOON',
    expiresOn: '2026-06-30',
  })
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: tea, quantity: 3 }])

  const task = await startPicking(ctx, { outboundId: outboundId! })
  expect(task.picks.map(({ bin, lot, quantity }) => [bin, lot, quantity])).toEqual([
    ['A1', 'LATE', 1],
    ['A3', 'SOON', 2],
  ])

  const codes: string[] = []
  for (const code of ['A3', tea.sku, 'A1', 'nonsense', tea.sku, 'A1', 'A3']) {
    const answer = await scanPick(ctx, scan(outboundId!, code))
    codes.push(answer.accepted ? 'ok' : answer.code!.replace('warehouse.scan.', ''))
  }
  expect(codes).toEqual(['wrong_bin', 'scan_bin_first', 'ok', 'wrong_item', 'ok', 'wrong_bin', 'ok'])

  expect(await scanPick(ctx, { ...scan(outboundId!, tea.sku), quantity: 3 })).toMatchObject({
    code: 'warehouse.scan.too_many',
    details: { most: 2 },
  })
  const last = await mustAccept(scanPick(ctx, { ...scan(outboundId!, tea.sku), quantity: 2 }))
  expect(last.view).toMatchObject({ status: 'picked', picked: 3, total: 3, current: null })
  expect(await stockOf(ctx, tea.variantId)).toEqual({ onHand: 7, reserved: 3, available: 4 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-06 goods without an expiry date go out first in first out, and a barcode is as good as the SKU code', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 1 })
  await received(later(ctx, { days: 1 }), place, {
    variantId: mug.variantId,
    quantity: 5,
    bin: place.bins[1]!.id,
    lot: 'L2',
  })
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  expect(task.picks.map(({ lot, quantity }) => [lot, quantity])).toEqual([
    ['L1', 1],
    ['L2', 1],
  ])
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))
  await mustAccept(scanPick(ctx, scan(outboundId!, mug.barcode!)))
})

test('OUT-06 the same scan sent twice counts once and gets the same answer; fast different scans all count', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 8 }])
  await startPicking(ctx, { outboundId: outboundId! })
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))

  const one = scan(outboundId!, mug.sku)
  const answers = await Promise.all([scanPick(ctx, one), scanPick(ctx, one), scanPick(ctx, one)])
  expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]])
  expect((await loadPickTask(ctx, outboundId!)).picked).toBe(1)

  await Promise.all(Array.from({ length: 7 }, () => mustAccept(scanPick(ctx, scan(outboundId!, mug.sku)))))
  expect(await loadPickTask(ctx, outboundId!)).toMatchObject({ picked: 8, status: 'picked' })
  await expect(scanPick(ctx, { ...one, code: 'other' })).rejects.toMatchObject({ code: 'warehouse.scan_id_reused' })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-06 two pickers reach for one task and one gets it; two who ask for the next get different ones', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const urgent = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }], { dispatchBy: ctx.now.add({ hours: 1 }) })
  const calm = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])

  const both = await Promise.allSettled(
    [ctx, as(ctx, lin)].map((who) => startPicking(who, { outboundId: calm.outboundIds[0]! })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'warehouse.held_by' })
  const holder = both[0]!.status === 'fulfilled' ? ctx : as(ctx, lin)
  const other = both[0]!.status === 'fulfilled' ? as(ctx, lin) : ctx

  expect((await takeNextTask(holder, place)).outboundId).toBe(calm.outboundIds[0])
  expect((await takeNextTask(other, place)).outboundId).toBe(urgent.outboundIds[0])
  await expect(takeNextTask(as(ctx, { ...lin, name: 'Third' }), place)).rejects.toMatchObject({
    code: 'warehouse.nothing_to_pick',
  })
  expect((await startPicking(other, { outboundId: calm.outboundIds[0]!, takeOver: true })).picker).toBe(
    other.actor.name,
  )
})

test('OUT-06 the most urgent outbound comes first in the list', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const hours = [30, 2, 10]
  const made = []
  for (const each of hours)
    made.push(
      (await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }], { dispatchBy: ctx.now.add({ hours: each }) }))
        .outboundIds[0],
    )
  const tasks = await listTasks(ctx, { warehouseId: place.warehouseId, statuses: ['released'] })
  expect(tasks.map(({ outboundId }) => outboundId)).toEqual([made[1], made[2], made[0]])
})

test('OUT-06 goods of a lot blocked after the start are refused at the scan and another lot is offered', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 2 })
  await received(ctx, place, { variantId: mug.variantId, quantity: 2, bin: place.bins[1]!.id, lot: 'L2' })
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const task = await startPicking(ctx, { outboundId: outboundId! })
  await mustAccept(scanPick(ctx, scan(outboundId!, 'A1')))
  const [first] = await lotsOf(ctx, mug.variantId)
  await blockLot(ctx, { lotId: first!.id, reason: 'recall' })

  expect(await scanPick(ctx, scan(outboundId!, mug.sku))).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.lot_not_sellable',
  })
  const answer = await reportShort(ctx, {
    scanId: newId(),
    outboundId: outboundId!,
    pickId: task.current!,
    reason: 'expired',
  })
  expect(answer).toMatchObject({ details: { missing: 2, foundElsewhere: 2 } })
  expect(
    answer.view.picks.filter(({ status }) => status === 'open').map(({ bin, quantity }) => [bin, quantity]),
  ).toEqual([['A2', 2]])
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('OUT-06 an outbound of another shop cannot be reached', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const stranger = as(await aShop(db), mei)
  await expect(startPicking(stranger, { outboundId: outboundId! })).rejects.toMatchObject({
    code: 'warehouse.outbound_not_found',
  })
  await expect(loadOutbound(stranger, outboundId!)).rejects.toMatchObject({ kind: 'not_found' })
})
