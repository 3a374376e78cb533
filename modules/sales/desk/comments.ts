import { newId } from '#kernel/id'
import type { OrderId } from '#model/sales/orders'
import { type Colleague, colleaguesWith } from '#office/accounts'
import { notify } from '#office/notices'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { lockOrder, tellOrder } from '#sales/orders'
import { notAColleague, wordsMissing } from './issue.ts'
import type { Comment, CommentId } from './model.ts'

export interface CommentOrder {
  readonly orderId: OrderId
  readonly words: string
  /** Colleagues who shall read it. */
  readonly mentions?: readonly AccountId[]
}

/**
 * Says something about an order to colleagues; whoever is called finds a notice of their own. Its buyer never sees it.
 *
 * @throws orderNotFound; wordsMissing; notAColleague for somebody who may not see orders here
 */
export function commentOrder(ctx: Context, { orderId, words, mentions = [] }: CommentOrder): Promise<Comment> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!words.trim()) throw wordsMissing({ field: 'words' })
    const called = await colleaguesNamed(tx, mentions)
    const comment: Comment = {
      id: newId<'Comment'>(),
      words: words.trim(),
      mentions: called,
      at: tx.now,
      by: tx.actor.name,
    }
    await insertComment(tx, orderId, comment)
    await tellOrder(tx, 'order.commented', order, { commentId: comment.id })
    for (const { id } of called) await call(tx, { accountId: id, orderId, number: order.number, comment })
    return comment
  })
}

async function colleaguesNamed(tx: Tx, mentions: readonly AccountId[]): Promise<Colleague[]> {
  if (mentions.length === 0) return []
  const known = new Map((await colleaguesWith(tx, 'orders.read')).map((one) => [one.id, one]))
  return [...new Set(mentions)].map((id) => {
    const one = known.get(id)
    if (!one) throw notAColleague({ field: 'mentions', accountId: id })
    return one
  })
}

async function insertComment(tx: Tx, orderId: OrderId, { id, words, mentions, at, by }: Comment): Promise<void> {
  await tx.db
    .insertInto('sales.order_comments')
    .values({
      id,
      shop_id: tx.shopId,
      order_id: orderId,
      words,
      mentions: JSON.stringify(mentions),
      by_id: tx.actor.id,
      by_name: by,
      at,
    })
    .execute()
}

interface Call {
  readonly accountId: AccountId
  readonly orderId: OrderId
  readonly number: string
  readonly comment: { readonly id: CommentId; readonly by: string }
}

const call = (tx: Tx, { accountId, orderId, number, comment }: Call): Promise<void> =>
  notify(tx, {
    accountId,
    kind: 'order.mentioned',
    subject: 'order',
    subjectId: orderId,
    data: { number, by: comment.by },
    dedupeKey: `order.mentioned:${comment.id}:${accountId}`,
  })
