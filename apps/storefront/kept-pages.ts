import type { ServerResponse } from 'node:http'
import { type SharedAnswer, sharedHead } from '#platform/http'

/** A page as a stranger got it, cut where its forms bear their key: every visitor gets a key of their own. */
export type WholePage = Pick<SharedAnswer, 'head' | 'pieces'>

/** Listens to a page on its way out and hands it over when it is whole. */
export function listenIn(response: ServerResponse, formKey: string, keep: (page: WholePage) => void): void {
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
    if (response.statusCode === 200)
      keep({ head: sharedHead(response.getHeaders()), pieces: cutAt(Buffer.concat(chunks), formKey) })
    return end.apply(response, words)
  }) as typeof end
}

function cutAt(body: Buffer, word: string): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, from)) {
    pieces.push(body.subarray(from, at))
    from = at + word.length
  }
  return [...pieces, body.subarray(from)]
}
