import { isRefusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { isOutcomeUnknown, providerDeclined } from '#platform/payments'
import { gatewayOf, knownAs } from './gateway-of.ts'
import { inShopOf } from './payment.ts'
import { paymentsOf } from './payment-store.ts'
import { loadRefund } from './refund-store.ts'
import { settleRefund } from './send-refund.ts'
import { settlePayment } from './settle-payment.ts'

/** Asks the provider about a payment and takes its answer. True when it says, and we now say, that the money has come. */
export async function paymentConfirmed(ctx: Context, orderId: string, number: string): Promise<boolean> {
  const payment = (await paymentsOf(ctx, orderId)).find((each) => each.number === number)
  if (!payment) return false
  const told = await answered((await gatewayOf(ctx, payment)).query(knownAs(payment)))
  if (!told) return false
  const status = await transaction(inShopOf(ctx, payment), (tx) => settlePayment(tx, told))
  return told.state === 'succeeded' && status === 'succeeded'
}

/** The same of a refund: true when the money is back with the buyer. */
export async function refundConfirmed(ctx: Context, number: string): Promise<boolean> {
  const refund = await loadRefund(ctx, { number })
  const payment = (await paymentsOf(ctx, refund.orderId)).find((each) => each.id === refund.paymentId)!
  const told = await answered((await gatewayOf(ctx, payment)).queryRefund(number, knownAs(payment)))
  if (!told) return false
  const status = await transaction(inShopOf(ctx, { shopId: ctx.shopId }), (tx) => settleRefund(tx, told))
  return told.state === 'succeeded' && status === 'succeeded'
}

async function answered<Answer>(question: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await question
  } catch (error) {
    if (isOutcomeUnknown(error) || isRefusal(error, providerDeclined)) return undefined
    throw error
  }
}
