import { daysSetting, declareSettings, pointsSetting } from '#platform/settings'

export const recommendationSettings = declareSettings('recommendations', {
  topSize: pointsSetting(10, {
    zh: '热销榜列出多少件商品',
    en: 'Products on the top list',
    owner: 'operations',
    source: 'STO-07',
  }),
  topDays: daysSetting(
    30,
    {
      zh: '热销榜按最近多少天的销量',
      en: 'The top list counts what was sold in the last',
      owner: 'operations',
      source: 'STO-07',
    },
    1,
  ),
  pastDays: daysSetting(
    365,
    { zh: '推荐依据最近多少天的浏览与购买', en: 'Recommendations look back', owner: 'operations', source: 'STO-06' },
    1,
  ),
  sourceDays: daysSetting(
    7,
    {
      zh: '订单算作点击带来的：下单前多少天内的最后一次点击',
      en: 'An order counts for the last click on its goods within',
      owner: 'operations',
      source: 'ANA-13',
    },
    1,
  ),
  repeatDays: daysSetting(30, {
    zh: '买过多少天内不再推荐同一件',
    en: 'What somebody bought is not recommended again for',
    owner: 'operations',
    source: 'STO-06',
  }),
})
