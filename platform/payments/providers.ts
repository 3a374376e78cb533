import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { alipay } from './alipay.ts'
import type { AlipayConfig } from './alipay-client.ts'
import { accountInvalid, providerMissing } from './errors.ts'
import type { PaymentGateway, PaymentProviders, ProviderAccount } from './index.ts'
import { stripePayments } from './stripe.ts'
import type { StripeConfig } from './stripe-client.ts'
import type { WechatPayConfig } from './wechat-client.ts'
import { wechatPay } from './wechat-pay.ts'

/** A provider we speak to: how its desk is opened, where it answers, and what an account must hold. */
interface Adapter {
  readonly baseUrl: string
  readonly needs: readonly string[]
  /** The field by which two accounts are told apart; no secret. */
  readonly knownBy: string
  open(account: ProviderAccount): PaymentGateway
}
export type Adapters = Readonly<Record<string, Adapter>>

export const paymentAdapters: Adapters = {
  wechat: {
    baseUrl: 'https://api.mch.weixin.qq.com',
    needs: ['appId', 'merchantId', 'merchantSerial', 'merchantPrivateKeyPem', 'apiV3Key'],
    knownBy: 'merchantId',
    open: (account) => wechatPay({ platformKeys: {}, ...account } as unknown as WechatPayConfig),
  },
  alipay: {
    baseUrl: 'https://openapi.alipay.com',
    needs: ['appId', 'sellerId', 'appPrivateKeyPem', 'alipayPublicKeyPem'],
    knownBy: 'appId',
    open: (account) => alipay(account as unknown as AlipayConfig),
  },
  stripe: {
    baseUrl: 'https://api.stripe.com',
    needs: ['accountId', 'secretKey', 'webhookSecret'],
    knownBy: 'accountId',
    open: (account) => stripePayments(account as unknown as StripeConfig),
  },
}

/**
 * The desks of all providers, opened when they are first needed and kept. An account of a shop's own answers at the address of the
 * installation's account (a sandbox, a test environment), so that no shop can send us anywhere else.
 */
export function paymentProviders(
  accounts: Readonly<Record<string, ProviderAccount | undefined>>,
  guard: (gateway: PaymentGateway) => PaymentGateway,
): PaymentProviders {
  const open = new LRUCache<string, PaymentGateway>({ max: 1_000 })
  return {
    names: Object.keys(paymentAdapters).filter((name) => accounts[name]),
    of(provider, own) {
      const adapter = paymentAdapters[provider]
      const account = own ? { ...own, baseUrl: accounts[provider]?.baseUrl } : accounts[provider]
      if (!adapter || !account) throw providerMissing({ provider })
      const whole = { ...account, baseUrl: account.baseUrl ?? adapter.baseUrl }
      const key = `${provider} ${createHash('sha256').update(JSON.stringify(whole)).digest('hex')}`
      const desk = open.get(key) ?? guard(opened(provider, adapter, whole))
      open.set(key, desk)
      return desk
    },
  }
}

/** A key that cannot be read shows when the desk is opened, not at the first payment. */
function opened(provider: string, adapter: Adapter, account: ProviderAccount): PaymentGateway {
  const missing = adapter.needs.find((field) => typeof account[field] !== 'string' || account[field] === '')
  if (missing) throw accountInvalid({ field: missing, provider })
  try {
    return adapter.open(account)
  } catch {
    throw accountInvalid({ field: adapter.needs.at(-1)!, provider })
  }
}
