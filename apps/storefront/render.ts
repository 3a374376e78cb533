import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { listenIn, type WholePage } from './kept-pages.ts'
import type { View } from './view.ts'

const entry = new URL('../../dist/storefront/server/entry.mjs', import.meta.url)
export const builtAssets = fileURLToPath(new URL('../../dist/storefront/client/assets', import.meta.url))

type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void>

/** Opens the built pages. @throws Error when they were not built */
export async function openPages(): Promise<Show> {
  if (!existsSync(entry)) throw new Error('the storefront pages are not built')
  const { handler } = await withoutTakingRejections(async () => (await import(entry.href)) as { handler: Handler })
  return (request, reply, shown) => hand(handler, request, reply, shown)
}

/** Astro's adapter takes every rejected promise that nobody awaits, ours too: such a process would live on in doubt instead of being started again. */
async function withoutTakingRejections<Result>(load: () => Promise<Result>): Promise<Result> {
  const before = new Set(process.listeners('unhandledRejection'))
  const loaded = await load()
  for (const taker of process.listeners('unhandledRejection'))
    if (!before.has(taker)) process.off('unhandledRejection', taker)
  return loaded
}

export interface Shown {
  /** The file below `src/pages`, without its ending. */
  readonly shows: string
  readonly status?: number
  readonly view: View
  readonly page: unknown
  readonly isPrivate: boolean
  /** Takes the page when it is whole, to answer the next stranger with it. */
  readonly keep?: ((page: WholePage) => void) | undefined
}

export type Show = (request: FastifyRequest, reply: FastifyReply, shown: Shown) => Promise<void>

/** Hands the response over to Astro: from here on it writes status, headers and body. */
async function hand(
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
  { shows, status = 200, view, page, isPrivate, keep }: Shown,
): Promise<void> {
  reply.hijack()
  const response = reply.raw
  for (const [name, value] of Object.entries({
    ...reply.getHeaders(),
    ...headersOf(isPrivate),
    'content-language': view.locale === 'en' ? 'en' : 'zh-CN',
  }))
    if (value !== undefined) response.setHeader(name, value)
  if (keep) listenIn(response, view.formKey, keep)
  const asked = Object.create(request.raw, {
    url: { value: `/${shows}`, enumerable: true },
    method: { value: request.method === 'HEAD' ? 'HEAD' : 'GET', enumerable: true },
  }) as IncomingMessage
  // Astro listens on the socket and stops listening through `response.req`: it must find there the request it was given.
  Object.assign(response, { req: asked })
  const missing = (error?: unknown) => {
    request.log.error({ err: error, shows }, 'a storefront page is missing from the build')
    response.writeHead(500).end()
  }
  await handler(asked, response, missing, { view, page, status })
}

const headersOf = (isPrivate: boolean) => ({
  'cache-control': isPrivate ? 'private, no-store' : 'private, no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
})
