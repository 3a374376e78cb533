import { type Static, Type } from 'typebox'
import { say } from '#kernel/text'
import { type BulkId, bulkVerbNames, type SplitPreview, type SplitRule, splitRules } from '#model/sales/bulk'
import { longestNote, type OrderBox, type OrderId, orderFlags } from '#model/sales/orders'
import { IdOf, IdParams, IdText, Instant, MoneyJson, OneOf, type Routes } from '#platform/http'
import { askBulk, findRuns, loadRun, previewSplits, resultsOf, retryBulk, undoBulk } from '#sales/bulk'
import { raiseIssue } from '#sales/desk'
import { houseTexts } from '../../texts.ts'
import { Nullable } from '../goods-shapes.ts'
import { Names } from '../order-shapes.ts'
import { OrderFilterJson, orderFilterOf } from './orders.ts'

const tags = ['orders']
const closed = { additionalProperties: false }
const mostShown = 1_000
const DetailsJson = Type.Object(
  {
    words: Type.Optional(Type.String({ maxLength: longestNote, description: 'A reason, or the note itself' })),
    flag: Type.Optional(Nullable(OneOf(orderFlags))),
    carrier: Type.Optional(Type.String({ maxLength: 20 })),
    warehouseId: Type.Optional(IdOf<'Warehouse'>()),
    by: Type.Optional(OneOf<SplitRule>(splitRules)),
    tagIds: Type.Optional(Type.Array(IdOf<'OrderTag'>(), { maxItems: 50 })),
  },
  closed,
)
const chosen = {
  details: DetailsJson,
  orderIds: Type.Optional(Type.Array(IdOf<'Order'>(), { minItems: 1, maxItems: 5_000 })),
  filter: Type.Optional(OrderFilterJson),
}
const allUnlessNamed = { ...closed, description: 'Without orderIds: all orders that the filter leaves.' }
const BulkBody = Type.Object({ verb: OneOf(bulkVerbNames), ...chosen }, allUnlessNamed)
const SplitBody = Type.Object(chosen, allUnlessNamed)
const RunJson = Type.Object({
  id: IdText,
  verb: OneOf(bulkVerbNames),
  details: DetailsJson,
  status: OneOf(['waiting', 'finished']),
  total: Type.Integer(),
  done: Type.Integer(),
  refused: Type.Integer(),
  askedBy: Type.String(),
  askedAt: Instant,
  finishedAt: Nullable(Instant),
  undoes: Nullable(IdText),
  undoneBy: Nullable(IdText),
})
const ResultJson = Type.Object({
  orderId: IdText,
  number: Type.String(),
  status: OneOf(['waiting', 'done', 'refused']),
  code: Nullable(Type.String()),
  message: Nullable(Type.String()),
})

export const PiecesJson = Type.Object({ lineId: IdText, quantity: Type.Integer() })
export const OrderBoxJson = Type.Object({
  box: Type.Integer(),
  warehouseId: IdText,
  lines: Type.Array(PiecesJson),
})
const SplitPreviewJson = Type.Object({
  orderId: IdText,
  number: Type.String(),
  lines: Type.Array(Type.Object({ id: IdText, sku: Type.String(), name: Names, specification: Names })),
  before: Type.Array(OrderBoxJson),
  after: Nullable(Type.Array(OrderBoxJson)),
  waiting: Type.Array(PiecesJson),
  freight: Nullable(MoneyJson),
  message: Nullable(Type.String()),
})

/** One verb for many orders, done by a job, with a result for each. */
export function orderBulkRoutes(app: Routes): void {
  const reading = { needs: { staff: 'orders.read' } } as const
  const asking = { ...reading, once: true } as const
  app.get(
    '/api/v1/admin/bulk-runs',
    { config: reading, schema: { tags, response: { 200: Type.Object({ rows: Type.Array(RunJson) }) } } },
    async ({ context }) => ({ rows: await findRuns(context) }),
  )
  app.post(
    '/api/v1/admin/bulk-runs',
    { config: asking, schema: { tags, body: BulkBody, response: { 201: RunJson } } },
    async ({ context, body }, reply) => reply.code(201).send(await askBulk(context, askedBy(body))),
  )
  app.get(
    '/api/v1/admin/bulk-runs/:id',
    {
      config: reading,
      schema: {
        tags,
        params: IdParams,
        response: { 200: Type.Object({ run: RunJson, results: Type.Array(ResultJson) }) },
      },
    },
    async ({ context, params }) => {
      const run = await loadRun(context, params.id as BulkId)
      const results = await resultsOf(context, run.id, mostShown)
      return { run, results: results.map((each) => ({ ...each, message: whyOf(each, context.locale) })) }
    },
  )
  app.post(
    '/api/v1/admin/bulk-runs/split-preview',
    {
      config: { needs: { staff: 'orders.change' } },
      schema: {
        tags,
        body: SplitBody,
        response: { 200: Type.Object({ rows: Type.Array(SplitPreviewJson) }) },
      },
    },
    async ({ context, body }) => {
      const previews = await previewSplits(context, chosenIn(body))
      return { rows: previews.map((each) => ({ ...each, ...copied(each), message: whyOf(each, context.locale) })) }
    },
  )
  for (const [step, act] of [
    ['retry', retryBulk],
    ['undo', undoBulk],
  ] as const)
    app.post(
      `/api/v1/admin/bulk-runs/:id/${step}`,
      { config: asking, schema: { tags, params: IdParams, response: { 200: RunJson } } },
      ({ context, params }) => act(context, params.id as BulkId),
    )
  app.post(
    '/api/v1/admin/orders/:id/issues',
    {
      config: { needs: { staff: 'orders.change' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
        response: { 204: Type.Null() },
      },
    },
    async ({ context, params, body }, reply) => {
      await raiseIssue(context, { orderId: params.id as OrderId, ...body })
      return reply.code(204).send(null)
    },
  )
}

const chosenIn = ({ filter, details, orderIds }: Omit<Static<typeof BulkBody>, 'verb'>) => ({
  details,
  orderIds: orderIds as OrderId[] | undefined,
  filter: filter && orderFilterOf(filter),
})
const askedBy = ({ verb, ...which }: Static<typeof BulkBody>) => ({ verb, ...chosenIn(which) })

const copied = ({ lines, before, after, waiting }: SplitPreview) => ({
  lines: [...lines],
  before: before.map(boxed),
  after: after?.map(boxed) ?? null,
  waiting: [...waiting],
})
export const boxed = ({ lines, ...box }: OrderBox) => ({ ...box, lines: [...lines] })

type Refused = Pick<SplitPreview, 'code' | 'details'>
const whyOf = ({ code, details }: Refused, locale: 'zh' | 'en'): string | null =>
  code === null ? null : say(houseTexts, locale, code, details ?? {})
