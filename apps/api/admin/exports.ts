import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { say } from '#kernel/text'
import { type Context, may } from '#platform/context'
import {
  agreeToExport,
  canDownload,
  downloadExport,
  type Export,
  exportFormats,
  exportKind,
  exportKinds,
  findExports,
  loadExport,
  reasonOf,
  requestExport,
  statusAt,
  waitsForSecond,
} from '#platform/exports'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { houseTexts } from '../../texts.ts'
import { IdOf, NameJson, Nullable } from '../goods-shapes.ts'

const tags = ['exports']
const needs = { staff: 'exports.run' } as const
const Params = Type.Object({ id: IdOf<'Export'>() }, { additionalProperties: false })
const Kind = Type.String({ maxLength: 40 })
const Filter = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 500 }), {
  description: 'The filters of the list as its address has them',
})
const RequestBody = Type.Object(
  {
    kind: Kind,
    format: OneOf(exportFormats),
    filter: Type.Optional(Filter),
    personal: Type.Optional(
      Type.Boolean({
        description: 'With the columns that hold personal data; takes a permission of its own and a reason',
      }),
    ),
    reason: Type.Optional(Type.String({ maxLength: 200, description: 'Why personal data are asked for' })),
  },
  { additionalProperties: false },
)
const KindJson = Type.Object({
  kind: Type.String(),
  label: NameJson,
  personal: Nullable(Type.String({ description: 'The permission that personal data take; null where there are none' })),
  mayPersonal: Type.Boolean(),
})
const ExportJson = Type.Object({
  id: IdText,
  number: Type.String(),
  kind: Type.String(),
  label: NameJson,
  format: OneOf(exportFormats),
  filter: Type.Record(Type.String(), Type.String()),
  personal: Type.Boolean(),
  status: OneOf(['waiting', 'running', 'finished', 'failed', 'expired']),
  rows: Type.Integer({ description: 'Rows written so far' }),
  bytes: Type.Integer(),
  downloadable: Type.Boolean(),
  waitsForSecond: Type.Boolean({
    description: 'Kept back until somebody else agrees that so many people’s data leave',
  }),
  agreedBy: Nullable(Type.String()),
  own: Type.Boolean({ description: 'Whether the caller asked for it' }),
  problem: Nullable(Type.String({ description: 'What ended it, in words' })),
  actor: Type.String(),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
  expiresAt: Nullable(Instant),
})

const WholeExportJson = Type.Object({
  ...ExportJson.properties,
  reason: Nullable(Type.String({ description: 'Why personal data were asked for' })),
})

/** Lists on their way out: asked for, written by a job, downloaded while they are kept. */
export function exportRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/export-kinds',
    { config: { needs }, schema: { tags, response: { 200: Type.Array(KindJson) } } },
    async ({ context }) =>
      permittedKinds(context).map(({ kind, label, personal }) => ({
        kind,
        label: { ...label },
        personal: personal ?? null,
        mayPersonal: personal !== undefined && may(context.actor, personal),
      })),
  )
  app.post(
    '/api/v1/admin/exports',
    {
      config: { needs, once: true, lane: 'export' },
      schema: { tags, body: RequestBody, response: { 202: ExportJson } },
    },
    async ({ context, body }, reply) => reply.code(202).send(exportJson(context, await requestExport(context, body))),
  )
  const Query = Type.Object(PageQuery, { additionalProperties: false })
  app.get(
    '/api/v1/admin/exports',
    { config: { needs }, schema: { tags, querystring: Query, response: { 200: PageOf(ExportJson) } } },
    async ({ context, query }) => {
      const page = await findExports(context, { kinds: permittedKinds(context).map(({ kind }) => kind), ...query })
      return { ...page, rows: page.rows.map((row) => exportJson(context, row)) }
    },
  )
  app.get(
    '/api/v1/admin/exports/:id',
    { config: { needs }, schema: { tags, params: Params, response: { 200: WholeExportJson } } },
    async ({ context, params }) => ({
      ...exportJson(context, await loadExport(context, params.id)),
      reason: await reasonOf(context, params.id),
    }),
  )
  app.post(
    '/api/v1/admin/exports/:id/agree',
    { config: { needs, once: true }, schema: { tags, params: Params, response: { 200: ExportJson } } },
    async ({ context, params }) => exportJson(context, await agreeToExport(context, params.id)),
  )
  app.get(
    '/api/v1/admin/exports/:id/file',
    { config: { needs, lane: 'export' }, schema: { tags, params: Params, produces: Object.values(types) } },
    async ({ context, params }, reply) => {
      const { export: wanted, bytes } = await downloadExport(context, params.id)
      const name = `${wanted.kind}-${wanted.number}.${wanted.format}`
      return reply
        .type(types[wanted.format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('content-length', wanted.bytes)
        .header('cache-control', 'no-store')
        .send(Readable.from(bytes))
    },
  )
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const permittedKinds = ({ actor }: Context) => exportKinds().filter(({ permission }) => may(actor, permission))

const exportJson = ({ actor, locale, now }: Context, row: Export) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  label: { ...exportKind(row.kind).label },
  format: row.format,
  filter: { ...row.filter },
  personal: row.personal,
  status: statusAt(row, now),
  rows: row.rows,
  bytes: row.bytes,
  downloadable: canDownload(row, now),
  waitsForSecond: waitsForSecond(row),
  agreedBy: row.agreedBy,
  own: row.actor.id === actor.id,
  problem: row.error === null ? null : say(houseTexts, locale, row.error),
  actor: row.actor.name,
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
  expiresAt: row.expiresAt,
})
