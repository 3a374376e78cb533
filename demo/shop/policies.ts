import type { Policy } from '#model/office/privacy'
import { publishPolicy } from '#office/privacy'
import type { Context } from '#platform/context'

type Words = Pick<Policy, 'kind' | 'title' | 'body'>

const policies: readonly Words[] = [
  {
    kind: 'privacy',
    title: { zh: '隐私政策', en: 'Privacy policy' },
    body: {
      zh: `# 我们收集什么
用户名、手机号；您下单时填写的收货人、电话和地址；您的订单与售后记录；登录设备与时间。我们不收集与购物无关的信息。

# 用来做什么
只用于登录、付款、发货、售后和您主动订阅的消息。没有您的同意，不发送营销信息。

# 交给谁
收货信息交给承运该包裹的快递公司；付款由您选择的支付机构完成。除此之外不提供给任何人。

# 怎样保管
手机号与地址加密存放，员工默认只能看到部分号码，每次查看完整信息都有记录。

# 您的权利
您可以随时在“隐私与账号”里下载自己的数据、撤回订阅或注销账号。注销后，除法律要求保存的订单记录（至少三年）外，个人信息会被删除。`,
      en: `# What we collect
User name and mobile number; recipient, phone and address of your orders; your orders and cases; devices and times of sign-in. Nothing that shopping does not need.

# What for
Signing in, paying, shipping, service, and the news you asked for. No marketing without your consent.

# Who gets it
The carrier of a parcel gets its address; payments are made by the provider you choose. Nobody else gets anything.

# How we keep it
Numbers and addresses are stored encrypted. Staff see parts of them, and every look at the whole is recorded.

# Your rights
Under “Privacy and account” you can download your data, stop the news and close your account. After that your personal data are erased, except the records of orders that the law makes us keep for at least three years.`,
    },
  },
  {
    kind: 'terms',
    title: { zh: '服务条款', en: 'Terms of service' },
    body: {
      zh: `# 订单
您提交订单并付款后合同成立，商品、价格与承诺以下单时的快照为准。

# 发货与收货
我们承诺在付款后 48 小时内发货；签收后 10 天未确认的，视为已收货。

# 退换
签收后 7 天内可申请退货，质量问题的运费由我们承担。退款按您当时的实付金额原路退回。`,
      en: `# Orders
The contract stands once you have placed and paid an order. Goods, price and promises are those recorded at that moment.

# Dispatch and receipt
We promise to dispatch within 48 hours after payment. Ten days after delivery an order counts as received.

# Returns
Within seven days of receipt you may return goods; if they are faulty we pay the freight. What you paid for them goes back the way it came.`,
    },
  },
]

/** What the demo's shoppers agree to. */
export async function publishPolicies(ctx: Context): Promise<void> {
  for (const policy of policies) await publishPolicy(ctx, policy)
}

/** The first version of each, ticked. */
export const agrees = { privacy: 1, terms: 1 } as const
