import { countSetting, declareSettings } from '#platform/settings'

export const bulkSettings = declareSettings('bulk', {
  mostOrders: countSetting(5_000, {
    zh: '一次批量操作最多多少单',
    en: 'Orders that one bulk action may cover',
    owner: 'operations',
    source: 'ORD-16; the catalogue names no number',
  }),
})
