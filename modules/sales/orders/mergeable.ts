import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/context'
import { outboundsOf } from '#supply/warehouse'
import { type Order, type OrderId, orderCan } from './model.ts'
import { toOrder } from './order.ts'
import { type ActingReader, loadOrder } from './order-store.ts'
import { membersOf, sourceOf } from './shipment-store.ts'

/** Orders that leave in the same box as this one. */
export async function togetherWith(reader: Reader, { id, shipmentId }: Order): Promise<Order[]> {
  return shipmentId ? (await membersOf(reader, shipmentId)).filter((each) => each.id !== id) : []
}

/** Orders of the same buyer to the same person and place that could leave in the same box. @throws orderNotFound */
export async function mergeableWith(reader: ActingReader, orderId: OrderId): Promise<Order[]> {
  const order = await loadOrder(reader, orderId)
  return orderCan(order, 'merge') && order.restBy === null ? candidatesFor(reader, order) : []
}

async function candidatesFor(reader: Reader, order: Order): Promise<Order[]> {
  const { id, shipmentId, carrier, customerId } = order
  const rows = await reader.db
    .selectFrom('sales.orders')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('customer_id', '=', customerId)
    .where('carrier', '=', carrier)
    .where('id', '<>', id)
    .where('rest_by', 'is', null)
    .where((row) =>
      row(
        'recipient_index',
        '=',
        row.selectFrom('sales.orders as own').select('own.recipient_index').where('own.id', '=', id),
      ),
    )
    .where(isWaiting)
    .orderBy('placed_at')
    .limit(20)
    .execute()
  const fitting = rows
    .map(toOrder)
    .filter((each) => orderCan(each, 'merge'))
    .filter((each) => each.shipmentId === null || shipmentId === null)
    .filter((each) => (each.payment === 'on_delivery') === (order.payment === 'on_delivery'))
  const untouched = await Promise.all(fitting.map((each) => isUntouched(reader, each)))
  return fitting.filter((_, index) => untouched[index])
}

/** Nobody has begun to pick it. */
const isUntouched = async (reader: Reader, order: Order): Promise<boolean> =>
  (await outboundsOf(reader, sourceOf(order))).every(({ status }) => status === 'released' || status === 'cancelled')

const isWaiting: RawBuilder<boolean> = sql`status = 'open' and fulfilment_status in ('pending', 'released')`

/** Orders that could leave in one box with another one, in the words of the partial index. */
export const isMergeable: RawBuilder<boolean> = sql`status = 'open' and fulfilment_status in ('pending', 'released')
  and review_status in ('not_needed', 'approved') and recipient_index is not null and rest_by is null
  and exists (select from sales.orders o
    where o.shop_id = sales.orders.shop_id and o.customer_id = sales.orders.customer_id and o.recipient_index = sales.orders.recipient_index
      and o.status = 'open' and o.fulfilment_status in ('pending', 'released') and o.review_status in ('not_needed', 'approved')
      and o.carrier = sales.orders.carrier and (o.payment_status = 'on_delivery') = (sales.orders.payment_status = 'on_delivery') and o.id <> sales.orders.id and o.rest_by is null
      and (o.shipment_id is null or sales.orders.shipment_id is null))`
