import { countSetting, declareSettings } from '#platform/settings'

export const batchSettings = declareSettings('batches', {
  mostRows: countSetting(4_000, {
    zh: '一次批量保存最多多少行',
    en: 'Rows that one bulk save may hold',
    owner: 'goods',
    source: 'CAT-14; decision 36',
  }),
})
