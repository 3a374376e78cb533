import { declareSettings, hoursSetting } from '#platform/settings'

export const parcelDeskSettings = declareSettings('parcel-desk', {
  askAgainAfter: hoursSetting(12, {
    zh: '回复后多久可再次催件或查件',
    en: 'A buyer may ask again this long after an answer',
    owner: 'service',
    source: 'LOG-08',
  }),
})
