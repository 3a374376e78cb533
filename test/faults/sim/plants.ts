import type { Replacement } from '../support/replace-on-load.ts'

/** Bugs that we plant to see that they are found. */
export const plants: Readonly<Record<string, Replacement>> = {
  'a cancelled order keeps its goods': {
    file: 'modules/sales/orders/cancel-order.ts',
    find: '  await releaseStock(tx, { holder: order.id })\n',
    replace: '',
  },
  'the buyer is told the old price': {
    file: 'modules/sales/orders/bargain.ts',
    find: 'amount: after.total',
    replace: 'amount: before.total',
  },
}
