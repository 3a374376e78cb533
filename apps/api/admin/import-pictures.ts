import { Type } from 'typebox'
import { fetchAgain, fetchedFor } from '#goods/media'
import { say } from '#kernel/text'
import type { Context } from '#platform/context'
import type { Routes } from '#platform/http'
import { type ImportId, importKind, loadImport, permitted } from '#platform/imports'
import { houseTexts } from '../../texts.ts'
import { IdOf } from '../goods-shapes.ts'

const tags = ['imports']
const needs = { staff: 'imports.run' }
const Params = Type.Object({ id: IdOf<'Import'>() }, { additionalProperties: false })
const PicturesJson = Type.Object({
  waiting: Type.Integer(),
  fetched: Type.Integer(),
  failed: Type.Integer(),
  failures: Type.Array(
    Type.Object({
      row: Type.Integer(),
      url: Type.String(),
      code: Type.String(),
      message: Type.String(),
      attempts: Type.Integer(),
    }),
  ),
})

/** Pictures that an import named by address: how far they are, and trying the failed ones again. */
export function importPictureRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/imports/:id/pictures',
    { config: { needs }, schema: { tags, params: Params, response: { 200: PicturesJson } } },
    async (request) => {
      await mustBeTheirs(request.context, request.params.id)
      const { failures, ...counts } = await fetchedFor(request.context, request.params.id)
      const { locale } = request.context
      return {
        ...counts,
        failures: failures.map(({ details, ...one }) => ({
          ...one,
          message: say(houseTexts, locale, one.code, details),
        })),
      }
    },
  )
  app.post(
    '/api/v1/admin/imports/:id/pictures/fetch',
    {
      config: { needs, once: true },
      schema: {
        tags,
        params: Params,
        description: 'Tries failed and waiting pictures again, by a job.',
        response: { 202: Type.Object({ waiting: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      await mustBeTheirs(request.context, request.params.id)
      return reply.code(202).send({ waiting: await fetchAgain(request.context, request.params.id) })
    },
  )
}

/** @throws importNotFound, importNotPermitted */
async function mustBeTheirs(context: Context, id: ImportId): Promise<void> {
  permitted(context.actor, importKind((await loadImport(context, id)).kind))
}
