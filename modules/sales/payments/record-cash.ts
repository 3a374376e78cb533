import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Tx } from '#platform/context'
import { type PaymentId, providerOf } from './model.ts'
import { numberZone } from './payment-store.ts'

export interface CollectedCash {
  readonly orderId: string
  readonly amount: Money
  readonly paidAt: Temporal.Instant
}

/**
 * Records that couriers have collected all that an order still owed: from now on it is a payment that may be given back. The books know of the
 * money already, box by box: nothing is posted here.
 */
export async function recordCash(tx: Tx, { orderId, amount, paidAt }: CollectedCash): Promise<PaymentId> {
  const id = newId<'Payment'>()
  await tx.db
    .insertInto('sales.payments')
    .values({
      id,
      shop_id: tx.shopId,
      order_id: orderId,
      number: documentNumber('PAY', dayIn(tx.now, numberZone)),
      method: 'cod',
      provider: providerOf.cod,
      status: 'succeeded',
      amount_minor: amount.minor,
      currency: amount.currency,
      captured_minor: amount.minor,
      created_at: tx.now,
      expires_at: tx.now,
      paid_at: paidAt,
    })
    .execute()
  return id
}
