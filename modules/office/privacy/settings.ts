import { daysSetting, declareSettings } from '#platform/settings'

export const privacySettings = declareSettings('privacy', {
  thinkDays: daysSetting(7, {
    zh: '注销账号的冷静期',
    en: 'Days of thought before an account is erased',
    owner: 'operations',
    source: 'SEC-03',
  }),
})
