import { presetsOf, readsTheShop } from './preset.ts'

export const operationsPresets = presetsOf('operations', [
  [
    'operations_supervisor',
    ['运营主管', 'Operations supervisor'],
    [
      '定销售目标，控制成本和利润，审核上架和价格',
      'Sets the goals, keeps costs and profit in view, agrees to listings and prices',
    ],
    [
      ...readsTheShop,
      ...(['products.list', 'products.review', 'prices.change', 'costs.read', 'orders.review'] as const),
      ...(['reductions.change', 'pages.change', 'pages.publish', 'reviews.read', 'settings.read'] as const),
      ...(['ledger.read', 'exports.run'] as const),
    ],
  ],
  [
    'operations_coordinator',
    ['运营统筹主管', 'Operations coordinator'],
    ['统筹自有商城的活动和各部门配合', 'Plans the own platform and brings the departments together'],
    [...readsTheShop, 'reductions.change', 'pages.change', 'exports.run'],
  ],
  [
    'project_operator',
    ['项目运营', 'Project operator'],
    ['负责一个项目的计划和每日数据', 'Runs one project: its plan and its figures, day by day'],
    ['products.read', 'stock.read', 'orders.read', 'reviews.read', 'notices.read', 'exports.run'],
  ],
  [
    'operator',
    ['电商运营人员', 'Operations staff'],
    [
      '上架和维护商品、做促销、回复评价，跟进纠纷',
      'Lists and tends goods, runs promotions, answers reviews, follows disputes',
    ],
    [
      ...readsTheShop,
      ...(['products.write', 'products.list', 'imports.run', 'products.import', 'reductions.change'] as const),
      ...(['pages.change', 'reviews.read', 'reviews.answer', 'exports.run'] as const),
    ],
  ],
  [
    'product_specialist',
    ['商品专员、产品专员', 'Product specialist'],
    [
      '选品、跟到货，维护商品资料、卖点和知识',
      'Chooses goods, follows their arrival, keeps their data and selling points',
    ],
    [
      ...(['products.read', 'products.write', 'products.list', 'stock.read', 'imports.run'] as const),
      ...(['products.import', 'reviews.read', 'notices.read', 'exports.run'] as const),
    ],
  ],
  [
    'listing_reviewer',
    ['上架审核', 'Listing reviewer'],
    ['审核提交上架的商品是否准确、合规', 'Checks that goods submitted for sale are right and lawful'],
    ['products.read', 'products.review', 'notices.read'],
  ],
  [
    'buyer',
    ['采购', 'Buyer'],
    ['按销售和库存计划进货，谈成本', 'Plans what to buy by sales and stock, and negotiates costs'],
    ['products.read', 'stock.read', 'costs.read', 'notices.read', 'exports.run'],
  ],
  [
    'data_analyst',
    ['数据分析', 'Data analyst'],
    ['收集和分析销售与行为数据', 'Gathers and studies sales and behaviour'],
    [...readsTheShop, 'costs.read', 'reviews.read', 'exports.run'],
  ],
  [
    'business_development',
    ['商务拓展', 'Business development'],
    [
      '谈团购和平台合作，带走商品和库存清单',
      'Negotiates group buys and platforms, and takes lists of goods and stock along',
    ],
    ['products.read', 'stock.read', 'notices.read', 'exports.run'],
  ],
  [
    'technician',
    ['技术维护', 'Technology and maintenance'],
    [
      '维持系统运行：任务、推送、健康检查，并审核上架',
      'Keeps the platform running: jobs, webhooks, health; reviews listings',
    ],
    [
      ...(['products.read', 'products.review', 'jobs.manage', 'webhooks.manage'] as const),
      ...(['settings.read', 'audit.read', 'notices.read'] as const),
    ],
  ],
  [
    'distribution_specialist',
    ['网络分销专员', 'Distribution specialist'],
    ['招募并服务代销、分销商', 'Finds and serves consignment sellers and distributors'],
    ['products.read', 'stock.read', 'orders.read', 'notices.read', 'exports.run'],
  ],
  [
    'group_buy_sales',
    ['网络销售专员', 'Group-buy sales specialist'],
    [
      '对接团购网站，从图文资料到导入订单',
      'Works with group-buy sites, from the picture pack to taking in their orders',
    ],
    [
      ...(['products.read', 'stock.read', 'orders.read', 'orders.import', 'imports.run'] as const),
      ...(['notices.read', 'exports.run'] as const),
    ],
  ],
])
