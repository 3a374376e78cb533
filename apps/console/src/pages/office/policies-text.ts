import { texts } from '#kernel/text'

export const policiesText = texts({
  title: { zh: '隐私政策与条款', en: 'Policies' },
  about: {
    zh: '顾客注册时同意现行版本；发布新版本后会再次请其同意。已发布的版本不能修改',
    en: 'Shoppers agree to the version in force when they register, and are asked again after a new one. A published version never changes',
  },
  'kind.privacy': { zh: '隐私政策', en: 'Privacy policy' },
  'kind.terms': { zh: '服务条款', en: 'Terms of service' },
  kind: { zh: '文件', en: 'Document' },
  version: { zh: '版本', en: 'Version' },
  holds: { zh: '生效时间', en: 'Holds from' },
  by: { zh: '发布人', en: 'Published by' },
  empty: {
    zh: '还没有文件。发布第一版后，顾客注册时须勾选同意',
    en: 'None yet. Once one is published, shoppers agree to it when they register',
  },
  publish: { zh: '发布新版本', en: 'Publish a version' },
  'publish.consequence': {
    zh: '生效后，未同意新版本的顾客会在账号页看到提示；新顾客须勾选同意。',
    en: 'Once it holds, shoppers who have not agreed are asked in their account, and new ones have to tick it.',
  },
  'title.zh': { zh: '标题（中文）', en: 'Title (Chinese)' },
  'title.en': { zh: '标题（英文）', en: 'Title (English)' },
  'body.zh': { zh: '正文（中文）', en: 'Text (Chinese)' },
  'body.en': { zh: '正文（英文）', en: 'Text (English)' },
  'body.hint': {
    zh: '空行分段；以“# ”开头的一行是小标题',
    en: 'Empty lines part paragraphs; a line that begins with “# ” is a heading',
  },
  'holds.hint': { zh: '留空即刻生效', en: 'Empty: at once' },
  required: { zh: '请填写', en: 'Please fill this in' },
})
