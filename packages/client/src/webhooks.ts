import type { WebhookMessage } from './api.ts'

/** A message that is not from the shop, was changed on its way, or is too old. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused'
}

export interface Received {
  /** `whsec_…` */
  readonly secret: string
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The body as it came, before anybody parsed it. */
  readonly body: string
  /** Absent: now. */
  readonly nowSeconds?: number
}

const tolerance = 300

/**
 * A message of the shop, once its signature is proven. Source: standard-webhooks.md.
 * @throws WebhookRefused
 */
export async function verifyWebhook({ secret, headers, body, nowSeconds }: Received): Promise<WebhookMessage> {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name])
  if (typeof id !== 'string' || typeof at !== 'string' || typeof signatures !== 'string')
    throw new WebhookRefused('a header is missing')
  const now = nowSeconds ?? Math.floor(Date.now() / 1_000)
  if (!(Math.abs(now - Number(at)) <= tolerance)) throw new WebhookRefused('the message is too old, or from the future')
  const usage = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(secret.replace(/^whsec_/, '')), usage, false, ['verify'])
  const signed = new TextEncoder().encode(`${id}.${at}.${body}`)
  for (const signature of signatures.split(' ')) {
    const [version, value = ''] = signature.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytes(value), signed)))
      return JSON.parse(body) as WebhookMessage
  }
  throw new WebhookRefused('no signature is ours')
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch {
    throw new WebhookRefused('a signature or secret is not base64')
  }
}
