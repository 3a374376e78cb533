import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { releaseLines, reservationsOf } from '#supply/inventory'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  anOrder,
  aProduct,
  aSellingShop,
  handOut,
  inAnotherWarehouse,
  pick,
  type SellingShop,
  ship,
} from '#test/orders'
import { anAddressInput } from '#test/people'
import { followShortPick } from './follow-shipment.ts'
import {
  addRequest,
  cancelOrder,
  changeRecipient,
  findOrder,
  findOrders,
  freightDiffers,
  linesOf,
  orderCannot,
  orderPage,
  refundMissing,
  releaseOrder,
  revealRecipient,
  reviewOrder,
} from './index.ts'

const { db } = await testDatabase()

const set = (shop: SellingShop, name: string, value: unknown) =>
  transaction(shop.ctx, (tx) => changeSetting(tx, `orders.${name}`, value))
const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const noticesOf = async (shop: SellingShop, permission: string) =>
  (await openNotices(shop.ctx, new Set([permission]))).map((each) => each.kind)
test('ORD-02 ORD-06 a paid order with stock and a reachable address is pending handling and goes to its warehouse at once, each hand-over in its history', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })

  expect(order).toMatchObject({ headline: 'released', review: 'not_needed', releasedAt: shop.ctx.now })
  expect((await historyOf(shop.ctx, order.id)).map((event) => event.type)).toEqual([
    'order.placed',
    'order.paid',
    'order.validated',
    'order.released',
  ])
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  expect(outbound).toMatchObject({
    status: 'released',
    warehouseId: shop.warehouseId,
    sourceNumber: order.number,
    carrier: 'ZTO',
  })
  expect(await noticesOf(shop, 'outbound.pick')).toContain('outbound.released')
})

test('ORD-06 where the shop releases by hand, a validated order waits as pending handling until staff release it', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'releaseAutomatically', false)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(order).toMatchObject({ headline: 'pending', fulfilment: 'pending' })
  expect(await outboundsOf(shop.ctx, order.id)).toEqual([])
  expect(await noticesOf(shop, 'orders.change')).toEqual(['order.to_release'])

  expect(await releaseOrder(shop.ctx, order.id)).toMatchObject({ headline: 'released' })
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: orderCannot.code })
})

test.each([
  ['an amount at the limit', 'large_amount', (shop: SellingShop) => set(shop, 'reviewAmount', 5_800)],
  ['a high-risk region', 'high_risk_address', (shop: SellingShop) => set(shop, 'highRiskDistricts', '4403, 3301')],
  ['a large first order', 'large_first_order', (shop: SellingShop) => set(shop, 'reviewFirstAmount', 5_000)],
])('ORD-03 an order with %s waits for review instead of the warehouse', async (_, reason, prepare) => {
  const shop = await aSellingShop(db)
  await prepare(shop)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(order).toMatchObject({ headline: 'in_review', reviewReasons: [reason], fulfilment: 'pending' })
  expect(await outboundsOf(shop.ctx, order.id)).toEqual([])
  expect(await noticesOf(shop, 'orders.review')).toEqual(['order.in_review'])
})

test('ORD-03 an ordinary order, and one below the limits, is not reviewed', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'reviewAmount', 5_801)
  await set(shop, 'highRiskDistricts', '3302')
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(order).toMatchObject({ headline: 'released', reviewReasons: [] })
})

test('ORD-03 held, then approved, an order goes to the warehouse', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'reviewAmount', 100)
  const { order } = await anOrder(shop, { status: 'paid' })
  expect(await reviewOrder(shop.ctx, { orderId: order.id, decision: 'hold', note: '等买家回电' })).toMatchObject({
    headline: 'on_hold',
  })
  expect(await reviewOrder(shop.ctx, { orderId: order.id, decision: 'approve' })).toMatchObject({
    review: 'approved',
    headline: 'released',
  })
  await expect(reviewOrder(shop.ctx, { orderId: order.id, decision: 'reject' })).rejects.toMatchObject({
    code: orderCannot.code,
  })
})

test('ORD-03 a rejected order is cancelled, refunded and its stock free again', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'reviewAmount', 100)
  const { order } = await anOrder(shop, { status: 'paid' })
  const rejected = await reviewOrder(shop.ctx, { orderId: order.id, decision: 'reject', note: '地址可疑' })
  await shop.tell()
  expect(rejected).toMatchObject({ review: 'rejected', status: 'cancelled', cancelReason: '地址可疑' })
  expect(await now(shop, order)).toMatchObject({ payment: 'refunded', headline: 'cancelled' })
  expect([shop.gateway.balance, (await reservationsOf(shop.ctx, order.id)).length]).toEqual([0, 0])
})

test('ORD-09 before dispatch recipient, phone and address can be changed, and the outbound gets the new ones', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  const recipient = anAddressInput({
    name: '王小二',
    phone: '13700000002',
    districtCode: '330108',
    street: '江南大道 1 号',
  })

  const changed = await changeRecipient(buyer.ctx, { orderId: order.id, recipient })

  expect(changed).toMatchObject({ districtCode: '330108', total: order.total })
  expect((await orderPage(buyer.ctx, order.id)).recipient).toEqual(recipient)
  expect((await findOrders(shop.ctx, { phone: '13700000002' })).rows.map((row) => row.id)).toEqual([order.id])
  expect((await findOrders(shop.ctx, { phone: '13800138000' })).rows).toEqual([])
  expect((await outboundsOf(shop.ctx, order.id))[0]).toMatchObject({ districtCode: '330108' })
  const [event] = (await historyOf(shop.ctx, order.id)).filter((each) => each.type === 'order.recipient_changed')
  expect(event?.data.recipient).toMatchObject({
    before: { name: '安**', phone: '138****8000' },
    after: { name: '王**' },
  })

  await ship(shop, order.id)
  expect(await parcelsOf(shop.ctx, order.id)).toMatchObject([{ status: 'handed_over' }])
  await expect(changeRecipient(buyer.ctx, { orderId: order.id, recipient })).rejects.toMatchObject({
    code: orderCannot.code,
  })
})

test('ORD-09 a waybill made for the old address is void and the box goes out under a new one', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  await shop.tell()
  const [before] = await parcelsOf(shop.ctx, order.id)
  await changeRecipient(shop.ctx, { orderId: order.id, recipient: anAddressInput({ street: '新地址 8 号' }) })
  await shop.tell()

  const after = await parcelsOf(shop.ctx, order.id)
  expect(after.map((parcel) => parcel.status)).toEqual(['cancelled', 'labelled'])
  expect(after[1]?.waybillNumber).not.toBe(before?.waybillNumber)
})

test('ORD-09 a region with another freight is refused to the buyer; staff may accept the difference for the shop', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  const recipient = anAddressInput({ districtCode: '540102' })
  await expect(changeRecipient(buyer.ctx, { orderId: order.id, recipient, acceptFreight: true })).rejects.toMatchObject(
    {
      code: freightDiffers.code,
      details: { field: 'districtCode', paid: money(800), now: money(2_300) },
    },
  )
  expect(await changeRecipient(shop.ctx, { orderId: order.id, recipient, acceptFreight: true })).toMatchObject({
    districtCode: '540102',
    total: order.total,
  })
  await expect(
    changeRecipient(shop.ctx, {
      orderId: order.id,
      recipient: anAddressInput({ districtCode: '650102' }),
      acceptFreight: true,
    }),
  ).rejects.toMatchObject({
    code: 'shipping.not_reachable',
  })
})

test('ORD-07 special requests are structured notes that go with the order to the warehouse; later ones are told to the shipping staff', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'releaseAutomatically', false)
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  await addRequest(buyer.ctx, { orderId: order.id, kind: 'gift', text: '附贺卡' })
  await addRequest(shop.ctx, { orderId: order.id, kind: 'colour_size', text: '要红色盒子' })
  await releaseOrder(shop.ctx, order.id)
  expect((await outboundsOf(shop.ctx, order.id))[0]?.requests).toEqual(['赠品/礼盒：附贺卡', '颜色/尺码：要红色盒子'])

  const noted = await addRequest(shop.ctx, { orderId: order.id, kind: 'courier', text: '发顺丰' })
  expect(noted.requests.map(({ kind, by }) => [kind, by])).toEqual([
    ['gift', 'Ann'],
    ['colour_size', 'Lin'],
    ['courier', 'Lin'],
  ])
  expect(await noticesOf(shop, 'outbound.pick')).toContain('order.request')
  await ship(shop, order.id)
  await expect(addRequest(shop.ctx, { orderId: order.id, kind: 'other', text: 'x' })).rejects.toMatchObject({
    code: orderCannot.code,
  })
})

test('who reveals a recipient and why stands in the history', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  expect(await revealRecipient(shop.ctx, { orderId: order.id, reason: '买家来电' })).toMatchObject({
    phone: '13800138000',
  })
  expect((await historyOf(shop.ctx, order.id)).at(-1)).toMatchObject({
    type: 'order.recipient_revealed',
    actorName: 'Lin',
    data: { reason: '买家来电' },
  })
})

test('an order short of a piece says so; settled with a refund, the rest goes out and the books close', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, {
    status: 'paid',
    lines: [{ of: await aProduct(shop), quantity: 2 }, { of: await aProduct(shop, { price: money(4_000) }) }],
  })
  const ctx = as(shop.ctx, mei)
  const [outbound] = await outboundsOf(ctx, order.id)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  await reportShort(ctx, {
    scanId: newId(),
    outboundId: outbound!.id,
    pickId: picks.find((each) => each.quantity === 2)!.id,
    quantity: 1,
    reason: 'missing',
  })
  await pick(shop, outbound!.id)
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ headline: 'short' })
  expect(await noticesOf(shop, 'orders.change')).toContain('order.short')

  expect(await refundMissing(shop.ctx, order.id)).toMatchObject({ fulfilment: 'released', refunded: money(2_500) })
  const [told] = (await historyOf(shop.ctx, outbound!.id)).filter((each) => each.type === 'outbound.short')
  await followShortPick(shop.ctx, told!)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'released' })
  await handOut(shop, order.id)

  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', payment: 'partly_refunded' })
  expect((await linesOf(shop.ctx, order)).map((line) => [line.quantity, line.shipped, line.refunded.minor])).toEqual([
    [2, 1, 2_500],
    [1, 1, 0],
  ])
  expect((await balanceOf(shop.ctx, 'customer_deposits')).minor).toBe(0)
  expect(Math.abs((await balanceOf(shop.ctx, 'sales')).minor)).toBe(order.items.minor - 2_500)
  expect(shop.gateway.balance).toBe(order.total.minor - 2_500)
})

test('an order from two warehouses of which one finds nothing: the other parcel goes out, the rest is paid back', async () => {
  const shop = await aSellingShop(db)
  const goods = await aProduct(shop, { onHand: 1 })
  const second = await inAnotherWarehouse(shop, goods)
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: goods, quantity: 2 }] })
  const outbounds = await outboundsOf(shop.ctx, order.id)
  expect(outbounds).toHaveLength(2)

  const empty = outbounds.find((each) => each.warehouseId === second)!
  const full = outbounds.find((each) => each.warehouseId !== second)!
  const ctx = as(shop.ctx, mei)
  await pick(shop, full.id)
  const { picks } = await startPicking(ctx, { outboundId: empty.id })
  await reportShort(ctx, { scanId: newId(), outboundId: empty.id, pickId: picks[0]!.id, reason: 'missing' })
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ headline: 'short' })
  await handOut(shop, order.id, [full.id])
  expect(await now(shop, order)).toMatchObject({ headline: 'short' })
  await expect(cancelOrder(shop.ctx, { orderId: order.id, reason: 'x' })).rejects.toMatchObject({ kind: 'conflict' })

  expect(await refundMissing(shop.ctx, order.id)).toMatchObject({ fulfilment: 'shipped', refunded: money(2_500) })
  expect((await balanceOf(shop.ctx, 'customer_deposits')).minor).toBe(0)
})

test('an order of which nothing was found is cancelled and refunded whole', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const ctx = as(shop.ctx, mei)
  const [outbound] = await outboundsOf(ctx, order.id)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  await reportShort(ctx, { scanId: newId(), outboundId: outbound!.id, pickId: picks[0]!.id, reason: 'missing' })
  await shop.tell()

  expect(await refundMissing(shop.ctx, order.id)).toMatchObject({ status: 'cancelled', cancelReason: 'out_of_stock' })
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ payment: 'refunded', headline: 'cancelled' })
  expect(shop.gateway.balance).toBe(0)
})

test('goods that were lost from the reservation before the release are set aside anew', async () => {
  const shop = await aSellingShop(db)
  await set(shop, 'releaseAutomatically', false)
  const { order } = await anOrder(shop, { status: 'paid' })
  const [held] = await reservationsOf(shop.ctx, order.id)
  await transaction(shop.ctx, (tx) => releaseLines(tx, { holder: order.id, lineId: held!.lineId, quantity: 1 }))
  expect(await releaseOrder(shop.ctx, order.id)).toMatchObject({ headline: 'released' })
  expect((await outboundsOf(shop.ctx, order.id))[0]?.lines).toMatchObject([{ quantity: 2 }])
})
