import { stringify } from 'csv-stringify/sync'
import type { FastifyReply } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { statusesOf } from '#kernel/steps'
import { type Locale, say } from '#kernel/text'
import type { WarehouseId } from '#model/supply/inventory'
import { parcelSteps } from '#model/supply/shipping'
import { type OutboundId, outboundSources, outboundStatuses, warehouseText } from '#model/supply/warehouse'
import { type Context, limitOf } from '#platform/context'
import { Empty, IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { loadWarehouse } from '#supply/inventory'
import { parcelOfOutbound } from '#supply/shipping'
import {
  countOutbounds,
  exportUnshipped,
  findOutbounds,
  handOverList,
  loadOutbound,
  markPrinted,
  pickListData,
  recordPapers,
  shippingNoteData,
  type Unshipped,
  waybillData,
  waybillMissing,
} from '#supply/warehouse'
import { goodsInWords } from '../goods-in-words.ts'
import { itsOutbound, namedOutbounds, namedWarehouse } from '../within.ts'

const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const LineJson = Type.Object({
  id: IdText,
  sourceLineId: IdText,
  variantId: IdText,
  sku: Type.String(),
  name: Type.String(),
  specification: Type.String(),
  barcode: Nullable(Type.String()),
  quantity: Type.Integer(),
  picked: Type.Integer(),
  packed: Type.Integer(),
  short: Type.Integer(),
})
const OutboundJson = Type.Object({
  id: IdText,
  number: Type.String(),
  warehouseId: IdText,
  source: OneOf(outboundSources),
  sourceId: IdText,
  sourceNumber: Type.String(),
  sourceNumbers: Type.Array(Type.String(), { description: 'The orders that leave together; empty for one.' }),
  status: Type.Enum([...outboundStatuses]),
  carrier: Type.String(),
  requests: Type.Array(Type.String()),
  dispatchBy: Instant,
  picker: Nullable(Type.String()),
  packer: Nullable(Type.String()),
  printedAt: Nullable(Instant),
  releasedAt: Instant,
  handedOverAt: Nullable(Instant),
  version: Type.Integer(),
  lines: Type.Array(LineJson),
})
const ParcelJson = Type.Object({
  id: IdText,
  number: Type.String(),
  waybillNumber: Nullable(Type.String()),
  weightGrams: Nullable(Type.Integer()),
  status: OneOf(statusesOf(parcelSteps)),
})
const WaitingJson = Type.Object({
  outboundId: IdText,
  number: Type.String(),
  sourceNumber: Type.String(),
  carrier: Type.String(),
  waybillNumber: Nullable(Type.String()),
  weightGrams: Nullable(Type.Integer()),
  dispatchBy: Instant,
})

const FindQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(Type.Array(Type.Enum([...outboundStatuses]), { maxItems: 8 })),
    warehouseId: Type.Optional(IdText),
    carrier: Type.Optional(Type.String({ maxLength: 10 })),
    overdue: Type.Optional(Type.Boolean()),
    number: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
const IdsBody = Type.Object(
  { ids: Type.Array(IdText, { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
)
const IdsQuery = Type.Object(
  { ids: Type.Array(IdText, { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
)

const tags = ['outbound']
const mayRead = { needs: { staff: 'outbound.read' } } as const
/** Papers and sheets that show recipients whole are for those who pack. */
const mayPack = { needs: { staff: 'outbound.pack' } } as const
const mayList = { ...mayRead, within: 'listed' } as const

/** Outbound notes: lists and counters, one note, and its papers alone or in batch. */
export function outboundRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/outbounds',
    { config: mayList, schema: { tags, querystring: FindQuery, response: { 200: PageOf(OutboundJson) } } },
    async ({ context, query }) => {
      const { status, warehouseId, limit = 50, ...rest } = query
      const page = await findOutbounds(context, {
        ...rest,
        limit,
        statuses: status,
        warehouseId: warehouseId as WarehouseId | undefined,
        within: limitOf(context.actor, 'outbound.read'),
      })
      return { ...page, rows: await goodsInWords(context, page.rows) }
    },
  )
  app.get(
    '/api/v1/admin/outbounds/counts',
    {
      config: mayList,
      schema: {
        tags,
        querystring: Type.Object({ warehouseId: Type.Optional(IdText) }, { additionalProperties: false }),
        response: {
          200: Type.Object({ byStatus: Type.Record(Type.String(), Type.Integer()), overdue: Type.Integer() }),
        },
      },
    },
    ({ context, query }) =>
      countOutbounds(context, {
        warehouseId: query.warehouseId as WarehouseId | undefined,
        within: limitOf(context.actor, 'outbound.read'),
      }),
  )
  app.get(
    '/api/v1/admin/outbounds/:id',
    {
      config: { ...mayRead, within: itsOutbound },
      schema: {
        tags,
        params: IdParams,
        response: { 200: Type.Intersect([OutboundJson, Type.Object({ parcel: Nullable(ParcelJson) })]) },
      },
    },
    async ({ context, params }) => {
      const [outbound] = await goodsInWords(context, [await loadOutbound(context, params.id as OutboundId)])
      return { ...outbound!, parcel: (await parcelOfOutbound(context, outbound!.id)) ?? null }
    },
  )
  app.get(
    '/api/v1/admin/hand-over',
    {
      config: { ...mayRead, within: namedWarehouse },
      schema: {
        tags,
        querystring: Type.Object(
          { warehouseId: IdText, carrier: Type.Optional(Type.String({ maxLength: 10 })) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Array(WaitingJson) },
      },
    },
    async ({ context, query }) =>
      handOverList(context, {
        warehouseId: (await loadWarehouse(context, query.warehouseId)).id,
        carrier: query.carrier,
      }),
  )
  app.post(
    '/api/v1/admin/outbounds/printed',
    {
      config: { ...mayRead, once: true, within: namedOutbounds },
      schema: { tags, body: IdsBody, response: { 200: Empty } },
    },
    async ({ context, body }) => {
      await markPrinted(context, { outboundIds: body.ids as OutboundId[] })
      return {}
    },
  )
  app.get(
    '/api/v1/admin/outbounds/unshipped.csv',
    {
      config: { ...mayPack, within: 'listed' },
      schema: {
        tags,
        querystring: Type.Object({ warehouseId: Type.Optional(IdText) }, { additionalProperties: false }),
        produces: ['text/csv'],
      },
    },
    async ({ context, query }, reply) => {
      const rows = await exportUnshipped(context, {
        warehouseId: query.warehouseId as WarehouseId | undefined,
        within: limitOf(context.actor, 'outbound.pack'),
      })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="unshipped.csv"')
        .header('cache-control', 'no-store')
        .send(unshippedSheet(rows, context.locale))
    },
  )
  paperRoutes(app)
}

const columns = [
  'number',
  'sourceNumber',
  'warehouse',
  'status',
  'carrier',
  'waybillNumber',
  'recipient',
  'phone',
  'address',
  'requests',
  'goods',
  'dispatchBy',
] as const

/** With a byte order mark, so that a spreadsheet reads Chinese; no cell starts a formula. */
function unshippedSheet(rows: readonly Unshipped[], locale: Locale): string {
  const heads = columns.map((column) => say(warehouseText, locale, `warehouse.sheet.${column}`))
  const lines = rows.map((row) => columns.map((column) => harmless(cellOf(row, column, locale))))
  return `\uFEFF${stringify([heads, ...lines])}`
}

function cellOf(row: Unshipped, column: (typeof columns)[number], locale: Locale): string {
  if (column === 'status') return say(warehouseText, locale, `warehouse.status.${row.status}`)
  if (column === 'requests') return row.requests.join('; ')
  return String(row[column] ?? '')
}

const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** What prints, with its fonts and barcodes: loaded with the first paper. */
const press = () => import('#platform/documents')

type Paper = (context: Context, ids: readonly OutboundId[]) => Promise<Buffer>

const each = <Data>(ids: readonly OutboundId[], load: (id: OutboundId) => Promise<Data>): Promise<Data[]> =>
  Promise.all(ids.map(load))

const papers: Readonly<Record<string, Paper>> = {
  'pick-list': async (context, ids) => {
    const lists = await each(ids, (id) => pickListData(context, id, context.actor.name))
    return (await press()).pickListPdf(lists)
  },
  'shipping-note': async (context, ids) => {
    const notes = await each(ids, (id) => shippingNoteData(context, id, context.actor.name))
    await recordPapers(context, { outboundIds: ids, paper: 'shipping-note' })
    return (await press()).shippingNotePdf(notes)
  },
  waybill: async (context, ids) => {
    const waybills = await each(ids, (id) => oneWaybill(context, id))
    await recordPapers(context, { outboundIds: ids, paper: 'waybill' })
    return (await press()).waybillPdf(waybills)
  },
}

async function oneWaybill(context: Context, id: OutboundId) {
  const data = await waybillData(context, id, context.actor.name)
  if (!data) throw waybillMissing({ outboundId: id })
  return data
}

/** `GET …/outbounds/:id/pick-list.pdf` for one, `GET …/outbounds/pick-list.pdf?ids=…&ids=…` for a batch; the same for the other papers. */
function paperRoutes(app: Routes): void {
  for (const [name, print] of Object.entries(papers)) {
    const config: { needs: { staff: string } } = name === 'pick-list' ? mayRead : mayPack
    app.get(
      `/api/v1/admin/outbounds/:id/${name}.pdf`,
      { config: { ...config, within: itsOutbound }, schema: { tags, params: IdParams } },
      async ({ context, params }, reply) => send(reply, await print(context, [params.id as OutboundId]), name),
    )
    app.get(
      `/api/v1/admin/outbounds/${name}.pdf`,
      { config: { ...config, within: namedOutbounds }, schema: { tags, querystring: IdsQuery } },
      async ({ context, query }, reply) => send(reply, await print(context, query.ids as OutboundId[]), name),
    )
  }
}

const send = (reply: FastifyReply, pdf: Buffer, name: string) =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('content-security-policy', "frame-ancestors 'none'") // a browser's own PDF page is made of styles and scripts
    .header('cache-control', 'no-store')
    .send(pdf)
