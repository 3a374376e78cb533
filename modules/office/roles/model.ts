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
  'customers.read',
  'customers.reveal',
  'reductions.change',
  'aftersales.read',
  'aftersales.decide',
  'aftersales.grade',
  'payments.read',
  'ledger.read',
  'settings.read',
  'settings.change',
  'staff.manage',
  'keys.manage',
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
    'customers.read',
    'reductions.change',
    'freight.change',
    'settings.read',
    'settings.change',
    'messages.read',
    'audit.read',
    'jobs.manage',
    'imports.run',
  ],
  goods: [...reading, 'products.write', 'products.list', 'prices.change', 'costs.read', 'imports.run'],
  service: [
    ...reading,
    'orders.review',
    'orders.change',
    'orders.cancel',
    'customers.read',
    'customers.reveal',
    'aftersales.decide',
    'messages.read',
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
  ],
  finance: [...reading, 'costs.read', 'payments.read', 'ledger.read', 'audit.read'],
} as const satisfies Record<string, readonly Permission[]>

export type PresetRole = keyof typeof presetRoles
