import { hours, isBefore } from '#kernel/day'
import type { Money } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import type { Outbound } from '#model/supply/warehouse'
import type { Context, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { boxReservations, reservationsOf } from '#supply/inventory'
import { compareCarriers } from '#supply/shipping'
import { outboundsOf, outboundUnderWay } from '#supply/warehouse'
import { boxesOf } from './boxes.ts'
import { shipmentOf } from './carrier-of-order.ts'
import { letGo } from './go-on.ts'
import { type Order, type OrderId, type OrderLine, orderCan } from './model.ts'
import { nothingMissing, nothingThere, orderCannot, restTooSoon, splitMerged } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { rehearse } from './rehearse.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseLocked } from './release-order.ts'
import { freeForOrder, type MissingLine, missingOf, setAside } from './secure-stock.ts'
import { orderSettings } from './settings.ts'
import type { Repacked } from './split-by.ts'
import { takeBack } from './take-back.ts'

export interface SendPart {
  readonly orderId: OrderId
  /** Until when the rest is promised; as the shop's setting says unless told. */
  readonly restBy?: Temporal.Instant
}

/** What of an order leaves now, and what follows. */
export interface Parted extends Repacked {
  readonly waiting: readonly MissingLine[]
  readonly restBy: Temporal.Instant | null
  /** What its carrier asks for a parcel of the rest, by the shop's own freight table: the shop pays it. Null where nothing follows, or the table has no price. */
  readonly freight: Money | null
}

/** What sending a part would come to; nothing stays of it. */
export const previewPart = (ctx: Context, part: SendPart): Promise<Parted> =>
  rehearse(ctx, (tx) => sendPartLocked(tx, part))

/**
 * Sends what is there of an order that misses goods (部分发货): it goes to the warehouses at once, or on from them; the rest has a promise of its own and follows by itself as soon as it is there
 * (`serveAgain`), or is refunded. Order and money stay one. What has come in since goes too; asked again while nothing has, nothing changes.
 *
 * @throws nothingMissing, nothingThere; splitMerged for an order that shares its box; restTooSoon
 * @throws orderCannot before approval and after dispatch, what `whyNotYet` says; outboundUnderWay while a box is picked that misses goods nobody has reported yet
 */
export async function sendPartLocked(tx: Tx, { orderId, restBy }: SendPart): Promise<Parted> {
  const found = await lockShort(tx, orderId)
  const before = await boxesOf(tx, found)
  const by = restBy ?? found.restBy ?? (await usualRest(tx))
  if (restBy && !isBefore(tx.now, restBy)) throw restTooSoon({ field: 'restBy' })
  if (await changesNothing(tx, found, restBy)) return partedAs(tx, found, before)

  const order = await secureWhatIsThere(tx, found)
  const waiting = await missingOf(tx, order, await linesOf(tx, order))
  const told =
    waiting.length === 0
      ? { event: 'order.short_settled', change: { rest_by: null } }
      : {
          event: 'order.parted',
          data: { restBy: by.toString(), waiting },
          change: { rest_by: by, ...(await promiseAlone(tx, order, by)) },
        }
  const sent =
    order.fulfilment === 'pending'
      ? await releaseLocked(tx, await advanceOrder(tx, order, {}, told))
      : await letGo(tx, order, told, (await isUntouched(tx, order)) ? undefined : by)
  return partedAs(tx, sent, before)
}

const usualRest = async (tx: Tx): Promise<Temporal.Instant> =>
  tx.now.add(hours((await readSettings(tx, orderSettings)).restWithin))

async function lockShort(tx: Tx, orderId: OrderId): Promise<Order> {
  const order = await lockOrder(tx, orderId)
  const { number, status, fulfilment, headline } = order
  const isWithWarehouse = fulfilment === 'released' || fulfilment === 'short' || fulfilment === 'partly_shipped'
  if (!orderCan(order, 'release') && !(status === 'open' && isWithWarehouse))
    throw orderCannot({ orderId, moves: {}, headline, axes: axesOf(order) })
  if (order.shipmentId) throw splitMerged({ number })
  const notYet = await whyNotYet(tx, order)
  if (notYet) throw notYet
  if ((await missingOf(tx, order, await linesOf(tx, order))).length === 0) throw nothingMissing({ number })
  return order
}

/** It leaves in parts already, and nothing has come in since. */
async function changesNothing(tx: Tx, order: Order, restBy: Temporal.Instant | undefined): Promise<boolean> {
  if (order.restBy === null || restBy || order.fulfilment === 'pending' || order.fulfilment === 'short') return false
  return (await freeForOrder(tx, order)).length === 0
}

/** What is free of the missing pieces is set aside too: in a box of its own, unless nobody has begun on the others. @throws nothingThere */
async function secureWhatIsThere(tx: Tx, found: Order): Promise<Order> {
  const isFresh = await isUntouched(tx, found)
  await mustKnowWhatIsShort(tx, found)
  const order = isFresh && found.fulfilment === 'released' ? await takeBack(tx, found) : found
  const box = await nextBox(tx, order)
  const lines = await freeForOrder(tx, order)
  if (lines.length > 0) await setAside(tx, { order, lines, expiresAt: null, box })
  const held = await reservationsOf(tx, order.id)
  if (held.length === 0 && !(await hasLeft(tx, order))) throw nothingThere({ number: order.number })
  if (isFresh && lines.length > 0)
    await boxReservations(tx, {
      holder: order.id,
      boxed: held.map((each) => (each.box === box ? { ...each, box: 0 } : each)),
    })
  return order
}

/** Nobody has begun to pick it, and nothing of it has left. */
export const isUntouched = async (tx: Tx, { id }: Order): Promise<boolean> =>
  (await outboundsOf(tx, id)).every(({ status }) => status === 'released' || status === 'cancelled')

/** A courier has a box of it. */
export const hasLeft = async (tx: Tx, { id }: Pick<Order, 'id'>): Promise<boolean> =>
  (await outboundsOf(tx, id)).some(({ status }) => status === 'handed_over')

/** The number of a box in which nothing of an order lies, or has lain. */
export async function nextBox(tx: Tx, { id }: Order): Promise<number> {
  const known = [...(await outboundsOf(tx, id)), ...(await reservationsOf(tx, id))]
  return 1 + Math.max(-1, ...known.map(({ box }) => box))
}

const underWay: readonly Outbound['status'][] = ['picking', 'picked', 'packed', 'weighed']

/** A count took pieces away that a picker still looks for: what is short of the box is known when the picker has said so. @throws outboundUnderWay */
export async function mustKnowWhatIsShort(tx: Tx, { id }: Order): Promise<void> {
  const held = await reservationsOf(tx, id)
  for (const { status, warehouseId, box, lines, number } of await outboundsOf(tx, id)) {
    if (!underWay.includes(status)) continue
    const inside = held.filter((each) => each.warehouseId === warehouseId && each.box === box)
    const carried = lines.reduce((all, line) => all + line.quantity - line.short, 0)
    if (carried > piecesIn(inside)) throw outboundUnderWay({ number, status })
  }
}

/** When all that was there has left, the promise of the order is that of the rest. */
async function promiseAlone(tx: Tx, order: Order, by: Temporal.Instant) {
  const isWaiting = order.fulfilment === 'partly_shipped' && !(await hasBoxHere(tx, order))
  return isWaiting ? { dispatch_by: by, promise_alarm: null } : {}
}

async function hasBoxHere(tx: Tx, order: Order): Promise<boolean> {
  const isGone = ({ status }: Outbound): boolean => status === 'handed_over' || status === 'cancelled'
  return (await reservationsOf(tx, order.id)).length > 0 || !(await outboundsOf(tx, order.id)).every(isGone)
}

async function partedAs(tx: Tx, order: Order, before: Repacked['before']): Promise<Parted> {
  const lines = await linesOf(tx, order)
  const waiting = await missingOf(tx, order, lines)
  const { restBy } = order
  return {
    before,
    after: await boxesOf(tx, order),
    waiting,
    restBy,
    freight: await freightOf(tx, order, lines, waiting),
  }
}

async function freightOf(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  waiting: readonly MissingLine[],
): Promise<Money | null> {
  if (waiting.length === 0) return null
  const carried = waiting.map(({ lineId, quantity }) => ({ ...lines.find(({ id }) => id === lineId)!, quantity }))
  const { options } = await compareCarriers(tx, await shipmentOf(tx, order, carried))
  return options.find(({ carrier }) => carrier === order.carrier)?.quote?.fullFee ?? null
}
