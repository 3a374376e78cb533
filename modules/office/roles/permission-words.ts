import type { Permission } from './permissions.ts'

export const permissionFloors = ['goods', 'supply', 'sales', 'care', 'growth', 'office'] as const
export type PermissionFloor = (typeof permissionFloors)[number]

type Words = readonly [floor: PermissionFloor, zh: string, en: string]

/** What each permission lets somebody do, in the words of the department, and the floor it belongs to. */
export const permissionWords: Readonly<Record<Permission, Words>> = {
  'products.read': ['goods', '查看商品与价格', 'See products and prices'],
  'products.write': [
    'goods',
    '新建和编辑商品、图片、商品知识',
    'Make and edit products, pictures and product knowledge',
  ],
  'products.list': ['goods', '提交上架、下架、安排定时上下架', 'Submit for sale, take off sale, schedule either'],
  'products.review': ['goods', '审核上架、管理违禁词', 'Review what goes on sale, keep the banned words'],
  'prices.change': ['goods', '改价、提出和审批改价', 'Change prices, propose and approve changes'],
  'costs.read': ['goods', '查看和修改成本、毛利', 'See and change costs and margins'],
  'imports.run': ['goods', '上传表格、查看导入结果', 'Upload sheets and see what became of them'],
  'products.import': ['goods', '批量导入商品与价格', 'Import products and prices in bulk'],
  'orders.import': ['sales', '批量导入其他渠道的订单', 'Import orders from other channels'],
  'customers.import': ['sales', '批量导入顾客', 'Import customers'],
  'exports.run': [
    'office',
    '把看得到的列表导出为表格（每次留痕）',
    'Export the lists they may see as sheets (each is logged)',
  ],
  'stock.read': ['supply', '查看库存、批次和变动原因', 'See stock, lots and the reasons of movements'],
  'stock.adjust': ['supply', '收货、盘点、调整库存', 'Receive, count and adjust stock'],
  'outbound.read': ['supply', '查看出库单与包裹', 'See outbound notes and parcels'],
  'outbound.pick': ['supply', '拣货、回架', 'Pick and put back'],
  'outbound.pack': ['supply', '复核、打包、称重', 'Check, pack and weigh'],
  'outbound.hand_over': ['supply', '与快递交接', 'Hand over to the carrier'],
  'freight.change': ['supply', '修改快递、运费和选择规则', 'Change carriers, freight and how they are chosen'],
  'orders.read': ['sales', '查看订单（收件人打码）', 'See orders, with recipients masked'],
  'orders.review': ['sales', '审单、拦截、处理异常订单', 'Review and hold orders, settle abnormal ones'],
  'orders.change': ['sales', '修改收件人、备注、合并订单', 'Change recipients and notes, merge orders'],
  'orders.cancel': ['sales', '取消订单', 'Cancel orders'],
  'orders.bargain': ['sales', '在限额内给未付款订单降价', 'Lower unpaid orders within their limit'],
  'vouchers.redeem': ['sales', '核销到店券', 'Redeem vouchers'],
  'orders.rules': ['sales', '设置订单自动规则', 'Set the automatic rules for orders'],
  'customers.read': ['sales', '查看顾客（打码）', 'See customers, masked'],
  'customers.reveal': [
    'sales',
    '查看完整的姓名、电话、地址（须写原因并留痕）',
    'See whole names, numbers and addresses, with a reason and on record',
  ],
  'reductions.change': ['sales', '设置满减', 'Set reductions'],
  'pages.change': [
    'growth',
    '编辑店铺装修草稿、上传页面图片',
    'Edit drafts of the shop’s pages and add pictures to them',
  ],
  'pages.publish': [
    'growth',
    '发布、定时、回滚店铺页面，管理公告',
    'Publish, schedule and roll back pages, keep announcements',
  ],
  'aftersales.read': ['care', '查看售后单与查件', 'See returns and parcel questions'],
  'aftersales.decide': ['care', '同意或拒绝售后、退款', 'Approve or reject returns and refunds'],
  'aftersales.grade': ['care', '签收退货、质检定级', 'Receive and grade returned goods'],
  'reviews.read': ['care', '查看评价、服务评分和访客留言', 'See reviews, ratings of service and visitors’ questions'],
  'reviews.answer': [
    'care',
    '回复评价和留言、隐藏违规内容、评价买家',
    'Answer reviews and questions, hide what breaks the rules, rate buyers',
  ],
  'payments.read': ['office', '查看收款、退款与对账', 'See payments, refunds and reconciliation'],
  'payments.settle': [
    'office',
    '导入账单、处理差异、改支付方式',
    'Take bills in, settle differences, change ways to pay',
  ],
  'ledger.read': ['office', '查看账簿', 'See the books'],
  'settings.read': ['office', '查看设置', 'See settings'],
  'settings.change': ['office', '修改设置与政策', 'Change settings and policies'],
  'staff.manage': ['office', '管理员工与角色', 'Manage staff and roles'],
  'keys.manage': ['office', '管理接口密钥', 'Manage API keys'],
  'webhooks.manage': ['office', '管理事件推送', 'Manage webhooks'],
  'messages.read': ['office', '查看发给顾客的消息', 'See messages to customers'],
  'notices.read': ['office', '查看待办与任务', 'See notices and tasks'],
  'audit.read': ['office', '查看操作日志与体检', 'See the audit trail and health'],
  'jobs.manage': ['office', '查看和重启后台任务', 'See and revive background jobs'],
}
