import { daysSetting, declareSettings } from '#platform/settings'

const owner = 'operations'

export const retentionSettings = declareSettings('retention', {
  messageDays: daysSetting(180, {
    zh: '发给顾客的消息保留天数',
    en: 'Days messages to customers are kept',
    owner,
    source: 'SEC-03',
  }),
  noticeDays: daysSetting(400, {
    zh: '支付和物流原始通知保留天数（处理完之后）',
    en: 'Days raw notices of payment and carriers are kept once worked on',
    owner,
    source: 'FIN-04',
  }),
  importFileDays: daysSetting(90, {
    zh: '导入文件保留天数（批次记录一直保留）',
    en: 'Days uploaded import files are kept (the record of the batch stays)',
    owner,
    source: 'CAT-14',
  }),
})
