import { isBefore } from '#kernel/day'
import type { Reader, Tx } from '#platform/context'
import { historyOf } from '#platform/events'
import { readSettings } from '#platform/settings'
import { type Order, type OrderId, orderCan } from './model.ts'
import { advanceOrder, lockOrder } from './order-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseFree } from './release-order.ts'
import { orderSettings } from './settings.ts'

/** The desk has checked everything: where the shop waits for that, the order goes on to the warehouse. Saying it again changes nothing. */
export async function markChecked(tx: Tx, orderId: OrderId): Promise<Order> {
  const order = await lockOrder(tx, orderId)
  if (order.checkedAt) return order
  const checked = await advanceOrder(tx, order, {}, { event: 'order.checked', change: { checked_at: tx.now } })
  const { releaseAutomatically, releaseAfterChecks } = await readSettings(tx, orderSettings)
  const goesOn = releaseAutomatically && releaseAfterChecks && orderCan(checked, 'release')
  return goesOn && !(await whyNotYet(tx, checked)) ? releaseFree(tx, checked) : checked
}

/** When items or recipient were changed last: what was checked before says nothing of them any more. Undefined when never. */
export async function lastChangedAt(reader: Reader, orderId: OrderId): Promise<Temporal.Instant | undefined> {
  const changes = ['order.recipient_changed', 'order.items_changed']
  return (await historyOf(reader, orderId))
    .filter(({ type }) => changes.includes(type))
    .reduce<Temporal.Instant | undefined>((last, { at }) => (last && isBefore(at, last) ? last : at), undefined)
}
