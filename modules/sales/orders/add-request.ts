import { sql } from 'kysely'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type Order, type OrderId, type OrderRequest, orderCan, type RequestKind } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, lockOrder } from './order-store.ts'
import { requestLine } from './release-order.ts'

export interface AddRequest {
  readonly orderId: OrderId
  readonly kind: RequestKind
  readonly text: string
}

/**
 * Notes a special request of the buyer (ORD-07): it prints on the outbound note, and the shipping staff are told when the
 * order is with them already.
 *
 * @throws orderCannot once a part has left
 */
export function addRequest(ctx: Context, { orderId, kind, text }: AddRequest): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!orderCan(order, 'addRequest'))
      throw orderCannot({ orderId, moves: {}, headline: order.headline, axes: axesOf(order) })
    const request: OrderRequest = { kind, text, by: tx.actor.name, at: tx.now.toString() }
    const noted = await advanceOrder(
      tx,
      order,
      {},
      {
        event: 'order.request_added',
        data: { request },
        change: { requests: sql`requests || ${JSON.stringify([request])}::jsonb` as unknown as string },
      },
    )
    if (order.fulfilment === 'released' || order.fulfilment === 'short') await tellShipping(tx, noted, request)
    return noted
  })
}

const tellShipping = (tx: Tx, { id, number, version }: Order, request: OrderRequest): Promise<void> =>
  notify(tx, {
    permission: 'outbound.pick',
    kind: 'order.request',
    subject: 'order',
    subjectId: id,
    data: { number, text: requestLine(request) },
    dedupeKey: `order.request:${id}:${version}`,
  })
