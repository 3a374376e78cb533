import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { AnswerTooLarge, NoAnswer } from './errors.ts'

export interface OutsideCall {
  readonly url: URL
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface OutsideReply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface CallLimits {
  readonly connectMillis: number
  /** From the first byte out to the last byte in. */
  readonly totalMillis: number
  readonly bodyBytes: number
}

/**
 * One HTTP exchange that always ends. Redirects are answers, not followed. We use node:http rather than fetch because
 * fetch has no limit for the connection alone; a fresh connection each time spares us the stale keep-alive socket.
 *
 * @throws NoAnswer when no whole answer came in time
 * @throws AnswerTooLarge
 */
export async function exchange(call: OutsideCall, limits: CallLimits): Promise<OutsideReply> {
  const signal = AbortSignal.timeout(limits.totalMillis)
  try {
    const response = await send(call, limits, signal)
    const body = await readBody(response, limits.bodyBytes)
    return { status: response.statusCode ?? 0, headers: response.headers, body }
  } catch (error) {
    if (error instanceof AnswerTooLarge) throw error
    const reason = signal.aborted ? `no answer within ${limits.totalMillis} ms` : (error as Error).message
    throw new NoAnswer(reason, { cause: error })
  }
}

function send(call: OutsideCall, limits: CallLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const request = call.url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const open = request(call.url, { method: call.method, headers: call.headers, agent: false, signal }, resolve)
    open.on('error', reject)
    limitConnecting(open, limits.connectMillis)
    open.end(call.body)
  })
}

function limitConnecting(open: ClientRequest, millis: number): void {
  open.on('socket', (socket) => {
    const timer = setTimeout(() => open.destroy(new Error(`no connection within ${millis} ms`)), millis)
    socket.once('connect', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
  })
}

async function readBody(response: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw new AnswerTooLarge(`answer larger than ${most} bytes`)
    chunks.push(chunk)
  }
  if (!response.complete) throw new Error('the answer broke off')
  return Buffer.concat(chunks)
}
