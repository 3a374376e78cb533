import { test } from 'vitest'
import { withdrawCase } from '#care/after-sales'
import { newId } from '#kernel/id'
import type { CaseId } from '#model/care/after-sales'
import { transaction } from '#platform/database'
import { linesOf, loadOrder } from '#sales/orders'
import { receiveStock } from '#supply/inventory'
import { acceptTransfer } from '#supply/transfers'
import { loadOutbound, outboundsOf, scanPick, startPicking } from '#supply/warehouse'
import { aShippedOrder } from '#test/cases'
import { as, lin, mei } from '#test/context'
import { anOrder, aProduct, type SellingShop } from '#test/orders'
import { stockOf } from '#test/stock'
import { anAskedTransfer, aSecondWarehouse } from '#test/transfers'
import { aRaceShop, courseOf, firstOf } from './support/courses.ts'
import { move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()
const many = { onHand: 9_000 }
/** Two who tell of one thing at once would be seen by its history too: that is another guard. */
const history = 'platform.events.events_version_key'

/** An order of two pieces that waits for its picker. */
async function released(shop: SellingShop, of: Awaited<ReturnType<typeof aProduct>>) {
  const { order, buyer } = await anOrder(shop, { status: 'released', lines: [{ of, quantity: 2 }] })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  return { order, buyer, outboundId: outbound!.id }
}

/** The buyer cancels when the picker begins. */
const cancelAgainstPicking: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, many)
  return courseOf(shop, async () => {
    const { order, buyer, outboundId } = await released(shop, goods)
    return {
      calls: [
        move('cancelOrder', buyer.ctx, { orderId: order.id, reason: 'changed_mind' }),
        move('startPicking', as(shop.ctx, mei), { outboundId }),
      ],
      harm: async () => {
        const [{ status }, outbound] = [await loadOrder(shop.ctx, order.id), await loadOutbound(shop.ctx, outboundId)]
        return status === 'cancelled' && outbound.status === 'picking' ? 'a cancelled order is picked' : undefined
      },
    }
  })
}

const outboundGuards = [
  'lock the outbound',
  'lock the outbounds of an order',
  'an outbound goes from where it is',
] as const

test('B15 cancelled when picking begins: one of both happens', () => track.holds(cancelAgainstPicking, 25))
test('B15 guard off: without “an outbound goes from where it is” and its locks both happen', () =>
  track.breaks(cancelAgainstPicking, outboundGuards, [history]))
test('B15 guard off: without the locks “an outbound goes from where it is” alone decides', () =>
  track.survives(cancelAgainstPicking, ['lock the outbound', 'lock the outbounds of an order'], [history]))

/** Both ask for all pieces of one line back. */
const twoReturns: Race = async (db) => {
  const shop = await aRaceShop(db)
  const { order, lines, buyer } = await aShippedOrder(shop)
  return courseOf(shop, async () => {
    const wish = (kind: 'refund' | 'return') =>
      move(
        'applyForCase',
        { ...buyer.ctx, now: shop.ctx.now },
        {
          orderId: order.id,
          kind,
          reason: 'damaged',
          description: '',
          lines: [{ lineId: lines[0]!.id, quantity: 2 }],
        },
      )
    return {
      calls: [wish('return'), wish('refund')],
      refused: ['cases.too_many'],
      harm: async ({ outcomes }) => {
        const opened = outcomes.flatMap((each) => (each.ok ? [(each.value as { id: CaseId }).id] : []))
        for (const caseId of opened) await withdrawCase({ ...buyer.ctx, now: shop.ctx.now }, caseId)
        return undefined
      },
    }
  })
}

test('B22 two requests for all pieces of one line: one is taken', () => track.holds(twoReturns))
test('B22 guard off: without “lock the order” and “an order goes from where it is” the pieces are asked back twice', () =>
  track.breaks(twoReturns, ['lock the order', 'an order goes from where it is'], [history]))

/** Mei and Lin take one task. */
const twoPickers: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, many)
  return courseOf(shop, async () => {
    const { outboundId } = await released(shop, goods)
    const calls = [mei, lin].map((who) => move('startPicking', as(shop.ctx, who), { outboundId }))
    return { calls, refused: ['warehouse.held_by'] }
  })
}

test('B23 of two pickers who take one task one has it', () => track.holds(twoPickers, 25))
test('B23 guard off: without “an outbound goes from where it is” and its lock both have it', () =>
  track.breaks(
    twoPickers,
    ['lock the outbound', 'an outbound goes from where it is'],
    [history, 'supply.parcels.parcels_number_key'],
  ))

/** The scanner sends one scan twice. */
const doubleScan: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, many)
  return courseOf(shop, async () => {
    const { outboundId } = await released(shop, goods)
    const ctx = as(shop.ctx, mei)
    const { picks } = await startPicking(ctx, { outboundId })
    await scanPick(ctx, { scanId: newId(), outboundId, code: picks[0]!.bin })
    const scan = { scanId: newId(), outboundId, code: goods.sku, quantity: 1 }
    return {
      calls: [move('scanPick', ctx, scan), move('scanPick', ctx, scan)],
      winners: 2,
      harm: async () => {
        const [line] = (await loadOutbound(shop.ctx, outboundId)).lines
        return line?.picked === 1 ? undefined : `one scan counted ${line?.picked} times`
      },
    }
  })
}

test('B23 one scan sent twice counts once and is answered twice', () => track.holds(doubleScan, 25))
test('B23 guard off: without “lock the outbound” and “one answer for a scan” it counts twice', () =>
  track.breaks(doubleScan, ['lock the outbound', 'one answer for a scan']))
test('B23 guard off: without “lock the outbound” the scan’s id alone keeps it single', () =>
  track.survives(doubleScan, 'lock the outbound'))

/** A scanner that got no answer posts its receipt again. */
const receiptTwice: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 1 })
    const { warehouseId, binId } = shop
    const receipt = {
      warehouseId,
      binId,
      variantId,
      quantity: 5,
      lot: { number: 'L1' },
      cause: 'race',
      causeId: newId(),
    }
    return {
      calls: [1, 2, 3].map(() => move('receiveStock', shop.ctx, receipt)),
      winners: 3,
      harm: async () => {
        const { onHand } = await stockOf(shop.ctx, variantId)
        return onHand === 6 ? undefined : `1 and 5 became ${onHand}`
      },
    }
  })
}

test('B23 one receipt posted three times brings its goods in once', () => track.holds(receiptTwice))
test('B23 guard off: without “a cause moves goods once” they come in again', () =>
  track.breaks(receiptTwice, 'a cause moves goods once'))

/** One line lies in two warehouses, and each of its boxes is given away by two people. */
const twoWarehouses: Race = async (db) => {
  const shop = await aRaceShop(db)
  const second = await aSecondWarehouse(shop)
  return courseOf(shop, async () => {
    const goods = await aProduct(shop, { onHand: 1 })
    await aProductIn(shop, second, goods)
    const { order } = await anOrder(shop, { status: 'released', lines: [{ of: goods, quantity: 2 }] })
    const boxes = await outboundsOf(shop.ctx, order.id)
    const calls = boxes.flatMap(({ id: outboundId }) =>
      [1, 2].map(() => move('shipElsewhere', shop.ctx, { outboundId, waybillNumber: `WB${newId().slice(-12)}` })),
    )
    return {
      calls,
      winners: 2,
      harm: async () => {
        await shop.tell()
        const [line] = await linesOf(shop.ctx, order)
        return firstOf(
          boxes.length !== 2 && `${boxes.length} boxes`,
          line!.shipped !== 2 && `${line!.shipped} of 2 have left`,
        )
      },
    }
  })
}

async function aProductIn(
  { ctx }: SellingShop,
  { warehouseId, binId }: Awaited<ReturnType<typeof aSecondWarehouse>>,
  { variantId }: Awaited<ReturnType<typeof aProduct>>,
): Promise<void> {
  const lot = { number: 'L2' }
  const goods = { warehouseId, binId, variantId, quantity: 1, lot, cause: 'test', causeId: newId() }
  await transaction(ctx, (tx) => receiveStock(tx, goods))
}

test('B24 one line in two warehouses, each box given away twice: the line leaves once', () =>
  track.holds(twoWarehouses, 20))
test('B24 guard off: without “lock the outbound” the goods’ movements keep the box single', () =>
  track.survives(twoWarehouses, 'lock the outbound'))

/** Two people send one transfer off. */
const transferTwice: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const { transferId } = await anAskedTransfer(shop)
    await acceptTransfer(shop.ctx, transferId)
    return {
      calls: [mei, lin].map((who) => move('sendTransfer', as(shop.ctx, who), transferId)),
      refused: ['transfers.cannot'],
    }
  })
}

test('B24 a transfer that two people send off leaves once', () => track.holds(transferTwice, 15))
test('B24 guard off: without “a transfer goes from where it is” what it holds keeps it single', () =>
  track.survives(transferTwice, 'a transfer goes from where it is', [history]))
