import {
  daysSetting,
  declareSettings,
  hoursSetting,
  minorSetting,
  minutesSetting,
  percentSetting,
  switchSetting,
  textSetting,
} from '#platform/settings'

export const orderSettings = declareSettings('orders', {
  payWithin: minutesSetting(30, {
    zh: '付款期限',
    en: 'Time to pay',
    owner: 'operations',
    source: 'design.md, decided detail 10',
  }),
  importedPayWithin: hoursSetting(72, {
    zh: '导入的未付款订单保留多久',
    en: 'Time to pay for an unpaid order that was imported',
    owner: 'operations',
    source: 'CAT-14',
  }),
  dispatchWithin: hoursSetting(48, { zh: '发货承诺', en: 'Dispatch promise', owner: 'operations', source: 'ORD-13' }),
  promiseAlarm: hoursSetting(6, {
    zh: '发货承诺到期前多久提醒',
    en: 'Alarm before the dispatch promise ends',
    owner: 'operations',
    source: 'ORD-13',
  }),
  reviewAmount: minorSetting(500_000, {
    zh: '达到此金额的订单人工审核',
    en: 'Orders of this amount are reviewed',
    owner: 'operations',
    source: 'ORD-03; the catalogue names no number (D23)',
  }),
  reviewFirstAmount: minorSetting(200_000, {
    zh: '首单达到此金额人工审核',
    en: 'First orders of this amount are reviewed',
    owner: 'operations',
    source: 'ORD-03; the catalogue names no number (D23)',
  }),
  highRiskDistricts: textSetting('', {
    zh: '高风险地区代码（省、市或区县，逗号分隔）',
    en: 'High-risk regions: codes of provinces, cities or districts, separated by commas',
    owner: 'operations',
    source: 'ORD-03',
  }),
  releaseAutomatically: switchSetting(true, {
    zh: '校验通过后自动放行到仓库',
    en: 'Release to the warehouse when validation passes',
    owner: 'operations',
    source: 'ORD-05, ORD-06 (D13)',
  }),
  bargainService: percentSetting(10, {
    zh: '客服议价上限（占原应付总额）',
    en: 'How far customer service may lower an unpaid order (of its first total)',
    owner: 'operations',
    source: 'PRI-04; the catalogue names no number',
  }),
  bargainOps: percentSetting(20, {
    zh: '运营议价上限（占原应付总额）',
    en: 'How far operations may lower an unpaid order (of its first total)',
    owner: 'operations',
    source: 'PRI-04',
  }),
  bargainOwner: percentSetting(50, {
    zh: '店主议价上限（占原应付总额）',
    en: 'How far the owner may lower an unpaid order (of its first total)',
    owner: 'operations',
    source: 'PRI-04',
  }),
  releaseAfterChecks: switchSetting(false, {
    zh: '客服核对清单完成后才放行',
    en: 'Release only after the desk has finished its check list',
    owner: 'service',
    source: 'ORD-05 (D13)',
  }),
  receiveAfter: daysSetting(10, {
    zh: '送达后自动确认收货',
    en: 'Receipt is taken as confirmed after delivery',
    owner: 'operations',
    source: 'ORD-17; design.md, decided detail 10',
  }),
  extendReceiptBy: daysSetting(3, {
    zh: '买家延长收货的天数（每单一次）',
    en: 'How long a buyer may put the automatic receipt off (once for each order)',
    owner: 'operations',
    source: 'ORD-17; the catalogue names no number',
  }),
  returnWindow: daysSetting(7, {
    zh: '七天无理由退货期',
    en: 'Return window from signing',
    owner: 'service',
    source: 'AFS-02; design.md, decided detail 10',
  }),
  recipientDays: daysSetting(
    1_096,
    {
      zh: '订单结束后收件信息保留天数（法律要求至少三年）',
      en: 'Days a recipient is kept after the order ended (the law asks for three years at least)',
      owner: 'operations',
      source: 'SEC-03; E-Commerce Law of the PRC, article 31',
    },
    1_096,
  ),
  returnPolicy: textSetting('2026-01', {
    zh: '退货政策版本',
    en: 'Version of the return policy that a buyer agrees to',
    owner: 'service',
    source: 'BIZ-04',
  }),
})
