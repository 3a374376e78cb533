import { texts } from '#kernel/text'

export const visitorDeskText = texts({
  'visitor-desk.not_found': { zh: '没有这条留言', en: 'There is no such question' },
  'visitor-desk.words_missing': { zh: '请写下内容', en: 'Please write something' },
  'visitor-desk.contact_missing': {
    zh: '请留下手机号或邮箱，方便我们回复您',
    en: 'Please leave a mobile number or an e-mail address so that we can answer you',
  },
  'visitor-desk.contact_invalid': {
    zh: '请填写正确的手机号或邮箱',
    en: 'That is neither a mobile number nor an e-mail address',
  },
  'visitor-desk.forbidden_words': {
    zh: '留言里有不能发布的内容或链接，请修改',
    en: 'There are words or links in it that we cannot take',
  },
  'visitor-desk.too_many': {
    zh: '留言太频繁，请 {minutes} 分钟后再试',
    en: 'That was a lot: please try again in {minutes} minutes',
  },
  'visitor-desk.dealt_with': { zh: '这条留言已经处理', en: 'This question has been dealt with' },
  'visitor-desk.not_answered': {
    zh: '回复后、且与商品有关的留言才能公开',
    en: 'Only an answered question about a product can be published',
  },
  'visitor-desk.status.open': { zh: '待回复', en: 'Open' },
  'visitor-desk.status.answered': { zh: '已回复', en: 'Answered' },
  'visitor-desk.status.closed': { zh: '已关闭', en: 'Closed' },
  'notice.visitor.question': {
    zh: '有访客留言，等待回复',
    en: 'A visitor has asked something and waits for an answer',
  },
  'visitor-desk.message.subject': { zh: '{shop}回复了您的留言', en: '{shop} has answered your question' },
  'visitor-desk.message.answered': {
    zh: '【{shop}】您问：{words} 回复：{answer}',
    en: '[{shop}] You asked: {words} Our answer: {answer}',
  },
})
