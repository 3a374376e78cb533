import { texts } from '#kernel/text'

export const privacyText = texts({
  'privacy.not_the_platform': {
    zh: '政策由平台（第一家店）维护',
    en: 'Policies are kept by the platform, in its first shop',
  },
  'privacy.policy_not_found': { zh: '没有这份文件', en: 'There is no such document' },
  'privacy.policy_in_past': { zh: '生效时间不能早于现在', en: 'A policy cannot hold before now' },
  'privacy.consent_missing': {
    zh: '请先阅读并勾选同意现行的隐私政策与服务条款',
    en: 'Please read and agree to the privacy policy and terms in force',
  },
  'privacy.still_needed': {
    zh: '还有未完成的订单或售后（{parts}），完成后才能注销账号',
    en: 'Orders or cases are still under way ({parts}). The account can be closed once they are done',
  },
})
