import { type Static, Type } from 'typebox'
import { say } from '#kernel/text'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  cancelImport,
  failuresOf,
  failuresSheet,
  failureText,
  findImports,
  type Import,
  type ImportKind,
  importKind,
  importLimits,
  previewSheet,
  requestImport,
  sheetTypes,
  templateOf,
  uploadSheet,
} from '#platform/imports'
import { houseTexts } from '../../texts.ts'
import { IdOf, NameJson, Nullable, open } from '../goods-shapes.ts'
import { kindFor, ownImport, permittedKinds } from '../import-access.ts'
import { sendSheet } from '../send-sheet.ts'
import { uploads } from '../upload.ts'
import { importPictureRoutes } from './import-pictures.ts'
import { importReversalRoutes } from './import-reversals.ts'

const tags = ['imports']
const needs = { staff: 'imports.run' }
const forms = ['csv', 'xlsx'] as const
const Params = Type.Object({ id: IdOf<'Import'>() }, { additionalProperties: false })
const FileParams = Type.Object({ id: IdOf<'File'>() }, { additionalProperties: false })
const Kind = Type.String({ maxLength: 40 })
const KindQuery = Type.Object(
  { kind: Type.Optional(Type.String({ maxLength: 40, default: 'products' })) },
  { additionalProperties: false },
)
const Columns = Type.Record(Type.String({ maxLength: 40 }), Nullable(Type.String({ maxLength: 300 })))
const RowJson = Type.Object({ row: Type.Integer(), values: Type.Record(Type.String(), Type.String()) })
const PreviewJson = Type.Object({
  fileId: IdText,
  fileName: Type.String(),
  format: Type.String({ description: 'csv, xlsx or xml' }),
  encoding: Type.String(),
  rows: Type.Integer(),
  heads: Type.Array(Type.String()),
  dialect: Nullable(Type.String({ description: 'The layout the sheet is read as; null for our own' })),
  columns: Type.Record(Type.String(), Type.String()),
  remembered: Type.Boolean({ description: 'The columns are those the shop chose for such a sheet before' }),
  looksLike: Nullable(Type.String({ description: 'Another kind of sheet this one seems to be' })),
  missing: Type.Array(Type.String()),
  sample: Type.Array(RowJson),
})
const ColumnsJson = Type.Array(
  Type.Object({ field: Type.String(), heads: Type.Array(Type.String()), required: Type.Boolean(), label: NameJson }),
)
const KindJson = Type.Object({
  kind: Type.String(),
  label: NameJson,
  columns: ColumnsJson,
  dialects: Type.Array(Type.Object({ name: Type.String(), label: NameJson, columns: ColumnsJson }), {
    description: 'Layouts of other programs; `columns` beside them are those of our own',
  }),
})
const Dialect = Type.Optional(
  Type.String({ maxLength: 40, description: 'A layout; empty for our own, nothing for the one that knows the heads' }),
)
const Options = Type.Object(
  {
    unknownCategory: Type.Optional(Type.Union([Type.Literal('create'), Type.Literal('report')])),
    listing: Type.Optional(Type.Union([Type.Literal('as_in_file'), Type.Literal('draft')])),
    pictureBase: Type.Optional(
      Type.String({
        maxLength: 500,
        pattern: '^(https?://.+)?$',
        description: 'Address of the folder in which pictures lie that a file names by their place only',
      }),
    ),
  },
  { additionalProperties: false },
)
const RequestBody = Type.Object(
  {
    kind: Kind,
    fileId: IdOf<'File'>(),
    dialect: Dialect,
    columns: Type.Optional(Columns),
    options: Type.Optional(Options),
    dryRun: Type.Boolean(),
  },
  { additionalProperties: false },
)
const ImportJson = Type.Object({
  id: IdText,
  number: Type.String(),
  kind: Type.String(),
  fileId: IdText,
  fileName: Type.String(),
  dryRun: Type.Boolean(),
  status: OneOf(['waiting', 'running', 'finished', 'failed', 'cancelled']),
  total: Type.Integer({ description: 'Rows of the sheet' }),
  done: Type.Integer({ description: 'Rows done so far' }),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  failed: Type.Integer({ description: 'Rows with something wrong' }),
  picturesWaiting: Type.Integer(),
  dialect: Nullable(Type.String()),
  columns: Type.Record(Type.String(), Type.String(), { description: 'Field → head of the column it is read from' }),
  options: Options,
  error: Nullable(Type.String({ description: 'Code of what ended it' })),
  problem: Nullable(Type.String({ description: 'The same in words' })),
  actor: Type.String(),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})
const FailureJson = Type.Object({
  row: Type.Integer(),
  field: Type.String(),
  code: Type.String(),
  message: Type.String(),
  value: Nullable(Type.String()),
})

/** Sheets on their way in: upload, columns, trial, run, progress, what failed. */
export function importRoutes(app: Routes): void {
  kindRoutes(app)
  sheetRoutes(app)
  runRoutes(app)
  failureRoutes(app)
  importReversalRoutes(app)
  importPictureRoutes(app)
}

function kindRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/import-kinds',
    { config: { needs }, schema: { tags, response: { 200: Type.Array(KindJson) } } },
    async ({ context }) => permittedKinds(context).map(kindJson),
  )
  app.get(
    '/api/v1/admin/import-kinds/:kind',
    { config: { needs }, schema: { tags, params: Type.Object({ kind: Kind }), response: { 200: KindJson } } },
    async (request) => kindJson(kindFor(request.context, request.params.kind)),
  )
  for (const form of forms)
    app.get(
      `/api/v1/admin/import-kinds/:kind/template.${form}`,
      {
        config: { needs },
        schema: {
          tags,
          params: Type.Object({ kind: Kind }),
          description: 'A sheet to start from, with notes and an example row, in the caller’s language.',
          produces: [sheetTypes[form]],
        },
      },
      async (request, reply) => {
        const { kind } = request.params
        const lines = templateOf(kindFor(request.context, kind), request.context.locale)
        return sendSheet(reply, { form, name: `${kind}-template`, lines })
      },
    )
}

const columnsJson = (columns: ImportKind['columns']) =>
  columns.map(({ field, heads, required, label }) => ({ field, heads, required, label }))

const kindJson = ({ kind, label, columns, dialects = [] }: ImportKind) =>
  open({
    kind,
    label,
    columns: columnsJson(columns),
    dialects: dialects.map((one) => ({ name: one.name, label: one.label, columns: columnsJson(one.columns) })),
  })

function sheetRoutes(app: Routes): void {
  uploads(app, importLimits.bytes, (scope, read) => {
    scope.post(
      '/api/v1/admin/imports/files',
      {
        config: { needs },
        schema: {
          tags,
          querystring: KindQuery,
          consumes: ['multipart/form-data'],
          description: 'A form with `file`. The same content again gives the same file.',
          response: { 201: PreviewJson },
        },
      },
      async (request, reply) => {
        const { kind = 'products' } = request.query as { kind?: string }
        const wanted = kindFor(request.context, kind)
        const { name, bytes } = await read(request)
        const fileId = await uploadSheet(request.context, { name, bytes })
        return reply.code(201).send(open(await previewSheet(request.context, wanted, fileId)))
      },
    )
  })
  app.post(
    '/api/v1/admin/imports/files/:id/preview',
    {
      config: { needs },
      schema: {
        tags,
        params: FileParams,
        body: Type.Object(
          { kind: Kind, dialect: Dialect, columns: Type.Optional(Columns) },
          { additionalProperties: false },
        ),
        response: { 200: PreviewJson },
      },
    },
    async (request) => {
      const { kind, ...chosen } = request.body
      return open(await previewSheet(request.context, kindFor(request.context, kind), request.params.id, chosen))
    },
  )
}

function runRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/imports',
    { config: { needs, once: true }, schema: { tags, body: RequestBody, response: { 202: ImportJson } } },
    async (request, reply) => {
      kindFor(request.context, request.body.kind)
      const { currency } = await loadShop(request.context)
      const wanted = await requestImport(request.context, {
        ...request.body,
        options: { ...request.body.options, currency },
      })
      return reply.code(202).send(importJson(request.context, wanted))
    },
  )
  const Query = Type.Object({ ...PageQuery, kind: Type.Optional(Kind) }, { additionalProperties: false })
  app.get(
    '/api/v1/admin/imports',
    { config: { needs }, schema: { tags, querystring: Query, response: { 200: PageOf(ImportJson) } } },
    async (request) => {
      const page = await findImports(request.context, {
        ...request.query,
        kinds: permittedKinds(request.context).map(({ kind }) => kind),
      })
      return { ...page, rows: page.rows.map((row) => importJson(request.context, row)) }
    },
  )
  app.get(
    '/api/v1/admin/imports/:id',
    { config: { needs }, schema: { tags, params: Params, response: { 200: ImportJson } } },
    async (request) => importJson(request.context, await ownImport(request.context, request.params.id)),
  )
  app.post(
    '/api/v1/admin/imports/:id/cancel',
    { config: { needs, once: true }, schema: { tags, params: Params, response: { 200: ImportJson } } },
    async (request) => {
      await ownImport(request.context, request.params.id)
      return importJson(request.context, await cancelImport(request.context, request.params.id))
    },
  )
}

function failureRoutes(app: Routes): void {
  const Query = Type.Object(
    {
      afterRow: Type.Optional(Type.Integer({ minimum: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 100 })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/v1/admin/imports/:id/failures',
    {
      config: { needs },
      schema: { tags, params: Params, querystring: Query, response: { 200: Type.Array(FailureJson) } },
    },
    async (request) => {
      const { texts } = importKind((await ownImport(request.context, request.params.id)).kind)
      const failures = await failuresOf(request.context, request.params.id, request.query)
      return failures.map((failure) => ({
        row: failure.row,
        field: failure.field,
        code: failure.code,
        message: failureText(texts, request.context.locale, failure),
        value: failure.value ?? null,
      }))
    },
  )
  for (const form of forms)
    app.get(
      `/api/v1/admin/imports/:id/failures.${form}`,
      { config: { needs }, schema: { tags, params: Params, produces: [sheetTypes[form]] } },
      async (request, reply) => {
        const { number } = await ownImport(request.context, request.params.id)
        const lines = await failuresSheet(request.context, request.params.id)
        return sendSheet(reply, { form, name: `${number}-failed`, lines })
      },
    )
}

const importJson = ({ locale }: Context, { plan, actor, ...row }: Import) => ({
  ...open(row),
  actor: actor.name,
  problem: row.error === null ? null : say(houseTexts, locale, row.error),
  picturesWaiting: plan.notes.picturesWaiting ?? 0,
  dialect: plan.dialect ?? null,
  columns: plan.columns,
  options: optionsOf(plan.options),
})

/** What a person chose; the shop's currency goes along by itself. */
const optionsOf = ({ unknownCategory, listing, pictureBase }: Import['plan']['options']) =>
  open({ unknownCategory, listing, pictureBase }) as Static<typeof Options>
