import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A page of the console: where it is, what it is called, which permission it needs. */
export interface ConsolePage {
  readonly path: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly needs: string
  /** A page about one thing (an order) is reached from its list. */
  readonly inMenu: boolean
  /** For a scanner in the hand: without the console's frame. */
  readonly handheld: boolean
  /** Its code, loaded when first wanted. */
  readonly load: () => Promise<unknown>
  readonly component: LazyExoticComponent<ComponentType>
}

export type PageGroup = 'sales' | 'goods' | 'supply' | 'care' | 'growth' | 'office'

const page = (
  path: string,
  zh: string,
  en: string,
  needs: string,
  load: () => Promise<{ default: ComponentType }>,
): ConsolePage => ({
  path,
  title: { zh, en },
  needs,
  inMenu: !path.includes('$') && !path.endsWith('/new') && !path.startsWith('/pda/'),
  handheld: path.startsWith('/pda'),
  load,
  component: lazy(load),
})

/** Every page, in the order of the menu. */
export const pageGroups: readonly { readonly group: PageGroup; readonly pages: readonly ConsolePage[] }[] = [
  {
    group: 'sales',
    pages: [
      page('/orders', '订单', 'Orders', 'orders.read', () => import('./pages/sales/OrdersPage.tsx')),
      page('/follow-ups', '回访', 'Follow-ups', 'orders.read', () => import('./pages/sales/FollowUpsPage.tsx')),
      page(
        '/orders/$id/report',
        '销售报告',
        'Sales report',
        'orders.read',
        () => import('./pages/sales/OrderReportPage.tsx'),
      ),
      page('/calls', '联系清单', 'Call list', 'orders.read', () => import('./pages/sales/CallsPage.tsx')),
      page('/order-rules', '自动规则', 'Automatic rules', 'orders.rules', () => import('./pages/sales/RulesPage.tsx')),
      page('/issues', '异常订单', 'Abnormal orders', 'orders.read', () => import('./pages/sales/IssuesPage.tsx')),
      page('/orders/$id', '订单', 'Order', 'orders.read', () => import('./pages/sales/OrderPage.tsx')),
      page('/customers/$id', '顾客', 'Customer', 'customers.read', () => import('./pages/sales/CustomerPage.tsx')),
      page('/production', '按单生产', 'Made to order', 'orders.read', () => import('./pages/sales/ProductionPage.tsx')),
      page('/vouchers', '核销', 'Vouchers', 'orders.read', () => import('./pages/sales/VouchersPage.tsx')),
    ],
  },
  {
    group: 'goods',
    pages: [
      page('/products', '商品', 'Products', 'products.read', () => import('./pages/goods/ProductsPage.tsx')),
      page('/products/new', '新建商品', 'New product', 'products.write', () => import('./pages/goods/ProductPage.tsx')),
      page('/products/grid', '批量编辑', 'Bulk editor', 'products.read', () => import('./pages/goods/GridPage.tsx')),
      page(
        '/product-batches',
        '批量修改记录',
        'Bulk changes',
        'products.read',
        () => import('./pages/goods/BatchesPage.tsx'),
      ),
      page(
        '/product-batches/$id',
        '批量修改',
        'Bulk change',
        'products.read',
        () => import('./pages/goods/BatchPage.tsx'),
      ),
      page('/products/$id', '商品', 'Product', 'products.read', () => import('./pages/goods/ProductPage.tsx')),
      page(
        '/listing-plans',
        '定时上下架',
        'Scheduled listing',
        'products.read',
        () => import('./pages/goods/ListingPlansPage.tsx'),
      ),
      page('/prices', '价格', 'Prices', 'products.read', () => import('./pages/goods/PricesPage.tsx')),
      page(
        '/price-proposals',
        '改价提案',
        'Price proposals',
        'products.read',
        () => import('./pages/goods/ProposalsPage.tsx'),
      ),
      page('/screening', '违禁词', 'Banned words', 'products.read', () => import('./pages/goods/ScreeningPage.tsx')),
      page(
        '/knowledge',
        '商品知识',
        'Product knowledge',
        'products.read',
        () => import('./pages/goods/KnowledgePage.tsx'),
      ),
      page(
        '/slow-sellers',
        '滞销报告',
        'Slow sellers',
        'products.read',
        () => import('./pages/goods/SlowSellersPage.tsx'),
      ),
      page('/search', '站内搜索', 'Shop search', 'products.read', () => import('./pages/goods/SearchPage.tsx')),
      page(
        '/search-engines',
        '搜索引擎展示',
        'Search engines',
        'products.read',
        () => import('./pages/goods/SearchEnginesPage.tsx'),
      ),
      page('/categories', '类目', 'Categories', 'products.read', () => import('./pages/goods/CategoriesPage.tsx')),
      page('/imports', '批量导入', 'Imports', 'imports.run', () => import('./pages/goods/ImportsPage.tsx')),
      page(
        '/imports/new',
        '导入商品',
        'Import products',
        'imports.run',
        () => import('./pages/goods/ImportNewPage.tsx'),
      ),
      page('/imports/$id', '导入', 'Import', 'imports.run', () => import('./pages/goods/ImportPage.tsx')),
      page('/reductions', '满减', 'Reductions', 'reductions.change', () => import('./pages/goods/ReductionsPage.tsx')),
    ],
  },
  {
    group: 'supply',
    pages: [
      page('/outbound', '出库', 'Outbound', 'outbound.read', () => import('./pages/supply/OutboundsPage.tsx')),
      page(
        '/outbound/$id',
        '出库单',
        'Outbound note',
        'outbound.read',
        () => import('./pages/supply/OutboundPage.tsx'),
      ),
      page('/pda', '手持作业', 'Handheld', 'outbound.read', () => import('./pda/TasksPage.tsx')),
      page('/pda/pick/$id', '拣货', 'Pick', 'outbound.pick', () => import('./pda/PickPage.tsx')),
      page('/pda/pack/$id', '复核', 'Check and pack', 'outbound.pack', () => import('./pda/PackPage.tsx')),
      page('/pda/weigh/$id', '称重', 'Weigh', 'outbound.pack', () => import('./pda/WeighPage.tsx')),
      page('/pda/hand-over', '交接快递', 'Hand over', 'outbound.hand_over', () => import('./pda/HandOverPage.tsx')),
      page('/pda/put-back', '回架', 'Put back', 'outbound.pick', () => import('./pda/PutBackPage.tsx')),
      page('/pda/return', '收退货', 'Receive a return', 'aftersales.grade', () => import('./pda/ReturnPage.tsx')),
      page('/pda/stock', '查库存', 'Look up stock', 'stock.read', () => import('./pda/StockLookupPage.tsx')),
      page('/transfers', '调货', 'Transfers', 'outbound.read', () => import('./pages/supply/TransfersPage.tsx')),
      page('/transfers/$id', '调货单', 'Transfer', 'outbound.read', () => import('./pages/supply/TransferPage.tsx')),
      page('/stock', '库存', 'Stock', 'stock.read', () => import('./pages/supply/StockPage.tsx')),
      page('/warehouses', '仓库', 'Warehouses', 'stock.read', () => import('./pages/supply/WarehousesPage.tsx')),
      page('/stock/lots', '批次', 'Lots', 'stock.read', () => import('./pages/supply/LotsPage.tsx')),
      page(
        '/shipping',
        '快递与运费',
        'Carriers and freight',
        'outbound.read',
        () => import('./pages/supply/ShippingPage.tsx'),
      ),
    ],
  },
  {
    group: 'care',
    pages: [
      page('/returns', '售后单', 'Returns', 'aftersales.read', () => import('./pages/care/CasesPage.tsx')),
      page(
        '/parcel-desk',
        '查件催件',
        'Parcel desk',
        'aftersales.read',
        () => import('./pages/care/ParcelDeskPage.tsx'),
      ),
      page('/reviews', '评价', 'Reviews', 'reviews.read', () => import('./pages/care/ReviewsPage.tsx')),
      page(
        '/visitor-questions',
        '访客留言',
        'Visitors’ questions',
        'reviews.read',
        () => import('./pages/care/VisitorQuestionsPage.tsx'),
      ),
      page(
        '/case-ratings',
        '售后服务评价',
        'Case ratings',
        'reviews.read',
        () => import('./pages/care/CaseRatingsPage.tsx'),
      ),
      page('/returns/$id', '售后单', 'Return', 'aftersales.read', () => import('./pages/care/CasePage.tsx')),
    ],
  },
  {
    group: 'growth',
    pages: [
      page(
        '/decoration',
        '店铺装修',
        'Shop decoration',
        'pages.change',
        () => import('./pages/growth/DecorationPage.tsx'),
      ),
      page(
        '/announcements',
        '公告',
        'Announcements',
        'pages.change',
        () => import('./pages/growth/AnnouncementsPage.tsx'),
      ),
    ],
  },
  {
    group: 'office',
    pages: [
      page('/tasks', '任务', 'Tasks', 'notices.read', () => import('./pages/office/TasksPage.tsx')),
      page('/staff', '员工', 'Staff', 'staff.manage', () => import('./pages/office/StaffPage.tsx')),
      page('/shops', '店铺', 'Shops', 'staff.manage', () => import('./pages/office/ShopsPage.tsx')),
      page('/roles', '角色', 'Roles', 'staff.manage', () => import('./pages/office/RolesPage.tsx')),
      page('/roles/new', '新建角色', 'New role', 'staff.manage', () => import('./pages/office/RolePage.tsx')),
      page('/roles/$id', '角色', 'Role', 'staff.manage', () => import('./pages/office/RolePage.tsx')),
      page(
        '/confidentiality',
        '保密承诺',
        'Confidentiality',
        'staff.manage',
        () => import('./pages/office/ConfidentialityPage.tsx'),
      ),
      page('/api-keys', '接口密钥', 'API keys', 'keys.manage', () => import('./pages/office/KeysPage.tsx')),
      page('/webhooks', '事件推送', 'Webhooks', 'webhooks.manage', () => import('./pages/office/WebhooksPage.tsx')),
      page('/messages', '消息', 'Messages', 'messages.read', () => import('./pages/office/MessagesPage.tsx')),
      page('/exports', '导出', 'Exports', 'exports.run', () => import('./pages/office/ExportsPage.tsx')),
      page('/bills', '对账', 'Reconciliation', 'payments.read', () => import('./pages/office/BillsPage.tsx')),
      page('/refunds', '退款复核', 'Refunds', 'payments.read', () => import('./pages/office/RefundsPage.tsx')),
      page('/cash', '货到付款', 'Cash on delivery', 'payments.read', () => import('./pages/office/CashPage.tsx')),
      page('/ledger', '账簿', 'Ledger', 'ledger.read', () => import('./pages/office/LedgerPage.tsx')),
      page(
        '/payment-methods',
        '支付方式',
        'Ways to pay',
        'payments.read',
        () => import('./pages/office/PaymentMethodsPage.tsx'),
      ),
      page('/behaviour', '访客行为', 'Visitors', 'products.read', () => import('./pages/insight/BehaviourPage.tsx')),
      page(
        '/recommendations',
        '推荐与热销榜',
        'Recommendations',
        'products.read',
        () => import('./pages/insight/RecommendationsPage.tsx'),
      ),
      page('/page-speed', '页面速度', 'Page speed', 'settings.read', () => import('./pages/insight/PageSpeedPage.tsx')),
      page('/settings', '设置', 'Settings', 'settings.read', () => import('./pages/SettingsPage.tsx')),
      page('/policies', '隐私政策与条款', 'Policies', 'settings.read', () => import('./pages/office/PoliciesPage.tsx')),
      page('/audit', '审计', 'Audit', 'audit.read', () => import('./pages/office/AuditPage.tsx')),
      page('/health', '体检', 'Health', 'audit.read', () => import('./pages/office/HealthPage.tsx')),
      page('/jobs', '后台任务', 'Background jobs', 'jobs.manage', () => import('./pages/office/JobsPage.tsx')),
    ],
  },
]
