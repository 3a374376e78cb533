import { connect, type Socket } from 'node:net'

export interface Ask {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  /** Names in lower case; several cookies in one line, separated by a line feed. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** One kept-alive connection that asks one thing after the other. */
export interface Caller {
  ask(ask: Ask): Promise<Answer>
  close(): void
}

/**
 * A client that costs the machine as little as possible, because it takes its time from the server it measures: one socket, one
 * request at a time, and of HTTP/1.1 only what our servers send (content-length and chunked bodies).
 */
export function callerOf(url: string): Caller {
  const { hostname, port, host } = new URL(url)
  let socket: Socket | undefined
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined

  const lost = (error: Error) => {
    socket?.destroy()
    socket = undefined
    received = Buffer.alloc(0)
    waiting?.reject(error)
    waiting = undefined
  }
  const take = (piece: Buffer) => {
    received = received.length === 0 ? piece : Buffer.concat([received, piece])
    const answer = readAnswer(received)
    if (!answer) return
    received = Buffer.alloc(0)
    const { resolve } = waiting!
    waiting = undefined
    if (answer.headers.get('connection') === 'close') {
      socket?.destroy()
      socket = undefined
    }
    resolve(answer)
  }
  const open = () => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true })
    opened.on('data', take)
    opened.on('error', (error) => opened === socket && lost(error))
    opened.on('close', () => opened === socket && lost(new Error('the server closed the connection')))
    return opened
  }
  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket ??= open()
        socket.write(requestText(host, ask))
      }),
    close() {
      const closing = socket
      socket = undefined
      closing?.destroy()
    },
  }
}

function requestText(host: string, { method = 'GET', path, headers = {}, body }: Ask): string {
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`
  for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`
  if (body === undefined) return `${head}\r\n`
  return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

const endOfHead = Buffer.from('\r\n\r\n')

/** The whole answer at the beginning of these bytes; undefined while some of it is still to come. */
export function readAnswer(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(endOfHead)
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers.set(name, headers.has(name) ? `${headers.get(name)}\n${value}` : value)
  }
  const status = Number(first.slice(9, 12))
  const body = bodyOf(bytes, end + endOfHead.length, { status, headers })
  return body && { status, headers, body }
}

function bodyOf(bytes: Buffer, start: number, { status, headers }: Pick<Answer, 'status' | 'headers'>) {
  if (headers.get('transfer-encoding') === 'chunked') return chunks(bytes, start)
  const length = status === 204 || status === 304 ? 0 : Number(headers.get('content-length') ?? 0)
  return bytes.length >= start + length ? bytes.subarray(start, start + length) : undefined
}

function chunks(bytes: Buffer, start: number): Buffer | undefined {
  const pieces: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (bytes.length < next) return undefined
    if (size === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}
