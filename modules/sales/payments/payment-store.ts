import { sql, type Updateable } from 'kysely'
import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Reader, ShopId, Tx } from '#platform/context'
import type { Database, SalesPayments } from '#platform/database'
import { openStatuses, type Payment, type PaymentId, type PaymentStep, paymentSteps } from './model.ts'
import { paymentNotFound, toPayment } from './payment.ts'

/** Where document numbers take their day from; the number's day is for people only. */
export const numberZone = 'Asia/Shanghai'

/** Every attempt to pay an order, oldest first. */
export async function paymentsOf(reader: Reader, orderId: string): Promise<Payment[]> {
  const rows = await reader.db
    .selectFrom('sales.payments')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  return rows.map(toPayment)
}

/** The same, locked in id order: two successes of one order are decided one after the other. */
export async function lockPaymentsOf(tx: Tx, orderId: string): Promise<Payment[]> {
  const rows = await tx.db
    .selectFrom('sales.payments')
    .selectAll()
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toPayment)
}

/** The attempt that may still bring money; undefined when a new one may be opened. */
export async function openAttemptOf(reader: Reader, orderId: string): Promise<Payment | undefined> {
  const row = await reader.db
    .selectFrom('sales.payments')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .where('status', 'in', [...openStatuses])
    .executeTakeFirst()
  return row && toPayment(row)
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

/** A provider knows our numbers and no shops: whose payment or refund bears this one. */
export async function shopOfNumber(db: Database, number: string): Promise<ShopId | undefined> {
  const { rows } = await sql<{ shop_id: ShopId }>`
    select shop_id from sales.payments where number = ${number}
    union all select shop_id from sales.refunds where number = ${number} limit 1`.execute(db)
  return rows[0]?.shop_id
}

export interface NewPayment {
  readonly orderId: string
  readonly provider: string
  readonly amount: Money
  readonly expiresAt: Temporal.Instant
}

export async function insertPayment(tx: Tx, { orderId, provider, amount, expiresAt }: NewPayment): Promise<Payment> {
  const row = await tx.db
    .insertInto('sales.payments')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      order_id: orderId,
      number: documentNumber('PAY', dayIn(tx.now, numberZone)),
      provider,
      amount_minor: amount.minor,
      currency: amount.currency,
      created_at: tx.now,
      expires_at: expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toPayment(row)
}

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

/** Whether the provider's transaction has paid another attempt already: it may pay one thing once. */
export async function isRefTaken(tx: Tx, payment: Payment, providerRef: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('sales.payments')
    .select('id')
    .where('provider', '=', payment.provider)
    .where('provider_ref', '=', providerRef)
    .where('id', '<>', payment.id)
    .executeTakeFirst()
  return row !== undefined
}
