import { declareSettings, hoursSetting } from '#platform/settings'

export const shippingSettings = declareSettings('shipping', {
  stalledAfter: hoursSetting(48, {
    zh: '物流无更新多久后自动建单',
    en: 'A parcel without tracking for this long opens a case',
    owner: 'service',
    source: 'LOG-06',
  }),
  askAfter: hoursSetting(6, {
    zh: '多久没有推送时主动查询物流',
    en: 'Ask the carrier when no push has come for this long',
    owner: 'service',
    source: 'LOG-05',
  }),
})
