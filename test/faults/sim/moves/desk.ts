import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import type { RefundId } from '#model/sales/payments'
import { transaction } from '#platform/database'
import { chooseSettlement, sendPart } from '#sales/desk'
import {
  agreeDelivery,
  bargain,
  cancelOrder,
  changeItems,
  mergeOrders,
  refundOrder,
  releaseOrder,
  reviewOrder,
  unmergeOrder,
} from '#sales/orders'
import { acceptMismatch, recordPayout, retryRefund } from '#sales/payments'
import { rows } from '../rows.ts'
import { lin, type Move, type Moves, type Scene } from './move.ts'
import { anOrderIn, type OwnOrder } from './shopping.ts'

const withOrder =
  (
    state: string,
    name: string,
    work: (order: OwnOrder, scene: Scene) => Parameters<Scene['house']['act']>[0]['work'],
  ): Move =>
  async (scene) => {
    const order = await anOrderIn(scene, state)
    if (order) await scene.house.act({ name: `Lin ${name}`, by: lin, work: work(order, scene) })
  }

const merge: Move = async ({ house, chance }) => {
  const found = await rows<{ ids: OrderId[] }>(house.db)`
    select array_agg(id order by id) as ids from sales.orders
    where status = 'open' and fulfilment_status in ('pending', 'released') group by customer_id having count(*) > 1 order by 1`
  const buyer = chance.pick(found)
  if (!buyer) return
  const orderIds = buyer.ids.slice(0, chance.between(2, 3))
  await house.act({
    name: `Lin puts ${orderIds.length} together`,
    by: lin,
    work: (ctx) => mergeOrders(ctx, { orderIds }),
  })
}

/** A little off the goods of an order that is not paid, once or again. */
const haggle: Move = async ({ house, chance }) => {
  const found = await rows<{ orderId: OrderId; goods: number; freight: number }>(house.db)`
    select id as "orderId", items_minor - discount_minor as goods, freight_minor as freight from sales.orders
    where status = 'open' and payment_status in ('awaiting', 'on_delivery') order by id`
  const order = chance.pick(found)
  if (!order) return
  const { orderId, freight } = order
  const goods = money(Math.max(0, order.goods - chance.between(1, 60)))
  await house.act({
    name: `Lin asks ${goods.minor} for the goods`,
    by: lin,
    work: (ctx) => bargain(ctx, { orderId, goods, freight: money(freight), reason: '老客户' }),
  })
}

/** Fewer or more of a line before it leaves. */
const changeLine: Move = async ({ house, chance }) => {
  const found = await rows<{ orderId: OrderId; lineId: OrderLineId; quantity: number }>(house.db)`
    select o.id as "orderId", l.id as "lineId", l.quantity from sales.orders o join sales.order_lines l on l.order_id = o.id
    where o.status = 'open' and o.fulfilment_status in ('waiting', 'pending', 'released', 'short') order by l.id`
  const line = chance.pick(found)
  if (!line) return
  const { orderId, lineId } = line
  const lines = [{ lineId, quantity: Math.max(0, line.quantity + chance.pick([-1, -1, 1])!) }]
  await house.act({
    name: `Lin makes it ${lines[0]!.quantity} pieces`,
    by: lin,
    work: (ctx) => changeItems(ctx, { orderId, lines, reason: '买家来电', acceptDearer: chance.happens(0.5) }),
  })
}

const retry: Move = async ({ house, chance }) => {
  const found = await rows<{ id: RefundId }>(house.db)`select id from sales.refunds where status = 'failed' order by id`
  const refund = chance.pick(found)
  if (refund) await house.act({ name: 'Lin tries a refund again', by: lin, work: (ctx) => retryRefund(ctx, refund.id) })
}

/** Money that a courier had collected goes back by hand. */
const payOut: Move = async ({ house, chance }) => {
  const found = await rows<{ id: RefundId }>(house.db)`
    select r.id from sales.refunds r join sales.payments p on p.id = r.payment_id where p.method = 'cod' and r.status <> 'succeeded' order by r.id`
  const refund = chance.pick(found)
  if (!refund) return
  const paidOn = house.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const payout = { refundId: refund.id, way: 'bank', reference: 'TX', note: '', paidOn } as const
  await house.act({ name: 'Lin pays out', by: lin, work: (ctx) => recordPayout(ctx, payout) })
}

/** The provider's bill shows what really came of a payment that did not fit. */
const accept: Move = async ({ house, chance }) => {
  const found = await rows<{ number: string }>(house.db)`
    select number from sales.payments where status = 'mismatch' order by number`
  const payment = chance.pick(found)
  if (!payment) return
  const { number } = payment
  const actual = money(house.world.gateway.bookOf(number)!.paid)
  const wish = { number, actual, providerRef: `T${number}`, paidAt: house.now }
  await house.act({
    name: 'Lin takes what came',
    by: lin,
    work: (ctx) => transaction(ctx, (tx) => acceptMismatch(tx, wish)),
  })
}

const favour = ({ id: orderId }: OwnOrder, { chance }: Scene) => {
  const wish = { orderId, cause: 'favour', causeId: newId(), reason: 'late', amount: money(chance.between(1, 3_000)) }
  return (ctx: Parameters<typeof cancelOrder>[0]) => transaction(ctx, (tx) => refundOrder(tx, wish))
}

export const desk: Moves = {
  review: [
    3,
    withOrder('waiting', 'decides', ({ id: orderId }, { chance }) => {
      const decision = chance.pick(['approve', 'approve', 'hold', 'reject'] as const)!
      return (ctx) => reviewOrder(ctx, { orderId, decision })
    }),
  ],
  decideHeld: [
    1,
    withOrder(
      'held',
      'approves',
      ({ id: orderId }) =>
        (ctx) =>
          reviewOrder(ctx, { orderId, decision: 'approve' }),
    ),
  ],
  release: [
    3,
    withOrder(
      'pending',
      'releases',
      ({ id }) =>
        (ctx) =>
          releaseOrder(ctx, id),
    ),
  ],
  merge: [3, merge],
  unmerge: [
    1,
    withOrder(
      'released',
      'takes apart',
      ({ id }) =>
        (ctx) =>
          unmergeOrder(ctx, id),
    ),
  ],
  cancelForBuyer: [
    2,
    withOrder(
      'open',
      'cancels',
      ({ id }) =>
        (ctx) =>
          cancelOrder(ctx, { orderId: id, reason: 'out_of_stock' }),
    ),
  ],
  changeItems: [3, changeLine],
  settleShort: [
    5,
    withOrder('short open', 'settles a shortage', ({ id: orderId }, { chance }) => {
      const choice = chance.pick(['wait', 'refund', 'refund'] as const)!
      return (ctx) => chooseSettlement(ctx, { orderId, choice })
    }),
  ],
  sendPart: [
    4,
    withOrder(
      'short open',
      'sends what is there',
      ({ id: orderId }) =>
        (ctx) =>
          sendPart(ctx, { orderId }),
    ),
  ],
  favour: [2, withOrder('paid', 'gives something back', favour)],
  bargain: [3, haggle],
  agree: [
    1,
    withOrder('released', 'agrees a time', ({ id: orderId }, { house }) => (ctx) => {
      const from = house.now.add({ hours: 30 })
      return transaction(ctx, (tx) => agreeDelivery(tx, { orderId, from, note: '周末送' }))
    }),
  ],
  retry: [3, retry],
  payOut: [3, payOut],
  accept: [2, accept],
}
