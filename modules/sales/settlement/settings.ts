import { declareSettings, hoursSetting, minorSetting } from '#platform/settings'

export const settlementSettings = declareSettings('settlement', {
  billHour: hoursSetting(10, {
    zh: '每天几点后下载前一天的渠道账单',
    en: 'Hour from which yesterday’s bills are fetched',
    owner: 'finance',
    source: 'FIN-04; pay.weixin.qq.com, 申请交易账单: from ten in the morning',
  }),
  feeTolerance: minorSetting(1, {
    zh: '账单手续费与预计相差多少以内不提示',
    en: 'A fee of the bill may differ by so much from the expected one unnoticed',
    owner: 'finance',
    source: 'FIN-04; the catalogue names no number: one fen of rounding',
  }),
})
