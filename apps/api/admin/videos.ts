import { Type } from 'typebox'
import { loadProduct } from '#goods/catalog'
import { pictureNotFound, removeVideo, showVideo, videoOf } from '#goods/media'
import { isId } from '#kernel/id'
import { type PictureId, videoLimits, videoTypes } from '#model/goods/media'
import { IdText, OneOf, type Routes } from '#platform/http'
import { IdOf, NameJson, Nullable } from '../goods-shapes.ts'
import { uploads } from '../upload.ts'

const tags = ['pictures']
const Params = Type.Object({ id: IdOf<'Product'>() }, { additionalProperties: false })
const VideoJson = Type.Object({
  productId: IdText,
  type: OneOf(videoTypes),
  bytes: Type.Integer(),
  version: Type.String(),
  posterId: Nullable(IdText),
  words: NameJson,
  captions: Type.Array(OneOf(['zh', 'en'] as const)),
})

/** The film that a product shows beside its pictures. */
export function videoAdminRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/products/:id/video',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: Params, response: { 200: Type.Object({ video: Nullable(VideoJson) }) } },
    },
    async ({ context, params: { id } }) => {
      await loadProduct(context, id)
      const video = await videoOf(context, id)
      return { video: video ? { ...video, captions: [...video.captions] } : null }
    },
  )
  app.delete(
    '/api/v1/admin/products/:id/video',
    {
      config: { needs: { staff: 'products.write' } },
      schema: { tags, params: Params, response: { 204: Type.Null() } },
    },
    async ({ context, params: { id } }, reply) => {
      await removeVideo(context, id)
      return reply.code(204).send(null)
    },
  )
  uploads(app, videoLimits.bytes, (scope, read) => {
    scope.post(
      '/api/v1/admin/products/:id/video',
      {
        config: { needs: { staff: 'products.write' } },
        schema: {
          tags,
          params: Params,
          consumes: ['multipart/form-data'],
          description:
            'A form with `file` (MP4 or WebM, at most 60 MB), `words`, `wordsEn` and, as wished, `posterId`, `captions` and `captionsEn` (WebVTT). It takes the place of the film before.',
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { context, params } = request
        await loadProduct(context, params.id)
        const { bytes, fields } = await read(request)
        const { words = '', wordsEn, posterId, captions, captionsEn } = fields
        if (posterId && !isId(posterId)) throw pictureNotFound({ pictureId: posterId })
        const poster = (posterId || null) as PictureId | null
        await showVideo(context, {
          productId: params.id,
          bytes,
          words,
          wordsEn,
          posterId: poster,
          captions,
          captionsEn,
        })
        return reply.code(204).send(null)
      },
    )
  })
}
