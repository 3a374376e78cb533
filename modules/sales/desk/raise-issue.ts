import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { lockOrder, tellOrder } from '#sales/orders'
import { issuesOfOrder } from './find-issues.ts'
import { issueOpen } from './issue.ts'
import { openIssue } from './issue-store.ts'

export interface RaiseIssue {
  readonly orderId: OrderId
  /** What is the matter, in words. */
  readonly reason: string
}

/** Puts an order among the abnormal ones because a person says so. @throws issueOpen when somebody has said so and it is not settled, orderNotFound */
export function raiseIssue(ctx: Context, { orderId, reason }: RaiseIssue): Promise<void> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const open = (await issuesOfOrder(tx, orderId)).some(({ kind, status }) => kind === 'manual' && status === 'open')
    if (open) throw issueOpen({ number: order.number })
    await openIssue(tx, { orderId, kind: 'manual', at: tx.now, data: { reason } })
    await tellOrder(tx, 'order.issue_raised', order, { note: reason })
  })
}
