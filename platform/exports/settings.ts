import { declareSettings, hoursSetting } from '#platform/settings'

export const exportSettings = declareSettings('exports', {
  keepFor: hoursSetting(72, {
    zh: '导出文件保留多久可下载',
    en: 'How long an exported file can be downloaded',
    owner: 'operations',
    source: 'SEC-08',
  }),
})
