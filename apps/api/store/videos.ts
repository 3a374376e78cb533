import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { storedVideo, videoBytes, videoNotFound } from '#goods/media'
import type { Routes } from '#platform/http'
import { IdOf } from '../goods-shapes.ts'
import { rangeIn } from './range.ts'

const Params = Type.Object(
  { product: IdOf<'Product'>(), film: Type.String({ pattern: '^[0-9a-f]{16}(\\.(mp4|webm)|-(zh|en)\\.vtt)$' }) },
  { additionalProperties: false },
)
const kept = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
}

/** Films and their captions, in the pieces that browsers ask for. What lies at an address never changes. */
export function videoRoutes(app: Routes): void {
  app.get(
    '/videos/:product/:film',
    { config: { needs: 'anyone', hidden: true }, schema: { params: Params } },
    async ({ context, params: { product, film }, headers }, reply) => {
      const video = await storedVideo(context, product, film.slice(0, 16))
      if (!video) throw videoNotFound({ productId: product })
      reply.headers(kept)
      if (film.endsWith('.vtt')) {
        const captions = video.captions[film.endsWith('-zh.vtt') ? 'zh' : 'en']
        if (!captions) throw videoNotFound({ productId: product })
        return reply.type('text/vtt; charset=utf-8').send(captions)
      }
      const range = rangeIn(headers.range, video.bytes)
      reply.type(`video/${video.type}`).header('accept-ranges', 'bytes')
      if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${video.bytes}`).send('')
      const { first, last } = range ?? { first: 0, last: video.bytes - 1 }
      if (range) reply.code(206).header('content-range', `bytes ${first}-${last}/${video.bytes}`)
      return reply
        .header('content-length', last - first + 1)
        .send(Readable.from(videoBytes(context, video, { first, last })))
    },
  )
}
