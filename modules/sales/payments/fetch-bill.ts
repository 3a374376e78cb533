import { sql } from 'kysely'
import { isRefusal } from '#kernel/refusal'
import type { Context, Reader } from '#platform/context'
import { isOutcomeUnknown, providerDeclined } from '#platform/payments'
import { gatewayOf } from './gateway-of.ts'
import type { Payment } from './model.ts'

/** An account at a provider through which money of this shop moved. */
export type BillDesk = Pick<Payment, 'provider' | 'accountId'>

/** The accounts through which this shop was paid, or paid back, in a stretch of time. */
export async function billDesks(
  reader: Reader,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<BillDesk[]> {
  const { rows } = await sql<BillDesk>`
    select distinct p.provider, p.account_id as "accountId" from sales.payments p
    where p.shop_id = ${reader.shopId} and p.status = 'succeeded' and (
      (p.paid_at >= ${from}::timestamptz and p.paid_at < ${to}::timestamptz)
      or exists (select from sales.refunds r where r.payment_id = p.id
        and r.succeeded_at >= ${from}::timestamptz and r.succeeded_at < ${to}::timestamptz))
    order by 1, 2`.execute(reader.db)
  return rows
}

/** The provider's bill of a day that is over; undefined when nothing moved, or when it is not to be had yet. */
export async function fetchBill(ctx: Context, desk: BillDesk, day: Temporal.PlainDate): Promise<Buffer | undefined> {
  try {
    const gateway = await gatewayOf(ctx, { ...desk, shopId: ctx.shopId })
    return await gateway.bill(day)
  } catch (error) {
    if (isOutcomeUnknown(error) || isRefusal(error, providerDeclined)) return undefined
    throw error
  }
}
