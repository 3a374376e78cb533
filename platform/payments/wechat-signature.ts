import { createDecipheriv, type KeyObject, sign, verify } from 'node:crypto'
import type { NoticeFault } from './errors.ts'

const algorithm = 'WECHATPAY2-SHA256-RSA2048'
/** Source: pay.weixin.qq.com, APIv3 signature verification: refuse what was signed more than five minutes ago. */
const freshSeconds = 300

export type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Finds the platform's public key by its serial; undefined when we do not trust that serial. */
export type KeyOf = (serial: string) => Promise<KeyObject | undefined>

/** What is signed: each part followed by a line feed, the body as raw bytes. */
const signedBytes = (parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [typeof part === 'string' ? Buffer.from(part) : part, Buffer.from('\n')]))

export interface RequestToSign {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  readonly body: string
  readonly timestamp: string
  readonly nonce: string
}

export interface Merchant {
  readonly merchantId: string
  readonly merchantSerial: string
  readonly merchantKey: KeyObject
}

/** The value of the Authorization header of a request to WeChat Pay. */
export function authorization({ merchantId, merchantSerial, merchantKey }: Merchant, request: RequestToSign): string {
  const { method, target, body, timestamp, nonce } = request
  const signature = sign('sha256', signedBytes([method, target, timestamp, nonce, body]), merchantKey).toString(
    'base64',
  )
  const fields = { mchid: merchantId, nonce_str: nonce, signature, timestamp, serial_no: merchantSerial }
  return `${algorithm} ${Object.entries(fields)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}`
}

/**
 * What is wrong with the signature of an answer or a notification; undefined when it is in order. The age is checked
 * before the key is looked up, so that a replayed message cannot make us fetch certificates.
 */
export async function signatureFault(
  keyOf: KeyOf,
  headers: Headers,
  body: Buffer,
  now: Temporal.Instant,
): Promise<NoticeFault | undefined> {
  const [timestamp, nonce, serial, signature] = ['timestamp', 'nonce', 'serial', 'signature'].map((name) =>
    headerOf(headers, `wechatpay-${name}`),
  )
  if (!timestamp || !nonce || !serial || !signature) return 'headers_missing'
  if ((headerOf(headers, 'wechatpay-signature-type') ?? algorithm) !== algorithm) return 'algorithm'
  if (!isFresh(timestamp, now)) return 'stale'
  const key = await keyOf(serial)
  if (!key) return 'unknown_serial'
  return verify('sha256', signedBytes([timestamp, nonce, body]), key, Buffer.from(signature, 'base64'))
    ? undefined
    : 'signature'
}

/** A header that is given exactly once, whatever the case of its name. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const values = Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .map(([, value]) => value)
  return values.length === 1 && typeof values[0] === 'string' ? values[0] : undefined
}

const isFresh = (timestamp: string, now: Temporal.Instant): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.epochMilliseconds / 1000 - Number(timestamp)) <= freshSeconds

export interface EncryptedResource {
  readonly algorithm: string
  readonly nonce: string
  readonly ciphertext: string
  readonly associated_data?: string
}

/**
 * Opens an encrypted resource; undefined when it was not sealed with our key. Live keys have 32 bytes (AES-256-GCM);
 * WeChat's own published samples have 16, hence the cipher by the key's length.
 */
export function decryptResource(apiV3Key: string, resource: EncryptedResource): Buffer | undefined {
  const key = Buffer.from(apiV3Key)
  const sealed = Buffer.from(resource.ciphertext, 'base64')
  if (resource.algorithm !== 'AEAD_AES_256_GCM' || sealed.length < 16) return undefined
  try {
    const decipher = createDecipheriv(
      key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm',
      key,
      Buffer.from(resource.nonce),
      { authTagLength: 16 },
    )
    decipher.setAAD(Buffer.from(resource.associated_data ?? '')).setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined // the tag does not fit, or the nonce is of no use: either way it is not for us
  }
}
