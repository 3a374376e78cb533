import { isRefusal } from '#kernel/refusal'
import type { Order } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { boxesOf, foundIds, linesOf, loadOrder, previewPart, previewSplit } from '#sales/orders'
import { type AskBulk, mustSayEnough } from './ask-bulk.ts'
import { type SplitPreview, wayOf } from './model.ts'

const mostPreviewed = 20

/** What a split would make of the first of these orders: each is split and taken back, so that it is what a run commits while nothing else changes. @throws choiceMissing */
export async function previewSplits(
  ctx: Context,
  { details, orderIds, filter = {} }: Omit<AskBulk, 'verb'>,
): Promise<SplitPreview[]> {
  mustSayEnough('split', details)
  const orders = await foundIds(ctx, orderIds ? { ids: orderIds } : filter, mostPreviewed)
  const previews: SplitPreview[] = []
  for (const order of orders) previews.push(await preview(ctx, order, details))
  return previews
}

async function preview(
  ctx: Context,
  { id: orderId, number }: Pick<Order, 'id' | 'number'>,
  details: AskBulk['details'],
): Promise<SplitPreview> {
  const order = await loadOrder(ctx, orderId)
  const seen = {
    orderId,
    number,
    lines: await linesOf(ctx, order),
    waiting: [],
    freight: null,
    code: null,
    details: null,
  }
  try {
    if (details.by === 'stock') return { ...seen, ...(await previewPart(ctx, { orderId })) }
    return { ...seen, ...(await previewSplit(ctx, { orderId, ...wayOf(details) })) }
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    return { ...seen, before: await boxesOf(ctx, order), after: null, code: error.code, details: { ...error.details } }
  }
}
