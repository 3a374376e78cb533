import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { AlipaySdk } from 'alipay-sdk'
import type { CallLimits, OutsideReply } from '#platform/outbound'
import { alipayTime, readError } from './alipay-messages.ts'
import { BadAnswer, ProviderUnreachable } from './errors.ts'
import { readJson } from './messages.ts'
import { callProvider } from './provider-call.ts'

export interface AlipayConfig {
  /** https://openapi.alipay.com, or the sandbox gateway's address. */
  readonly baseUrl: string
  readonly appId: string
  /** Our account at Alipay (PID, 2088…): a notification must be about it. */
  readonly sellerId: string
  readonly appPrivateKeyPem: string
  readonly alipayPublicKeyPem: string
  readonly now?: () => Temporal.Instant
  readonly limits?: CallLimits
}

/** An authentic answer: a yes with its content, or Alipay's own no. */
export type AlipayAnswer =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string }

export interface AlipayClient {
  /** Asks the open platform. @throws ProviderUnreachable, BadAnswer when the outcome is unknown */
  ask(method: string, content: object): Promise<AlipayAnswer>
  /** The signed address of a page of Alipay's. */
  pageUrl(method: string, content: object, urls: { notifyUrl: string; returnUrl: string }): Promise<string>
  /** Whether Alipay signed these fields (RSA2). */
  isSigned(fields: Readonly<Record<string, string>>): Promise<boolean>
}

const notDecided = ['ACQ.SYSTEM_ERROR', 'isp.unknow-error', 'isp.unknown-error', 'aop.unknow-error']

/**
 * Speaks Alipay's open platform with RSA2. The official SDK signs and verifies; it is loaded at the first use. The call goes
 * through our own helper, which ends in time, and only an answer that Alipay signed is believed.
 */
export function alipayClient(config: AlipayConfig): AlipayClient {
  const now = config.now ?? Temporal.Now.instant
  const sdk = loadedOnce(config)
  return {
    async ask(method, content) {
      const signer = await sdk()
      const query = new URLSearchParams(
        signer.sdkExecute(method, { bizContent: content, timestamp: alipayTime(now()) }),
      )
      const reply = await send(config, query)
      return believe(signer, method, reply)
    },
    async pageUrl(method, content, urls) {
      const signer = await sdk()
      return signer.pageExecute(method, 'GET', { bizContent: content, timestamp: alipayTime(now()), ...urls })
    },
    async isSigned(fields) {
      return fields.sign_type === 'RSA2' && (await sdk()).checkNotifySignV2(fields)
    },
  }
}

function loadedOnce(config: AlipayConfig): () => Promise<AlipaySdk> {
  let loading: Promise<AlipaySdk> | undefined
  const keys = {
    privateKey: createPrivateKey(config.appPrivateKeyPem).export({ type: 'pkcs8', format: 'pem' }).toString().trim(),
    alipayPublicKey: createPublicKey(config.alipayPublicKeyPem)
      .export({ type: 'spki', format: 'pem' })
      .toString()
      .trim(),
  }
  const load = async () => {
    const { AlipaySdk } = await import('alipay-sdk')
    return new AlipaySdk({ appId: config.appId, keyType: 'PKCS8', gateway: `${config.baseUrl}/gateway.do`, ...keys })
  }
  return () => {
    loading ??= load()
    return loading
  }
}

/** The content travels in the body, all else in the address, as Alipay's documents have it. */
function send({ baseUrl, limits }: AlipayConfig, query: URLSearchParams): Promise<OutsideReply> {
  const body = new URLSearchParams({ biz_content: query.get('biz_content') ?? '' }).toString()
  query.delete('biz_content')
  const headers = {
    accept: 'application/json',
    'user-agent': 'zhanggui',
    'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
  }
  return callProvider(
    'alipay',
    { url: new URL(`${baseUrl}/gateway.do?${query}`), method: 'POST', headers, body },
    limits,
  )
}

function believe(signer: AlipaySdk, method: string, reply: OutsideReply): AlipayAnswer {
  if (reply.status === 429 || reply.status >= 500) throw new ProviderUnreachable('alipay', `${method}: ${reply.status}`)
  const whole = readJson(reply.body)
  if (reply.status !== 200 || typeof whole !== 'object' || whole === null)
    throw new BadAnswer('alipay', `${method} answered ${reply.status} in an unknown form`)
  const answer = whole as Readonly<Record<string, unknown>>
  const key = `${method.replaceAll('.', '_')}_response`
  const name = key in answer ? key : 'error_response'
  // The signature covers the node's bytes as they came, so it is cut out of the text, not written anew.
  const signed = signer.getSignStr(reply.body.toString('utf8'), name)
  if (typeof answer.sign !== 'string' || !signer.rsaCheck(signed, answer.sign))
    throw new BadAnswer('alipay', `${method} answered ${codeOf(answer[name])}, not authentic`)
  return toAnswer(method, answer[name])
}

const codeOf = (node: unknown): string => readError(node)?.sub_code ?? readError(node)?.code ?? ''

function toAnswer(method: string, node: unknown): AlipayAnswer {
  const said = readError(node)
  if (!said) throw new BadAnswer('alipay', `${method} answered in an unknown form`)
  if (said.code === '10000') return { ok: true, content: node }
  const code = said.sub_code ?? said.code
  // 10003: the work goes on; 20000: the service is not there for now.
  if (said.code === '10003' || said.code === '20000' || notDecided.includes(code))
    throw new ProviderUnreachable('alipay', `${method}: ${code}`)
  return { ok: false, code, message: said.sub_msg ?? said.msg ?? '' }
}
