import type { RunningGateway } from '../../sandbox/gateway/gateway.ts'

/** Our accounts at the three providers for which the sandbox gateway speaks. */
export const accountsAt = ({ baseUrl, alipay, stripe, ...wechat }: RunningGateway['credentials']) => ({
  wechat: { ...wechat, baseUrl },
  alipay: { ...alipay, baseUrl },
  stripe: { ...stripe, baseUrl },
})
