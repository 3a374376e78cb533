import { hours } from '#kernel/day'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { beforeDispatch, type Order } from './model.ts'
import { toOrder } from './order.ts'
import { tellOrder } from './order-store.ts'
import { orderSettings } from './settings.ts'

const batch = 200

/** Job. Raises an alarm some hours before an order's dispatch promise ends, and once more when it is broken; each once an order. */
export async function watchPromise(ctx: Context): Promise<void> {
  const { promiseAlarm } = await readSettings(ctx, orderSettings)
  await transaction(ctx, (tx) => raise(tx, { alarm: 'broken', until: tx.now }))
  await transaction(ctx, (tx) => raise(tx, { alarm: 'soon', until: tx.now.add(hours(promiseAlarm)) }))
}

async function raise(tx: Tx, { alarm, until }: { alarm: 'soon' | 'broken'; until: Temporal.Instant }): Promise<void> {
  for (const order of await mark(tx, alarm, until)) {
    const { id, number, dispatchBy } = order
    await tellOrder(tx, `order.promise_${alarm}`, order, { dispatchBy: dispatchBy?.toString() })
    await notify(tx, {
      permission: 'orders.change',
      kind: `order.promise_${alarm}`,
      subject: 'order',
      subjectId: id,
      data: { number, dispatchBy: dispatchBy?.toString() },
      dedupeKey: `order.promise_${alarm}:${id}`,
    })
  }
}

async function mark(tx: Tx, alarm: 'soon' | 'broken', until: Temporal.Instant): Promise<Order[]> {
  const due = tx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('status', '=', 'open')
    .where('fulfilment_status', 'in', [...beforeDispatch])
    .where('dispatch_by', '<=', until)
    .where((row) =>
      alarm === 'soon' ? row('promise_alarm', 'is', null) : row('promise_alarm', 'is distinct from', 'broken'),
    )
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
  const rows = await tx.db
    .updateTable('sales.orders')
    .set({ promise_alarm: alarm })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', due)
    .returningAll()
    .execute()
  return rows.map(toOrder)
}
