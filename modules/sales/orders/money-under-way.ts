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

/** A success that was booked while we waited for the lock: the event of an order that counts as unpaid is on its way. @throws paymentArriving */
export async function mustHaveHeard(tx: Tx, orderId: OrderId): Promise<void> {
  if ((await paymentsOf(tx, orderId)).some(pays)) throw paymentArriving({ orderId })
}

/** Neither booked money nor an open payment is about to reach an order that counts as unpaid. @throws paymentArriving, paymentUnconfirmed */
export async function mustHaveNoMoneyUnderWay(tx: Tx, orderId: OrderId): Promise<void> {
  await mustHaveHeard(tx, orderId)
  if (await openAttemptOf(tx, orderId)) throw paymentUnconfirmed({ orderId })
}
