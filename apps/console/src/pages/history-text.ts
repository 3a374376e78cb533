import { texts } from '#kernel/text'

export const historyText = texts({
  none: { zh: '还没有记录', en: 'Nothing recorded yet' },
  'needs.permission': { zh: '查看变更记录需要权限 {permission}', en: 'Reading the history needs {permission}' },
})
