import type { Permission } from './model.ts'

interface RoleTemplate {
  readonly zh: string
  readonly en: string
  readonly permissions: readonly Permission[]
}

const ofWarehouse: Permission[] = ['products.read', 'stock.read', 'outbound.read', 'notices.read']
const ofService: Permission[] = [
  'products.read',
  'stock.read',
  'orders.read',
  'outbound.read',
  'aftersales.read',
  'notices.read',
]

/** Further duties of the department to begin a role of one's own with. Source: Appendix A of the requirements. */
export const roleTemplates: readonly RoleTemplate[] = [
  {
    zh: '电商经理',
    en: 'E-commerce manager',
    permissions: [
      ...ofService,
      ...([
        'products.review',
        'prices.change',
        'costs.read',
        'orders.review',
        'orders.cancel',
        'orders.bargain',
      ] as const),
      ...([
        'customers.read',
        'aftersales.decide',
        'payments.read',
        'ledger.read',
        'settings.read',
        'audit.read',
      ] as const),
    ],
  },
  {
    zh: '美工编辑',
    en: 'Art and web editor',
    permissions: ['products.read', 'products.write', 'imports.run', 'products.import', 'pages.change', 'notices.read'],
  },
  {
    zh: '上架审核',
    en: 'Listing reviewer',
    permissions: ['products.read', 'products.list', 'products.review', 'notices.read'],
  },
  { zh: '数据分析', en: 'Data analyst', permissions: [...ofService, 'costs.read', 'exports.run'] },
  { zh: '售前客服', en: 'Pre-sales service', permissions: [...ofService, 'customers.read', 'orders.bargain'] },
  {
    zh: '售后专员',
    en: 'After-sales specialist',
    permissions: [...ofService, 'customers.read', 'customers.reveal', 'aftersales.decide', 'messages.read'],
  },
  {
    zh: '审单制单',
    en: 'Order clerk',
    permissions: [...ofService, 'orders.review', 'orders.change', 'orders.import', 'imports.run', 'customers.read'],
  },
  {
    zh: '仓库主管',
    en: 'Warehouse supervisor',
    permissions: [
      ...ofWarehouse,
      ...(['stock.adjust', 'outbound.pick', 'outbound.pack', 'outbound.hand_over', 'freight.change'] as const),
      ...(['aftersales.read', 'aftersales.grade', 'imports.run', 'exports.run'] as const),
    ],
  },
  { zh: '收货员', en: 'Receiver', permissions: [...ofWarehouse, 'stock.adjust'] },
  { zh: '拣货员', en: 'Picker', permissions: [...ofWarehouse, 'outbound.pick'] },
  { zh: '打包员', en: 'Packer', permissions: [...ofWarehouse, 'outbound.pack'] },
  { zh: '物流发货', en: 'Dispatch', permissions: [...ofWarehouse, 'outbound.hand_over', 'freight.change'] },
  { zh: '质检员', en: 'Quality inspector', permissions: [...ofWarehouse, 'aftersales.read', 'aftersales.grade'] },
]
