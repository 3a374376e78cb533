import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { tellOrder } from '#sales/orders'
import { issueTaken } from './issue.ts'
import { lockIssue } from './issue-store.ts'
import type { Issue, IssueId } from './model.ts'

export interface TakeIssue {
  readonly issueId: IssueId
  /** From whoever has it. */
  readonly takeOver?: boolean
}

/** Says that the actor sees to it. Saying it again changes nothing. @throws issueTaken, issueNotFound */
export function takeIssue(ctx: Context, { issueId, takeOver = false }: TakeIssue): Promise<Issue> {
  return transaction(ctx, async (tx) => {
    const issue = await lockIssue(tx, issueId)
    const { id: ownerId, name: ownerName } = tx.actor
    if (issue.ownerId === ownerId) return issue
    if (issue.ownerName && !takeOver) throw issueTaken({ issueId, owner: issue.ownerName })
    await tx.db
      .updateTable('sales.order_issues')
      .set({ owner_id: ownerId, owner_name: ownerName })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', issueId)
      .execute()
    await tellOrder(tx, 'order.issue_taken', orderOf(issue), { kind: issue.kind, from: issue.ownerName })
    return { ...issue, ownerId, ownerName }
  })
}

/** Takes an order out of the queue with a word on what was done. @throws issueNotFound when it is settled already */
export function settleIssue(
  ctx: Context,
  { issueId, resolution }: { issueId: IssueId; resolution: string },
): Promise<Issue> {
  return transaction(ctx, (tx) => settleLocked(tx, { issueId, resolution }))
}

/** The same inside a transaction. @throws issueNotFound */
export async function settleLocked(
  tx: Tx,
  { issueId, resolution }: { issueId: IssueId; resolution: string },
): Promise<Issue> {
  const issue = await lockIssue(tx, issueId)
  const settled = { resolution, settledAt: tx.now, settledBy: tx.actor.name, status: 'settled' } as const
  await tx.db
    .updateTable('sales.order_issues')
    .set({ resolution, status: 'settled', settled_at: tx.now, settled_by: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', issueId)
    .execute()
  await tellOrder(tx, 'order.issue_settled', orderOf(issue), { kind: issue.kind, note: resolution })
  return { ...issue, ...settled }
}

const orderOf = ({ orderId, orderNumber }: Issue) => ({ id: orderId, number: orderNumber })
