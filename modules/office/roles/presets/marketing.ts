import { presetsOf } from './preset.ts'

export const marketingPresets = presetsOf('marketing', [
  [
    'promotion_supervisor',
    ['推广主管', 'Promotion supervisor'],
    ['定流量目标和推广方案，看效果', 'Sets goals for traffic, plans promotion and reads its results'],
    [
      ...(['products.read', 'stock.read', 'orders.read', 'reviews.read', 'reductions.change'] as const),
      ...(['pages.change', 'pages.publish', 'notices.read', 'exports.run'] as const),
    ],
  ],
  [
    'promoter',
    ['推广人员', 'Promotion staff'],
    ['执行推广方案，准备推广页面', 'Carries promotion out and prepares its pages'],
    ['products.read', 'stock.read', 'pages.change', 'notices.read'],
  ],
  [
    'event_specialist',
    ['活动专员', 'Event specialist'],
    ['报名和执行平台活动、满减', 'Enrols for events and carries them out, reductions included'],
    ['products.read', 'stock.read', 'reductions.change', 'pages.change', 'notices.read'],
  ],
  [
    'paid_search_specialist',
    ['直通车专员', 'Paid-search specialist'],
    ['管关键词出价和花费，看商品表现', 'Keeps bids and costs of keywords, watching how goods do'],
    ['products.read', 'stock.read', 'notices.read'],
  ],
  [
    'display_ads_specialist',
    ['钻展专员', 'Display-ads specialist'],
    ['管展示广告的计划、创意和花费', 'Keeps the plans, creatives and costs of display ads'],
    ['products.read', 'stock.read', 'pages.change', 'notices.read'],
  ],
  [
    'affiliate_promoter',
    ['淘宝客、免费推广', 'Affiliate and free-traffic promoter'],
    [
      '联系佣金推广者，安排关键词和推荐位',
      'Works with those who promote for commission, and arranges recommended slots',
    ],
    ['products.read', 'pages.change', 'notices.read'],
  ],
  [
    'planning_supervisor',
    ['策划主管', 'Planning supervisor'],
    ['定主题和活动，发布活动页面', 'Decides on themes and campaigns and publishes their pages'],
    [
      ...(['products.read', 'stock.read', 'orders.read', 'reductions.change'] as const),
      ...(['pages.change', 'pages.publish', 'notices.read'] as const),
    ],
  ],
  [
    'planner',
    ['策划', 'Planner'],
    ['写活动方案，搭活动页面草稿', 'Writes campaigns and drafts their pages'],
    ['products.read', 'stock.read', 'pages.change', 'notices.read'],
  ],
  [
    'art_supervisor',
    ['美工主管', 'Art supervisor'],
    ['定店铺视觉，审定并发布页面', 'Keeps the look of the shop and publishes its pages'],
    ['products.read', 'products.write', 'pages.change', 'pages.publish', 'notices.read'],
  ],
  [
    'designer',
    ['美工', 'Designer'],
    ['做店铺装修、商品图和详情页', 'Decorates the shop and makes pictures and detail pages'],
    ['products.read', 'products.write', 'pages.change', 'notices.read'],
  ],
  [
    'web_editor',
    ['编辑', 'Web editor'],
    ['录入商品，维护图文、价格和上下架', 'Enters goods and keeps their texts, prices and listing'],
    [
      ...(['products.read', 'products.write', 'products.list', 'imports.run', 'products.import'] as const),
      ...(['pages.change', 'notices.read'] as const),
    ],
  ],
  [
    'photographer',
    ['摄影', 'Photographer'],
    ['拍摄、修图，上传并写图片说明', 'Shoots, retouches and uploads pictures with their texts'],
    ['products.read', 'products.write', 'notices.read'],
  ],
  [
    'copywriter',
    ['文案', 'Copywriter'],
    ['写商品文字和页面文案', 'Writes the texts of goods and pages'],
    ['products.read', 'products.write', 'pages.change', 'notices.read'],
  ],
])
