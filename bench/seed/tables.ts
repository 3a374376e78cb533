/** What is copied with a product, in the order in which rows point at each other. */
export const productTables: readonly string[] = [
  'goods.products',
  'goods.product_texts',
  'goods.variants',
  'goods.variant_texts',
  'goods.prices',
  'goods.product_pictures',
  'goods.search_documents',
  'goods.category_products',
  'supply.lots',
  'supply.stock_movements',
  'office.ledger_transfers',
]

export const customerTables: readonly string[] = ['sales.customers', 'sales.shop_customers']

/** What is copied with an order that people still work on. */
export const orderTables: readonly string[] = [
  'sales.orders',
  'sales.order_lines',
  'sales.payments',
  'sales.payment_shares',
  'sales.refunds',
  'sales.order_checks',
  'sales.order_confirmations',
  'sales.order_issues',
  'sales.order_contacts',
  'sales.shortages',
  'sales.vouchers',
  'supply.reservations',
  'supply.outbounds',
  'supply.outbound_lines',
  'supply.picks',
  'supply.parcels',
  'supply.parcel_lines',
  'supply.stock_movements',
  'care.cases',
  'care.case_lines',
  'office.ledger_transfers',
  'platform.events',
]

/** What an order of the past keeps: a million whole histories would be a hundred gigabytes, most of it scans and messages. */
export const pastTables: readonly string[] = [
  'sales.orders',
  'sales.order_lines',
  'sales.payments',
  'sales.payment_shares',
  'supply.reservations',
  'supply.outbounds',
  'supply.outbound_lines',
  'supply.parcels',
  'supply.parcel_lines',
  'supply.stock_movements',
  'office.ledger_transfers',
  'platform.events',
]

/** Columns whose texts are unique in their table. */
export const uniqueTexts = [
  'number',
  'external_number',
  'provider_ref',
  'waybill_number',
  'slug',
  'sku',
  'barcode',
  'source_key',
]
