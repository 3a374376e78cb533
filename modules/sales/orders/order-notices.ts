/** The desk has settled with the buyer what was not found. */
export const shortNotices = ['order.short', 'outbound.short'] as const

/** What somebody must see to before an order leaves: dealt with once it is on its way or cancelled. */
export const beforeDispatchNotices = [
  'order.in_review',
  'order.to_release',
  'order.to_make',
  'order.request',
  'order.promise_soon',
  'order.promise_broken',
  ...shortNotices,
] as const
