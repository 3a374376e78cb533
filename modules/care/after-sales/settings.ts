import { daysSetting, declareSettings, hoursSetting } from '#platform/settings'

export const afterSalesSettings = declareSettings('after-sales', {
  checkWithin: hoursSetting(24, {
    zh: '退货到仓后质检时限',
    en: 'Quality check of a return after arrival',
    owner: 'warehouse',
    source: 'AFS-04',
  }),
  refundWithin: daysSetting(3, {
    zh: '退款时限',
    en: 'Refund after approval or arrival',
    owner: 'finance',
    source: 'AFS-04',
  }),
  solveWithin: hoursSetting(24, {
    zh: '售后申请处理时限',
    en: 'Solution of an application',
    owner: 'service',
    source: 'AFS-23',
  }),
  warnBefore: hoursSetting(4, {
    zh: '时限到期前提醒',
    en: 'Warn before a clock runs out',
    owner: 'service',
    source: 'AFS-04',
  }),
})
