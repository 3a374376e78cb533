import { sql } from 'kysely'
import { hours } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { type Order, type OrderId, type OrderRequest, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, lockOrder } from './order-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseFree } from './release-order.ts'
import { orderSettings } from './settings.ts'
import { takeBack } from './take-back.ts'

export interface AgreeDelivery {
  readonly orderId: OrderId
  /** Not to leave before. */
  readonly from: Temporal.Instant
  readonly note: string
}

/**
 * Keeps the time that was agreed with the buyer: the order does not leave before, and the dispatch promise counts from then. One that the
 * warehouse has already, and that nobody has begun to pick, is taken back. The agreement prints on the notes.
 *
 * @throws orderCannot once a part has left, outboundUnderWay once picking has begun
 */
export async function agreeDelivery(tx: Tx, { orderId, from, note }: AgreeDelivery): Promise<Order> {
  const found = await lockOrder(tx, orderId)
  if (!orderCan(found, 'changeRecipient'))
    throw orderCannot({ orderId, moves: {}, headline: found.headline, axes: axesOf(found) })
  const isOut = found.fulfilment === 'released'
  const order = isOut ? await takeBack(tx, found) : found
  const { dispatchWithin } = await readSettings(tx, orderSettings)
  const promised = from.add(hours(dispatchWithin))
  return advanceOrder(tx, order, isOut ? { fulfilment: 'recall' } : {}, {
    event: 'order.delivery_agreed',
    data: { from: from.toString(), note },
    change: {
      release_from: from,
      requests: sql`requests || ${JSON.stringify([await requestFor(tx, from, note)])}::jsonb` as unknown as string,
      dispatch_by: sql`greatest(dispatch_by, ${promised}::timestamptz)` as unknown as Temporal.Instant,
      promise_alarm: null,
    },
  })
}

async function requestFor(tx: Tx, from: Temporal.Instant, note: string): Promise<OrderRequest> {
  const { timeZone } = await loadShop(tx)
  const { year, month, day, hour, minute } = from.toZonedDateTimeISO(timeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  const text = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${note}`.trim()
  return { kind: 'delivery_time', text, by: tx.actor.name, at: tx.now.toString() }
}

/** Job. Orders whose agreed time has come go to the warehouse, where the shop releases by itself. */
export async function releaseAgreed(ctx: Context): Promise<void> {
  const { releaseAutomatically } = await readSettings(ctx, orderSettings)
  if (!releaseAutomatically) return
  const rows = await ctx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'open')
    .where('fulfilment_status', '=', 'pending')
    .where('release_from', '<=', ctx.now)
    .orderBy('release_from')
    .limit(200)
    .execute()
  await eachOf(rows, ({ id }) => transaction(ctx, (tx) => releaseIfReady(tx, id as OrderId)))
}

async function releaseIfReady(tx: Tx, orderId: OrderId): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (orderCan(order, 'release') && !(await whyNotYet(tx, order))) await releaseFree(tx, order)
}
