/** The plan of the house that the architecture check holds the code to. */
export interface Plan {
  /** From the ground up: a floor calls those before it. */
  readonly floors: readonly string[]
  /** Inside a floor: which room may call which. */
  readonly roomArrows: Readonly<Record<string, readonly string[]>>
  /** Which room writes which tables. Every table of the migrations stands here once. */
  readonly tables: Readonly<Record<string, readonly string[]>>
}

export const plan: Plan = {
  floors: ['office', 'goods', 'supply', 'sales', 'care', 'growth', 'insight'],
  roomArrows: {
    'office/accounts': ['office/privacy', 'office/roles', 'office/shops'],
    'office/privacy': ['office/shops'],
    'office/roles': ['office/shops'],
    'office/notices': ['office/accounts', 'office/roles', 'office/shops'],
    'office/ledger': ['office/shops'],
    'office/tasks': ['office/accounts', 'office/roles'],
    'goods/media': ['goods/screening'],
    'goods/prices': ['goods/search'],
    'goods/catalog': ['goods/media', 'goods/prices', 'goods/screening', 'goods/search'],
    'goods/listing': ['goods/catalog', 'goods/media', 'goods/prices', 'goods/screening', 'goods/search'],
    'goods/knowledge': ['goods/catalog', 'goods/search'],
    'goods/imports': ['goods/catalog', 'goods/listing', 'goods/media', 'goods/prices', 'goods/screening'],
    'supply/warehouse': ['supply/inventory', 'supply/shipping'],
    'supply/transfers': ['supply/inventory'],
    'sales/settlement': ['sales/payments'],
    'sales/carts': ['sales/customers', 'sales/promotions'],
    'sales/desk': ['sales/customers', 'sales/orders', 'sales/payments'],
    'sales/orders': [
      'sales/carts',
      'sales/collections',
      'sales/customers',
      'sales/payments',
      'sales/promotions',
      'sales/vouchers',
    ],
  },
  tables: {
    'office/shops': ['office.shops'],
    'office/accounts': [
      'office.accounts',
      'office.sessions',
      'office.one_time_codes',
      'office.second_factors',
      'office.recovery_codes',
      'office.passkey_challenges',
      'office.api_keys',
    ],
    'office/privacy': ['office.policies', 'office.consents', 'office.account_closings'],
    'office/roles': ['office.roles', 'office.staff_roles', 'office.former_staff'],
    'office/notices': ['office.notices'],
    'office/ledger': ['office.ledger_transfers'],
    'goods/catalog': [
      'goods.categories',
      'goods.category_parts',
      'goods.detail_parts',
      'goods.related_products',
      'goods.category_texts',
      'goods.category_attributes',
      'goods.brands',
      'goods.products',
      'goods.product_texts',
      'goods.variants',
      'goods.variant_texts',
    ],
    'goods/prices': ['goods.prices', 'goods.competitor_prices', 'goods.price_proposals'],
    'goods/listing': ['goods.listing_plans', 'goods.selling_strategies'],
    'goods/screening': ['goods.screen_words'],
    'goods/knowledge': ['goods.knowledge_cards'],
    'goods/media': ['goods.pictures', 'goods.product_pictures', 'goods.picture_fetches'],
    'goods/search': ['goods.search_documents'],
    'supply/inventory': [
      'supply.warehouses',
      'supply.bins',
      'supply.lots',
      'supply.stock_levels',
      'supply.bin_stock',
      'supply.stock_movements',
      'supply.reservations',
    ],
    'supply/transfers': ['supply.transfers', 'supply.transfer_lines', 'supply.transfer_notes'],
    'supply/warehouse': ['supply.outbounds', 'supply.outbound_lines', 'supply.picks', 'supply.scans'],
    'supply/shipping': [
      'supply.carriers',
      'supply.freight_rules',
      'supply.carrier_choices',
      'supply.parcels',
      'supply.parcel_lines',
      'supply.tracking_events',
    ],
    'sales/customers': ['sales.customers', 'sales.addresses', 'sales.shop_customers'],
    'sales/carts': ['sales.carts', 'sales.cart_lines'],
    'sales/promotions': ['sales.reductions'],
    'sales/vouchers': ['sales.vouchers'],
    'office/tasks': ['office.tasks'],
    'insight/slow-sellers': ['insight.slow_reports', 'insight.slow_products'],
    'sales/settlement': ['sales.provider_bills', 'sales.bill_lines', 'sales.bill_exceptions'],
    'sales/payments': [
      'sales.payments',
      'sales.payment_shares',
      'sales.refunds',
      'sales.payment_methods',
      'sales.payment_accounts',
    ],
    'sales/collections': ['sales.cash_parcels', 'sales.cash_shares'],
    'sales/orders': ['sales.orders', 'sales.order_lines', 'sales.shipments'],
    'sales/desk': [
      'sales.order_checks',
      'sales.order_contacts',
      'sales.order_confirmations',
      'sales.order_issues',
      'sales.shortages',
      'sales.follow_ups',
    ],
    'care/after-sales': ['care.cases', 'care.case_lines', 'care.case_pictures'],
    'care/parcel-desk': ['care.parcel_questions'],
    'insight/doctor': ['insight.examinations'],
  },
}

/** The check has read less than the house holds when it counts fewer arrows than this. Raise it as the house grows. */
export const fewestArrows = 1_000
