import { declareSettings, percentSetting } from '#platform/settings'

/** How much each fact can lift a product above another that the words suit equally: the best of the shop by this much, others less. */
export const searchSettings = declareSettings('search', {
  salesLift: percentSetting(30, {
    zh: '搜索排序：销量最多加权',
    en: 'Ranking: best sellers are lifted by',
    owner: 'goods',
    source: 'STO-05',
  }),
  conversionLift: percentSetting(20, {
    zh: '搜索排序：转化率最多加权',
    en: 'Ranking: the best conversion lifts by',
    owner: 'goods',
    source: 'STO-05',
  }),
  ratingLift: percentSetting(15, {
    zh: '搜索排序：评分最多加权',
    en: 'Ranking: the best rating lifts by',
    owner: 'goods',
    source: 'STO-05',
  }),
  freshnessLift: percentSetting(10, {
    zh: '搜索排序：新品最多加权',
    en: 'Ranking: what came today is lifted by',
    owner: 'goods',
    source: 'STO-05',
  }),
})
