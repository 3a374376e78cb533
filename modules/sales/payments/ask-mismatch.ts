import { refusal } from '#kernel/refusal'
import type { Context, ShopId } from '#platform/context'
import type { AcceptMismatch } from './accept-mismatch.ts'
import { answerOf } from './ask-provider.ts'
import { gatewayOf, knownAs } from './gateway-of.ts'
import { paymentUnconfirmed } from './payment.ts'
import { paymentsOf } from './payment-store.ts'

export const noMismatch = refusal(
  'conflict',
  'payments.no_mismatch',
  (d: { orderId: string }) => `no payment of order ${d.orderId} waits for somebody to decide`,
)
export const mismatchForeign = refusal(
  'conflict',
  'payments.mismatch_foreign',
  (d: { number: string; currency: string }) => `payment ${d.number} came in ${d.currency}`,
)

/**
 * What really came in the payment of an order whose amount does not match, as the provider says now, and the shop it was opened in.
 *
 * @throws noMismatch, paymentUnconfirmed while the provider does not say that money came
 * @throws mismatchForeign for money in another currency: it goes back at the provider
 */
export async function askMismatch(
  ctx: Context,
  orderId: string,
): Promise<AcceptMismatch & { readonly shopId: ShopId }> {
  const payment = (await paymentsOf(ctx, orderId)).find(({ status }) => status === 'mismatch')
  if (!payment) throw noMismatch({ orderId })
  const { number, shopId, whole } = payment
  const gateway = await gatewayOf(ctx, payment)
  const told = await answerOf(gateway.query(knownAs(payment)))
  if (told?.state !== 'succeeded' || !told.amount || !told.providerRef) throw paymentUnconfirmed({ orderId })
  if (told.amount.currency !== whole.currency) throw mismatchForeign({ number, currency: told.amount.currency })
  return { number, shopId, actual: told.amount, providerRef: told.providerRef, paidAt: told.paidAt ?? ctx.now }
}
