export { type PermissionFloor, permissionFloors, permissionWords } from './permission-words.ts'
export { roleTemplates } from './role-templates.ts'
export { rolesText } from './text.ts'

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

const reading: Permission[] = [
  'products.read',
  'stock.read',
  'orders.read',
  'outbound.read',
  'aftersales.read',
  'notices.read',
  'exports.run',
]

/** The roles a shop starts with. Source: Appendix A of the requirements, cut to the rooms that exist. */
export const presetRoles = {
  owner: [...permissions],
  ops: [
    ...reading,
    'products.list',
    'products.review',
    'prices.change',
    'orders.review',
    'orders.change',
    'orders.cancel',
    'orders.bargain',
    'customers.read',
    'reductions.change',
    'reviews.read',
    'reviews.answer',
    'pages.change',
    'pages.publish',
    'freight.change',
    'settings.read',
    'settings.change',
    'messages.read',
    'audit.read',
    'jobs.manage',
    'webhooks.manage',
    'imports.run',
    'products.import',
    'orders.import',
    'customers.import',
  ],
  goods: [
    ...reading,
    'products.write',
    'products.list',
    'prices.change',
    'costs.read',
    'imports.run',
    'products.import',
    'reviews.read',
    'pages.change',
  ],
  service: [
    ...reading,
    'orders.review',
    'orders.change',
    'orders.cancel',
    'orders.bargain',
    'customers.read',
    'customers.reveal',
    'aftersales.decide',
    'reviews.read',
    'reviews.answer',
    'messages.read',
    'imports.run',
  ],
  warehouse: [
    'products.read',
    'stock.read',
    'stock.adjust',
    'outbound.read',
    'outbound.pick',
    'outbound.pack',
    'outbound.hand_over',
    'aftersales.read',
    'aftersales.grade',
    'notices.read',
    'imports.run',
    'exports.run',
  ],
  finance: [...reading, 'costs.read', 'payments.read', 'payments.settle', 'ledger.read', 'audit.read'],
} as const satisfies Record<string, readonly Permission[]>

export type PresetRole = keyof typeof presetRoles

export const roleLimits = { name: 40 } as const

/** Whether a permission lets somebody see data of customers, masked or not: these wait for the promise of confidentiality. */
export const showsCustomers = (permission: string): boolean =>
  /^(orders|customers|outbound|aftersales|messages|exports)\./.test(permission)
