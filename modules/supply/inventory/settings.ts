import { daysSetting, declareSettings, minutesSetting, pointsSetting } from '#platform/settings'

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
  hotAt: pointsSetting(100, {
    zh: '同一规格每秒有多少单互相等待时自动设为抢购（0 为不自动）',
    en: 'Orders a second that wait for each other at one variant, above which it becomes hot by itself (0: never)',
    owner: 'operations',
    source: 'decision 30',
  }),
  hotFor: minutesSetting(10, {
    zh: '人群散去后自动抢购还保持多久',
    en: 'Time for which a variant stays hot by itself when the crowd has gone',
    owner: 'operations',
    source: 'decision 30',
  }),
  reservationGrace: minutesSetting(5, {
    zh: '预占过期后多久强制释放',
    en: 'Time after its expiry at which a forgotten reservation is released',
    owner: 'operations',
    source: 'INV-02',
  }),
})
