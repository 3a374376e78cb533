import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { reservationsOf } from '#supply/inventory'
import { outboundsOf, pickListData, reportShort, shippingNoteData, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  anOrder,
  aProduct,
  aSellingShop,
  type Goods,
  handOut,
  payFor,
  pick,
  type SellingShop,
  ship,
  track,
} from '#test/orders'
import { aCart, anAddressInput } from '#test/people'
import {
  addRequest,
  cancelOrder,
  changeRecipient,
  confirmReceipt,
  findOrder,
  findOrders,
  mergeableWith,
  mergeOrders,
  orderCannot,
  orderPage,
  ordersDiffer,
  placeOrder,
  quoteCheckout,
  refundMissing,
  refundOrder,
  releaseOrder,
  unmergeOrder,
} from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const live = async (shop: SellingShop, id: string) =>
  (await outboundsOf(shop.ctx, id)).filter(({ status }) => status !== 'cancelled')

/** Two paid orders of one buyer to one address: two cups and one teapot. */
async function twoOrders(shop: SellingShop, { onHand = 10 }: { onHand?: number } = {}) {
  const cup = await aProduct(shop, { name: '茶杯', onHand })
  const pot = await aProduct(shop, { name: '茶壶', price: money(6_000), onHand })
  const { order: first, buyer } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 2 }] })
  const second = await another(shop, buyer, pot)
  return { cup, pot, first, second: await now(shop, second), buyer }
}

async function another(
  shop: SellingShop,
  buyer: Awaited<ReturnType<typeof anOrder>>['buyer'],
  of: Goods,
): Promise<Order> {
  const cartId = await aCart(buyer.ctx, { of: of.variantId, quantity: 1 })
  const wish = { cartId, addressId: buyer.address.id }
  const { total } = await quoteCheckout(buyer.ctx, wish)
  const order = await placeOrder(buyer.ctx, { ...wish, expectedTotal: total })
  await payFor(shop, buyer, order.id)
  return order
}

const merge = (shop: SellingShop, ...orders: readonly Pick<Order, 'id'>[]) =>
  mergeOrders(shop.ctx, { orderIds: orders.map(({ id }) => id) })

test('ORD-08 two orders of one buyer to one address are suggested, merged, and leave in one box', async () => {
  const shop = await aSellingShop(db)
  const { first, second, buyer } = await twoOrders(shop)
  expect((await findOrders(shop.ctx, { mergeable: true })).rows.map(({ id }) => id).sort()).toEqual(
    [first.id, second.id].sort(),
  )
  expect(await mergeableWith(shop.ctx, first.id)).toMatchObject([{ number: second.number }])

  const merged = await merge(shop, first, second)

  const shipmentId = merged[0]!.shipmentId!
  expect(merged.map((order) => [order.shipmentId, order.fulfilment])).toEqual([
    [shipmentId, 'released'],
    [shipmentId, 'released'],
  ])
  expect((await findOrders(shop.ctx, { mergeable: true })).rows).toEqual([])
  expect((await orderPage(shop.ctx, first.id)).together).toMatchObject([{ number: second.number }])
  const outbounds = await live(shop, shipmentId)
  expect(outbounds).toMatchObject([{ source: 'shipment', lines: [{ quantity: 2 }, { quantity: 1 }] }])
  expect(await live(shop, first.id)).toEqual([])
  expect((await pickListData(shop.ctx, outbounds[0]!.id, 'Mei')).orderNumbers).toEqual(
    merged.map(({ number }) => number),
  )

  await shipTogether(shop, shipmentId)
  expect(await now(shop, first)).toMatchObject({ fulfilment: 'shipped' })
  expect(await now(shop, second)).toMatchObject({ fulfilment: 'shipped' })
  const pages = [await orderPage(buyer.ctx, first.id), await orderPage(buyer.ctx, second.id)]
  expect(pages[0]!.parcels).toHaveLength(1)
  const { waybillNumber } = pages[0]!.parcels[0]!
  expect(pages[1]!.parcels[0]!.waybillNumber).toBe(waybillNumber)
  expect((await findOrders(shop.ctx, { text: waybillNumber! })).rows.map(({ id }) => id).sort()).toEqual(
    [first.id, second.id].sort(),
  )
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
  expect(await balanceOf(shop.ctx, 'sales')).toEqual(money(11_000))
  expect(await balanceOf(shop.ctx, 'freight_income')).toEqual(money(1_600))
})

async function shipTogether(shop: SellingShop, shipmentId: string): Promise<void> {
  await ship(shop, shipmentId as Order['id'])
}

test('ORD-08 tracking, receipt and refunds of merged orders stay their own', async () => {
  const shop = await aSellingShop(db)
  const { first, second, buyer } = await twoOrders(shop)
  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  await shipTogether(shop, shipmentId!)
  await track(shop, shipmentId as unknown as Order['id'], 'signed')
  expect(await now(shop, first)).toMatchObject({ fulfilment: 'delivered' })
  expect(await now(shop, second)).toMatchObject({ fulfilment: 'delivered' })

  await confirmReceipt(buyer.ctx, first.id)
  const [line] = (await orderPage(shop.ctx, second.id)).lines
  await transaction(shop.ctx, (tx) =>
    refundOrder(tx, {
      orderId: second.id,
      cause: 'test',
      causeId: newId(),
      reason: 'test',
      lines: [{ lineId: line!.id, quantity: 1 }],
    }),
  )
  await shop.tell()
  expect(await now(shop, first)).toMatchObject({ fulfilment: 'received', refunded: money(0) })
  expect(await now(shop, second)).toMatchObject({ fulfilment: 'delivered', refunded: money(6_000) })
})

test('ORD-08 merging the same orders again changes nothing, and a third order joins them', async () => {
  const shop = await aSellingShop(db)
  const { first, second, buyer, cup } = await twoOrders(shop)
  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  expect((await merge(shop, first, second)).map((order) => order.shipmentId)).toEqual([shipmentId, shipmentId])
  const third = await another(shop, buyer, cup)
  expect(await merge(shop, first, third)).toHaveLength(3)
  expect(await live(shop, shipmentId!)).toMatchObject([{ lines: { length: 3 } }])
})

test('ORD-08 orders of different buyers, or to different addresses, are not merged', async () => {
  const shop = await aSellingShop(db)
  const { first, second, buyer } = await twoOrders(shop)
  const { order: stranger } = await anOrder(shop, { status: 'paid', name: 'Bob' })
  await expect(merge(shop, first, stranger)).rejects.toMatchObject({
    code: ordersDiffer.code,
    details: { what: 'buyer' },
  })
  await changeRecipient(buyer.ctx, { orderId: second.id, recipient: anAddressInput({ street: '别处 3 号' }) })
  await expect(merge(shop, first, second)).rejects.toMatchObject({ details: { what: 'recipient' } })
  expect(await mergeableWith(shop.ctx, first.id)).toEqual([])
})

test('ORD-08 one order is no merge, and what is in no shipment leaves none', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  await expect(merge(shop, order, order)).rejects.toMatchObject({ code: 'orders.too_few_to_merge' })
  await expect(unmergeOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.not_merged' })
})

test('ORD-08 while one order of a box waits for goods the other cannot be taken out of it', async () => {
  const shop = await aSellingShop(db)
  const { first, second, pot, buyer } = await twoOrders(shop)
  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  const [outbound] = await live(shop, shipmentId!)
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  const missing = picks.find((each) => each.variantId === pot.variantId)!
  await reportShort(ctx, { scanId: newId(), outboundId: outbound!.id, pickId: missing.id, reason: 'missing' })
  await pick(shop, outbound!.id)
  await shop.tell()

  await expect(cancelOrder(buyer.ctx, { orderId: first.id, reason: 'changed_mind' })).rejects.toMatchObject({
    code: 'orders.other_is_short',
    details: { number: second.number },
  })
  expect(await now(shop, first)).toMatchObject({ status: 'open', shipmentId, fulfilment: 'released' })
})

test('ORD-08 once picking has begun orders are neither merged nor unmerged', async () => {
  const shop = await aSellingShop(db)
  const { first, second } = await twoOrders(shop)
  await startPicking(as(shop.ctx, mei), { outboundId: (await live(shop, first.id))[0]!.id })
  await expect(merge(shop, first, second)).rejects.toMatchObject({ code: 'warehouse.outbound_under_way' })
  expect(await now(shop, second)).toMatchObject({ shipmentId: null })
})

test('ORD-08 an order that leaves its shipment ships alone, with its own goods and note', async () => {
  const shop = await aSellingShop(db)
  const { first, second } = await twoOrders(shop)
  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  expect(await unmergeOrder(shop.ctx, second.id)).toMatchObject({ shipmentId: null, fulfilment: 'released' })
  expect(await live(shop, shipmentId!)).toMatchObject([{ lines: [{ quantity: 2 }] }])
  expect(await live(shop, second.id)).toMatchObject([{ lines: [{ quantity: 1 }] }])
  await ship(shop, second.id)
  await shipTogether(shop, shipmentId!)
  expect([(await now(shop, first)).fulfilment, (await now(shop, second)).fulfilment]).toEqual(['shipped', 'shipped'])
  expect((await merge(shop, first, second).catch((error) => error)).code).toBe(orderCannot.code)
})

test('ORD-08 ORD-10 cancelling one merged order before picking takes only its lines out of the box', async () => {
  const shop = await aSellingShop(db)
  const { first, second, buyer } = await twoOrders(shop)
  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  await cancelOrder(buyer.ctx, { orderId: second.id, reason: 'changed_mind' })
  await shop.tell()
  expect(await now(shop, second)).toMatchObject({ status: 'cancelled', payment: 'refunded', shipmentId: null })
  expect(await live(shop, shipmentId!)).toMatchObject([{ lines: [{ quantity: 2 }] }])
  expect(await reservationsOf(shop.ctx, second.id)).toEqual([])
  await shipTogether(shop, shipmentId!)
  expect(await now(shop, first)).toMatchObject({ fulfilment: 'shipped' })
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
})

test('ORD-08 ORD-09 a merged order whose address changes leaves alone to the new address', async () => {
  const shop = await aSellingShop(db)
  const { first, second, buyer } = await twoOrders(shop)
  await merge(shop, first, second)
  await changeRecipient(buyer.ctx, {
    orderId: second.id,
    recipient: anAddressInput({ districtCode: '330108', street: '江南大道 1 号' }),
  })
  expect(await live(shop, second.id)).toMatchObject([{ districtCode: '330108' }])
})

test('ORD-08 what is missing of one merged order is refunded to that order, and the rest of the box goes out', async () => {
  const shop = await aSellingShop(db)
  const { first, second, pot } = await twoOrders(shop)
  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  const [outbound] = await live(shop, shipmentId!)
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  const missing = picks.find((each) => each.variantId === pot.variantId)!
  await reportShort(ctx, { scanId: newId(), outboundId: outbound!.id, pickId: missing.id, reason: 'missing' })
  await pick(shop, outbound!.id)
  await shop.tell()
  expect([(await now(shop, first)).fulfilment, (await now(shop, second)).fulfilment]).toEqual(['released', 'short'])

  await refundMissing(shop.ctx, second.id)
  await shop.tell()
  await handOut(shop, shipmentId as unknown as Order['id'])
  expect(await now(shop, first)).toMatchObject({ fulfilment: 'shipped' })
  expect(await now(shop, second)).toMatchObject({ status: 'cancelled', refunded: (await now(shop, second)).total })
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
})

test('ORD-07 a request added after release prints on pick list and shipping note, of a merged order with its number', async () => {
  const shop = await aSellingShop(db)
  const { first, second } = await twoOrders(shop)
  await addRequest(shop.ctx, { orderId: first.id, kind: 'gift', text: '附贺卡' })
  expect((await live(shop, first.id))[0]).toMatchObject({ requests: ['赠品/礼盒：附贺卡'], printedAt: null })

  const [{ shipmentId }] = (await merge(shop, first, second)) as [Order]
  await addRequest(shop.ctx, { orderId: second.id, kind: 'courier', text: '放门卫' })
  const [outbound] = await live(shop, shipmentId!)
  const wanted = [`${first.number} 赠品/礼盒：附贺卡`, `${second.number} 指定快递：放门卫`]
  expect((await pickListData(shop.ctx, outbound!.id, 'Mei')).specialRequests).toEqual(expect.arrayContaining(wanted))
  const note = await shippingNoteData(shop.ctx, outbound!.id, 'Mei')
  expect(note.specialRequests).toEqual(expect.arrayContaining(wanted))
  expect(note.orderNumber).toBe([first.number, second.number].join(' '))
})

test('ORD-08 of a merge and a cancellation at once, either the cancelled order is out of the box or it was never in it', async () => {
  for (let round = 0; round < 5; round++) {
    const shop = await aSellingShop(db)
    const { first, second, buyer } = await twoOrders(shop)
    const [merged, cancelled] = await Promise.allSettled([
      merge(shop, first, second),
      cancelOrder(buyer.ctx, { orderId: second.id, reason: 'changed_mind' }),
    ])
    await shop.tell()
    expect(cancelled.status).toBe('fulfilled')
    const [one, two] = [await now(shop, first), await now(shop, second)]
    expect(two).toMatchObject({ status: 'cancelled', shipmentId: null, payment: 'refunded' })
    expect(await reservationsOf(shop.ctx, second.id)).toEqual([])
    const source = merged.status === 'fulfilled' ? one.shipmentId! : one.id
    expect(await live(shop, source)).toMatchObject([{ lines: [{ quantity: 2 }] }])
  }
})

test('ORD-08 of a merge and a release at once both orders are released once, and no goods are promised twice', async () => {
  for (let round = 0; round < 5; round++) {
    const shop = await aSellingShop(db)
    await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
    const { first, second } = await twoOrders(shop)
    await Promise.allSettled([releaseOrder(shop.ctx, second.id), merge(shop, first, second)])
    const [one, two] = [await now(shop, first), await now(shop, second)]
    expect(one.shipmentId).not.toBeNull()
    expect([one.fulfilment, two.fulfilment, two.shipmentId]).toEqual(['released', 'released', one.shipmentId])
    expect(await live(shop, second.id)).toEqual([])
    expect(await live(shop, one.shipmentId!)).toMatchObject([{ lines: [{ quantity: 2 }, { quantity: 1 }] }])
    const released = (await historyOf(shop.ctx, second.id)).filter(({ type }) => type === 'order.released')
    expect(released).toHaveLength(1)
  }
})
