import type { Replacement } from '../support/replace-on-load.ts'

/** Bugs that we plant to see that they are found. */
export const plants: Readonly<Record<string, Replacement>> = {
  'a cancelled order keeps its goods': {
    file: 'modules/sales/orders/cancel-order.ts',
    find: '  await releaseStock(tx, { holder: order.id })\n',
    replace: '',
  },
  'money for an old price counts': {
    file: 'modules/sales/orders/take-payment.ts',
    find: '  if (payment && payment.amount.minor !== order.total.minor) return refundSurplus(tx, paymentId)\n',
    replace: '',
  },
}
