import { daysSetting, declareSettings } from '#platform/settings'

export const favouritesSettings = declareSettings('favourites', {
  waitDays: daysSetting(
    180,
    {
      zh: '等待到货最多天数',
      en: 'Days a shopper waits for goods to be back',
      owner: 'operations',
      source: 'ACC-04',
    },
    1,
  ),
})
