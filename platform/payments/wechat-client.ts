import { createPrivateKey, randomBytes } from 'node:crypto'
import type { CallLimits, OutsideReply } from '#platform/outbound'
import { BadAnswer, ProviderUnreachable } from './errors.ts'
import { readJson } from './messages.ts'
import { billCallLimits, callProvider } from './provider-call.ts'
import { keyRing } from './wechat-keys.ts'
import { readError } from './wechat-messages.ts'
import { authorization, type KeyOf, signatureFault } from './wechat-signature.ts'

export interface WechatPayConfig {
  /** https://api.mch.weixin.qq.com, or the sandbox gateway's address. */
  readonly baseUrl: string
  readonly appId: string
  readonly merchantId: string
  readonly merchantSerial: string
  readonly merchantPrivateKeyPem: string
  /** 32 characters, set in the merchant's console. */
  readonly apiV3Key: string
  /** The platform's certificates or public keys in PEM, by serial. */
  readonly platformKeys: Readonly<Record<string, string>>
  readonly now?: () => Temporal.Instant
  readonly limits?: CallLimits
}

/** An authentic answer: a yes with its content, or WeChat's own no. */
export type WechatAnswer =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string }

export interface WechatClient {
  readonly keyOf: KeyOf
  /** @throws ProviderUnreachable, BadAnswer when the outcome is unknown */
  get(target: string): Promise<WechatAnswer>
  /** @throws ProviderUnreachable, BadAnswer when the outcome is unknown */
  post(target: string, content: object): Promise<WechatAnswer>
  /** Fetches a file from an address that the platform named; it comes unsigned, so that its hash must be known. */
  download(address: string): Promise<Buffer>
}

/** Speaks API v3: signs every request and believes only answers that the platform signed just now. */
export function wechatClient(config: WechatPayConfig): WechatClient {
  const now = config.now ?? Temporal.Now.instant
  const exchange = signedExchange(config, now)
  const keyOf = keyRing({ ...config, now, fetchCertificates: () => exchange('GET', '/v3/certificates', '') })
  const call = async (method: 'GET' | 'POST', target: string, body: string): Promise<WechatAnswer> => {
    const reply = await exchange(method, target, body)
    refuseUnsettled(reply, target)
    const fault = await signatureFault(keyOf, reply.headers, reply.body, now())
    if (fault)
      throw new BadAnswer('wechat', `${target} answered ${reply.status} ${errorCode(reply)}, not authentic: ${fault}`)
    return toAnswer(reply, target)
  }
  return {
    keyOf,
    get: (target) => call('GET', target, ''),
    post: (target, content) => call('POST', target, JSON.stringify(content)),
    download: async (address) => {
      const { origin, pathname, search } = new URL(address)
      if (origin !== new URL(config.baseUrl).origin)
        throw new BadAnswer('wechat', `a file at a strange place: ${origin}`)
      const reply = await exchange('GET', `${pathname}${search}`, '', billCallLimits)
      refuseUnsettled(reply, pathname)
      if (reply.status !== 200)
        throw new BadAnswer('wechat', `${pathname} answered ${reply.status} ${errorCode(reply)}`)
      return reply.body
    },
  }
}

function signedExchange(config: WechatPayConfig, now: () => Temporal.Instant) {
  const merchant = { ...config, merchantKey: createPrivateKey(config.merchantPrivateKeyPem) }
  return (method: 'GET' | 'POST', target: string, body: string, limits = config.limits): Promise<OutsideReply> => {
    const timestamp = String(Math.floor(now().epochMilliseconds / 1000))
    const nonce = randomBytes(16).toString('hex')
    const headers = {
      accept: 'application/json',
      'accept-encoding': 'identity', // the signature covers the bytes as sent
      'user-agent': 'zhanggui',
      authorization: authorization(merchant, { method, target, body, timestamp, nonce }),
      ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    }
    return callProvider('wechat', { url: new URL(target, config.baseUrl), method, headers, body }, limits)
  }
}

/** 429 and 5xx say nothing about the payment, signed or not; a redirect is no answer at all. */
function refuseUnsettled(reply: OutsideReply, target: string): void {
  if (reply.status === 429 || reply.status >= 500)
    throw new ProviderUnreachable('wechat', `${target} answered ${reply.status} ${errorCode(reply)}`)
  if (reply.status >= 300 && reply.status < 400) throw new BadAnswer('wechat', `${target} answered with a redirect`)
}

const errorCode = (reply: OutsideReply): string => readError(readJson(reply.body))?.code ?? ''

function toAnswer(reply: OutsideReply, target: string): WechatAnswer {
  if (reply.status < 300) return { ok: true, content: reply.body.length > 0 ? readJson(reply.body) : undefined }
  const error = readError(readJson(reply.body))
  if (!error) throw new BadAnswer('wechat', `${target} answered ${reply.status} in an unknown form`)
  return { ok: false, ...error }
}
