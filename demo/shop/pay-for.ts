import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { checkPayment, startPayment } from '#sales/orders'
import { openAttemptOf } from '#sales/payments'
import type { Stage } from './stage.ts'

/** The buyer pays an order at the sandbox gateway. */
export async function payFor(stage: Stage, buyer: Context, orderId: OrderId): Promise<void> {
  await startPayment(buyer, { orderId })
  const attempt = await openAttemptOf(buyer, orderId)
  await stage.payAtCashier(attempt!.number)
  await checkPayment(buyer, orderId)
}
