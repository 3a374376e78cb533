import { daysLater } from '#kernel/day'
import { type Page, toPage } from '#kernel/page'
import { refusal } from '#kernel/refusal'
import { say } from '#kernel/text'
import type { OrderId } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Context, Reader } from '#platform/context'
import { beyond, transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { writeMessage } from '#platform/messages'
import { readSettings } from '#platform/settings'
import { lockOrder, phoneForBuyer, tellOrder } from '#sales/orders'
import type { FollowUp } from './model.ts'
import { deskSettings } from './settings.ts'
import { deskText } from './text.ts'

export const notAsked = refusal(
  'conflict',
  'desk.not_asked',
  (d: { orderId: string }) => `${d.orderId} is not followed up, or was answered`,
)

/** Job. Asks buyers, once, some days after their receipt, how it was; those with an open case are left alone. */
export async function askFeedback(ctx: Context): Promise<void> {
  const { feedbackAfter } = await readSettings(ctx, deskSettings)
  const { timeZone } = await loadShop(ctx)
  const rows = await ctx.db
    .selectFrom('sales.orders as o')
    .select('o.id')
    .where('o.shop_id', '=', ctx.shopId)
    .where('o.received_at', '<=', daysLater(ctx.now, -feedbackAfter, timeZone))
    .where('o.received_at', '>', daysLater(ctx.now, -feedbackAfter - askedWithinDays, timeZone))
    .where('o.after_sales_status', '<>', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sales.follow_ups as f')
            .select('f.order_id')
            .whereRef('f.shop_id', '=', 'o.shop_id')
            .whereRef('f.order_id', '=', 'o.id'),
        ),
      ),
    )
    .orderBy('o.received_at')
    .limit(200)
    .execute()
  await eachOf(rows, ({ id }) => ask(ctx, id as OrderId))
}

/** An old sale is not asked about: nobody remembers, and a shop that begins to ask does not ask everybody at once. */
const askedWithinDays = 30

const ask = (ctx: Context, orderId: OrderId): Promise<void> => {
  const link = `${ctx.outside.publicUrl}/orders/${orderId}#feedback`
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const written = await tx.db
      .insertInto('sales.follow_ups')
      .values({ shop_id: tx.shopId, order_id: orderId, asked_at: tx.now })
      .onConflict((conflict) => conflict.columns(['shop_id', 'order_id']).doNothing())
      .returning('order_id')
      .executeTakeFirst()
    if (!written) return
    await tellOrder(tx, 'order.feedback_asked', order)
    const { locale, number, customerId } = order
    const { name, nameEn } = await loadShop(tx)
    await writeMessage(tx, {
      channel: 'sms',
      recipient: await phoneForBuyer(tx, order),
      accountId: customerId,
      purpose: 'service',
      template: 'order.feedback_asked',
      values: { number, link },
      locale,
      body: say(deskText, locale, 'message.order.feedback_asked', {
        shop: locale === 'zh' ? name : nameEn,
        number,
        link,
      }),
      dedupeKey: `order.feedback_asked:${orderId}`,
    })
  })
}

export interface GiveFeedback {
  readonly orderId: OrderId
  readonly rating: number
  readonly words?: string
}

/** The buyer says how it was, once. @throws notAsked, orderNotFound */
export function giveFeedback(ctx: Context, { orderId, rating, words = '' }: GiveFeedback): Promise<FollowUp> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const row = await tx.db
      .updateTable('sales.follow_ups')
      .set({ rating, words, answered_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('order_id', '=', orderId)
      .where('answered_at', 'is', null)
      .returning('asked_at')
      .executeTakeFirst()
    if (!row) throw notAsked({ orderId })
    await tellOrder(tx, 'order.feedback_given', order, { rating })
    return { orderId, orderNumber: order.number, askedAt: row.asked_at, rating, words, answeredAt: tx.now }
  })
}

export interface FollowUpFilter {
  readonly answered?: boolean
  /** Only this rating or worse. */
  readonly atMost?: number
  readonly cursor?: string
  readonly limit?: number
}

/** Follow-ups, the newest first: those answered, or those still open. */
export async function findFollowUps(reader: Reader, filter: FollowUpFilter): Promise<Page<FollowUp>> {
  const { answered = true, atMost, cursor, limit = 50 } = filter
  const column = answered ? 'f.answered_at' : 'f.asked_at'
  let query = followUps(reader).where('f.answered_at', answered ? 'is not' : 'is', null)
  if (atMost) query = query.where('f.rating', '<=', atMost)
  if (cursor) query = query.where(beyond(cursor, [column, 'f.order_id']))
  const rows = await query
    .orderBy(column, 'desc')
    .orderBy('f.order_id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [(row.answered_at ?? row.asked_at).toString(), row.order_id])
  return { ...page, rows: page.rows.map(toFollowUp) }
}

/** What the buyer of an order was asked and said; undefined when nobody asked yet. */
export async function followUpOf(reader: Reader, orderId: OrderId): Promise<FollowUp | undefined> {
  const row = await followUps(reader).where('f.order_id', '=', orderId).executeTakeFirst()
  return row && toFollowUp(row)
}

const followUps = (reader: Reader) =>
  reader.db
    .selectFrom('sales.follow_ups as f')
    .innerJoin('sales.orders as o', 'o.id', 'f.order_id')
    .select(['f.order_id', 'o.number', 'f.asked_at', 'f.rating', 'f.words', 'f.answered_at'])
    .where('f.shop_id', '=', reader.shopId)

interface Row {
  readonly order_id: string
  readonly number: string
  readonly asked_at: Temporal.Instant
  readonly rating: number | null
  readonly words: string
  readonly answered_at: Temporal.Instant | null
}

const toFollowUp = (row: Row): FollowUp => ({
  orderId: row.order_id as OrderId,
  orderNumber: row.number,
  askedAt: row.asked_at,
  rating: row.rating,
  words: row.words,
  answeredAt: row.answered_at,
})
