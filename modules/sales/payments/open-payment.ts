import { type Money, sameMoney, sum } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { isOutcomeUnknown, type PaymentProviders, ProviderBusy, providerDeclined } from '#platform/payments'
import { type Answered, askProvider, closeAtProvider } from './ask-provider.ts'
import { gatewayOf, notifyUrl } from './gateway-of.ts'
import { offeredDesks } from './methods.ts'
import { type OrderPayment, openStatuses, type Payment, type PaymentMethod, type PaymentShare, pays } from './model.ts'
import { inShopOf, methodNotOffered, paidAlready, paymentUnconfirmed, providerBusy, withoutRepeat } from './payment.ts'
import { insertPayment, paymentByNumber, paymentsOf, tryAdvancePayment } from './payment-store.ts'
import { sharesOf } from './share-store.ts'

/** What is to be paid, as the room that owns the debt says with its row locked. */
export interface Payable {
  /** The debts paid together: one order in each shop, of one currency. */
  readonly shares: readonly PaymentShare[]
  /** Shown on the provider's page. */
  readonly description: string
  readonly payBy: Temporal.Instant
}

export interface OpenPayment {
  readonly orderId: string
  /** Locks the debts and says what is due, or refuses. */
  readonly payable: (tx: Tx) => Promise<Payable>
  /** How the buyer wants to pay; unless said, as the open attempt does, or else by the shop's first method. */
  readonly method?: PaymentMethod
  /** Where the provider's page sends the buyer back. */
  readonly returnUrl: string
  readonly buyerIp?: string
}

export interface OpenedPayment {
  readonly payUrl: string
  readonly number: string
}

interface Attempt extends Payable {
  readonly payment: Pick<Payment, 'id' | 'shopId' | 'orderId' | 'number' | 'status' | 'provider' | 'accountId'>
  readonly amount: Money
  /** Nobody has asked the provider for it yet. */
  readonly isNew: boolean
  /** It was opened for other debts than those due now, or another method: it must end before another one begins. */
  readonly isStale: boolean
  readonly expires: string
}

/**
 * Opens the one attempt to pay an order, or orders of several shops together, or the same one again: a second click gets the same number, and the provider opens nothing new.
 * Our number is committed before the provider hears of it, so a notification may arrive before its answer.
 *
 * @throws paidAlready
 * @throws methodNotOffered when the shop does not offer the method for this amount
 * @throws providerBusy when the provider was not even asked: another method may be tried at once
 * @throws paymentUnconfirmed when the provider did not answer: asking, not another attempt, settles what it did
 * @throws providerDeclined when it said no; another try gets a new number
 */
export async function openPayment(ctx: Context, input: OpenPayment): Promise<OpenedPayment> {
  const attempt = await transaction(ctx, (tx) => claimAttempt(tx, ctx.outside.payments, input))
  const rest = withoutRepeat(ctx)
  return (await isOver(rest, attempt)) ? openPayment(rest, input) : openAtProvider(rest, attempt, input)
}

async function isOver(ctx: Context, attempt: Attempt): Promise<boolean> {
  if (attempt.isStale) return ended(attempt, await closeAtProvider(ctx, await asItStands(ctx, attempt)))
  return attempt.payment.status === 'unknown' && ended(attempt, await askProvider(ctx, await asItStands(ctx, attempt)))
}

/** An attempt claimed under the caller's key may be a memory of it. */
const asItStands = (ctx: Context, { payment }: Attempt): Promise<Payment> =>
  paymentByNumber(inShopOf(ctx, payment), payment.number)

async function claimAttempt(tx: Tx, providers: PaymentProviders, input: OpenPayment): Promise<Attempt> {
  const due = await input.payable(tx)
  const open = await openAttemptFor(tx, due.shares)
  const payment = open ?? (await openNew(tx, providers, input, due))
  const isOther = input.method !== undefined && payment.method !== input.method
  const isStale = open !== undefined && (isOther || !(await coversJust(tx, open, due.shares)))
  const amounts = due.shares.map((share) => share.amount)
  return {
    ...due,
    payment,
    amount: sum(amounts, amounts[0]!.currency),
    isNew: open === undefined,
    isStale,
    expires: due.payBy.toString(),
  }
}

/** Money for several shops goes through the installation's account: it belongs to none of them alone. */
async function openNew(
  tx: Tx,
  providers: PaymentProviders,
  { orderId, method: wanted }: OpenPayment,
  { shares, payBy }: Payable,
): Promise<Payment> {
  const amounts = shares.map((share) => share.amount)
  const offered = await offeredDesks(tx, providers, sum(amounts, amounts[0]!.currency))
  const usable = offered.filter(({ accountId }) => shares.length === 1 || accountId === null)
  const chosen = usable.find(({ method }) => wanted === undefined || method === wanted)
  if (!chosen) throw methodNotOffered({ field: 'method', method: wanted ?? '' })
  return insertPayment(tx, { orderId, ...chosen, shares, expiresAt: payBy })
}

/** The open attempt of any of these orders. @throws paidAlready when money for one of them has come */
async function openAttemptFor(tx: Tx, shares: readonly PaymentShare[]): Promise<OrderPayment | undefined> {
  const attempts: OrderPayment[] = []
  for (const { shopId, orderId } of shares) attempts.push(...(await paymentsOf({ ...tx, shopId }, orderId)))
  const paid = attempts.find(pays)
  if (paid) throw paidAlready({ orderId: paid.orderId })
  return attempts.find((each) => openStatuses.some((open) => open === each.status))
}

async function coversJust(tx: Tx, open: OrderPayment, due: readonly PaymentShare[]): Promise<boolean> {
  const shares = await sharesOf(tx, open)
  return (
    shares.length === due.length &&
    shares.every(({ orderId, amount }) =>
      due.some((each) => each.orderId === orderId && sameMoney(each.amount, amount)),
    )
  )
}

/** A call without an answer may have opened the payment, and the buyer may have paid it: what has ended is looked at anew. */
function ended({ payment }: Attempt, status: Answered): boolean {
  if (status === 'unanswered') throw paymentUnconfirmed({ orderId: payment.orderId })
  return !openStatuses.some((open) => open === status)
}

async function openAtProvider(ctx: Context, attempt: Attempt, input: OpenPayment): Promise<OpenedPayment> {
  const { payment } = attempt
  try {
    const gateway = await gatewayOf(ctx, payment)
    const { payUrl, handle } = await gateway.create({
      number: payment.number,
      amount: attempt.amount,
      description: attempt.description,
      expiresAt: Temporal.Instant.from(attempt.expires),
      notifyUrl: notifyUrl(ctx, payment),
      returnUrl: input.returnUrl,
      buyerIp: input.buyerIp,
    })
    await transaction(inShopOf(ctx, payment), (tx) =>
      tryAdvancePayment(tx, payment.id, 'open', { pay_url: payUrl, ...(handle && { handle }) }),
    )
    await mustStillStand(ctx, attempt)
    return { payUrl, number: payment.number }
  } catch (error) {
    throw await afterFailedOpening(ctx, attempt, error)
  }
}

/** It may have been given up while the provider opened it: then it is closed there too, and nobody is sent to pay it. @throws paymentUnconfirmed */
async function mustStillStand(ctx: Context, attempt: Attempt): Promise<void> {
  const stands = await asItStands(ctx, attempt)
  if (stands.status !== 'closed' && stands.status !== 'failed') return
  await closeAtProvider(ctx, stands)
  throw paymentUnconfirmed({ orderId: stands.orderId })
}

/** A declined opening is asked about too: "paid already" is a no that means yes. */
async function afterFailedOpening(ctx: Context, attempt: Attempt, error: unknown): Promise<unknown> {
  const { payment } = attempt
  const { orderId } = payment
  if (error instanceof ProviderBusy && attempt.isNew && (await asItStands(ctx, attempt)).status === 'created') {
    await transaction(inShopOf(ctx, payment), (tx) => tryAdvancePayment(tx, payment.id, 'fail'))
    return providerBusy({ orderId })
  }
  if (isOutcomeUnknown(error)) {
    await transaction(inShopOf(ctx, payment), (tx) => tryAdvancePayment(tx, payment.id, 'lose'))
    return paymentUnconfirmed({ orderId })
  }
  if (!isRefusal(error, providerDeclined)) return error
  const told = await askProvider(ctx, await asItStands(ctx, attempt))
  if (told === 'succeeded') return paidAlready({ orderId })
  if (told === 'unanswered' && !attempt.isNew) return paymentUnconfirmed({ orderId }) // it was open before, and may be paid
  await transaction(inShopOf(ctx, payment), (tx) => tryAdvancePayment(tx, payment.id, 'fail'))
  return error
}
