import { presetsOf, readsTheShop } from './preset.ts'

export const servicePresets = presetsOf('service', [
  [
    'service_supervisor',
    ['销售主管、客服主管', 'Sales supervisor, service supervisor'],
    [
      '看转化和热点问题，带客服，接手疑难',
      'Watches conversion and hot questions, leads the desk, takes over hard cases',
    ],
    [
      ...readsTheShop,
      ...(['orders.review', 'orders.change', 'orders.cancel', 'orders.bargain', 'customers.read'] as const),
      ...(['customers.reveal', 'aftersales.decide', 'reviews.read', 'reviews.answer'] as const),
      ...(['messages.read', 'exports.run'] as const),
    ],
  ],
  [
    'pre_sales_service',
    ['售前客服', 'Pre-sales service'],
    ['接待、推荐、查库存、议价、催付', 'Receives, recommends, looks stock up, bargains, reminds of payment'],
    [...readsTheShop, 'customers.read', 'orders.bargain', 'reviews.read', 'reviews.answer'],
  ],
  [
    'after_sales_specialist',
    ['售后客服、售后专员', 'After-sales specialist'],
    ['处理售后单和证据，回访登记', 'Handles cases and their evidence, calls back and registers'],
    [
      ...readsTheShop,
      ...(['customers.read', 'customers.reveal', 'aftersales.decide', 'reviews.read', 'messages.read'] as const),
    ],
  ],
  [
    'order_clerk',
    ['订单处理及客服', 'Order clerk'],
    ['审单、改单、导入订单', 'Reviews, changes and takes in orders'],
    [...readsTheShop, 'orders.review', 'orders.change', 'orders.import', 'imports.run', 'customers.read'],
  ],
])
