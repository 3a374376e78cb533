import { Type } from 'typebox'
import {
  type CashParcel,
  cashLists,
  cashResolutions,
  cashStatuses,
  type DifferenceId,
  differenceKinds,
} from '#model/sales/collections'
import type { OrderLineId } from '#model/sales/orders'
import { grades } from '#model/supply/inventory'
import type { ParcelId } from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { IdOf, IdParams, IdText, Instant, MoneyJson, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  cashByCarrier,
  findCash,
  listDifferences,
  listStatements,
  readStatement,
  settleCash,
  statementHeadMissing,
  takeStatement,
} from '#sales/collections'
import { gradeRefused, insideRefused, orderNumbersUnder } from '#sales/orders'
import { uploads } from '../upload.ts'

const Maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })
const CarrierJson = Type.Object({
  carrier: Type.String(),
  onTheWay: MoneyJson,
  collected: MoneyJson,
  handedIn: MoneyJson,
  writtenOff: MoneyJson,
  outstanding: MoneyJson,
  overdue: MoneyJson,
  oldest: Maybe(Instant),
})
const ParcelJson = Type.Object({
  id: IdText,
  carrier: Type.String(),
  waybillNumber: Type.String(),
  status: Type.Enum([...cashStatuses]),
  expected: MoneyJson,
  collected: MoneyJson,
  handedIn: MoneyJson,
  writtenOff: MoneyJson,
  fee: MoneyJson,
  outstanding: MoneyJson,
  dispatchedAt: Instant,
  collectedAt: Maybe(Instant),
  returnedAt: Maybe(Instant),
  gradedAt: Maybe(Instant),
  overdueAt: Maybe(Instant),
  orders: Type.Array(Type.Object({ id: IdText, number: Type.String() })),
})
const ParcelQuery = Type.Object(
  {
    ...PageQuery,
    list: Type.Optional(Type.Enum([...cashLists])),
    carrier: Type.Optional(Type.String({ maxLength: 10 })),
    waybillNumber: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
const InsideJson = Type.Object({
  lines: Type.Array(
    Type.Object({
      lineId: IdOf<'OrderLine'>(),
      sku: Type.String(),
      name: Type.Object({ zh: Type.String(), en: Type.String() }),
      quantity: Type.Integer(),
    }),
  ),
})
const GradesBody = Type.Object(
  {
    grades: Type.Array(
      Type.Object({ lineId: IdText, grade: Type.Enum([...grades]) }, { additionalProperties: false }),
      { minItems: 1, maxItems: 200 },
    ),
  },
  { additionalProperties: false },
)
const StatementJson = Type.Object({
  id: IdText,
  carrier: Type.String(),
  reference: Type.String(),
  fileName: Maybe(Type.String()),
  receivedOn: Day,
  lines: Type.Integer(),
  collected: MoneyJson,
  fee: MoneyJson,
  matched: Type.Integer({ description: 'Lines that were just what was outstanding.' }),
  open: Type.Integer({ description: 'Differences that nobody has settled yet.' }),
  takenAt: Instant,
  takenBy: Type.String(),
})
const Minor = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })
const StatementBody = Type.Object(
  {
    carrier: Type.String({ minLength: 1, maxLength: 10 }),
    reference: Type.String({ minLength: 1, maxLength: 60, description: 'The carrier’s own number of it.' }),
    receivedOn: Type.String({ format: 'date', description: 'The day on which the money came.' }),
    lines: Type.Array(
      Type.Object(
        { waybillNumber: Type.String({ minLength: 4, maxLength: 40 }), collectedMinor: Minor, feeMinor: Minor },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 5_000 },
    ),
  },
  { additionalProperties: false },
)
const DifferenceJson = Type.Object({
  id: IdText,
  kind: Type.Enum([...differenceKinds]),
  carrier: Type.String(),
  waybillNumber: Type.String(),
  ours: MoneyJson,
  theirs: MoneyJson,
  createdAt: Instant,
  resolution: Maybe(Type.Enum([...cashResolutions])),
  note: Maybe(Type.String()),
  resolvedAt: Maybe(Instant),
  resolvedBy: Maybe(Type.String()),
})
const OpenQuery = Type.Object(
  {
    ...PageQuery,
    open: Type.Optional(Type.Boolean({ description: 'Only those nobody has settled; true unless said.' })),
  },
  { additionalProperties: false },
)
const SettleBody = Type.Object(
  { resolution: Type.Enum([...cashResolutions]), note: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
)

const tags = ['cash']
const reading = { needs: { staff: 'payments.read' } } as const
const settling = { needs: { staff: 'payments.settle' }, once: true } as const
const mostBytes = 10 * 1_048_576

/** Cash that couriers collect: who holds how much, what they hand in, what differs, and what came back instead. */
export function cashRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/cash/carriers',
    { config: reading, schema: { tags, response: { 200: Type.Array(CarrierJson) } } },
    ({ context }) => cashByCarrier(context),
  )
  app.get(
    '/api/v1/admin/cash/parcels',
    { config: reading, schema: { tags, querystring: ParcelQuery, response: { 200: PageOf(ParcelJson) } } },
    async ({ context, query }) => {
      const page = await findCash(context, query)
      return { ...page, rows: await withOrders(context, page.rows) }
    },
  )
  app.get(
    '/api/v1/admin/cash/parcels/:id',
    {
      config: { needs: { staff: 'aftersales.grade' } },
      schema: { tags, params: IdParams, response: { 200: InsideJson } },
    },
    async ({ context, params }) => ({ lines: await insideRefused(context, params.id as ParcelId) }),
  )
  app.post(
    '/api/v1/admin/cash/parcels/:id/grades',
    {
      config: { needs: { staff: 'aftersales.grade' }, once: true },
      schema: { tags, params: IdParams, body: GradesBody, response: { 204: Type.Null() } },
    },
    async ({ context, params, body }, reply) => {
      const found = body.grades.map(({ lineId, grade }) => ({ lineId: lineId as OrderLineId, grade }))
      await gradeRefused(context, { parcelId: params.id as ParcelId, grades: found })
      return reply.code(204).send(null)
    },
  )
  statementRoutes(app)
  differenceRoutes(app)
}

/** One query for the orders of a page. */
async function withOrders(context: Context, parcels: readonly CashParcel[]) {
  const orders = await orderNumbersUnder(
    context,
    parcels.map(({ sourceId }) => sourceId),
  )
  return parcels.map((parcel) => ({ ...parcel, orders: [...(orders.get(parcel.sourceId) ?? [])] }))
}

function statementRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/cash/statements',
    {
      config: reading,
      schema: {
        tags,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(StatementJson) },
      },
    },
    async ({ context, query }) => {
      const page = await listStatements(context, query)
      return { ...page, rows: [...page.rows] }
    },
  )
  app.post(
    '/api/v1/admin/cash/statements',
    { config: settling, schema: { tags, body: StatementBody, response: { 201: StatementJson } } },
    async ({ context, body }, reply) => {
      const { currency } = await loadShop(context)
      const lines = body.lines.map(({ waybillNumber, collectedMinor, feeMinor }) => ({
        waybillNumber,
        collected: { minor: collectedMinor, currency },
        fee: { minor: feeMinor, currency },
      }))
      const receivedOn = Temporal.PlainDate.from(body.receivedOn)
      return reply.code(201).send(await takeStatement(context, { ...body, receivedOn, lines }))
    },
  )
  uploads(app, mostBytes, (scope, read) =>
    scope.post(
      '/api/v1/admin/cash/statements/sheet',
      {
        config: settling,
        schema: {
          tags,
          description: 'A form with `carrier`, `reference`, `receivedOn` (a day) and `file`.',
          response: { 201: StatementJson },
        },
      },
      async (request, reply) => {
        const { name, bytes, fields } = await read(request)
        const { carrier = '', reference = '', receivedOn = '' } = fields
        const day = dayIn(receivedOn)
        if (reference.trim() === '') throw statementHeadMissing({ field: 'reference' })
        if (!day) throw statementHeadMissing({ field: 'receivedOn' })
        const { currency } = await loadShop(request.context)
        const lines = await readStatement(bytes, currency)
        const taken = { carrier, reference: reference.trim(), receivedOn: day, lines, fileName: name }
        return reply.code(201).send(await takeStatement(request.context, taken))
      },
    ),
  )
}

/** A form's date field; undefined when it holds none. */
function dayIn(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }) : undefined
  } catch {
    return undefined
  }
}

function differenceRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/cash/differences',
    { config: reading, schema: { tags, querystring: OpenQuery, response: { 200: PageOf(DifferenceJson) } } },
    async ({ context, query }) => {
      const page = await listDifferences(context, query)
      return { ...page, rows: [...page.rows] }
    },
  )
  app.post(
    '/api/v1/admin/cash/differences/:id/settle',
    { config: settling, schema: { tags, params: IdParams, body: SettleBody, response: { 200: DifferenceJson } } },
    ({ context, params, body }) => settleCash(context, { id: params.id as DifferenceId, ...body }),
  )
}
