import { texts } from '#kernel/text'

export const paymentTexts = texts({
  'payments.notice_forged': {
    zh: '支付通知未通过验证，已拒绝',
    en: 'The payment notification failed verification and was refused',
  },
  'payments.provider_declined': {
    zh: '支付渠道拒绝了这次请求（{providerCode}）',
    en: 'The payment provider declined the request ({providerCode})',
  },
})
