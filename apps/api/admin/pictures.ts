import { Type } from 'typebox'
import { addPicture, describePicture, judgePicture, markPicture, supplyPicture, waitingPictures } from '#goods/media'
import { say } from '#kernel/text'
import { mediaLimits, mediaText, type PictureId } from '#model/goods/media'
import type { Context } from '#platform/context'
import { IdText, type Routes } from '#platform/http'
import { IdOf, Nullable, open } from '../goods-shapes.ts'
import { uploads } from '../upload.ts'

const tags = ['pictures']
const Params = Type.Object({ id: IdOf<'Picture'>() }, { additionalProperties: false })
const AltText = Type.String({ maxLength: mediaLimits.alt })
const AltBody = Type.Object({ alt: AltText, altEn: AltText }, { additionalProperties: false })
const WaitingJson = Type.Object({ id: IdText, sourceUrl: Type.String() })

const AddedJson = Type.Object({
  id: IdText,
  width: Type.Integer(),
  height: Type.Integer(),
  sharpness: Nullable(Type.Number()),
  remarks: Type.Array(Type.String()),
})

async function added(ctx: Context, id: PictureId) {
  const { flaws, waits: _, ...measures } = await judgePicture(ctx, id)
  const remarks = flaws.map(({ code, details }) => say(mediaText, ctx.locale, `media.flaw.${code}`, details))
  return { id, ...measures, remarks }
}

/** Uploading pictures, and giving files to those an import knows by address only. */
export function staffPictureRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/pictures/waiting',
    { config: { needs: { staff: 'products.read' } }, schema: { tags, response: { 200: Type.Array(WaitingJson) } } },
    async (request) => open(await waitingPictures(request.context, { limit: 500 })),
  )
  app.patch(
    '/api/v1/admin/pictures/:id',
    {
      config: { needs: { staff: 'products.write' } },
      schema: { tags, params: Params, body: AltBody, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await describePicture(request.context, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/v1/admin/pictures/:id/mark',
    {
      config: { needs: { staff: 'products.write' } },
      schema: {
        tags,
        params: Params,
        body: Type.Object({ scene: AltText, painPoint: AltText }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await markPicture(request.context, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  uploads(app, mediaLimits.bytes, (scope, read) => {
    scope.post(
      '/api/v1/admin/pictures',
      {
        config: { needs: { staff: 'products.write' } },
        schema: {
          tags,
          consumes: ['multipart/form-data'],
          description:
            'A form with `file`, `alt` and `altEn`. The same picture again gives the same id. `remarks` say where it breaks the picture rules.',
          response: { 201: AddedJson },
        },
      },
      async (request, reply) => {
        const { bytes, fields } = await read(request)
        const id = await addPicture(request.context, { bytes, alt: fields.alt ?? '', altEn: fields.altEn })
        return reply.code(201).send(await added(request.context, id))
      },
    )
    scope.post(
      '/api/v1/admin/pictures/:id/file',
      {
        config: { needs: { staff: 'products.write' } },
        schema: {
          tags,
          description: 'A form with `file`.',
          params: Params,
          consumes: ['multipart/form-data'],
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { bytes } = await read(request)
        await supplyPicture(request.context, request.params.id, bytes)
        return reply.code(204).send(null)
      },
    )
  })
}
