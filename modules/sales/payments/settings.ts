import { declareSettings, minorSetting, percentSetting } from '#platform/settings'
import type { OnlineMethod } from './model.ts'

const about = { owner: 'finance', source: 'PAY-06: 0.3–0.6 %; the rate is set per method inside it (D19)' } as const

export const paymentSettings = declareSettings('payments', {
  wechatFee: percentSetting(0.6, { ...about, zh: '微信支付手续费', en: 'Fee of WeChat Pay' }),
  alipayFee: percentSetting(0.6, { ...about, zh: '支付宝手续费', en: 'Fee of Alipay' }),
  cardFee: percentSetting(0.6, { ...about, zh: '银行卡手续费', en: 'Fee of cards' }),
  oneRefunds: minorSetting(200_000, {
    zh: '一人可退：一个订单由员工退款累计超过此金额，须另一人同意',
    en: 'One person may give back: above so much of an order in all, another one has to agree',
    owner: 'finance',
    source: 'AFS-30, AFS-25 ask for a limit and an approval without a number',
  }),
})

export const feeSettingOf: Readonly<Record<OnlineMethod, 'wechatFee' | 'alipayFee' | 'cardFee'>> = {
  wechat: 'wechatFee',
  alipay: 'alipayFee',
  card: 'cardFee',
}
