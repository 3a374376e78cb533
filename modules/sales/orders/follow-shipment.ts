import { sql } from 'kysely'
import { pushSold } from '#goods/search'
import { daysLater, isBefore } from '#kernel/day'
import { piecesIn } from '#kernel/quantity'
import type { Parcel } from '#model/supply/shipping'
import { notify, settleNotices } from '#office/notices'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { readSettings } from '#platform/settings'
import { outboundsOf } from '#supply/warehouse'
import { hasOpenVouchers } from './issue-for-order.ts'
import type { Order, OrderLine } from './model.ts'
import { beforeDispatchNotices } from './order-notices.ts'
import { type Advance, advanceOrder, linesOf, lockOrder } from './order-store.ts'
import { parcelsOfOrder } from './parcels-of-order.ts'
import { type DispatchedLine, recogniseDispatch } from './recognise-revenue.ts'
import { orderSettings } from './settings.ts'
import { nothingGiven, type Settlement, settlementOf } from './settlement.ts'
import { ordersUnder, sourceOf } from './shipment-store.ts'

interface Dispatched {
  readonly sourceId: string
  readonly outboundId: string
  readonly parcelId?: string
  readonly carrier?: string
  readonly waybillNumber?: string
  readonly lines: readonly (DispatchedLine & { readonly lineId?: string })[]
}

/** Job. A parcel has left: the order is shipped, in part or whole, and its deposits become revenue. The same outbound counts once. */
export function followDispatch(ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> {
  const dispatched = data as unknown as Dispatched
  return ofOrders(ctx, dispatched.sourceId, async (tx, order) => {
    const own = await ownPart(tx, order, dispatched)
    if (own.lines.length > 0) await ship(tx, order, own)
  })
}

/** What of a box belongs to an order: all of it, unless several leave together. */
async function ownPart(tx: Tx, order: Order, dispatched: Dispatched): Promise<Dispatched> {
  if (!order.shipmentId) return dispatched
  const ids = new Set<string>((await linesOf(tx, order)).map((line) => line.id))
  return { ...dispatched, lines: dispatched.lines.filter((line) => ids.has(line.sourceLineId)) }
}

async function ship(tx: Tx, order: Order, dispatched: Dispatched): Promise<void> {
  const settlement = await settlementOf(tx, order)
  if (settlement.outboundIds.has(dispatched.outboundId)) return
  await countShipped(tx, order, dispatched.lines)
  const lines = await linesOf(tx, order)
  const isLast = lines.every((line) => isDone(line, settlement))
  const before = lines.map((line) => ({ ...line, shipped: line.shipped - shippedNow(line, dispatched) }))
  const revenue = await recogniseDispatch(tx, order, {
    lines: before,
    dispatched: dispatched.lines,
    settlement,
    isLast: isLast && !(await hasOpenVouchers(tx, order)),
    causeId: causeOf(order, dispatched),
  })
  const { outboundId, parcelId, carrier, waybillNumber } = dispatched
  const shipped = await advanceOrder(
    tx,
    order,
    { fulfilment: isLast ? 'ship' : order.fulfilment === 'short' ? undefined : 'shipPart' },
    {
      event: isLast ? 'order.shipped' : 'order.partly_shipped',
      data: { outboundId, parcelId, carrier, waybillNumber, lines: dispatched.lines, revenue },
      change: isLast ? { shipped_at: tx.now } : await promiseOfOthers(tx, order),
    },
  )
  if (isLast) await settleNotices(tx, { subject: 'order', subjectId: order.id, kinds: beforeDispatchNotices })
  await deliverIfArrived(tx, shipped)
  await pushSold(
    tx,
    lines.map((line) => ({ productId: line.productId, quantity: shippedNow(line, dispatched) })),
  )
}

/** What has not left has its own promise: that of the boxes which are still here, or else of what is to follow. */
async function promiseOfOthers(tx: Tx, order: Order): Promise<Advance['change']> {
  const here = (await outboundsOf(tx, sourceOf(order))).filter(
    ({ status }) => status !== 'handed_over' && status !== 'cancelled',
  )
  const [next = order.restBy] = here.map(({ dispatchBy }) => dispatchBy).toSorted(Temporal.Instant.compare)
  return next && order.dispatchBy && isBefore(order.dispatchBy, next) ? { dispatch_by: next, promise_alarm: null } : {}
}

/** One box may be the revenue of several orders: then each books it under its own line of the box. */
const causeOf = ({ shipmentId }: Order, { outboundId, lines }: Dispatched): string =>
  shipmentId ? (lines[0]?.lineId ?? outboundId) : outboundId

/** Everything of a line has left or was given up and paid back. */
export const isDone = (line: OrderLine, { units }: Settlement): boolean =>
  !line.requiresShipping || line.shipped + (units.get(line.id) ?? nothingGiven).unshipped >= line.quantity

const shippedNow = (line: OrderLine, { lines }: Dispatched): number =>
  piecesIn(lines.filter((each) => each.sourceLineId === line.id))

async function countShipped(tx: Tx, order: Order, lines: readonly DispatchedLine[]): Promise<void> {
  await sql`update sales.order_lines l set shipped = l.shipped + d.quantity
    from (select id, sum(quantity)::int as quantity
      from unnest(${lines.map((line) => line.sourceLineId)}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as u (id, quantity) group by id) d
    where l.shop_id = ${tx.shopId} and l.order_id = ${order.id} and l.id = d.id`.execute(tx.db)
}

/** Job. A parcel was signed for or waits at the pick-up point: when that is true of all of them, the order is delivered. */
export const followParcel = (ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> =>
  ofOrders(ctx, String(data.sourceId), deliverIfArrived)

export async function deliverIfArrived(tx: Tx, order: Order): Promise<void> {
  if (order.fulfilment !== 'shipped') return
  const parcels = (await parcelsOfOrder(tx, order)).filter(
    ({ status }) => status !== 'cancelled' && !isRefused(order, status),
  )
  if (parcels.length === 0 || parcels.some((parcel) => parcel.status !== 'signed' && parcel.status !== 'delivered'))
    return
  const { receiveAfter } = await readSettings(tx, orderSettings)
  const { timeZone } = await loadShop(tx)
  const arrivals = parcels.map((parcel) => parcel.signedAt ?? tx.now).toSorted(Temporal.Instant.compare)
  const deliveredAt = arrivals.at(-1) ?? tx.now
  await advanceOrder(
    tx,
    order,
    { fulfilment: 'deliver' },
    {
      event: 'order.delivered',
      change: { delivered_at: deliveredAt, receive_by: daysLater(deliveredAt, receiveAfter, timeZone) },
    },
  )
}

/** A box that its recipient would not pay for is no longer waited for. */
const isRefused = ({ cashOnDelivery }: Order, status: Parcel['status']): boolean =>
  cashOnDelivery && status === 'returned'

/** Job. The warehouse could not find all goods: the order says so and staff settle it with the buyer. Told again once that is settled changes nothing. */
export const followShortPick = (ctx: Context, { id, data }: Pick<EventRecord, 'id' | 'data'>): Promise<void> =>
  ofOrders(ctx, String(data.sourceId), async (tx, order) => {
    if (order.fulfilment !== 'released' && order.fulfilment !== 'partly_shipped') return
    if (!(await outboundsOf(tx, sourceOf(order))).some(({ status }) => status === 'short')) return
    const ids = new Set<string>((await linesOf(tx, order)).map((line) => line.id))
    const lines = (data.lines as readonly DispatchedLine[]).filter((line) => ids.has(line.sourceLineId))
    if (lines.length === 0) return
    await advanceOrder(tx, order, { fulfilment: 'reportShort' }, { event: 'order.short', data: { lines } })
    await notify(tx, {
      permission: 'orders.change',
      kind: 'order.short',
      subject: 'order',
      subjectId: order.id,
      data: { number: order.number, lines },
      dedupeKey: `order.short:${id}:${order.id}`,
    })
  })

/** Job. A parcel is on its way back instead of arriving, or has come back: the order stays where it is until staff have settled it with the buyer. */
export const followReturnedParcel = (ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> =>
  ofOrders(ctx, String(data.sourceId), (tx, order) =>
    notify(tx, {
      permission: 'orders.change',
      kind: 'order.parcel_returned',
      subject: 'order',
      subjectId: order.id,
      data: { number: order.number },
      dedupeKey: `order.parcel_returned:${data.parcelId}:${order.id}`,
    }),
  )

/** Outbounds and parcels may belong to several orders, or to something else: then nothing happens. */
async function ofOrders(ctx: Context, sourceId: string, work: (tx: Tx, order: Order) => Promise<void>): Promise<void> {
  for (const { id, status } of await ordersUnder(ctx, sourceId))
    if (status === 'open') await transaction(ctx, async (tx) => work(tx, await lockOrder(tx, id)))
}
