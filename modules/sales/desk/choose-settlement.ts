import { isRefusal } from '#kernel/refusal'
import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { lockOrder, refundMissingOf, serveAgain, tellOrder } from '#sales/orders'
import { outOfStock } from '#supply/inventory'
import { outboundUnderWay } from '#supply/warehouse'
import type { Shortage, ShortageChoice } from './model.ts'
import { nothingShort, stepShortage } from './shortage-store.ts'

export interface ChooseSettlement {
  readonly orderId: OrderId
  readonly choice: ShortageChoice
  /** What the buyer would like instead, or until when they wait. */
  readonly note?: string
}

/**
 * The buyer, or staff who asked the buyer, chooses what becomes of goods that are not there: wait for them, take something else, or have
 * them refunded. A refund is paid at once and the rest goes out; waiting goods are tried again by the clock; a replacement is made by staff.
 * Until it is settled the choice may change.
 *
 * @throws nothingShort, orderNotFound; outboundUnderWay while the order is being picked
 */
export function chooseSettlement(ctx: Context, { orderId, choice, note = '' }: ChooseSettlement): Promise<Shortage> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const change = { choice, note, chosen_by: tx.actor.name, chosen_at: tx.now }
    const shortage = await stepShortage(tx, orderId, choice === 'wait' ? 'wait' : 'choose', change)
    if (!shortage) throw nothingShort({ orderId })
    await tellOrder(tx, 'order.shortage_chosen', order, { choice, note })
    if (choice === 'refund') await refundMissingOf(tx, orderId)
    return shortage
  })
}

/** Job. Orders that wait for goods go on as soon as there are some. */
export async function serveWaiting(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectFrom('sales.shortages')
    .select('order_id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'waiting')
    .orderBy('opened_at')
    .execute()
  await eachOf(rows, ({ order_id }) => tryAgain(ctx, order_id as OrderId))
}

async function tryAgain(ctx: Context, orderId: OrderId): Promise<void> {
  try {
    await serveAgain(ctx, orderId)
  } catch (error) {
    if (!isRefusal(error, outOfStock) && !isRefusal(error, outboundUnderWay)) throw error
  }
}
