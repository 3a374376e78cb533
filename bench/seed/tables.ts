/** What is copied with a product. */
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
  'sales.order_marks',
  'sales.tagged_orders',
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

/**
 * What an order of the past keeps, the longest tables first: a million whole histories would be a hundred gigabytes, most of it
 * scans and messages.
 */
export const pastTables: readonly string[] = [
  'platform.events',
  'sales.orders',
  'office.ledger_transfers',
  'sales.order_lines',
  'supply.stock_movements',
  'sales.payments',
  'supply.outbounds',
  'supply.parcels',
  'supply.reservations',
  'supply.outbound_lines',
  'supply.parcel_lines',
  'sales.payment_shares',
  'sales.tagged_orders',
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
