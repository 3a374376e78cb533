import { texts } from '#kernel/text'

export const messagesText = texts({
  title: { zh: '消息', en: 'Messages' },
  about: {
    zh: '发给顾客的短信和邮件，最新的在前；未接短信服务时，验证码在这里看',
    en: 'Texts and e-mails to customers, newest first. While no provider is connected, codes can be read here',
  },
  refresh: { zh: '刷新', en: 'Refresh' },
  empty: { zh: '还没有发过消息', en: 'No message has been written yet' },
  at: { zh: '时间', en: 'Time' },
  channel: { zh: '渠道', en: 'Channel' },
  'channel.sms': { zh: '短信', en: 'SMS' },
  'channel.email': { zh: '邮件', en: 'E-mail' },
  recipient: { zh: '收件人', en: 'To' },
  body: { zh: '内容', en: 'Text' },
  purpose: { zh: '用途', en: 'Purpose' },
  'purpose.service': { zh: '服务', en: 'Service' },
  'purpose.security': { zh: '安全', en: 'Security' },
  'purpose.marketing': { zh: '营销', en: 'Marketing' },
  template: { zh: '模板', en: 'Template' },
})
