import { declareSettings, hoursSetting } from '#platform/settings'

export const contentSettings = declareSettings('content', {
  previewFor: hoursSetting(24, {
    zh: '装修预览链接有效多久',
    en: 'How long a preview link of a draft can be used',
    owner: 'operations',
    source: 'STO-02',
  }),
})
