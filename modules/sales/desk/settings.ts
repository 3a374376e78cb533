import { daysSetting, declareSettings, minorSetting, minutesSetting, switchSetting } from '#platform/settings'

export const deskSettings = declareSettings('desk', {
  callFromAmount: minorSetting(300_000, {
    zh: '达到此金额的订单电话确认（0 为不按金额）',
    en: 'Orders of this amount are confirmed by phone; 0 for none',
    owner: 'service',
    source: 'ORD-04; the catalogue names no number (D13)',
  }),
  feedbackAfter: daysSetting(3, {
    zh: '确认收货几天后请买家评价',
    en: 'Days after receipt when the buyer is asked how it was',
    owner: 'service',
    source: 'ORD-20; the catalogue names no number',
  }),
  commentsChangeFor: minutesSetting(30, {
    zh: '员工留言发出后多久内可以修改或撤回',
    en: 'How long staff may change or take back what they said about an order',
    owner: 'service',
    source: 'ORD-16; the catalogue names no number',
  }),
  callFirstOrders: switchSetting(false, {
    zh: '首单电话确认',
    en: "A buyer's first order is confirmed by phone",
    owner: 'service',
    source: 'ORD-04',
  }),
  callWithRequests: switchSetting(false, {
    zh: '有留言或特殊要求的订单电话确认',
    en: 'Orders with a remark or a special request are confirmed by phone',
    owner: 'service',
    source: 'ORD-04, ORD-07',
  }),
})
