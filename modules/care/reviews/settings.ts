import { countSetting, daysSetting, declareSettings, hoursSetting } from '#platform/settings'

export const reviewSettings = declareSettings('reviews', {
  reviewWithin: daysSetting(30, {
    zh: '确认收货后多少天内可以评价',
    en: 'A purchase may be reviewed within this time of its receipt',
    owner: 'service',
    source: 'CMP-01',
  }),
  changeWithin: hoursSetting(72, {
    zh: '评价发布后多久内可以修改',
    en: 'A review may be changed within this time',
    owner: 'service',
    source: 'CMP-01',
  }),
  followUpWithin: daysSetting(180, {
    zh: '首次评价后多少天内可以追评',
    en: 'A follow-up may be added within this time of the review',
    owner: 'service',
    source: 'CMP-01',
  }),
  scoreOver: daysSetting(
    180,
    {
      zh: '店铺评分统计最近多少天的订单评分',
      en: 'The score of the shop is made of the ratings of this many days',
      owner: 'service',
      source: 'STO-09',
    },
    1,
  ),
  scoreFrom: countSetting(10, {
    zh: '至少多少个订单评分才显示店铺评分',
    en: 'The score of the shop is shown from this many rated orders on',
    owner: 'service',
    source: 'STO-09',
  }),
})
