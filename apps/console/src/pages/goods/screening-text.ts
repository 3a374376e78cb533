import { texts } from '#kernel/text'

export const screeningPageText = texts({
  title: { zh: '违禁词与极限词', en: 'Banned words' },
  about: {
    zh: '上架前与改文案时自动检查；可按本店情况调整，须写明原因',
    en: 'Checked before a listing goes on sale and when its words change; adjust them for the shop, with a reason',
  },
  add: { zh: '添加词语', en: 'Add a word' },
  edit: { zh: '调整', en: 'Change' },
  reset: { zh: '恢复', en: 'Restore' },
  'reset.title': { zh: '恢复“{word}”？', en: 'Restore “{word}”?' },
  'reset.consequence': {
    zh: '内置词恢复原来的规则，自己加的词删除。',
    en: 'A built-in word is as it was; a word of yours is removed.',
  },
  'reset.none': { zh: '没有改过', en: 'It was not changed' },
  'edit.title': { zh: '调整“{word}”', en: 'Change “{word}”' },
  word: { zh: '词语', en: 'Word' },
  kind: { zh: '类别', en: 'Kind' },
  severity: { zh: '处理', en: 'Effect' },
  platform: { zh: '适用平台', en: 'Platform' },
  'platform.all': { zh: '全部', en: 'All' },
  'platform.hint': { zh: 'all 为全部；或填 taobao、jd、douyin 等', en: 'all, or one such as taobao, jd, douyin' },
  reason: { zh: '原因', en: 'Reason' },
  exceptions: { zh: '例外短语', en: 'Harmless phrases' },
  'exceptions.hint': {
    zh: '含有这个词但无妨的说法，输入后回车',
    en: 'Phrases in which it is harmless; Enter after each',
  },
  changed: { zh: '{by} 改过', en: 'Changed by {by}' },
  'filter.all': { zh: '全部', en: 'All' },
  search: { zh: '查词', en: 'Find a word' },
  try: { zh: '试一段文案', en: 'Try a text' },
  'try.go': { zh: '检查', en: 'Check' },
  'try.none': { zh: '没有发现违禁词', en: 'Nothing found' },
  'try.first': { zh: '先写一段文案', en: 'Write something first' },
  required: { zh: '请填写', en: 'Please fill this in' },
})
