const places: Readonly<Record<string, string>> = {
  order: '/orders',
  product: '/products',
  batch: '/product-batches',
  task: '/tasks',
  price: '/price-proposals',
  outbound: '/outbound',
  transfer: '/transfers',
  case: '/returns',
  customer: '/customers',
  import: '/imports',
  variant: '/stock',
  lot: '/stock',
  stock: '/stock',
  payment: '/orders',
  refund: '/refunds',
  export: '/exports',
  bill: '/bills',
  cash: '/cash',
  doctor: '/health',
  webhook: '/webhooks',
  page: '/decoration',
  announcement: '/announcements',
  pages: '/page-speed',
}
const withPages = new Set(['order', 'product', 'batch', 'outbound', 'transfer', 'case', 'customer', 'import'])

/** Where the console shows a thing; null when it has no page. */
export function placeOf(subject: string, id: string | null): string | null {
  const place = places[subject]
  if (!place) return null
  return id && withPages.has(subject) ? `${place}/${id}` : place
}
