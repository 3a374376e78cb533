import { Type } from 'typebox'
import { type ExceptionId, exceptionKinds, resolutions } from '#model/sales/settlement'
import { IdParams, IdText, Instant, MoneyJson, PageOf, PageQuery, type Routes } from '#platform/http'
import { billProviders } from '#platform/payments'
import { listBills, listExceptions, resolveException, takeBill } from '#sales/settlement'
import { uploads } from '../upload.ts'

const Maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })
const BillJson = Type.Object({
  id: IdText,
  provider: Type.String(),
  fileName: Type.String(),
  from: Day,
  to: Day,
  lines: Type.Integer(),
  paid: MoneyJson,
  refunded: MoneyJson,
  fee: MoneyJson,
  others: Type.Integer({ description: 'Lines of other shops that share the account.' }),
  repeated: Type.Integer({ description: 'Lines that an earlier file had brought.' }),
  matched: Type.Integer(),
  open: Type.Integer({ description: 'Differences that nobody has settled yet.' }),
  takenAt: Instant,
  takenBy: Type.String(),
})
const DifferenceJson = Type.Object({
  id: IdText,
  billId: IdText,
  kind: Type.Enum([...exceptionKinds]),
  about: Type.Enum(['payment', 'refund']),
  provider: Type.String(),
  number: Type.String(),
  providerRef: Maybe(Type.String()),
  orderId: Maybe(IdText),
  oursStatus: Maybe(Type.String()),
  ours: Maybe(MoneyJson),
  theirs: Maybe(MoneyJson),
  happenedAt: Instant,
  resolution: Maybe(Type.Enum([...resolutions])),
  note: Maybe(Type.String()),
  resolvedAt: Maybe(Instant),
  resolvedBy: Maybe(Type.String()),
})
const ListQuery = Type.Object(
  {
    ...PageQuery,
    open: Type.Optional(Type.Boolean({ description: 'Only those nobody has settled; true unless said.' })),
  },
  { additionalProperties: false },
)
const ResolveBody = Type.Object(
  { resolution: Type.Enum([...resolutions]), note: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
)

const tags = ['settlement']
const reading = { needs: { staff: 'payments.read' } } as const
const settling = { needs: { staff: 'payments.settle' }, once: true } as const
const mostBytes = 20 * 1_048_576

/** The providers' bills, and what differs between them and our books. */
export function billRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/bills',
    {
      config: reading,
      schema: {
        tags,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(BillJson) },
      },
    },
    async ({ context, query }) => {
      const page = await listBills(context, query)
      return { ...page, rows: [...page.rows] }
    },
  )
  uploads(app, mostBytes, (scope, read) =>
    scope.post(
      '/api/v1/admin/bills',
      {
        config: settling,
        schema: { tags, description: 'A form with `provider` and `file`.', response: { 201: BillJson } },
      },
      async (request, reply) => {
        const { name, bytes, fields } = await read(request)
        const provider = billProviders.find((each) => each === fields.provider) ?? ''
        return reply.code(201).send(await takeBill(request.context, { provider, fileName: name, bytes }))
      },
    ),
  )
  app.get(
    '/api/v1/admin/bill-differences',
    { config: reading, schema: { tags, querystring: ListQuery, response: { 200: PageOf(DifferenceJson) } } },
    async ({ context, query }) => {
      const page = await listExceptions(context, query)
      return { ...page, rows: [...page.rows] }
    },
  )
  app.post(
    '/api/v1/admin/bill-differences/:id/settle',
    { config: settling, schema: { tags, params: IdParams, body: ResolveBody, response: { 200: DifferenceJson } } },
    ({ context, params, body }) => resolveException(context, { id: params.id as ExceptionId, ...body }),
  )
}
