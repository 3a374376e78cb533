import { sql } from 'kysely'
import type { OrderId } from '#model/sales/orders'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { loadOrder, tellOrder } from '#sales/orders'
import { commentNotFound, commentNotYours, commentTooOld, wordsMissing } from './issue.ts'
import type { CommentId } from './model.ts'
import { deskSettings } from './settings.ts'

export interface ChangeComment {
  readonly commentId: CommentId
  readonly words: string
}

/** Puts own words right for a while after they were said (setting). What they said before stays with them; whoever was called stays called. @throws wordsMissing, commentNotFound, commentNotYours, commentTooOld */
export function changeComment(ctx: Context, { commentId, words: said }: ChangeComment): Promise<void> {
  return transaction(ctx, async (tx) => {
    const words = said.trim()
    if (!words) throw wordsMissing({ field: 'words' })
    const comment = await lockOwn(tx, commentId)
    if (comment.words === words) return
    await replaceWords(tx, comment, { words, changed_at: tx.now })
    await tell(tx, 'order.comment_changed', comment)
  })
}

/** Takes own words back for a while after they were said. That there were some, and what they said, stays visible to colleagues. @throws commentNotFound, commentNotYours, commentTooOld */
export function removeComment(ctx: Context, commentId: CommentId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const comment = await lockOwn(tx, commentId)
    await replaceWords(tx, comment, { words: '', removed_at: tx.now })
    await tell(tx, 'order.comment_removed', comment)
  })
}

/** How long whoever said something may change it. */
export async function commentsChangeFor(reader: Reader): Promise<Temporal.Duration> {
  const { commentsChangeFor: minutes } = await readSettings(reader, deskSettings)
  return Temporal.Duration.from({ minutes })
}

/** @throws commentNotFound also for one that was taken back, commentNotYours, commentTooOld */
async function lockOwn(tx: Tx, commentId: CommentId) {
  const comment = await tx.db
    .selectFrom('sales.order_comments')
    .select(['id', 'order_id', 'words', 'by_id', 'by_name', 'at', 'changed_at'])
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', commentId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!comment) throw commentNotFound({ commentId })
  if (comment.by_id === null || comment.by_id !== tx.actor.id) throw commentNotYours({ commentId, by: comment.by_name })
  const window = await commentsChangeFor(tx)
  if (Temporal.Instant.compare(comment.at.add(window), tx.now) < 0)
    throw commentTooOld({ commentId, minutes: window.total('minutes') })
  return comment
}

type Comment = Awaited<ReturnType<typeof lockOwn>>

async function replaceWords(
  tx: Tx,
  { id, words, at, changed_at }: Comment,
  change: { readonly words: string; readonly changed_at?: Temporal.Instant; readonly removed_at?: Temporal.Instant },
): Promise<void> {
  const former = JSON.stringify([{ words, at: changed_at ?? at }])
  await tx.db
    .updateTable('sales.order_comments')
    .set({ ...change, former: sql`former || ${former}::jsonb` })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}

const tell = async (tx: Tx, type: string, { id, order_id }: Comment): Promise<void> =>
  tellOrder(tx, type, await loadOrder(tx, order_id as OrderId), { commentId: id })
