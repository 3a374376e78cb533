import { createHmac } from 'node:crypto'
import type { DisputeRow, RefundRow, TradeRow } from './store.ts'

export const unix = (at: Temporal.Instant | string): number =>
  Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000)

/** Source: docs.stripe.com, webhook signatures: HMAC-SHA256 over "timestamp.body" with the endpoint's secret. */
export function stripeSignature(secret: string, body: string, now: Temporal.Instant): string {
  const timestamp = unix(now)
  return `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

const statuses = {
  NOTPAY: 'open',
  SUCCESS: 'complete',
  REFUND: 'complete',
  CLOSED: 'expired',
  PAYERROR: 'open',
} as const

/** A Checkout Session as Stripe shows it; `url` only while it is open. */
export const sessionObject = (trade: TradeRow, cashier: string) => ({
  id: trade.prepay_id,
  object: 'checkout.session',
  mode: 'payment',
  status: statuses[trade.state],
  payment_status: trade.transaction_id ? 'paid' : 'unpaid',
  client_reference_id: trade.number,
  amount_total: trade.total,
  amount_subtotal: trade.total,
  currency: trade.currency.toLowerCase(),
  payment_intent: trade.transaction_id,
  metadata: { number: trade.number },
  expires_at: unix(trade.expires_at),
  success_url: trade.return_url,
  cancel_url: trade.return_url,
  livemode: false,
  url: statuses[trade.state] === 'open' && cashier ? cashier : null,
})

export const refundObject = (refund: RefundRow, trade: TradeRow) => ({
  id: refund.refund_id,
  object: 'refund',
  amount: refund.amount,
  currency: trade.currency.toLowerCase(),
  payment_intent: trade.transaction_id,
  status: refund.state === 'SUCCESS' ? 'succeeded' : 'pending',
  metadata: { number: refund.number, payment: trade.number },
  created: unix(refund.created_at),
})

/** What Stripe keeps of a dispute, whoever wins it. */
const disputeFee = 1_500
/** How long evidence is taken. */
const answerWithin = { hours: 7 * 24 }

/** A dispute as its notifications tell it: the money is taken when it is opened, and comes back when it is won. */
export function disputeObject(dispute: DisputeRow, trade: TradeRow): object {
  const { id, amount, reason, state, opened_at, decided_at } = dispute
  const currency = trade.currency.toLowerCase()
  const taken = { amount: -amount, fee: disputeFee, net: -amount - disputeFee, created: unix(opened_at) }
  const returned = { amount, fee: 0, net: amount, created: unix(decided_at ?? opened_at) }
  return {
    id,
    object: 'dispute',
    amount,
    currency,
    charge: trade.transaction_id?.replace('pi_', 'ch_'),
    payment_intent: trade.transaction_id,
    reason,
    status: state,
    evidence_details: { due_by: unix(Temporal.Instant.from(opened_at).add(answerWithin)), has_evidence: false },
    balance_transactions: (state === 'won' ? [taken, returned] : [taken]).map((each, index) => ({
      id: `txn_${id}${index}`,
      object: 'balance_transaction',
      type: 'adjustment',
      currency,
      ...each,
    })),
    metadata: {},
    livemode: false,
    created: unix(opened_at),
  }
}

export const listObject = <Row extends object>(rows: readonly Row[], url: string, more = false) => ({
  object: 'list',
  url,
  has_more: more,
  data: rows,
})
