import type { Replacement } from '../support/replace-on-load.ts'

/** Bugs that we plant to see that they are found. */
export const plants: Readonly<Record<string, Replacement>> = {
  'a cancelled order keeps its goods': {
    file: 'modules/sales/orders/cancel-order.ts',
    find: '  await releaseStock(tx, { holder: order.id })\n',
    replace: '',
  },
}
