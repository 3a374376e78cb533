import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { TransferId } from '#model/supply/transfers'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { adjustStock, availabilityOf, explainStock, moveStock, reservationsOf, stockByBin } from '#supply/inventory'
import {
  acceptTransfer,
  closeTransfer,
  findTransfers,
  followTransfer,
  loadTransfer,
  notesOf,
  receiveTransfer,
  refuseTransfer,
  sendTransfer,
  withdrawTransfer,
} from '#supply/transfers'
import { outboundsOf } from '#supply/warehouse'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, aProduct, aSellingShop, place, type SellingShop } from '#test/orders'
import { anAskedTransfer } from '#test/transfers'
import { askTransfer, cancelOrder, findOrder, releaseOrder, takeOverTransfer } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop
beforeEach(async () => {
  shop = await aSellingShop(db)
})

type Asked = Awaited<ReturnType<typeof anAskedTransfer>>

const held = async (holder: string) => (await reservationsOf(shop.ctx, holder)).map((each) => each.quantity)
const onHand = async ({ goods }: Asked, warehouseId: Asked['from']) =>
  (await explainStock(shop.ctx, { variantId: goods.variantId, warehouseId })).onHand
const places = async (asked: Asked) => [await onHand(asked, asked.from), await onHand(asked, asked.to)]
const free = async ({ goods: { variantId } }: Asked) => (await availabilityOf(shop.ctx, [variantId])).get(variantId)

async function sent(given: Parameters<typeof anAskedTransfer>[1] = {}): Promise<Asked> {
  const asked = await anAskedTransfer(shop, given)
  await acceptTransfer(shop.ctx, asked.transferId)
  await sendTransfer(shop.ctx, asked.transferId)
  return asked
}

test('ORD-12 goods asked from one warehouse for another arrive there for the order that needs them', async () => {
  const asked = await anAskedTransfer(shop)
  const { ctx } = shop
  const { transferId, order, from, to } = asked
  expect([await held(order.id), await held(transferId), await free(asked)]).toEqual([[], [2], 3])
  await expect(releaseOrder(ctx, order.id)).rejects.toMatchObject({ code: 'orders.transfer_under_way' })

  for (const step of [acceptTransfer, sendTransfer]) {
    await step(ctx, transferId)
    await expect(releaseOrder(ctx, order.id)).rejects.toMatchObject({ code: 'orders.transfer_under_way' })
  }
  expect([await places(asked), await free(asked)]).toEqual([[3, 0], 3])
  expect((await explainStock(ctx, { variantId: asked.goods.variantId, warehouseId: to })).movements.rows).toMatchObject(
    [
      {
        quantity: 2,
        zone: 'transit',
        sellable: false,
        kind: 'move',
        reason: (await loadTransfer(ctx, transferId)).number,
      },
    ],
  )

  await receiveTransfer(ctx, transferId, [])
  expect([await places(asked), await held(transferId), await free(asked)]).toEqual([[3, 2], [2], 3])
  await shop.tell()
  expect([await held(transferId), await held(order.id)]).toEqual([[], [2]])
  await closeTransfer(ctx, transferId)

  await releaseOrder(ctx, order.id)
  expect(await outboundsOf(ctx, order.id)).toMatchObject([{ warehouseId: to, lines: [{ quantity: 2 }] }])
  expect((await explainStock(ctx, { variantId: asked.goods.variantId, warehouseId: from })).reserved).toBe(0)
})

test('ORD-12 a transfer changes neither the books nor the worth of the goods, but what is lost is written off at cost', async () => {
  const before = async () => [
    (await balanceOf(shop.ctx, 'goods_in_stock')).minor,
    (await balanceOf(shop.ctx, 'stock_losses')).minor,
  ]
  const asked = await anAskedTransfer(shop, { quantity: 3 })
  const [stock, losses] = await before()
  await acceptTransfer(shop.ctx, asked.transferId)
  await sendTransfer(shop.ctx, asked.transferId)
  expect(await before()).toEqual([stock, losses])

  await receiveTransfer(shop.ctx, asked.transferId, [{ lineId: asked.order.lineId, received: 2 }])
  expect(await before()).toEqual([stock! - 1_000, losses! + 1_000])
  expect((await loadTransfer(shop.ctx, asked.transferId)).lines).toMatchObject([{ sent: 3, received: 2, lost: 1 }])
  expect(await places(asked)).toEqual([2, 2])
})

test('ORD-12 more than the warehouse has free is not asked for, and the line is named', async () => {
  const asked = await anAskedTransfer(shop, { onHand: 2 })
  await withdrawTransfer(shop.ctx, asked.transferId, '不需要了')
  await shop.tell()
  const line = { lineId: asked.order.lineId, quantity: 2 }

  await adjustOne(asked, -1)
  await expect(askTransfer(shop.ctx, { ...asked.wish, lines: [line] })).rejects.toMatchObject({
    code: 'inventory.out_of_stock',
    details: { field: `lines.${line.lineId}`, available: 1 },
  })
  await expect(askTransfer(shop.ctx, { ...asked.wish, lines: [{ ...line, quantity: 3 }] })).rejects.toMatchObject({
    code: 'orders.more_than_left',
  })
  expect(await held(asked.order.id)).toEqual([1])
})

/** Somebody counts one piece fewer on the shelf. */
async function adjustOne({ goods, from }: Asked, change: number) {
  const [bin] = (await stockByBin(shop.ctx, goods)).filter((each) => each.warehouseId === from)
  await adjustStock(shop.ctx, {
    binId: bin!.binId,
    lotId: bin!.lotId,
    variantId: goods.variantId,
    change,
    reason: '盘点',
    causeId: newId(),
  })
}

test('ORD-12 what a warehouse refuses, or nobody needs any more, goes back to the order, and of a cancelled order it is free', async () => {
  const refused = await anAskedTransfer(shop)
  await refuseTransfer(shop.ctx, refused.transferId, '货架已空')
  await shop.tell()
  expect([await held(refused.transferId), await held(refused.order.id)]).toEqual([[], [2]])
  await releaseOrder(shop.ctx, refused.order.id)

  const withdrawn = await anAskedTransfer(shop)
  await cancelOrder(shop.ctx, { orderId: withdrawn.order.id, reason: 'changed_mind' })
  await withdrawTransfer(shop.ctx, withdrawn.transferId, '订单已取消')
  await shop.tell({ twice: true })
  expect([await held(withdrawn.transferId), await held(withdrawn.order.id), await free(withdrawn)]).toEqual([[], [], 5])
  const ends = [await loadTransfer(shop.ctx, refused.transferId), await loadTransfer(shop.ctx, withdrawn.transferId)]
  expect(ends.map(({ status, endedAt }) => [status, endedAt])).toEqual([
    ['refused', shop.ctx.now],
    ['withdrawn', shop.ctx.now],
  ])
})

test('ORD-12 when the need is met, what nobody took of the goods is free', async () => {
  const asked = await sent()
  await receiveTransfer(shop.ctx, asked.transferId, [])
  await closeTransfer(shop.ctx, asked.transferId)
  expect([await held(asked.transferId), await free(asked)]).toEqual([[], 5])
})

test('ORD-12 an order that was cancelled while its goods were on the way leaves them free where they arrive', async () => {
  const asked = await sent()
  await cancelOrder(shop.ctx, { orderId: asked.order.id, reason: 'changed_mind' })
  await receiveTransfer(shop.ctx, asked.transferId, [])
  await shop.tell({ twice: true })
  expect([await places(asked), await free(asked), await held(asked.order.id)]).toEqual([[3, 2], 5, []])
})

test('ORD-12 of two who take the same step at once, one does, and goods move once', async () => {
  const asked = await anAskedTransfer(shop)
  const twice = (step: () => Promise<unknown>) => Promise.allSettled([step(), step()])
  const outcomes = []
  for (const step of [acceptTransfer, sendTransfer]) outcomes.push(await twice(() => step(shop.ctx, asked.transferId)))
  outcomes.push(await twice(() => receiveTransfer(shop.ctx, asked.transferId, [])))

  for (const both of outcomes) expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await places(asked)).toEqual([3, 2])
  await expect(sendTransfer(shop.ctx, asked.transferId)).rejects.toMatchObject({
    code: 'transfers.cannot',
    details: { status: 'received', step: 'send' },
  })
})

test('ORD-12 a buyer and a transfer that want the last pieces at once never get more than there are', async () => {
  const tea = await aProduct(shop, { onHand: 5 })
  const asked = await anAskedTransfer(shop, { of: tea, quantity: 2 })
  await withdrawTransfer(shop.ctx, asked.transferId, '重来')
  await shop.tell()
  await adjustOne(asked, -2)
  const buyers = await Promise.all([1, 2, 3].map(() => aBuyer(shop, [{ of: tea }])))

  await Promise.allSettled([askTransfer(shop.ctx, asked.wish), ...buyers.map(place), askTransfer(shop.ctx, asked.wish)])
  const { onHand: there, reserved } = await explainStock(shop.ctx, {
    variantId: tea.variantId,
    warehouseId: asked.from,
  })
  expect(there).toBe(3)
  expect(reserved).toBe(3)
})

test('ORD-12 a count that takes what a transfer holds keeps it from leaving', async () => {
  const asked = await anAskedTransfer(shop, { onHand: 2 })
  await acceptTransfer(shop.ctx, asked.transferId)
  await adjustOne(asked, -1)
  await expect(sendTransfer(shop.ctx, asked.transferId)).rejects.toMatchObject({
    code: 'inventory.out_of_stock',
    details: { available: 1 },
  })
  expect(await places(asked)).toEqual([1, 0])
})

test('ORD-12 goods on the way are moved and corrected by their transfer only, and nobody sells them', async () => {
  const asked = await sent({ onHand: 2 })
  const [bin] = (await stockByBin(shop.ctx, asked.goods)).filter((each) => each.zone === 'transit')
  const { binId, lotId } = bin!
  const { variantId } = asked.goods
  const causeId = newId()
  const hands = [
    moveStock(shop.ctx, { fromBinId: binId, toBinId: asked.toBin, lotId, variantId, quantity: 1 }),
    adjustStock(shop.ctx, { binId, lotId, variantId, change: -1, reason: '盘点', causeId }),
  ]
  for (const each of await Promise.allSettled(hands))
    expect(each).toMatchObject({ status: 'rejected', reason: { code: 'inventory.on_the_way' } })
  expect(await free(asked)).toBe(0)
})

test('ORD-12 one shift hands a transfer to the next with a note', async () => {
  const { transferId } = await anAskedTransfer(shop)
  const [service, next] = [as(shop.ctx, mei), as(shop.ctx, lin)]
  expect((await loadTransfer(shop.ctx, transferId)).keeperName).toBe(mei.name)

  await followTransfer(service, { transferId, kind: 'hand_over', text: '仓库说下午发，请盯一下' })
  expect((await findTransfers(shop.ctx, { queue: 'unkept' })).rows.map(({ id }) => id)).toEqual([transferId])
  await followTransfer(next, { transferId, kind: 'take_over', text: '' })
  await followTransfer(next, { transferId, kind: 'note', text: '已发顺丰' })

  expect((await loadTransfer(shop.ctx, transferId)).keeperName).toBe(lin.name)
  expect(await notesOf(shop.ctx, transferId)).toMatchObject([
    { kind: 'hand_over', text: '仓库说下午发，请盯一下', by: mei.name },
    { kind: 'take_over', by: lin.name },
    { kind: 'note', text: '已发顺丰', by: lin.name },
  ])
  await expect(followTransfer(next, { transferId, kind: 'hand_over', text: ' ' })).rejects.toMatchObject({
    details: { field: 'text' },
  })
})

test('ORD-12 whoever must act next is told, and the others no longer', async () => {
  const { transferId } = await anAskedTransfer(shop)
  const told = async (permission: string) =>
    (await openNotices(shop.ctx, new Set([permission])))
      .filter(({ subject }) => subject === 'transfer')
      .map(({ kind }) => kind)
  expect(await told('outbound.pick')).toEqual(['transfer.requested'])
  await acceptTransfer(shop.ctx, transferId)
  expect([await told('outbound.pick'), await told('orders.change')]).toEqual([[], ['transfer.accepted']])
  await sendTransfer(shop.ctx, transferId)
  expect([await told('outbound.pick'), await told('orders.change')]).toEqual([['transfer.sent'], []])
  await receiveTransfer(shop.ctx, transferId, [])
  await closeTransfer(shop.ctx, transferId)
  expect([await told('outbound.pick'), await told('orders.change')]).toEqual([[], []])
})

test('ORD-12 only an order that waits can have goods brought, from one warehouse to another, for a time to come', async () => {
  const asked = await anAskedTransfer(shop)
  const ask = (part: object) => askTransfer(shop.ctx, { ...asked.wish, ...part })
  await expect(ask({ toWarehouseId: asked.from })).rejects.toMatchObject({ details: { field: 'toWarehouseId' } })
  await expect(ask({ neededBy: shop.ctx.now })).rejects.toMatchObject({ details: { field: 'neededBy' } })
  await expect(ask({ lines: [] })).rejects.toMatchObject({ details: { field: 'lines' } })
  await expect(ask({ reason: ' ' })).rejects.toMatchObject({ details: { field: 'reason' } })
  await cancelOrder(shop.ctx, { orderId: asked.order.id, reason: 'changed_mind' })
  await expect(ask({})).rejects.toMatchObject({ code: 'orders.cannot' })
  const theirs = await aSellingShop(db)
  await expect(acceptTransfer(theirs.ctx, asked.transferId)).rejects.toMatchObject({ code: 'transfers.not_found' })
})

test('ORD-12 no more pieces arrive than were sent, and none are fewer than nothing', async () => {
  const asked = await sent()
  const { lineId } = asked.order
  for (const received of [3, -1])
    await expect(receiveTransfer(shop.ctx, asked.transferId, [{ lineId, received }])).rejects.toMatchObject({
      code: 'transfers.more_than_sent',
      details: { field: `lines.${lineId}`, sent: 2 },
    })
  expect([await places(asked), await held(asked.transferId)]).toEqual([[3, 0], []])
})

test('ORD-12 whatever is sent and found, each piece is on a shelf, on the way or written off, and none twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(4), async (quantity, counted) => {
      const asked = await sent({ quantity, onHand: 6 })
      const received = Math.min(counted, quantity)
      await receiveTransfer(shop.ctx, asked.transferId, [{ lineId: asked.order.lineId, received }])
      await takeOver(asked.transferId)
      await takeOver(asked.transferId)
      expect(await places(asked)).toEqual([6 - quantity, received])
      expect((await held(asked.order.id)).reduce((all, each) => all + each, 0)).toBe(received)
      expect((await findOrder(shop.ctx, asked.order.id))?.fulfilment).toBe('pending')
    }),
    { numRuns: 5 },
  )
})

const takeOver = (transferId: TransferId) => takeOverTransfer(shop.ctx, transferId)

test('ORD-12 each queue holds the transfers that wait for whoever looks at it', async () => {
  const { transferId } = await anAskedTransfer(shop)
  const holds = async (queue: 'open' | 'warehouse' | 'service' | 'ended') =>
    (await findTransfers(shop.ctx, { queue })).rows.map(({ id }) => id)
  const queues = async () => [
    await holds('open'),
    await holds('warehouse'),
    await holds('service'),
    await holds('ended'),
  ]
  expect(await queues()).toEqual([[transferId], [transferId], [], []])

  await refuseTransfer(shop.ctx, transferId, '缺货')
  expect(await queues()).toEqual([[], [], [], [transferId]])
})
