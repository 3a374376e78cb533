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
  'payments.bill_unreadable': {
    zh: '账单读不出来（{reason}）：请上传渠道后台下载的原始文件',
    en: 'The bill cannot be read ({reason}): please upload the file as the provider’s site gave it',
  },
  'payments.provider_missing': {
    zh: '尚未配置支付渠道 {provider} 的账户',
    en: 'There is no account at the payment provider {provider}',
  },
  'payments.account_invalid': {
    zh: '支付账户的 {field} 不正确',
    en: 'The account’s {field} is not valid',
  },
})
