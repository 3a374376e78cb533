import { texts } from '#kernel/text'

/** Where a parcel is, for readers of another language than its carrier's. */
export const spokenTexts = texts({
  'tracked.accepted': { zh: '快递已揽收', en: 'Collected by the carrier' },
  'tracked.in_transit': { zh: '运输中', en: 'On its way' },
  'tracked.delivering': { zh: '派送中', en: 'Out for delivery' },
  'tracked.at_pickup_point': { zh: '已到自提点', en: 'Waiting at a pick-up point' },
  'tracked.signed': { zh: '已签收', en: 'Signed for' },
  'tracked.problem': { zh: '运输异常', en: 'Delayed by a problem' },
  'tracked.returning': { zh: '退回中', en: 'On its way back' },
  'tracked.returned': { zh: '已退回', en: 'Returned' },
})
