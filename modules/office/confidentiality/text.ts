import { texts } from '#kernel/text'

export const confidentialityText = texts({
  'confidentiality.other_version': {
    zh: '保密承诺已更新，请阅读新版本后再确认',
    en: 'The statement has changed: read the new version before you confirm',
  },
  'confidentiality.empty': { zh: '请填写中英文内容', en: 'Write the statement in both languages' },
})
