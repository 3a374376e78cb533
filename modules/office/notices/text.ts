import { texts } from '#kernel/text'

export const noticesText = texts({
  'notices.not_found': {
    zh: '没有这条通知，或已有人处理',
    en: 'There is no such notice, or somebody has dealt with it',
  },
})
