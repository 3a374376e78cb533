import { say } from '#kernel/text'
import type { Order, OrderId } from '#model/sales/orders'
import { notify } from '#office/notices'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { writeMessage } from '#platform/messages'
import { linesOf, lockOrder, missingOf, ordersUnder, phoneForBuyer, tellOrder } from '#sales/orders'
import { openIssue } from './issue-store.ts'
import type { Shortage } from './model.ts'
import { keepShortage, stepShortage } from './shortage-store.ts'
import { deskText } from './text.ts'

/** Job. A picker did not find goods of an order: what is missing waits for the buyer's choice. */
export const shortByPick = (ctx: Context, { aggregateId, data }: EventRecord): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, aggregateId as OrderId)
    if (order.status !== 'open' || order.fulfilment !== 'short') return
    const lines = data.lines as readonly { sourceLineId: Shortage['lines'][number]['lineId']; quantity: number }[]
    const short = lines.map(({ sourceLineId, quantity }) => ({ lineId: sourceLineId, quantity }))
    const missing = order.restBy ? await missingOf(tx, order, await linesOf(tx, order)) : short
    await keepShortage(tx, { orderId: order.id, foundBy: 'pick', lines: missing })
  })

/**
 * Job. A stock count took away goods that were promised (ORD-11): paid orders among them wait for their buyers' choice, who are told; so are
 * the staff. The goods themselves left the shop window in the moment of the count.
 */
export async function shortByCount(ctx: Context, event: EventRecord): Promise<void> {
  const holders = event.data.holders as readonly { readonly holder: string }[]
  for (const holder of new Set(holders.map((each) => each.holder)))
    for (const { id } of await ordersUnder(ctx, holder)) await lookAt(ctx, id, event)
}

const lookAt = (ctx: Context, orderId: OrderId, { at }: EventRecord): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const { fulfilment, restBy } = order
    const isWaiting =
      fulfilment === 'pending' || fulfilment === 'released' || (fulfilment === 'partly_shipped' && restBy !== null)
    if (order.status !== 'open' || !isWaiting) return
    const lines = await missingOf(tx, order, await linesOf(tx, order))
    if (lines.length === 0 || !(await keepShortage(tx, { orderId, foundBy: 'count', lines }))) return
    await openIssue(tx, { orderId, kind: 'short', at })
    await tellOrder(tx, 'order.counted_away', order, { lines })
    await tellEverybody(tx, order)
  })

async function tellEverybody(tx: Tx, order: Order): Promise<void> {
  const { id, number, locale, customerId } = order
  await notify(tx, {
    permission: 'orders.change',
    kind: 'order.counted_away',
    subject: 'order',
    subjectId: id,
    data: { number },
    dedupeKey: `order.counted_away:${id}:${order.version}`,
  })
  const { name, nameEn } = await loadShop(tx)
  await writeMessage(tx, {
    channel: 'sms',
    recipient: await phoneForBuyer(tx, order),
    accountId: customerId,
    purpose: 'service',
    template: 'order.counted_away',
    values: { number },
    locale,
    body: say(deskText, locale, 'message.order.counted_away', { shop: locale === 'zh' ? name : nameEn, number }),
    dedupeKey: `order.counted_away:${id}:${order.version}`,
  })
}

/** Job. What has happened to the order settles what was short of it. */
export const settleShortage = (ctx: Context, { aggregateId }: EventRecord): Promise<void> =>
  transaction(ctx, async (tx) => {
    await stepShortage(tx, aggregateId as OrderId, 'settle', { settled_at: tx.now })
  })
