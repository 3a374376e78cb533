import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { findEvent } from '#platform/events'
import { type DeadJob, deadJobs } from '#platform/jobs'
import { ordersUnder } from '#sales/orders'
import { openIssue, settleIssues } from './issue-store.ts'

/** Job. Orders whose own work has failed for good stand in the queue until it was run again or thrown away. */
export async function watchJobs(ctx: Context): Promise<void> {
  const dead = new Map<OrderId, DeadJob>()
  for (const job of await deadJobs(ctx.db, ctx.shopId)) {
    const orderId = await orderOf(ctx, job)
    if (orderId) dead.set(orderId, job)
  }
  await transaction(ctx, async (tx) => {
    for (const [orderId, { name, lastError, at }] of dead)
      await openIssue(tx, { orderId, kind: 'job', at, data: { job: name, failure: lastError } })
  })
  for (const orderId of await withJobIssue(ctx))
    if (!dead.has(orderId))
      await transaction(ctx, (tx) => settleIssues(tx, { orderId, kinds: ['job'], at: tx.now, by: 'job.done' }))
}

async function orderOf(ctx: Context, { payload }: DeadJob): Promise<OrderId | undefined> {
  const { eventId } = payload as { eventId?: string }
  const event = eventId ? await findEvent(ctx, eventId) : undefined
  if (!event) return undefined
  const about = event.aggregate === 'order' ? event.aggregateId : (event.data.orderId ?? event.data.sourceId)
  return about === undefined ? undefined : (await ordersUnder(ctx, String(about)))[0]?.id
}

async function withJobIssue(ctx: Context): Promise<OrderId[]> {
  const rows = await ctx.db
    .selectFrom('sales.order_issues')
    .select('order_id')
    .where('shop_id', '=', ctx.shopId)
    .where('kind', '=', 'job')
    .where('status', '=', 'open')
    .execute()
  return rows.map((row) => row.order_id as OrderId)
}
