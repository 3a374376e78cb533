import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A page as a stranger got it, cut where its forms bear their key: every visitor gets a key of their own. */
export interface KeptPage {
  readonly headers: Readonly<Record<string, string>>
  readonly pieces: readonly Buffer[]
}

/** The address of a page that all strangers see alike; undefined for whoever is known by a cookie, or is told good news. */
export function keptUnder({ method, url, headers }: FastifyRequest): string | undefined {
  const isStranger = !headers.cookie && !headers.authorization
  return method === 'GET' && isStranger && !/[?&]done=/.test(url) ? url : undefined
}

export function sendKept(reply: FastifyReply, { headers, pieces }: KeptPage): FastifyReply {
  const key = Buffer.from(randomUUID())
  return reply
    .headers(headers)
    .send(Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [key, piece]))))
}

const ofThePage = ['content-type', 'content-language', 'cache-control', 'x-content-type-options', 'referrer-policy']

/** Listens to a page on its way out and hands it over when it is whole. */
export function listenIn(
  response: ServerResponse,
  formKey: string,
  keep: (page: KeptPage, bytes: number) => void,
): void {
  const chunks: Buffer[] = []
  const { write, end } = response
  const hear = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string))
  }
  response.write = ((...words: Parameters<typeof write>) => {
    hear(words[0])
    return write.apply(response, words)
  }) as typeof write
  response.end = ((...words: Parameters<typeof end>) => {
    hear(words[0])
    if (response.statusCode === 200) {
      const body = Buffer.concat(chunks)
      keep({ headers: headersOf(response), pieces: cutAt(body, formKey) }, body.length)
    }
    return end.apply(response, words)
  }) as typeof end
}

const headersOf = (response: ServerResponse): Record<string, string> =>
  Object.fromEntries(
    [...ofThePage, 'x-frame-options', 'content-security-policy', 'link'].flatMap((name) => {
      const value = response.getHeader(name)
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )

function cutAt(body: Buffer, word: string): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, from)) {
    pieces.push(body.subarray(from, at))
    from = at + word.length
  }
  return [...pieces, body.subarray(from)]
}
