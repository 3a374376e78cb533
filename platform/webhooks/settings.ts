import { countSetting, daysSetting, declareSettings, hoursSetting } from '#platform/settings'

const about = { owner: 'operations', source: 'standard-webhooks.md' } as const

export const webhookSettings = declareSettings('webhooks', {
  pauseAfterDays: daysSetting(5, {
    zh: '连续失败多少天后自动暂停',
    en: 'Days of nothing but failures until an endpoint is paused',
    ...about,
  }),
  pauseAfterFailures: countSetting(200, {
    zh: '连续失败多少次后自动暂停',
    en: 'Failures in a row until an endpoint is paused',
    ...about,
  }),
  secretOverlapHours: hoursSetting(24, {
    zh: '换密钥后旧密钥仍有效的时间',
    en: 'Hours for which a replaced secret still signs',
    ...about,
  }),
  keepDays: daysSetting(30, { zh: '推送记录保留天数', en: 'Days for which deliveries are kept', ...about }),
})
