import { presetsOf, readsTheShop } from './preset.ts'

export const managementPresets = presetsOf('management', [
  [
    'general_manager',
    ['总经理（总经理办公会议）', 'General manager and their office meeting'],
    [
      '看全店经营、账簿和审计，作最后决定',
      'Sees the whole business, its books and its audit trail, and has the last word',
    ],
    [
      ...readsTheShop,
      ...(['costs.read', 'reviews.read', 'payments.read', 'ledger.read', 'settings.read', 'audit.read'] as const),
      'exports.run',
    ],
  ],
  [
    'executive_director',
    ['执行副总、分管总监', 'Executive vice president, director in charge'],
    ['审批超出电商经理权限的退款和退货', 'Approves refunds and returns that are above the e-commerce manager’s limit'],
    [...readsTheShop, 'costs.read', 'payments.read', 'payments.settle', 'aftersales.decide'],
  ],
  [
    'operations_director',
    ['电商运营总监', 'E-commerce operations director'],
    [
      '掌管部门各项流程和设置，领导运营主管',
      'Keeps the procedures and settings of the department and leads its operations',
    ],
    [
      ...readsTheShop,
      ...(['products.review', 'prices.change', 'costs.read', 'pages.publish', 'pages.change'] as const),
      ...(['reviews.read', 'payments.read', 'ledger.read', 'settings.read', 'settings.change'] as const),
      ...(['audit.read', 'exports.run'] as const),
    ],
  ],
  [
    'ecommerce_manager',
    ['电商经理', 'E-commerce manager'],
    [
      '定策略和计划，协调各组，盯进度、质量和结果',
      'Plans the work, coordinates the groups and answers for the results',
    ],
    [
      ...readsTheShop,
      ...(['products.review', 'prices.change', 'costs.read'] as const),
      ...(['orders.review', 'orders.cancel', 'orders.bargain', 'orders.rules', 'customers.read'] as const),
      ...(['aftersales.decide'] as const),
      ...(['reviews.read', 'payments.read', 'ledger.read', 'settings.read', 'audit.read', 'exports.run'] as const),
    ],
  ],
  [
    'operations_assistant',
    ['运营助理', 'Operations assistant'],
    ['售后付款的第一道审核，整理报表', 'Looks at after-sales payments first, and prepares the reports'],
    [...readsTheShop, 'aftersales.decide', 'exports.run'],
  ],
  [
    'group_leader',
    ['部门负责人、组长', 'Department head, group leader'],
    ['给组员派任务，看组里的进度', 'Gives tasks to the group and follows them'],
    [...readsTheShop, 'reviews.read'],
  ],
])
