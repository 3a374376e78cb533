import { countSetting, declareSettings, hoursSetting } from '#platform/settings'

export const exportSettings = declareSettings('exports', {
  keepFor: hoursSetting(72, {
    zh: '导出文件保留多久可下载',
    en: 'How long an exported file can be downloaded',
    owner: 'operations',
    source: 'SEC-08',
  }),
  oneTakes: countSetting(1_000, {
    zh: '一名员工 24 小时内可自行导出多少行个人信息；超过需另一人复核',
    en: 'How many rows of personal data one member of staff may export alone within 24 hours; more takes a second person',
    owner: 'operations',
    source: 'S37',
  }),
})
