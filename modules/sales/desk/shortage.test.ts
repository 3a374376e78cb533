import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { findOrder, linesOf } from '#sales/orders'
import { adjustStock, lotsOf, receiveStock, reservationsOf } from '#supply/inventory'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, type Goods, pick, type SellingShop, ship } from '#test/orders'
import { chooseSettlement, issuesOfOrder, serveWaiting, shortageOf } from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const statusOf = async ({ ctx }: SellingShop, { productId }: Goods) =>
  (
    await db
      .selectFrom('goods.products')
      .select('status')
      .where('shop_id', '=', ctx.shopId)
      .where('id', '=', productId)
      .executeTakeFirstOrThrow()
  ).status

/** A paid order for two cups and a pot, of which the picker finds no cup. */
async function aShortOrder(shop: SellingShop) {
  const cup = await aProduct(shop, { name: '茶杯', onHand: 2 })
  const pot = await aProduct(shop, { name: '茶壶', onHand: 5 })
  const sold = await anOrder(shop, {
    status: 'paid',
    lines: [
      { of: cup, quantity: 2 },
      { of: pot, quantity: 1 },
    ],
  })
  const ctx = as(shop.ctx, mei)
  const [outbound] = await outboundsOf(shop.ctx, sold.order.id)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  const missing = picks.find(({ variantId }) => variantId === cup.variantId)!
  await reportShort(ctx, { scanId: newId(), outboundId: outbound!.id, pickId: missing.id, reason: 'missing' })
  await pick(shop, outbound!.id)
  await shop.tell()
  return { ...sold, cup, pot }
}

const countAway = async (shop: SellingShop, { variantId }: Goods, pieces: number) => {
  const [lot] = await lotsOf(shop.ctx, variantId)
  await adjustStock(shop.ctx, {
    binId: shop.binId,
    lotId: lot!.id,
    variantId,
    change: -pieces,
    reason: '盘亏',
    causeId: newId(),
  })
  await shop.tell()
}

const receive = async (shop: SellingShop, { variantId }: Goods, quantity: number) =>
  transaction(shop.ctx, (tx) =>
    receiveStock(tx, {
      warehouseId: shop.warehouseId,
      binId: shop.binId,
      variantId,
      quantity,
      lot: { number: newId().slice(-8) },
      cause: 'receipt',
      causeId: newId(),
    }),
  )

test('ORD-11 a request with a key that chooses the refund pays it, and the same request again pays nothing more', async () => {
  const shop = await aSellingShop(db)
  const { order } = await aShortOrder(shop)
  const ctx = { ...shop.ctx, repeat: { scope: 'test', key: order.id, fingerprint: 'refund' } }

  const first = await chooseSettlement(ctx, { orderId: order.id, choice: 'refund' })
  const { refunded } = await now(shop, order)
  const again = await chooseSettlement(ctx, { orderId: order.id, choice: 'refund' })

  expect(refunded).toEqual(money(5_000))
  expect(again).toMatchObject({ id: first.id, choice: 'refund' })
  expect(await now(shop, order)).toMatchObject({ refunded })
})

test('ORD-11 goods that a picker does not find leave the shop window at once, staff are told, and the buyer is asked', async () => {
  const shop = await aSellingShop(db)
  const { order, cup } = await aShortOrder(shop)
  expect(await statusOf(shop, cup)).not.toBe('on_sale')
  expect(await shortageOf(shop.ctx, order.id)).toMatchObject({
    foundBy: 'pick',
    status: 'open',
    choice: null,
    lines: [{ quantity: 2 }],
  })
  expect((await issuesOfOrder(shop.ctx, order.id)).map(({ kind }) => kind)).toEqual(['short'])
  expect((await openNotices(shop.ctx, new Set(['orders.change']))).map(({ kind }) => kind)).toContain('order.short')
  expect((await listMessages(shop.ctx, {})).rows.map(({ body }) => body).join()).toContain('请在订单页选择')
})

test('ORD-11 the buyer chooses a refund: the missing pieces are paid back and the rest goes out', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await aShortOrder(shop)
  await chooseSettlement(buyer.ctx, { orderId: order.id, choice: 'refund' })
  await shop.tell({ twice: true })
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'released', refunded: money(5_000) })
  expect(await shortageOf(shop.ctx, order.id)).toBeUndefined()
  await expect(chooseSettlement(buyer.ctx, { orderId: order.id, choice: 'wait' })).rejects.toMatchObject({
    code: 'desk.nothing_short',
  })
})

test('ORD-11 the buyer chooses to wait: nothing happens until goods arrive, then the whole order goes out', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, cup } = await aShortOrder(shop)
  await chooseSettlement(buyer.ctx, { orderId: order.id, choice: 'wait', note: '月底前都可以' })
  await serveWaiting(shop.ctx)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'short' })
  expect(await shortageOf(shop.ctx, order.id)).toMatchObject({ status: 'waiting', note: '月底前都可以' })

  await receive(shop, cup, 2)
  await serveWaiting(shop.ctx)
  await serveWaiting(shop.ctx)
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'released', refunded: money(0) })
  expect(await shortageOf(shop.ctx, order.id)).toBeUndefined()
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped' })
  expect((await linesOf(shop.ctx, order)).map(({ shipped }) => shipped)).toEqual([2, 1])
})

test('ORD-11 staff record what the buyer wants instead; the order stays until its items were changed', async () => {
  const shop = await aSellingShop(db)
  const { order } = await aShortOrder(shop)
  await chooseSettlement(shop.ctx, { orderId: order.id, choice: 'replace', note: '换成蓝色' })
  expect(await shortageOf(shop.ctx, order.id)).toMatchObject({ choice: 'replace', chosenBy: 'Lin', note: '换成蓝色' })
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'short' })
})

test('ORD-11 a stock count that takes promised goods away opens the same case, and a refund keeps the rest on its way', async () => {
  const shop = await aSellingShop(db)
  const cup = await aProduct(shop, { name: '茶杯', onHand: 3 })
  const { order, buyer } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 3 }] })
  await countAway(shop, cup, 2)
  expect(await statusOf(shop, cup)).not.toBe('on_sale')
  expect(await shortageOf(shop.ctx, order.id)).toMatchObject({ foundBy: 'count', lines: [{ quantity: 2 }] })
  expect((await openNotices(shop.ctx, new Set(['orders.change']))).map(({ kind }) => kind)).toContain(
    'order.counted_away',
  )
  await chooseSettlement(buyer.ctx, { orderId: order.id, choice: 'refund' })
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'released', refunded: money(5_000) })
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', payment: 'partly_refunded' })
})

test('ORD-11 when a count takes everything, a refund cancels the order; an order waiting for release waits on for its goods', async () => {
  const shop = await aSellingShop(db)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  const [cup, pot] = [await aProduct(shop, { onHand: 1 }), await aProduct(shop, { onHand: 1 })]
  const { order: first } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 1 }] })
  const { order: second } = await anOrder(shop, { status: 'paid', lines: [{ of: pot, quantity: 1 }] })
  await countAway(shop, cup, 1)
  await countAway(shop, pot, 1)
  await chooseSettlement(shop.ctx, { orderId: first.id, choice: 'refund' })
  await chooseSettlement(shop.ctx, { orderId: second.id, choice: 'wait' })
  await shop.tell()
  expect(await now(shop, first)).toMatchObject({ status: 'cancelled', payment: 'refunded' })
  await receive(shop, pot, 1)
  await serveWaiting(shop.ctx)
  await shop.tell()
  expect(await now(shop, second)).toMatchObject({ fulfilment: 'pending' })
  expect(await reservationsOf(shop.ctx, second.id)).toMatchObject([{ quantity: 1 }])
  expect(await shortageOf(shop.ctx, second.id)).toBeUndefined()
})
