import { allocate, type Money } from '#kernel/money'
import { postAll, type Transfer } from '#office/ledger'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { ProviderDispute, ProviderDisputeState } from '#platform/payments'
import { insertDispute, loadDispute, tryAdvanceDispute } from './dispute-store.ts'
import type { Dispute, DisputeStep, Payment, PaymentShare } from './model.ts'
import { amountText } from './payment.ts'
import { sharesOf } from './share-store.ts'

/**
 * Takes what a provider says of a dispute, in whatever order and however often. Money that the bank takes back leaves what the provider
 * holds for us when it is taken, comes back when the dispute is won, and is a cost when it is lost; each order bears its part of it in its own shop.
 */
export async function settleDispute(tx: Tx, payment: Payment, told: ProviderDispute): Promise<string> {
  const shares = await sharesOf(tx, payment)
  const weights = shares.map(({ amount }) => amount.minor)
  const [amounts, fees] = [allocate(told.amount, weights), allocate(told.fee, weights)]
  for (const [index, share] of shares.entries())
    if (amounts[index]!.minor > 0)
      await settlePart({ ...tx, shopId: share.shopId }, payment, share, {
        ...told,
        amount: amounts[index]!,
        fee: fees[index]!,
      })
  return `dispute ${told.state}`
}

const stepTo: Readonly<Partial<Record<ProviderDisputeState, DisputeStep>>> = {
  open: 'withdraw',
  won: 'win',
  lost: 'lose',
  dropped: 'drop',
}

async function settlePart(tx: Tx, payment: Payment, { orderId }: PaymentShare, told: ProviderDispute): Promise<void> {
  const { provider, id: paymentId } = payment
  const { providerRef, amount, reason, answerBy = null } = told
  const heard = await insertDispute(tx, { orderId, paymentId, provider, providerRef, amount, reason, answerBy })
  const dispute = heard ?? (await loadDispute(tx, { provider, providerRef }))
  const step = stepTo[told.state]
  const advanced = step && (await tryAdvanceDispute(tx, dispute.id, step))
  const now = advanced ?? dispute
  await postAll(tx, bookings(now, told.fee))
  if (heard) await tellOpened(tx, now, payment)
  if (advanced?.closedAt) await tellClosed(tx, advanced, payment)
}

/** All that a dispute has moved so far: posting what is booked already changes nothing. */
function bookings({ id: causeId, status, amount }: Dispute, fee: Money): Transfer[] {
  if (status === 'inquiry' || status === 'dropped') return []
  const taken = { debit: 'money_in_dispute', credit: 'provider_clearing', amount, cause: 'dispute', causeId } as const
  const kept = {
    debit: 'payment_fees',
    credit: 'provider_clearing',
    amount: fee,
    cause: 'dispute_fee',
    causeId,
  } as const
  const ends: Readonly<Partial<Record<Dispute['status'], Transfer>>> = {
    won: { debit: 'provider_clearing', credit: 'money_in_dispute', amount, cause: 'dispute_won', causeId },
    lost: { debit: 'chargebacks', credit: 'money_in_dispute', amount, cause: 'dispute_lost', causeId },
  }
  const end = ends[status]
  return [taken, ...(fee.minor > 0 ? [kept] : []), ...(end ? [end] : [])]
}

async function tellOpened(tx: Tx, dispute: Dispute, { number }: Payment): Promise<void> {
  const { id, orderId, amount, reason, answerBy } = dispute
  await tell(tx, 'dispute.opened', dispute)
  await notify(tx, {
    permission: 'payments.read',
    kind: 'payment.disputed',
    subject: 'order',
    subjectId: orderId,
    data: { number, amount: amountText(amount), reason, until: answerBy?.toString().slice(0, 10) ?? '—' },
    dedupeKey: `payment.disputed:${id}`,
  })
}

async function tellClosed(tx: Tx, dispute: Dispute, { number }: Payment): Promise<void> {
  const { id, orderId, amount, status } = dispute
  await tell(tx, 'dispute.closed', dispute)
  await notify(tx, {
    permission: 'payments.read',
    kind: `payment.dispute_${status}`,
    subject: 'order',
    subjectId: orderId,
    data: { number, amount: amountText(amount) },
    dedupeKey: `payment.dispute_${status}:${id}`,
  })
}

const tell = (tx: Tx, type: string, { id, orderId, paymentId, status, amount, reason }: Dispute): Promise<void> =>
  publish(tx, { type, aggregate: 'dispute', id, data: { orderId, paymentId, disputeId: id, status, amount, reason } })
