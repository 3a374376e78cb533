import { createCipheriv, randomBytes, sign, verify } from 'node:crypto'
import type { Keys, PlatformKey } from './credentials.ts'
import { WechatError } from './errors.ts'

// The shop's adapter has its own signing code. This one is written again on purpose: a double that shared it would
// agree with its mistakes.

const scheme = 'WECHATPAY2-SHA256-RSA2048'
const freshSeconds = 300

/** The headers by which a merchant knows that an answer or a notification comes from us. */
export function platformSignature(
  key: PlatformKey,
  body: string | Buffer,
  now: Temporal.Instant,
): Record<string, string> {
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000))
  const nonce = randomBytes(16).toString('hex').toUpperCase()
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), Buffer.from(body), Buffer.from('\n')])
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': key.serial,
    'Wechatpay-Signature': sign('sha256', message, key.privateKey).toString('base64'),
    'Wechatpay-Signature-Type': scheme,
  }
}

/** Encrypts what only the merchant may read. */
export function seal(apiV3Key: string, content: string, associatedData: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce)).setAAD(
    Buffer.from(associatedData),
  )
  const ciphertext = Buffer.concat([cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  )
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: associatedData }
}

export interface SignedRequest {
  readonly method: string
  readonly target: string
  readonly authorization: string | undefined
  readonly body: Buffer
}

/** @throws WechatError 401 SIGN_ERROR unless our merchant signed exactly this request within five minutes */
export function checkMerchantSignature(keys: Keys, request: SignedRequest, now: Temporal.Instant): void {
  const { mchid, serial_no, timestamp, nonce_str, signature } = authorizationFields(request.authorization)
  const { merchantId, merchantSerial } = keys.merchant
  if (mchid !== merchantId) throw unsigned('商户号不存在 / unknown merchant number')
  if (serial_no !== merchantSerial) throw unsigned('商户证书序列号有误 / unknown merchant certificate serial')
  const age = Math.abs(now.epochMilliseconds / 1000 - Number(timestamp))
  if (!(age <= freshSeconds))
    throw unsigned(
      'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟 / timestamp is more than five minutes off',
    )
  const message = Buffer.concat([
    Buffer.from(`${request.method}\n${request.target}\n${timestamp}\n${nonce_str}\n`),
    request.body,
    Buffer.from('\n'),
  ])
  const good = verify('sha256', message, keys.merchantPublicKey, Buffer.from(signature ?? '', 'base64'))
  if (!good) throw unsigned('签名错误，请检查后再试 / the signature is wrong')
}

function authorizationFields(header: string | undefined): Record<string, string> {
  if (!header?.startsWith(`${scheme} `))
    throw unsigned('Http头Authorization值格式错误 / the Authorization header is missing or malformed')
  return Object.fromEntries([...header.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}

const unsigned = (message: string) => new WechatError(401, 'SIGN_ERROR', message)
