import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { acceptMismatch, askMismatch } from '#sales/payments'
import { loadIssue } from './issue-store.ts'
import type { Issue, IssueId } from './model.ts'
import { settleLocked } from './settle-issue.ts'

/**
 * Takes the money of an abnormal order that does not match for what was asked, after the provider said what really came: the order is paid,
 * and it leaves the queue. What came too little is a cost of the shop, what came too much an overpayment.
 *
 * @throws issueNotFound, noMismatch, paymentUnconfirmed, mismatchForeign
 * @throws mismatchNotOpen when somebody settled it meanwhile
 */
export async function acceptPayment(
  ctx: Context,
  { issueId, note }: { issueId: IssueId; note: string },
): Promise<Issue> {
  const { orderId } = await loadIssue(ctx, issueId)
  const { shopId, ...came } = await askMismatch(ctx, orderId)
  return transaction(ctx, async (tx) => {
    const settled = await settleLocked(tx, { issueId, resolution: note })
    await acceptMismatch({ ...tx, shopId }, { ...came, note })
    return settled
  })
}
