import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type SharedAnswer, sharedHead, withKey } from '#platform/http'
import { type Compose, composedOnce } from './composed.ts'
import type { View } from './view.ts'

const entry = new URL('../../dist/storefront/server/entry.mjs', import.meta.url)
export const builtAssets = fileURLToPath(new URL('../../dist/storefront/client/assets', import.meta.url))

type Render = (
  shows: string,
  locals: { readonly view: View; readonly page: unknown; readonly status: number },
) => Promise<Response>

/** Opens the built pages. @throws Error when they were not built */
export async function openPages(): Promise<Show> {
  if (!existsSync(entry)) throw new Error('the storefront pages are not built')
  const { render } = (await import(entry.href)) as { render: Render }
  const compose = composedOnce(async ({ shows, status = 200, view, page }) => {
    const made = await render(shows, { view, page, status })
    const body = Buffer.from(await made.arrayBuffer())
    const pieces = view.form ? [body] : cutAt(body, view.formKey) // a form sends its key back, whatever it has become
    return { status: made.status, headers: Object.fromEntries(made.headers), pieces }
  })
  return (_request, reply, shown) => answer(compose, reply, shown)
}

export interface Shown {
  /** The file below `src/pages`, without its ending. */
  readonly shows: string
  readonly status?: number
  readonly view: View
  readonly page: unknown
  readonly isPrivate: boolean
  /** A page of ours may show it within itself. */
  readonly isFramed?: true | undefined
  /** It says nothing of the moment: the same data make the same page. */
  readonly timeless?: true | undefined
  /** Takes the page, to answer the next stranger with it. */
  readonly keep?: (page: WholePage) => void
}

/** A page as a stranger got it, cut where its forms bear their key: every visitor gets a key of their own. */
export type WholePage = Pick<SharedAnswer, 'head' | 'pieces'>

export type Show = (request: FastifyRequest, reply: FastifyReply, shown: Shown) => Promise<FastifyReply>

async function answer(compose: Compose, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { view, isPrivate, isFramed, keep } = shown
  const { status, headers, pieces } = await compose(shown)
  reply.headers({
    ...headers,
    ...headersOf(isPrivate),
    ...(isFramed && framed(headers)),
    'content-language': view.locale === 'en' ? 'en' : 'zh-CN',
  })
  if (status === 200) keep?.({ head: sharedHead(reply.getHeaders()), pieces })
  return reply.code(status).send(withKey(pieces, view.formKey))
}

const headersOf = (isPrivate: boolean) => ({
  'cache-control': isPrivate ? 'private, no-store' : 'private, no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
})

/** Only our own pages frame it, and no search engine keeps it. */
const framed = (headers: Readonly<Record<string, string>>) => ({
  'x-frame-options': 'SAMEORIGIN',
  'x-robots-tag': 'noindex',
  'content-security-policy': (headers['content-security-policy'] ?? '').replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
})

/** The body in pieces, without the word. */
export function cutAt(body: Buffer, word: string): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, from)) {
    pieces.push(body.subarray(from, at))
    from = at + word.length
  }
  return [...pieces, body.subarray(from)]
}
