import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, isInner, lookupOutside } from '#platform/outbound'

/** Why nothing was brought. `status` and `type` come with what was answered. */
export type DownloadProblem = 'address' | 'private' | 'redirects' | 'status' | 'type' | 'too_large' | 'no_answer'

export type Download = { readonly bytes: Buffer } | { readonly problem: DownloadProblem; readonly said?: string }

/** Brings files from addresses that strangers gave us. */
export interface Downloads {
  /** One picture of at most so many bytes. It always ends and never throws. */
  picture(url: string, mostBytes: number): Promise<Download>
}

export interface DownloaderOptions {
  /** For tests and trial houses: hosts that may be reached although they are private. */
  readonly privateHosts?: readonly string[]
  readonly totalMillis?: number
}

const mostRedirects = 3

/** Source: reliability rule R9; a picture of 10 MB at 1 MB a second. */
const usualMillis = 15_000

/**
 * Reaches the open internet and nothing else: each name is looked up once, judged, and that very address is connected to; each
 * redirect is judged like the first address.
 */
export function downloader({ privateHosts = [], totalMillis = usualMillis }: DownloaderOptions = {}): Downloads {
  const isAllowed = (url: URL) => privateHosts.includes(bareHost(url))
  return {
    async picture(address, mostBytes) {
      const signal = AbortSignal.timeout(totalMillis)
      try {
        return await follow(address, { isAllowed, mostBytes, signal })
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException
        if (code === 'address refused: private') return { problem: 'private' }
        return { problem: 'no_answer', said: signal.aborted ? `${totalMillis} ms` : (code ?? message) }
      }
    },
  }
}

interface Way {
  readonly isAllowed: (url: URL) => boolean
  readonly mostBytes: number
  readonly signal: AbortSignal
}

async function follow(address: string, way: Way): Promise<Download> {
  let next = address
  for (let asked = 0; asked <= mostRedirects; asked += 1) {
    const url = URL.parse(next)
    const refused = whyNot(url, way)
    if (!url || refused) return { problem: refused ?? 'address' }
    const response = await open(url, way)
    const { location } = response.headers
    if (!isRedirect(response) || !location) return read(response, way)
    response.destroy()
    next = URL.parse(location, url)?.href ?? ''
  }
  return { problem: 'redirects' }
}

function whyNot(url: URL | null, { isAllowed }: Way): DownloadProblem | undefined {
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return 'address'
  const host = bareHost(url)
  if (isAllowed(url)) return undefined
  if (isIP(host) && isInner(host)) return 'private'
  return /(^|\.)(localhost|local|internal)$/.test(host) ? 'private' : undefined
}

const isRedirect = ({ statusCode = 0 }: IncomingMessage): boolean => [301, 302, 303, 307, 308].includes(statusCode)

function open(url: URL, { isAllowed, signal }: Way): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const lookup = isAllowed(url) ? undefined : lookupOutside
  const headers = { accept: 'image/avif,image/webp,image/*', 'user-agent': 'Zhanggui' }
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false, signal, lookup }, resolve).on('error', reject).end()
  })
}

async function read(response: IncomingMessage, { mostBytes }: Way): Promise<Download> {
  const { statusCode = 0, headers } = response
  const type = headers['content-type'] ?? ''
  const refused: Download | undefined =
    statusCode !== 200
      ? { problem: 'status', said: String(statusCode) }
      : /^(?:image\/|application\/octet-stream|binary\/|$)/i.test(type)
        ? undefined
        : { problem: 'type', said: type.slice(0, 100) }
  const whole = refused ? undefined : await readAtMost(response, mostBytes)
  response.destroy()
  return refused ?? (whole ? { bytes: whole } : { problem: 'too_large' })
}

/** Undefined when there is more than allowed; the rest is not waited for. */
async function readAtMost(response: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(response.headers['content-length'] ?? 0) > most) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  if (!response.complete) throw new Error('the answer broke off')
  return Buffer.concat(chunks)
}
