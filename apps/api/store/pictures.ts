import { Type } from 'typebox'
import { pictureFile, pictureNotFound } from '#goods/media'
import { type PictureFormat, type PictureWidth, pictureWidths } from '#model/goods/media'
import type { Routes } from '#platform/http'
import { IdOf } from '../goods-shapes.ts'

const Params = Type.Object(
  { id: IdOf<'Picture'>(), file: Type.String({ pattern: `^(${pictureWidths.join('|')})\\.(avif|webp)$` }) },
  { additionalProperties: false },
)

/** Pictures in their sizes. What lies at an address never changes, so browsers and proxies may keep it for good. */
export function pictureRoutes(app: Routes): void {
  app.get(
    '/pictures/:id/:file',
    { config: { needs: 'anyone', hidden: true }, schema: { params: Params } },
    async (request, reply) => {
      const { id, file } = request.params
      const [width, format] = file.split('.') as [string, PictureFormat]
      const bytes = await pictureFile(request.context, id, Number(width) as PictureWidth, format)
      if (!bytes) throw pictureNotFound({ pictureId: id })
      return reply
        .type(`image/${format}`)
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'",
        })
        .send(bytes)
    },
  )
}
