import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, isInner, isLoopback, lookupOutside, retryAfterMillis } from '#platform/outbound'

export interface WebhookMessage {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface WebhookReply {
  /** Absent when no answer came. */
  readonly status?: number
  /** Why none came, in a few words. */
  readonly problem?: string
  readonly excerpt: string
  readonly millis: number
  /** For how long it asked not to be told anything (`Retry-After`), in milliseconds. */
  readonly restMillis?: number
}

/** Carries messages to addresses that strangers gave us. */
export interface WebhookSender {
  /** Why an address is never called; undefined when it may be tried. */
  refuses(url: string): string | undefined
  /** One exchange that always ends and never throws. Redirects are answers, not followed. */
  send(message: WebhookMessage): Promise<WebhookReply>
}

export interface SenderOptions {
  /** Hosts in private networks that this installation may call, like `erp.internal`. */
  readonly privateHosts: readonly string[]
  /** A house that is itself only reached on this machine may call this machine. */
  readonly mayCallItself: boolean
  /** How long an attempt may take. Source: standard-webhooks.md, "15 to 30 s". */
  readonly totalMillis?: number
}

const usualTotalMillis = 15_000
const excerptLength = 2_000

/**
 * A sender that reaches the open internet over https and nothing else: the address is looked up once, judged, and that very
 * address is connected to, so that a name cannot point elsewhere a moment later.
 */
export function webhookSender(options: SenderOptions): WebhookSender {
  return { refuses: (url) => whyNot(url, options), send: (message) => exchange(message, options) }
}

function whyNot(text: string, options: SenderOptions): string | undefined {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return 'address'
  const host = bareHost(url)
  if (isAllowed(host, options)) return undefined
  if (isIP(host) && isInner(host)) return 'private'
  if (/(^|\.)(localhost|local|internal)$/.test(host)) return 'private'
  return url.protocol === 'https:' ? undefined : 'https'
}

function isAllowed(host: string, { privateHosts, mayCallItself }: SenderOptions): boolean {
  if (privateHosts.includes(host)) return true
  return mayCallItself && (host === 'localhost' || (isIP(host) > 0 && isLoopback(host)))
}

async function exchange(message: WebhookMessage, options: SenderOptions): Promise<WebhookReply> {
  const started = performance.now()
  const millis = () => Math.round(performance.now() - started)
  const refused = whyNot(message.url, options)
  if (refused) return { problem: `address refused: ${refused}`, excerpt: '', millis: 0 }
  const { totalMillis = usualTotalMillis } = options
  const signal = AbortSignal.timeout(totalMillis)
  try {
    const response = await open(message, options, signal)
    const excerpt = await readExcerpt(response)
    const restMillis = retryAfterMillis(response.headers['retry-after'])
    return { status: response.statusCode, excerpt, millis: millis(), ...(restMillis && { restMillis }) }
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    const problem = signal.aborted ? `no answer within ${totalMillis} ms` : (code ?? message)
    return { problem, excerpt: '', millis: millis() }
  }
}

function open({ url, headers, body }: WebhookMessage, options: SenderOptions, signal: AbortSignal) {
  const target = new URL(url)
  const request = target.protocol === 'https:' ? requestHttps : requestHttp
  const guarded = isAllowed(bareHost(target), options) ? undefined : lookupOutside
  return new Promise<IncomingMessage>((resolve, reject) => {
    const sent = { ...headers, 'content-length': String(Buffer.byteLength(body)) }
    request(target, { method: 'POST', headers: sent, agent: false, signal, lookup: guarded }, resolve)
      .on('error', reject)
      .end(body)
  })
}

/** The first words of an answer; the rest is not waited for. */
async function readExcerpt(response: IncomingMessage): Promise<string> {
  let text = ''
  response.setEncoding('utf8')
  for await (const chunk of response as AsyncIterable<string>) {
    text += chunk
    if (text.length >= excerptLength) break
  }
  response.destroy()
  return text.slice(0, excerptLength).replaceAll('\0', '')
}
