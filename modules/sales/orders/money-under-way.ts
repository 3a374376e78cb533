import type { Context, Tx } from '#platform/context'
import { closeAttempt, openAttemptOf, paymentsOf, paymentUnconfirmed, pays } from '#sales/payments'
import type { OrderId } from './model.ts'
import { paymentArriving } from './order.ts'

/** Makes sure that no payment opened for the old amount brings money any more. @throws paymentArriving, paymentUnconfirmed */
export async function closeOpen(ctx: Context, orderId: OrderId): Promise<void> {
  const attempt = await closeAttempt(ctx, orderId)
  if (attempt === 'paid') throw paymentArriving({ orderId })
  if (attempt === 'unknown') throw paymentUnconfirmed({ orderId })
}

/** An order that counts as unpaid may have been paid a moment ago and not have heard of it. @throws paymentArriving, paymentUnconfirmed */
export async function mustHaveNoMoneyUnderWay(tx: Tx, orderId: OrderId): Promise<void> {
  if ((await paymentsOf(tx, orderId)).some(pays)) throw paymentArriving({ orderId })
  if (await openAttemptOf(tx, orderId)) throw paymentUnconfirmed({ orderId })
}
