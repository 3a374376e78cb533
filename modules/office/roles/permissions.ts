/** Everything that a member of staff may be allowed to do. A route names one of these; the console hides nothing, it disables and says why. */
export const permissions = [
  'products.read',
  'products.write',
  'products.list',
  'products.review',
  'prices.change',
  'costs.read',
  'imports.run',
  'products.import',
  'orders.import',
  'customers.import',
  'exports.run',
  'stock.read',
  'stock.adjust',
  'outbound.read',
  'outbound.pick',
  'outbound.pack',
  'outbound.hand_over',
  'freight.change',
  'orders.read',
  'orders.review',
  'orders.change',
  'orders.cancel',
  'orders.bargain',
  'orders.rules',
  'vouchers.redeem',
  'customers.read',
  'customers.reveal',
  'reductions.change',
  'pages.change',
  'pages.publish',
  'aftersales.read',
  'aftersales.decide',
  'aftersales.grade',
  'reviews.read',
  'reviews.answer',
  'payments.read',
  'payments.settle',
  'ledger.read',
  'settings.read',
  'settings.change',
  'staff.manage',
  'keys.manage',
  'webhooks.manage',
  'messages.read',
  'notices.read',
  'audit.read',
  'jobs.manage',
] as const

export type Permission = (typeof permissions)[number]

/** Whether a permission is about what lies or is done in a warehouse: only these are limited when a role is given for chosen warehouses. */
export const isOfWarehouses = (permission: string): boolean => /^(stock|outbound)\./.test(permission)

/** Whether a permission lets somebody see data of customers, masked or not: these wait for the promise of confidentiality. */
export const showsCustomers = (permission: string): boolean =>
  /^(orders|customers|outbound|aftersales|messages|exports)\./.test(permission)
