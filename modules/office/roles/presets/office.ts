import { presetsOf } from './preset.ts'

export const officePresets = presetsOf('office', [
  [
    'accountant',
    ['财务部（对账、结算）', 'Finance (reconciliation, settlement)'],
    ['对账、结算、付款审批、查账簿', 'Reconciles, settles, agrees to payments and reads the books'],
    [
      ...(['products.read', 'stock.read', 'orders.read', 'aftersales.read', 'costs.read'] as const),
      ...(['payments.read', 'payments.settle', 'ledger.read', 'audit.read', 'notices.read', 'exports.run'] as const),
    ],
  ],
  [
    'finance_administration',
    ['财务行政（薪酬、考勤）', 'Finance and administration'],
    [
      '核工资、奖金和考勤；看不到业务数据，只收通知和任务',
      'Reviews wages, bonuses and attendance; sees no business data, only notices and tasks',
    ],
    ['notices.read'],
  ],
  [
    'people_administrator',
    ['人事', 'Human resources'],
    [
      '办理入职、离职和保密承诺；只能授予自己也有的权限',
      'Takes people on, sees them off, keeps the promise of confidentiality; gives no right they do not hold',
    ],
    ['staff.manage', 'notices.read'],
  ],
  [
    'store_clerk',
    ['线下门店人员', 'Offline shop staff'],
    ['核销到店券', 'Redeems vouchers of those who come to the shop'],
    ['orders.read', 'vouchers.redeem', 'notices.read'],
  ],
])
