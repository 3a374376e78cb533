import { daysSetting, declareSettings, minutesSetting } from '#platform/settings'

export const inventorySettings = declareSettings('inventory', {
  expiryWarning: daysSetting(30, {
    zh: '批次到期前多少天提醒',
    en: 'Days before a lot expires that staff are warned',
    owner: 'warehouse',
    source: 'INV-09',
  }),
  claimWithin: minutesSetting(2, {
    zh: '爆款抢到后须在多久内下单',
    en: 'Time in which a claimed piece of a hot variant must be ordered',
    owner: 'operations',
    source: 'INV-02',
  }),
  reservationGrace: minutesSetting(5, {
    zh: '预占过期后多久强制释放',
    en: 'Time after its expiry at which a forgotten reservation is released',
    owner: 'operations',
    source: 'INV-02',
  }),
})
