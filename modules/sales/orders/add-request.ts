import { sql } from 'kysely'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { changeRequests } from '#supply/warehouse'
import { notesFor, requestLine } from './hand-to-warehouse.ts'
import { type Order, type OrderId, type OrderRequest, orderCan, type RequestKind } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, lockOrder } from './order-store.ts'
import { ordersUnder, sourceOf } from './shipment-store.ts'

export interface AddRequest {
  readonly orderId: OrderId
  readonly kind: RequestKind
  readonly text: string
}

/**
 * Notes a special request of the buyer (ORD-07): it prints on pick list, shipping note and label, also when the order
 * is with the shipping staff already, who are then told.
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

/** The notes of the warehouse carry it too: those printed before are to be printed again. */
async function tellShipping(tx: Tx, order: Order, request: OrderRequest): Promise<void> {
  const { id, number, version } = order
  const sourceId = sourceOf(order)
  await changeRequests(tx, { sourceId, requests: notesFor(await ordersUnder(tx, sourceId)) })
  await notify(tx, {
    permission: 'outbound.pick',
    kind: 'order.request',
    subject: 'order',
    subjectId: id,
    data: { number, text: requestLine(request) },
    dedupeKey: `order.request:${id}:${version}`,
  })
}
