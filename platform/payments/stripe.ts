import type { Stripe } from 'stripe'
import { money, sum } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import { noticeForged, providerDeclined } from './errors.ts'
import type {
  KnownPayment,
  OpenRequest,
  PaymentGateway,
  ProviderDispute,
  ProviderDisputeState,
  ProviderNotice,
  ProviderPayment,
  ProviderRefund,
  ProviderRefundState,
  RawNotice,
  RefundRequest,
} from './index.ts'
import { shortened } from './messages.ts'
import { type AskStripe, idempotencyConflict, type StripeConfig, stripeClient } from './stripe-client.ts'

type Session = Stripe.Checkout.Session
type Refund = Stripe.Refund

const json = (status: number, received: boolean) => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify({ received }),
})

/**
 * Cards (and what else the account offers) through Stripe Checkout. Stripe names things itself: a payment is known by its
 * session, money that has moved by its payment intent; our numbers travel as metadata and as idempotency keys.
 * Source: docs.stripe.com, Checkout Session, Refund, webhooks.
 */
export function stripePayments(config: StripeConfig): PaymentGateway {
  const { ask, stripe } = stripeClient(config)
  return {
    provider: 'stripe',
    receipts: { accepted: json(200, true), refused: json(400, false) },
    create: (request) => openSession(ask, request),
    query: (payment) => querySession(ask, payment),
    close: (payment) => expireSession(ask, payment),
    refund: (request) => sendRefund(ask, request),
    queryRefund: (number, payment) => findRefund(ask, number, payment),
    bill: (day) => listBill(ask, day),
    parseNotice: async (notice) => parseEvent(await stripe(), config, notice),
  }
}

async function openSession(ask: AskStripe, request: OpenRequest): Promise<{ payUrl: string; handle: string }> {
  const session = await ask((stripe) =>
    stripe.checkout.sessions.create(opening(request), { idempotencyKey: `open:${request.number}` }),
  ).catch(async (error: unknown) => {
    if (!isRefusal(error, providerDeclined) || error.details.providerCode !== idempotencyConflict) throw error
    // The buyer came again in another language or a little later: the session opened first is the one.
    const first = await newestSession(ask, request.number)
    if (!first) throw error
    return first
  })
  if (!session.url)
    throw providerDeclined({ provider: 'stripe', providerCode: `session_${session.status}`, providerMessage: '' })
  return { payUrl: session.url, handle: session.id }
}

/** Stripe keeps a session open for half an hour at least; ours ends earlier, by `close`. */
const shortestLife = { minutes: 31 }

const opening = ({
  number,
  amount,
  description,
  expiresAt,
  returnUrl,
}: OpenRequest): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  client_reference_id: number,
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: amount.currency.toLowerCase(),
        unit_amount: amount.minor,
        product_data: { name: shortened(description, 250) },
      },
    },
  ],
  metadata: { number },
  payment_intent_data: { metadata: { number } },
  expires_at: seconds(expiresAt.add(shortestLife)),
  success_url: returnUrl,
  cancel_url: returnUrl,
})

const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000)

async function querySession(ask: AskStripe, payment: KnownPayment): Promise<ProviderPayment> {
  const session = await sessionOf(ask, payment)
  return session ? toPayment(session) : { number: payment.number, state: 'not_found' }
}

async function expireSession(ask: AskStripe, payment: KnownPayment): Promise<void> {
  const session = await sessionOf(ask, payment)
  if (!session || session.status === 'expired') return
  if (session.status === 'complete')
    throw providerDeclined({ provider: 'stripe', providerCode: 'session_complete', providerMessage: '' })
  await ask((stripe) => stripe.checkout.sessions.expire(session.id))
}

/** By its id; when the answer that carried it was lost, among those opened since. */
const sessionOf = (ask: AskStripe, { handle, number, openedAt }: KnownPayment): Promise<Session | undefined> =>
  handle ? ask((stripe) => stripe.checkout.sessions.retrieve(handle)) : newestSession(ask, number, openedAt)

const mostLookedThrough = 1_000

function newestSession(ask: AskStripe, number: string, since?: Temporal.Instant): Promise<Session | undefined> {
  const created = since && { gte: seconds(since) - 60 }
  return ask(async (stripe) => {
    let looked = 0
    for await (const session of stripe.checkout.sessions.list({ limit: 100, created })) {
      if (session.client_reference_id === number) return session
      looked += 1
      if (looked === mostLookedThrough) return undefined
    }
    return undefined
  })
}

function toPayment(session: Session): ProviderPayment {
  const number = session.client_reference_id ?? ''
  const amount = money(session.amount_total ?? 0, (session.currency ?? '').toUpperCase())
  if (session.payment_status === 'paid')
    return { number, state: 'succeeded', amount, providerRef: idOf(session.payment_intent) }
  return { number, amount, state: session.status === 'expired' ? 'closed' : 'pending' }
}

async function sendRefund(ask: AskStripe, { number, payment, amount, reason }: RefundRequest): Promise<ProviderRefund> {
  const refund = await ask((stripe) =>
    stripe.refunds.create(
      {
        payment_intent: payment.providerRef ?? '',
        amount: amount.minor,
        metadata: { number, payment: payment.number, reason: shortened(reason, 200) },
      },
      { idempotencyKey: `refund:${number}` },
    ),
  )
  return toRefund(refund)
}

async function findRefund(ask: AskStripe, number: string, payment: KnownPayment): Promise<ProviderRefund> {
  const found = await ask(async (stripe) => {
    for await (const refund of stripe.refunds.list({ payment_intent: payment.providerRef ?? '', limit: 100 }))
      if (refund.metadata?.number === number) return refund
    return undefined
  })
  return found ? toRefund(found) : { number, paymentNumber: payment.number, state: 'not_found' }
}

/** Stripe makes no bill: the day's balance transactions with their sources are one. */
async function listBill(ask: AskStripe, day: Temporal.PlainDate): Promise<Buffer | undefined> {
  const startOf = (date: Temporal.PlainDate): number => seconds(date.toZonedDateTime('Asia/Shanghai').toInstant())
  const created = { gte: startOf(day), lt: startOf(day.add({ days: 1 })) }
  const data = await ask(async (stripe) => {
    const listed: Stripe.BalanceTransaction[] = []
    for await (const each of stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] }))
      listed.push(each)
    return listed
  })
  return data.length > 0 ? Buffer.from(JSON.stringify({ data })) : undefined
}

const refundStates: Readonly<Record<string, ProviderRefundState>> = {
  succeeded: 'succeeded',
  pending: 'processing',
  requires_action: 'processing',
  failed: 'failed',
  canceled: 'closed',
}

const toRefund = (refund: Refund): ProviderRefund => ({
  number: refund.metadata?.number ?? '',
  paymentNumber: refund.metadata?.payment ?? '',
  state: refundStates[refund.status ?? ''] ?? 'processing',
  providerRef: refund.id,
  amount: money(refund.amount, refund.currency.toUpperCase()),
})

const idOf = (linked: string | { readonly id: string } | null): string | undefined =>
  typeof linked === 'string' ? linked : linked?.id

/** Source: docs.stripe.com, webhooks: five minutes between signing and arrival. */
const toleranceSeconds = 300

function parseEvent(stripe: Stripe, { webhookSecret }: StripeConfig, notice: RawNotice): ProviderNotice | undefined {
  const header = notice.headers['stripe-signature']
  if (typeof header !== 'string') throw noticeForged({ reason: 'headers_missing' })
  const at = notice.receivedAt.epochMilliseconds
  const body = notice.body.toString('utf8') // of bytes the SDK would drop a byte order mark before it verifies
  const event = readEvent(() =>
    stripe.webhooks.constructEvent(body, header, webhookSecret, toleranceSeconds, undefined, at),
  )
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return { eventId: event.id, about: { payment: withTime(toPayment(event.data.object), event.created) } }
    case 'checkout.session.async_payment_failed':
      return { eventId: event.id, about: { payment: { ...toPayment(event.data.object), state: 'failed' } } }
    case 'refund.updated':
    case 'refund.failed':
      return event.data.object.metadata?.number
        ? { eventId: event.id, about: { refund: toRefund(event.data.object) } }
        : undefined
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
    case 'charge.dispute.closed':
      return { eventId: event.id, about: { dispute: toDispute(event.data.object) } }
    default:
      return undefined
  }
}

/** Source: docs.stripe.com, Dispute object, `status`. An inquiry takes no money; everything else has taken it already. */
const disputeStates: Readonly<Record<string, ProviderDisputeState>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'dropped',
  prevented: 'dropped',
  won: 'won',
  lost: 'lost',
}

function toDispute(dispute: Stripe.Dispute): ProviderDispute {
  const currency = dispute.currency.toUpperCase()
  const { due_by: dueBy } = dispute.evidence_details
  return {
    providerRef: dispute.id,
    paymentRef: idOf(dispute.payment_intent) ?? '',
    state: disputeStates[dispute.status] ?? 'open',
    amount: money(dispute.amount, currency),
    fee: sum(
      dispute.balance_transactions.map(({ fee }) => money(fee, currency)),
      currency,
    ),
    reason: dispute.reason,
    ...(dueBy && { answerBy: Temporal.Instant.fromEpochMilliseconds(dueBy * 1000) }),
  }
}

const withTime = (payment: ProviderPayment, created: number): ProviderPayment =>
  payment.state === 'succeeded'
    ? { ...payment, paidAt: Temporal.Instant.fromEpochMilliseconds(created * 1000) }
    : payment

function readEvent(read: () => Stripe.Event): Stripe.Event {
  try {
    return read()
  } catch (error) {
    const { type, message } = error as { readonly type?: string; readonly message: string }
    if (type !== 'StripeSignatureVerificationError') throw noticeForged({ reason: 'form' })
    throw noticeForged({ reason: message.includes('tolerance') ? 'stale' : 'signature' })
  }
}
