import { type Selectable, sql } from 'kysely'
import type { Context } from '#platform/context'
import type { SalesPayments } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { askProvider, closeAtProvider } from './ask-provider.ts'
import type { Payment, PaymentId, RefundId } from './model.ts'
import { toPayment } from './payment.ts'
import { askForRefund, sendRefund } from './send-refund.ts'

const batch = 100

/**
 * Job. Asks the provider about open attempts 30 s, 2, 5 and 15 minutes after they began, because a notification may never come,
 * and closes them when their time is over. A provider that does not answer is asked again every minute.
 * Source: reliability programme, section 1.1, WeChat Pay; C11.
 */
export const checkPayments = async (ctx: Context): Promise<void> =>
  eachOf(await duePayments(ctx), async (payment) => {
    const isOver = Temporal.Instant.compare(payment.expiresAt, ctx.now) <= 0
    const answer = await (isOver ? closeAtProvider(ctx, payment) : askProvider(ctx, payment))
    if (answer !== 'unanswered') await countCheck(ctx, payment.id)
  })

const countCheck = (ctx: Context, paymentId: PaymentId): Promise<unknown> =>
  ctx.db
    .updateTable('sales.payments')
    .set((row) => ({ checks: row('checks', '+', 1), checked_at: ctx.now }))
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', paymentId)
    .execute()

async function duePayments(ctx: Context): Promise<Payment[]> {
  const { rows } = await sql<Selectable<SalesPayments>>`
    select * from sales.payments
    where shop_id = ${ctx.shopId} and status in ('created', 'pending', 'unknown')
      and (expires_at <= ${ctx.now}::timestamptz or ${ctx.now}::timestamptz >= created_at
        + (array['30 seconds', '2 minutes', '5 minutes', '15 minutes']::interval[])[checks + 1])
    order by created_at limit ${batch}`.execute(ctx.db)
  return rows.map(toPayment)
}

/** Job. Sends refunds whose sending failed without an answer, and asks about those the provider works on, ever less often. Those to be paid out by hand wait for that. */
export async function checkRefunds(ctx: Context): Promise<void> {
  const { rows } = await sql<{ id: RefundId; status: string }>`
    select r.id, r.status from sales.refunds r join sales.payments p on p.id = r.payment_id and p.method <> 'cod'
    where r.shop_id = ${ctx.shopId} and r.status in ('approved', 'sent')
      and coalesce(r.sent_at, r.created_at) + least(attempts * attempts, 60) * interval '1 minute' <= ${ctx.now}::timestamptz
      and (r.sent_at is not null or r.created_at <= ${ctx.now}::timestamptz - interval '1 minute')
    order by r.created_at limit ${batch}`.execute(ctx.db)
  await eachOf(rows, ({ id, status }) => (status === 'sent' ? askForRefund(ctx, id) : sendRefund(ctx, id)))
}
