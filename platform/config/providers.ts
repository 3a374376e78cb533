import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SettingsReader } from './settings-reader.ts'

/** Our account at WeChat Pay (API v3). */
export interface WechatPaySettings {
  readonly baseUrl: string
  readonly appId: string
  readonly merchantId: string
  readonly merchantSerial: string
  readonly merchantPrivateKeyPem: string
  readonly apiV3Key: string
  /** Certificates or public keys of the platform in PEM, by serial. Empty: certificates are fetched. */
  readonly platformKeys: Readonly<Record<string, string>>
}

/** Our account at Kdniao (快递鸟). */
export interface KdniaoSettings {
  readonly baseUrl: string
  readonly businessId: string
  readonly apiKey: string
}

/** Our account at Alipay (open platform, RSA2). */
export interface AlipaySettings {
  readonly baseUrl: string
  readonly appId: string
  readonly sellerId: string
  readonly appPrivateKeyPem: string
  readonly alipayPublicKeyPem: string
}

/** Our account at Stripe. */
export interface StripeSettings {
  readonly baseUrl: string
  readonly accountId: string
  readonly secretKey: string
  readonly webhookSecret: string
}

const wechatNames = [
  'WECHAT_PAY_BASE_URL',
  'WECHAT_PAY_APP_ID',
  'WECHAT_PAY_MERCHANT_ID',
  'WECHAT_PAY_MERCHANT_SERIAL',
  'WECHAT_PAY_PRIVATE_KEY_FILE',
  'WECHAT_PAY_API_V3_KEY',
  'WECHAT_PAY_PLATFORM_KEY_FILE',
  'WECHAT_PAY_PLATFORM_KEY_ID',
]
const alipayNames = [
  'ALIPAY_BASE_URL',
  'ALIPAY_APP_ID',
  'ALIPAY_SELLER_ID',
  'ALIPAY_PRIVATE_KEY_FILE',
  'ALIPAY_PUBLIC_KEY_FILE',
]
const stripeNames = ['STRIPE_BASE_URL', 'STRIPE_ACCOUNT_ID', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']
const kdniaoNames = ['KDNIAO_BASE_URL', 'KDNIAO_BUSINESS_ID', 'KDNIAO_API_KEY']

/** All of an account or nothing of it: half an account would only show at the first payment. */
export function readWechatPay(settings: SettingsReader): WechatPaySettings | undefined {
  if (!isGiven(settings, 'WECHAT_PAY_', wechatNames)) return undefined
  const before = settings.problems.length
  const account = {
    baseUrl: settings.read('WECHAT_PAY_BASE_URL', httpsValid, toBaseUrl) ?? 'https://api.mch.weixin.qq.com',
    appId: settings.need('WECHAT_PAY_APP_ID', 'the app id, like wx8888888888888888', matching(/^wx\w{16}$/)),
    merchantId: settings.need('WECHAT_PAY_MERCHANT_ID', 'the merchant id of 8 to 10 digits', matching(/^\d{8,10}$/)),
    merchantSerial: settings.need(
      'WECHAT_PAY_MERCHANT_SERIAL',
      'the serial of the merchant certificate in hexadecimal',
      matching(/^[0-9A-Fa-f]{16,64}$/),
    ),
    merchantPrivateKeyPem: settings.need(
      'WECHAT_PAY_PRIVATE_KEY_FILE',
      'the path of a readable RSA private key in PEM',
      readPrivateKey,
    ),
    apiV3Key: settings.need('WECHAT_PAY_API_V3_KEY', 'the APIv3 key of 32 characters', (text) =>
      Buffer.byteLength(text) === 32 ? text : undefined,
    ),
    platformKeys: readPlatformKeys(settings),
  }
  return settings.problems.length === before ? (account as WechatPaySettings) : undefined
}

export function readAlipay(settings: SettingsReader): AlipaySettings | undefined {
  if (!isGiven(settings, 'ALIPAY_', alipayNames)) return undefined
  const before = settings.problems.length
  const account = {
    baseUrl: settings.read('ALIPAY_BASE_URL', httpsValid, toBaseUrl) ?? 'https://openapi.alipay.com',
    appId: settings.need('ALIPAY_APP_ID', 'the application id of 16 digits', matching(/^\d{16}$/)),
    sellerId: settings.need(
      'ALIPAY_SELLER_ID',
      'the merchant id (PID), like 2088123456789012',
      matching(/^2088\d{12}$/),
    ),
    appPrivateKeyPem: settings.need(
      'ALIPAY_PRIVATE_KEY_FILE',
      'the path of the readable RSA private key of the application in PEM',
      readPrivateKey,
    ),
    alipayPublicKeyPem: settings.need(
      'ALIPAY_PUBLIC_KEY_FILE',
      "the path of Alipay's readable RSA public key in PEM",
      readPublicKey,
    ),
  }
  return settings.problems.length === before ? (account as AlipaySettings) : undefined
}

export function readStripe(settings: SettingsReader): StripeSettings | undefined {
  if (!isGiven(settings, 'STRIPE_', stripeNames)) return undefined
  const before = settings.problems.length
  const account = {
    baseUrl: settings.read('STRIPE_BASE_URL', httpsValid, toBaseUrl) ?? 'https://api.stripe.com',
    accountId: settings.need('STRIPE_ACCOUNT_ID', 'the account id, like acct_1AbCdEfGhIjKlMnO', matching(/^acct_\w+$/)),
    secretKey: settings.need(
      'STRIPE_SECRET_KEY',
      'a secret or restricted key, like sk_live_…',
      matching(/^[sr]k_\w+$/),
    ),
    webhookSecret: settings.need('STRIPE_WEBHOOK_SECRET', 'the signing secret, like whsec_…', matching(/^whsec_\S+$/)),
  }
  return settings.problems.length === before ? (account as StripeSettings) : undefined
}

export function readKdniao(settings: SettingsReader): KdniaoSettings | undefined {
  if (!isGiven(settings, 'KDNIAO_', kdniaoNames)) return undefined
  const before = settings.problems.length
  const account = {
    baseUrl: settings.read('KDNIAO_BASE_URL', httpsValid, toBaseUrl) ?? 'https://api.kdniao.com',
    businessId: settings.need('KDNIAO_BUSINESS_ID', 'the business id (EBusinessID) in digits', matching(/^\d{4,12}$/)),
    apiKey: settings.need('KDNIAO_API_KEY', 'the API key, at least 16 characters', matching(/^\S{16,}$/)),
  }
  return settings.problems.length === before ? (account as KdniaoSettings) : undefined
}

/** Whether an account is configured. A misspelt name would silently leave it to the sandbox, so it is a problem. */
function isGiven(settings: SettingsReader, prefix: string, names: readonly string[]): boolean {
  const given = settings.given(prefix)
  for (const name of given)
    if (!names.includes(name)) settings.problems.push({ name, valid: `one of the known names: ${names.join(', ')}` })
  return given.length > 0
}

const httpsValid = 'an http or https address, like https://api.example.com'

function toBaseUrl(text: string): string | undefined {
  const url = URL.parse(text)
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href.replace(/\/$/, '') : undefined
}

const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined

function readPrivateKey(path: string): string | undefined {
  const pem = readFileSync(path, 'utf8')
  return createPrivateKey(pem).asymmetricKeyType === 'rsa' ? pem : undefined
}

function readPlatformKeys(settings: SettingsReader): Record<string, string> {
  const pem = settings.read(
    'WECHAT_PAY_PLATFORM_KEY_FILE',
    'the path of a readable certificate or public key in PEM',
    readPublicKey,
  )
  if (pem === undefined) return {}
  if (pem.includes('BEGIN CERTIFICATE')) return { [new X509Certificate(pem).serialNumber]: pem }
  const id = settings.need(
    'WECHAT_PAY_PLATFORM_KEY_ID',
    'the id of the public key, like PUB_KEY_ID_0114232134912410000000000000',
    matching(/^PUB_KEY_ID_\w+$/),
  )
  return id ? { [id]: pem } : {}
}

function readPublicKey(path: string): string | undefined {
  const pem = readFileSync(path, 'utf8')
  return createPublicKey(pem).asymmetricKeyType === 'rsa' ? pem : undefined
}
