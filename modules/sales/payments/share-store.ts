import { sql } from 'kysely'
import { type Money, money } from '#kernel/money'
import type { ShopId, Tx } from '#platform/context'
import type { Payment, PaymentId, PaymentShare } from './model.ts'

/** What a payment pays, in all its shops, in the order of the shops' ids. */
export async function sharesOf(tx: Tx, { id, amount }: Pick<Payment, 'id' | 'amount'>): Promise<PaymentShare[]> {
  const rows = await tx.db
    .selectFrom('sales.payment_shares')
    .select(['shop_id', 'order_id', 'amount_minor'])
    .where('payment_id', '=', id)
    .orderBy('shop_id')
    .execute()
  return rows.map((row) => ({
    shopId: row.shop_id as ShopId,
    orderId: row.order_id as PaymentShare['orderId'],
    amount: money(row.amount_minor, amount.currency),
  }))
}

/** Locks, in id order, every attempt to pay any order of this one: two successes of one order are decided one after the other. */
export async function lockWithRivals(tx: Tx, paymentId: PaymentId): Promise<void> {
  await sql`select id from sales.payments
    where id in (select theirs.payment_id from sales.payment_shares ours
      join sales.payment_shares theirs on theirs.shop_id = ours.shop_id and theirs.order_id = ours.order_id
      where ours.payment_id = ${paymentId})
    order by id for update`.execute(tx.db)
}

/** What the provider is expected to keep of the share. */
export async function noteFee(tx: Tx, paymentId: PaymentId, fee: Money): Promise<void> {
  await tx.db
    .updateTable('sales.payment_shares')
    .set({ fee_minor: fee.minor })
    .where('shop_id', '=', tx.shopId)
    .where('payment_id', '=', paymentId)
    .execute()
}

/** So much of a share is promised back; false when that is more than is left of it or of the payment. */
export async function claimOfShare(
  tx: Tx,
  { paymentId, minor }: { readonly paymentId: PaymentId; readonly minor: number },
): Promise<boolean> {
  const { rows } = await sql`
    with share as (
      update sales.payment_shares set refund_minor = refund_minor + ${minor}
      where shop_id = ${tx.shopId} and payment_id = ${paymentId} and refund_minor + ${minor} <= amount_minor
      returning payment_id)
    update sales.payments p set refund_minor = p.refund_minor + ${minor} from share
    where p.id = share.payment_id and p.refund_minor + ${minor} <= p.captured_minor
    returning p.id`.execute(tx.db)
  return rows.length === 1
}

/** A promise is taken back: so much of the share is owed to nobody any more. */
export async function returnToShare(
  tx: Tx,
  { paymentId, minor }: { readonly paymentId: PaymentId; readonly minor: number },
): Promise<void> {
  await sql`
    with share as (
      update sales.payment_shares set refund_minor = refund_minor - ${minor}
      where shop_id = ${tx.shopId} and payment_id = ${paymentId} returning payment_id)
    update sales.payments p set refund_minor = p.refund_minor - ${minor} from share where p.id = share.payment_id`.execute(
    tx.db,
  )
}

/** Marks a share of money that has come as paying nothing, all of it promised back; undefined when it was done before. */
export async function claimSurplus(
  tx: Tx,
  paymentId: PaymentId,
): Promise<(PaymentShare & Pick<Payment, 'number'>) | undefined> {
  const { rows } = await sql<{
    order_id: PaymentShare['orderId']
    amount_minor: number
    currency: string
    number: string
  }>`
    with share as (
      update sales.payment_shares set surplus = true, refund_minor = amount_minor
      where shop_id = ${tx.shopId} and payment_id = ${paymentId} and not surplus and refund_minor = 0
        and exists (select from sales.payments where id = ${paymentId} and status = 'succeeded')
      returning order_id, amount_minor)
    update sales.payments p set refund_minor = p.refund_minor + share.amount_minor from share
    where p.id = ${paymentId} returning share.order_id, share.amount_minor, p.currency, p.number`.execute(tx.db)
  const [row] = rows
  if (!row) return undefined
  const { order_id: orderId, amount_minor, currency, number } = row
  return { shopId: tx.shopId, orderId, amount: money(amount_minor, currency), number }
}
