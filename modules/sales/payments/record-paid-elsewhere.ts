import { sql } from 'kysely'
import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import { post } from '#office/ledger'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import type { PaymentId, Refund } from './model.ts'
import { amountText } from './payment.ts'
import { numberZone } from './payment-store.ts'

/** The provider of payments that another system took and keeps for us. */
export const elsewhere = 'external'

export interface PaidElsewhere {
  readonly orderId: string
  readonly amount: Money
  /** The system that took the money, and the order's number there: it pays one order once. */
  readonly source: string
  readonly number: string
  readonly paidAt: Temporal.Instant
}

/** Books an order's money that another system has taken: it stands at the providers until that system pays it out. */
export async function recordPaidElsewhere(tx: Tx, paid: PaidElsewhere): Promise<PaymentId> {
  const { orderId, amount, source, number, paidAt } = paid
  const id = newId<'Payment'>()
  await tx.db
    .insertInto('sales.payments')
    .values({
      id,
      shop_id: tx.shopId,
      order_id: orderId,
      number: documentNumber('PAY', dayIn(tx.now, numberZone)),
      provider: elsewhere,
      status: 'succeeded',
      amount_minor: amount.minor,
      currency: amount.currency,
      captured_minor: amount.minor,
      provider_ref: `${tx.shopId}:${source}:${number}`,
      created_at: tx.now,
      expires_at: tx.now,
      paid_at: paidAt,
    })
    .execute()
  const accounts = { debit: 'provider_clearing', credit: 'customer_deposits' } as const
  await post(tx, { ...accounts, amount, cause: 'payment', causeId: id, effectiveAt: paidAt })
  return id
}

/** Cause of a refund that only unsays what an import said was paid: the order stays where it was, and so does its money. */
export const broughtBack = 'import_reversal'

/** Lets a payment that was unsaid go by its own name, so that the other system's number may be said to be paid anew. */
export async function freePaidElsewhere(tx: Tx, orderId: string): Promise<void> {
  await tx.db
    .updateTable('sales.payments')
    .set({ provider_ref: sql<string>`provider_ref || ':' || number` })
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('provider', '=', elsewhere)
    .execute()
}

/** Tells staff to give money back where it was taken: no provider of ours holds it. */
export const askToRefundElsewhere = (tx: Tx, { id, orderId, number, amount }: Refund): Promise<void> =>
  notify(tx, {
    permission: 'payments.read',
    kind: 'refund.elsewhere',
    subject: 'order',
    subjectId: orderId,
    data: { number, amount: amountText(amount) },
    dedupeKey: `refund.elsewhere:${id}`,
  })
