import { daysSetting, declareSettings, piecesSetting } from '#platform/settings'

export const slowSellerSettings = declareSettings('slowSellers', {
  cycleDays: daysSetting(7, {
    zh: '滞销报告每隔多久出一次',
    en: 'A report on slow sellers is made every',
    owner: 'goods',
    source: 'CAT-20',
  }),
  windowDays: daysSetting(30, {
    zh: '统计最近多少天的销量',
    en: 'Sales count for the last',
    owner: 'goods',
    source: 'CAT-20',
  }),
  mostSold: piecesSetting(2, {
    zh: '期间销量不超过多少件算滞销',
    en: 'A product is slow when it sold at most',
    owner: 'goods',
    source: 'CAT-20',
  }),
  graceDays: daysSetting(14, {
    zh: '上架多久以内不算滞销',
    en: 'A product is not slow before it was on sale for',
    owner: 'goods',
    source: 'CAT-20',
  }),
  taskDays: daysSetting(7, {
    zh: '滞销任务须在多久内处理',
    en: 'The task on a slow seller is due after',
    owner: 'goods',
    source: 'CAT-20',
  }),
})
