import { texts } from '#kernel/text'

export const historyText = texts({
  none: { zh: '还没有记录', en: 'Nothing recorded yet' },
})
