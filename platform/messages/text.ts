import { texts } from '#kernel/text'

export const messagesText = texts({
  'messages.not_found': { zh: '没有这条消息', en: 'There is no such message' },
})
