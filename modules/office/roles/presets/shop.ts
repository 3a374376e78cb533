import { type Permission, permissions } from '../permissions.ts'
import { rolesText } from '../text.ts'
import { presetsOf } from './preset.ts'

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
    'orders.rules',
    'vouchers.redeem',
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
    'vouchers.redeem',
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

const does: Readonly<Record<PresetRole, readonly [zh: string, en: string]>> = {
  owner: ['拥有全部权限，管理员工和角色', 'May do everything, and manages staff and roles'],
  ops: ['管订单、活动、页面和设置', 'Runs orders, promotions, pages and settings'],
  goods: ['管商品、价格和成本', 'Keeps goods, prices and costs'],
  service: [
    '审单、改单、处理售后，可查看完整收件人',
    'Reviews and changes orders, settles cases, may see whole recipients',
  ],
  warehouse: ['收货、拣货、打包、交接、退货质检', 'Receives, picks, packs, hands over and grades returns'],
  finance: ['对账、结算、查账簿', 'Reconciles, settles and reads the books'],
}

/** The roles a shop starts with, to compare with what the shop has made of them. */
export const shopPresets = presetsOf(
  'shop',
  (Object.keys(presetRoles) as PresetRole[]).map((code) => {
    const { zh, en } = rolesText[`roles.${code}`]
    return [code, [zh, en], does[code], [...presetRoles[code]]] as const
  }),
)
