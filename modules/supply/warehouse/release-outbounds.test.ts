import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { addBins, openWarehouse } from '#supply/inventory'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aHouse,
  ann,
  aReleasedOutbound,
  aWarehouse,
  eventsOf,
  mustAccept,
  pickAll,
  received,
  releasedLine,
  weighed,
} from '#test/stock'
import {
  countOutbounds,
  findOutbounds,
  handOver,
  loadOutbound,
  outboundsOf,
  releaseOutbounds,
  startPicking,
  withdrawOutbounds,
} from './index.ts'

const { db } = await testDatabase({ maxConnections: 20 })

test('ORD-06 a released order goes to the warehouse that holds its goods, the stock keeper is told, and every hand-over is logged', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const { outboundIds, sourceId, sourceNumber } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }], {
    requests: ['礼品包装'],
  })

  expect(outboundIds).toHaveLength(1)
  expect(await loadOutbound(ctx, outboundIds[0]!)).toMatchObject({
    status: 'released',
    warehouseId: place.warehouseId,
    sourceId,
    sourceNumber,
    requests: ['礼品包装'],
    lines: [{ sku: mug.sku, quantity: 2 }],
  })
  const notice = await db
    .selectFrom('office.notices')
    .selectAll()
    .where('shop_id', '=', ctx.shopId)
    .executeTakeFirstOrThrow()
  expect(notice).toMatchObject({ permission: 'outbound.pick', kind: 'outbound.released', subject_id: outboundIds[0] })

  const waybill = await weighed(ctx, outboundIds[0]!)
  const open = db
    .selectFrom('office.notices')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('done_at', 'is', null)
  expect(await open.execute()).toEqual([])
  await mustAccept(handOver(ctx, { scanId: newId(), warehouseId: place.warehouseId, carrier: 'SF', code: waybill }))
  expect(await eventsOf(db, outboundIds[0]!)).toEqual([
    'outbound.released',
    'outbound.picking_started',
    'outbound.picked',
    'outbound.packed',
    'outbound.weighed',
    'shipment.dispatched',
  ])
})

test('ORD-06 releasing an order again changes nothing, and an order in two warehouses gets one outbound in each', async () => {
  const { ctx, place, mug } = await aHouse(db, { onHand: 2 })
  const west = await aWarehouse(ctx, { priority: 200 })
  await received(ctx, west, { variantId: mug.variantId, quantity: 2 })
  const released = await aReleasedOutbound(ctx, [{ item: mug, quantity: 3 }])
  const again = await transaction(ctx, (tx) =>
    releaseOutbounds(tx, {
      sourceId: released.sourceId,
      sourceNumber: 'x',
      carrier: 'SF',
      recipient: ann,
      dispatchBy: ctx.now,
      requests: [],
      lines: [],
    }),
  )

  expect(again).toEqual(released.outboundIds)
  const outbounds = await outboundsOf(ctx, released.sourceId)
  expect(new Map(outbounds.map(({ warehouseId, lines }) => [warehouseId, lines[0]!.quantity]))).toEqual(
    new Map([
      [place.warehouseId, 2],
      [west.warehouseId, 1],
    ]),
  )
})

test('ORD-06 an order without reserved goods cannot be released', async () => {
  const { ctx, mug } = await aHouse(db)
  const line = { ...releasedLine(mug), sourceLineId: newId(), variantId: mug.variantId, quantity: 1 }
  const release = transaction(ctx, (tx) =>
    releaseOutbounds(tx, {
      sourceId: newId(),
      sourceNumber: 'x',
      carrier: 'SF',
      recipient: ann,
      dispatchBy: ctx.now,
      requests: [],
      lines: [line],
    }),
  )
  await expect(release).rejects.toMatchObject({ code: 'warehouse.nothing_reserved' })
})

test('ORD-06 an order is taken back before picking and not afterwards; of a cancellation and a picker one wins', async () => {
  const { ctx, mug } = await aHouse(db)
  for (let round = 0; round < 5; round++) {
    const {
      outboundIds: [outboundId],
      sourceId,
    } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
    const [start, cancel] = await Promise.allSettled([
      startPicking(ctx, { outboundId: outboundId! }),
      transaction(ctx, (tx) => withdrawOutbounds(tx, { sourceId })),
    ])
    const { status } = await loadOutbound(ctx, outboundId!)
    expect([start.status, cancel.status, status]).toEqual(
      status === 'picking' ? ['fulfilled', 'rejected', 'picking'] : ['rejected', 'fulfilled', 'cancelled'],
    )
    if (cancel.status === 'rejected') expect(cancel.reason).toMatchObject({ code: 'warehouse.outbound_under_way' })
  }
})

test('ORD-06 a withdrawn order can be released again', async () => {
  const { ctx, mug } = await aHouse(db)
  const {
    outboundIds: [outboundId],
    sourceId,
    lines,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  await transaction(ctx, (tx) => withdrawOutbounds(tx, { sourceId }))
  await transaction(ctx, (tx) => withdrawOutbounds(tx, { sourceId }))
  const again = await transaction(ctx, (tx) =>
    releaseOutbounds(tx, {
      sourceId,
      sourceNumber: 'x',
      carrier: 'SF',
      recipient: ann,
      dispatchBy: ctx.now,
      requests: [],
      lines: [{ ...lines[0]!, ...releasedLine(mug), sourceLineId: lines[0]!.lineId }],
    }),
  )
  expect(again).toEqual([outboundId])
  expect(await pickAll(ctx, outboundId!)).toMatchObject({ status: 'picked', picked: 2 })
})

test('OUT-01 unshipped outbounds are listed by status, warehouse, carrier and lateness, with counters', async () => {
  const { ctx, place, mug } = await aHouse(db)
  const late = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }], {
    dispatchBy: ctx.now.subtract({ hours: 1 }),
  })
  const begun = await aReleasedOutbound(later(ctx, { minutes: 1 }), [{ item: mug, quantity: 1 }])
  await startPicking(ctx, { outboundId: begun.outboundIds[0]! })
  const numbers = async (filter: Omit<Parameters<typeof findOutbounds>[1], 'limit'>) =>
    (await findOutbounds(ctx, { ...filter, limit: 10 })).rows.map(({ id }) => id)

  expect(await numbers({})).toEqual([begun.outboundIds[0], late.outboundIds[0]])
  expect(await numbers({ overdue: true })).toEqual(late.outboundIds)
  expect(await numbers({ statuses: ['picking'], warehouseId: place.warehouseId, carrier: 'SF' })).toEqual(
    begun.outboundIds,
  )
  expect(await numbers({ number: late.sourceNumber })).toEqual(late.outboundIds)
  expect(await numbers({ carrier: 'ZTO' })).toEqual([])
  expect(await countOutbounds(ctx)).toEqual({ byStatus: { released: 1, picking: 1 }, overdue: 1 })
  const first = await findOutbounds(ctx, { limit: 1 })
  expect((await findOutbounds(ctx, { limit: 1, cursor: first.next })).rows.map(({ id }) => id)).toEqual(
    late.outboundIds,
  )
})

test('INV-01 warehouse and bin codes are unique where people scan them', async () => {
  const { ctx, place } = await aHouse(db)
  await expect(
    addBins(ctx, { warehouseId: place.warehouseId, bins: [{ code: 'A1', zone: 'pick', pathOrder: 9 }] }),
  ).rejects.toMatchObject({ code: 'inventory.bin_code_taken' })
  const again = {
    code: 'SAME',
    name: '仓',
    nameEn: 'W',
    contactName: '梅',
    contactPhone: '1',
    districtCode: '330106',
    street: '1',
  }
  await openWarehouse(ctx, again)
  await expect(openWarehouse(ctx, again)).rejects.toMatchObject({ code: 'inventory.warehouse_code_taken' })
})
