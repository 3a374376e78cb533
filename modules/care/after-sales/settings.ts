import {
  daysSetting,
  declareSettings,
  hoursSetting,
  minorSetting,
  switchSetting,
  textSetting,
} from '#platform/settings'

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
  repairWithin: daysSetting(
    15,
    {
      zh: '保修维修完成时限（开始维修后）',
      en: 'Repair under warranty once it has begun',
      owner: 'service',
      source: 'AFS-24',
    },
    1,
  ),
  solveWithin: hoursSetting(24, {
    zh: '售后申请处理时限',
    en: 'Solution of an application',
    owner: 'service',
    source: 'AFS-23',
  }),
  freightInsurance: switchSetting(true, {
    zh: '退货运费险：退货运费由保险承担',
    en: 'Freight insurance: it pays the way back of a return',
    owner: 'service',
    source: 'AFS-01',
  }),
  policyWords: textSetting('', {
    zh: '退换政策补充说明（中文，显示在退换政策页）',
    en: 'What the return policy says besides, in Chinese (shown on the page of the policy)',
    owner: 'service',
    source: 'AFS-01',
  }),
  policyWordsEn: textSetting('', {
    zh: '退换政策补充说明（英文）',
    en: 'What the return policy says besides, in English',
    owner: 'service',
    source: 'AFS-01',
  }),
  compensationLimit: minorSetting(5_000, {
    zh: '一人可批准的单笔订单补偿上限，超出须第二人确认',
    en: 'Compensation of one order that one person may grant; above it a second confirms',
    owner: 'service',
    source: 'AFS-25',
  }),
  sendBackWithin: daysSetting(
    7,
    {
      zh: '换货申请通过后须在几天内寄回，逾期自动关闭并释放预留库存',
      en: 'Goods of an approved exchange are sent back within; afterwards it ends and what was set aside is on sale again',
      owner: 'service',
      source: 'AFS-02',
    },
    1,
  ),
  warnBefore: hoursSetting(4, {
    zh: '时限到期前提醒',
    en: 'Warn before a clock runs out',
    owner: 'service',
    source: 'AFS-04',
  }),
})
