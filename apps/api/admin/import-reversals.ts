import { Type } from 'typebox'
import { say } from '#kernel/text'
import type { Context } from '#platform/context'
import { Instant, OneOf, type Routes } from '#platform/http'
import {
  findReversal,
  type ImportId,
  importKind,
  loadImport,
  permitted,
  previewReversal,
  type Remark,
  type Reversal,
  reversalRemarks,
  reverseImport,
} from '#platform/imports'
import { houseTexts } from '../../texts.ts'
import { IdOf, Nullable } from '../goods-shapes.ts'

const tags = ['imports']
const needs = { staff: 'imports.run' }
const Params = Type.Object({ id: IdOf<'Import'>() }, { additionalProperties: false })
const ReversalJson = Type.Object({
  status: OneOf(['waiting', 'running', 'finished']),
  total: Type.Integer({ description: 'Things to take back' }),
  done: Type.Integer(),
  reversed: Type.Integer(),
  kept: Type.Integer({ description: 'Left as they are, because something happened to them since' }),
  actor: Type.String(),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})
const RemarkJson = Type.Object({
  row: Type.Integer(),
  subject: Type.String(),
  label: Type.String(),
  outcome: OneOf(['reversed', 'kept']),
  code: Type.String(),
  message: Type.String(),
})
const EffectsJson = Type.Array(
  Type.Object({ subject: Type.String(), did: OneOf(['created', 'updated']), count: Type.Integer() }),
)

/** Taking an import back: what it would do, doing it, what came of it. */
export function importReversalRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/imports/:id/reversal',
    {
      config: { needs },
      schema: {
        tags,
        params: Params,
        description: 'How far taking back is; null while nobody asked. The remarks say what stayed, and why.',
        response: { 200: Type.Object({ reversal: Nullable(ReversalJson), remarks: Type.Array(RemarkJson) }) },
      },
    },
    async (request) => {
      const { id } = request.params
      const kind = await kindOf(request.context, id)
      const [reversal, remarks] = [await findReversal(request.context, id), await reversalRemarks(request.context, id)]
      return {
        reversal: reversal ? reversalJson(reversal) : null,
        remarks: remarks.map(remarkIn(request.context, kind)),
      }
    },
  )
  app.get(
    '/api/v1/admin/imports/:id/reversal/preview',
    {
      config: { needs },
      schema: {
        tags,
        params: Params,
        description: 'What taking back would do, without doing it; the newest 2,000 things are looked at one by one.',
        response: { 200: Type.Object({ effects: EffectsJson, judged: Type.Integer(), kept: Type.Array(RemarkJson) }) },
      },
    },
    async (request) => {
      const kind = await kindOf(request.context, request.params.id)
      const { effects, judged, kept } = await previewReversal(request.context, request.params.id)
      return { effects, judged, kept: kept.slice(0, 200).map(remarkIn(request.context, kind)) }
    },
  )
  app.post(
    '/api/v1/admin/imports/:id/reverse',
    {
      config: { needs, once: true },
      schema: {
        tags,
        params: Params,
        description: 'Takes the import back as far as later changes allow. Asking again gives the same reversal.',
        response: { 202: ReversalJson },
      },
    },
    async (request, reply) => {
      await kindOf(request.context, request.params.id)
      return reply.code(202).send(reversalJson(await reverseImport(request.context, request.params.id)))
    },
  )
}

/** The kind of an import, for those who may bring such sheets in. @throws importNotFound, importNotPermitted */
async function kindOf(context: Context, id: ImportId): Promise<string> {
  const { kind } = await loadImport(context, id)
  return permitted(context.actor, importKind(kind)).kind
}

const reversalJson = ({ actor, ...reversal }: Reversal) => ({ ...reversal, actor: actor.name })

const remarkIn =
  ({ locale }: Context, kind: string) =>
  ({
    row,
    subject,
    label,
    outcome,
    code = '',
    details = {},
  }: Pick<Remark, 'row' | 'subject' | 'label' | 'outcome'> & Partial<Remark>) => {
    const texts = { ...houseTexts, ...importKind(kind).texts }
    return { row, subject, label, outcome, code, message: say(texts, locale, code, details) }
  }
