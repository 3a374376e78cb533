import { type Money, percentOf } from '#kernel/money'
import { postAll } from '#office/ledger'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { ProviderPayment } from '#platform/payments'
import { readSettings } from '#platform/settings'
import { isOnline, type Payment, type PaymentShare, type PaymentStatus, pays } from './model.ts'
import { amountText, fits } from './payment.ts'
import { isRefTaken, paymentByNumber, paymentsOf, tryAdvancePayment } from './payment-store.ts'
import { feeSettingOf, paymentSettings } from './settings.ts'
import { lockWithRivals, noteFee, sharesOf } from './share-store.ts'
import { refundSurplus } from './surplus.ts'

/**
 * Takes what a provider says of an attempt, whoever asked and in whatever order it comes: a notification, our question, the return page.
 * The first success counts and is booked; a repeat changes nothing; a success beside another one is surplus and goes back;
 * an amount that does not fit pays nothing and is shown to staff.
 */
export async function settlePayment(tx: Tx, told: ProviderPayment): Promise<PaymentStatus> {
  const { id } = await paymentByNumber(tx, told.number)
  await lockWithRivals(tx, id)
  const payment = await paymentByNumber(tx, told.number)
  const settled = await settle(tx, payment, told)
  return (settled ?? payment).status
}

async function settle(tx: Tx, payment: Payment, told: ProviderPayment): Promise<Payment | undefined> {
  switch (told.state) {
    case 'pending':
      return tryAdvancePayment(tx, payment.id, 'open')
    case 'not_found':
      return undefined
    case 'closed':
      return tryAdvancePayment(tx, payment.id, 'close')
    case 'failed':
      return fail(tx, payment)
    case 'succeeded':
      return fits(payment, told) && !(await isRefTaken(tx, payment, told.providerRef!))
        ? capture(tx, payment, told)
        : doubt(tx, payment, told)
  }
}

async function fail(tx: Tx, payment: Payment): Promise<Payment | undefined> {
  const failed = await tryAdvancePayment(tx, payment.id, 'fail')
  if (failed) await eachShare(tx, failed, (there, share) => tell(there, 'payment.failed', failed, share))
  return failed
}

async function capture(tx: Tx, payment: Payment, told: ProviderPayment): Promise<Payment | undefined> {
  const captured = await tryAdvancePayment(tx, payment.id, 'capture', {
    captured_minor: payment.amount.minor,
    provider_ref: told.providerRef!,
    paid_at: told.paidAt ?? tx.now,
  })
  if (captured) await eachShare(tx, captured, (there, share) => takeShare(there, captured, share))
  return captured
}

/** In the books of the share's shop; an order that other money has paid already gets this back. */
async function takeShare(tx: Tx, payment: Payment, share: PaymentShare): Promise<void> {
  const fee = await feeOf(tx, payment, share)
  await noteFee(tx, payment.id, fee)
  const booking = { causeId: payment.id, effectiveAt: payment.paidAt ?? tx.now }
  await postAll(tx, [
    { ...booking, debit: 'provider_clearing', credit: 'customer_deposits', amount: share.amount, cause: 'payment' },
    // What the provider will keep, as agreed; its bill corrects it.
    { ...booking, debit: 'payment_fees', credit: 'provider_fees_due', amount: fee, cause: 'payment_fee' },
  ])
  const isPaid = (await paymentsOf(tx, share.orderId)).some((each) => each.id !== payment.id && pays(each))
  if (isPaid) await refundSurplus(tx, payment.id)
  else await tell(tx, 'payment.succeeded', payment, share)
}

/** What the provider is expected to keep. */
async function feeOf(tx: Tx, { method }: Payment, { amount }: PaymentShare): Promise<Money> {
  const settings = await readSettings(tx, paymentSettings)
  return percentOf(amount, isOnline(method) ? settings[feeSettingOf[method]] : 0)
}

async function doubt(tx: Tx, payment: Payment, told: ProviderPayment): Promise<Payment | undefined> {
  const doubted = await tryAdvancePayment(tx, payment.id, 'doubt')
  if (!doubted) return undefined
  const data = { number: payment.number, expected: amountText(payment.amount), actual: amountText(told.amount) }
  await eachShare(tx, doubted, async (there, share) => {
    await tell(there, 'payment.mismatch', doubted, share, data)
    await notify(there, {
      permission: 'payments.read',
      kind: 'payment.mismatch',
      subject: 'order',
      subjectId: share.orderId,
      data,
      dedupeKey: `payment.mismatch:${payment.id}`,
    })
  })
  return doubted
}

/** Does the same for every order that a payment is for, each in its own shop. */
async function eachShare(
  tx: Tx,
  payment: Payment,
  act: (there: Tx, share: PaymentShare) => Promise<void>,
): Promise<void> {
  for (const share of await sharesOf(tx, payment)) await act({ ...tx, shopId: share.shopId }, share)
}

const tell = (
  tx: Tx,
  type: string,
  payment: Payment,
  { orderId, amount }: PaymentShare,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  publish(tx, {
    type,
    aggregate: 'payment',
    id: payment.id,
    data: { orderId, paymentId: payment.id, amount, ...more },
  })
