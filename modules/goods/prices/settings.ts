import { daysSetting, declareSettings, hoursSetting, switchSetting } from '#platform/settings'

export const priceSettings = declareSettings('prices', {
  noticeLead: hoursSetting(2, {
    zh: '改价生效前至少提前告知客服',
    en: 'Service hears of a price change at least this long before customers',
    owner: 'goods',
    source: 'PRI-03',
  }),
  /** Off by default: in a shop run by one person nobody else could approve. */
  approverMustDiffer: switchSetting(false, {
    zh: '改价审批人须与提议人不同',
    en: 'A price change needs a second person',
    owner: 'goods',
    source: 'PRI-03',
  }),
  competitorDays: daysSetting(30, {
    zh: '竞品价格在多久内有效',
    en: 'A competitor’s price counts for',
    owner: 'goods',
    source: 'PRI-01',
  }),
})
