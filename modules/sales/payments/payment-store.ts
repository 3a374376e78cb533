import { type Selectable, sql, type Updateable } from 'kysely'
import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import { money, sum } from '#kernel/money'
import type { Reader, ShopId, Tx } from '#platform/context'
import type { Database, SalesPayments } from '#platform/database'
import {
  type OrderPayment,
  type Payment,
  type PaymentId,
  type PaymentShare,
  type PaymentStep,
  paymentSteps,
} from './model.ts'
import { paymentNotFound, toPayment } from './payment.ts'

/** Where document numbers take their day from; the number's day is for people only. */
export const numberZone = 'Asia/Shanghai'

/** Every attempt to pay an order, oldest first, with the order's share of each. */
export async function paymentsOf(reader: Reader, orderId: string): Promise<OrderPayment[]> {
  return (await ofOrder(reader, orderId).execute()).map(toOrderPayment)
}

/** The attempt that may still bring money; undefined when a new one may be opened. */
export async function openAttemptOf(reader: Reader, orderId: string): Promise<OrderPayment | undefined> {
  const row = await ofOrder(reader, orderId).where('share.is_open', '=', true).executeTakeFirst()
  return row && toOrderPayment(row)
}

const ofOrder = (reader: Reader, orderId: string) =>
  reader.db
    .selectFrom('sales.payment_shares as share')
    .innerJoin('sales.payments as payment', 'payment.id', 'share.payment_id')
    .selectAll('payment')
    .select([
      'share.order_id as share_order',
      'share.amount_minor as share_minor',
      'share.refund_minor as share_refund',
      'share.surplus as share_surplus',
    ])
    .where('share.shop_id', '=', reader.shopId)
    .where('share.order_id', '=', orderId)
    .orderBy('payment.id')

type OrderRow = Selectable<SalesPayments> & {
  readonly share_order: string
  readonly share_minor: number
  readonly share_refund: number
  readonly share_surplus: boolean
}

function toOrderPayment({ share_order, share_minor, share_refund, share_surplus, ...row }: OrderRow): OrderPayment {
  const payment = toPayment(row)
  const part = (minor: number) => money(minor, row.currency)
  return {
    ...payment,
    orderId: share_order as OrderPayment['orderId'],
    amount: part(share_minor),
    captured: part(payment.captured.minor === 0 ? 0 : share_minor),
    refunded: part(share_refund),
    whole: payment.amount,
    surplus: share_surplus,
  }
}

/** @throws paymentNotFound */
export async function paymentByNumber(reader: Reader, number: string): Promise<Payment> {
  const row = await reader.db
    .selectFrom('sales.payments')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw paymentNotFound({ payment: number })
  return toPayment(row)
}

/**
 * A provider knows our numbers and no shops: whose payment or refund bears this one. Only one opened at that desk counts, so that
 * nobody who holds the keys of one account can say anything about money of another.
 */
export async function shopOfNumber(
  db: Database,
  number: string,
  { provider, accountId }: Pick<Payment, 'provider' | 'accountId'>,
): Promise<ShopId | undefined> {
  const { rows } = await sql<{ shop_id: ShopId }>`
    select p.shop_id from sales.payments p
    where p.number = ${number} and p.provider = ${provider} and p.account_id is not distinct from ${accountId}::uuid
    union all select r.shop_id from sales.refunds r join sales.payments p on p.id = r.payment_id
    where r.number = ${number} and p.provider = ${provider} and p.account_id is not distinct from ${accountId}::uuid
    limit 1`.execute(db)
  return rows[0]?.shop_id
}

/** The payment whose money the provider knows by this number of its own, opened at that desk. */
export async function paymentByRef(
  db: Database,
  providerRef: string,
  { provider, accountId }: Pick<Payment, 'provider' | 'accountId'>,
): Promise<Payment | undefined> {
  const row = await db
    .selectFrom('sales.payments')
    .selectAll()
    .where('provider', '=', provider)
    .where('provider_ref', '=', providerRef)
    .where('account_id', accountId ? '=' : 'is', accountId)
    .executeTakeFirst()
  return row && toPayment(row)
}

export interface NewPayment extends Pick<Payment, 'method' | 'provider' | 'accountId'> {
  readonly orderId: string
  /** What it pays, of one currency: one order in each shop. */
  readonly shares: readonly PaymentShare[]
  readonly expiresAt: Temporal.Instant
}

/** Writes a payment with its shares in one statement. */
export async function insertPayment(
  tx: Tx,
  { orderId, method, provider, accountId, shares, expiresAt }: NewPayment,
): Promise<Payment> {
  const id = newId<'Payment'>()
  const currency = shares[0]!.amount.currency
  const amounts = shares.map((share) => share.amount)
  const row = await tx.db
    .with('shared', (db) => db.insertInto('sales.payment_shares').values(shares.map((share) => shareRow(id, share))))
    .insertInto('sales.payments')
    .values({
      id,
      shop_id: tx.shopId,
      order_id: orderId,
      number: documentNumber('PAY', dayIn(tx.now, numberZone)),
      method,
      provider,
      account_id: accountId,
      amount_minor: sum(amounts, currency).minor,
      currency,
      created_at: tx.now,
      expires_at: expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toPayment(row)
}

const shareRow = (paymentId: PaymentId, { shopId, orderId, amount }: PaymentShare) => ({
  shop_id: shopId,
  payment_id: paymentId,
  order_id: orderId,
  amount_minor: amount.minor,
  is_open: true,
})

type Change = Omit<Updateable<SalesPayments>, 'status' | 'id' | 'shop_id'>

/** Moves a payment one step, or says undefined when it is past it. One statement checks and writes. */
export async function tryAdvancePayment(
  tx: Tx,
  paymentId: PaymentId,
  step: PaymentStep,
  change: Change = {},
): Promise<Payment | undefined> {
  const { from, to } = paymentSteps[step]
  const row = await tx.db
    .updateTable('sales.payments')
    .set({ ...change, status: to })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', paymentId)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  return row && toPayment(row)
}

/** Whether the provider's transaction has paid something already: it may pay one thing once. Asked of an attempt that has none of its own yet. */
export async function isRefTaken(tx: Tx, payment: Pick<Payment, 'provider'>, providerRef: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('sales.payments')
    .select('id')
    .where('provider', '=', payment.provider)
    .where('provider_ref', '=', providerRef)
    .executeTakeFirst()
  return row !== undefined
}
