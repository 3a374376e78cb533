import { texts } from '#kernel/text'

export const carrierTexts = texts({
  'carriers.unreachable': {
    zh: '快递服务暂时没有应答，请稍后重试',
    en: 'The carrier service is not answering. Please try again shortly',
  },
  'carriers.answer_unreadable': {
    zh: '快递服务的应答无法识别，请稍后重试',
    en: 'The carrier service gave an answer we cannot read. Please try again shortly',
  },
  'carriers.declined': {
    zh: '快递公司拒绝了请求：{reason}（{carrierCode}）',
    en: 'The carrier declined the request: {reason} ({carrierCode})',
  },
  'carriers.push_forged': {
    zh: '物流推送未通过验证，已拒绝',
    en: 'The tracking push failed verification and was refused',
  },
})
