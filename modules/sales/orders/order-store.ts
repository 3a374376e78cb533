import type { Updateable } from 'kysely'
import type { Actor, Reader, Tx } from '#platform/context'
import type { SalesOrders } from '#platform/database'
import { publish } from '#platform/events'
import {
  afterSalesSteps,
  fulfilmentSteps,
  type Order,
  type OrderAxes,
  type OrderId,
  type OrderLine,
  type OrderMoves,
  orderPaymentSteps,
  orderSteps,
  reviewSteps,
} from './model.ts'
import { mayTouch, orderCannot, orderNotFound, toOrder, toOrderLine } from './order.ts'

export type ActingReader = Reader & { readonly actor: Actor }

/** @throws orderNotFound when it is nobody's here, or another buyer's */
export async function loadOrder(reader: ActingReader, orderId: OrderId): Promise<Order> {
  return visible(reader, orderId, await findOrder(reader, orderId))
}

/** Locks an order for change, before its payment and its stock. @throws orderNotFound */
export async function lockOrder(tx: Tx, orderId: OrderId): Promise<Order> {
  const row = await orderRow(tx, orderId).forUpdate().executeTakeFirst()
  return visible(tx, orderId, row && toOrder(row))
}

/** The order; undefined when there is none: for events that may be about something else. */
export async function findOrder(reader: Reader, orderId: string): Promise<Order | undefined> {
  const row = await orderRow(reader, orderId).executeTakeFirst()
  return row && toOrder(row)
}

function visible({ actor }: { readonly actor: Actor }, orderId: OrderId, order: Order | undefined): Order {
  if (!order || !mayTouch(actor, order)) throw orderNotFound({ order: orderId })
  return order
}

const orderRow = (reader: Reader, orderId: string) =>
  reader.db.selectFrom('sales.orders').selectAll().where('shop_id', '=', reader.shopId).where('id', '=', orderId)

export async function linesOf(reader: Reader, { id, total }: Pick<Order, 'id' | 'total'>): Promise<OrderLine[]> {
  return (await linesOfMany(reader, [id])).get(id)?.map((row) => toOrderLine(row, total.currency)) ?? []
}

/** The rows of the lines of many orders, by order: one query for a page of a list. */
export async function linesOfMany(reader: Reader, orderIds: readonly OrderId[]) {
  if (orderIds.length === 0) return new Map<OrderId, never[]>()
  const rows = await reader.db
    .selectFrom('sales.order_lines')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', 'in', [...orderIds])
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, (row) => row.order_id as OrderId)
}

const axes = [
  { axis: 'status', column: 'status', steps: orderSteps },
  { axis: 'review', column: 'review_status', steps: reviewSteps },
  { axis: 'payment', column: 'payment_status', steps: orderPaymentSteps },
  { axis: 'fulfilment', column: 'fulfilment_status', steps: fulfilmentSteps },
  { axis: 'afterSales', column: 'after_sales_status', steps: afterSalesSteps },
] as const

type Change = Omit<Updateable<SalesOrders>, (typeof axes)[number]['column'] | 'id' | 'shop_id' | 'version'>

export interface Advance {
  /** What the history and listeners call it. */
  readonly event: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly change?: Change
}

/**
 * Moves an order one step on each axis named, or refuses; one statement checks and writes. The event carries all axes
 * before and after, so that the history is a gap-free chain and its end is the present.
 *
 * @throws orderCannot
 */
export async function advanceOrder(
  tx: Tx,
  order: Order,
  moves: OrderMoves,
  { event, data, change }: Advance,
): Promise<Order> {
  const moving = axes.flatMap(({ axis, column, steps }) => {
    const step = moves[axis]
    return step
      ? [{ column, ...(steps as Readonly<Record<string, { from: readonly string[]; to: string }>>)[step]! }]
      : []
  })
  let query = tx.db
    .updateTable('sales.orders')
    .set((row) => ({
      ...change,
      ...Object.fromEntries(moving.map(({ column, to }) => [column, to])),
      version: row('version', '+', 1),
    }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', order.id)
  for (const { column, from } of moving) query = query.where(column, 'in', [...from])
  const row = await query.returningAll().executeTakeFirst()
  if (!row) throw orderCannot({ orderId: order.id, moves, headline: order.headline, axes: axesOf(order) })

  const advanced = toOrder(row)
  await tellOrder(tx, event, advanced, { before: axesOf(order), after: axesOf(advanced), ...data })
  return advanced
}

export const axesOf = ({ status, review, payment, fulfilment, afterSales }: OrderAxes): OrderAxes => ({
  status,
  review,
  payment,
  fulfilment,
  afterSales,
})

/** Writes an event into an order's history. */
export const tellOrder = (
  tx: Tx,
  type: string,
  order: Pick<Order, 'id' | 'number'>,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> => publish(tx, { type, aggregate: 'order', id: order.id, data: { number: order.number, ...data } })
