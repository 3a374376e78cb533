import { type TSchema, Type } from 'typebox'
import { say } from '#kernel/text'
import type { WarehouseId } from '#model/supply/inventory'
import {
  type OutboundId,
  type OutboundLineId,
  outboundStatuses,
  type PickId,
  type ScanAnswer,
  shortReasons,
  warehouseText,
} from '#model/supply/warehouse'
import { type Context, limitOf } from '#platform/context'
import { Empty, IdParams, IdText, Instant, type Routes, type WithinRule } from '#platform/http'
import { loadWarehouse } from '#supply/inventory'
import {
  confirmRecipient,
  handOver,
  handOverList,
  listTasks,
  loadPackCheck,
  loadPickTask,
  outboundByNumber,
  outboundNotFound,
  putBack,
  putBackTasks,
  rejectPicked,
  reportShort,
  scanPack,
  scanPick,
  startPicking,
  takeNextTask,
  weighParcel,
} from '#supply/warehouse'
import { itsOutbound, namedWarehouse } from '../within.ts'

const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const DayJson = Type.Unsafe<Temporal.PlainDate>({ type: 'string' })
const Pieces = Type.Integer({ minimum: 1, maximum: 9_999 })
const Body = <Fields extends Record<string, TSchema>>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false })
const Code = Type.String({ minLength: 1, maxLength: 100 })

const PickJson = Type.Object({
  id: IdText,
  lineId: IdText,
  bin: Type.String(),
  variantId: IdText,
  sku: Type.String(),
  barcode: Nullable(Type.String()),
  name: Type.String(),
  specification: Type.String(),
  lot: Type.String(),
  expiresOn: Nullable(DayJson),
  quantity: Type.Integer(),
  picked: Type.Integer(),
  status: Type.String(),
})
const head = {
  outboundId: IdText,
  number: Type.String(),
  sourceNumber: Type.String(),
  status: Type.Enum([...outboundStatuses]),
  carrier: Type.String(),
}
const TaskJson = Type.Object({
  ...head,
  dispatchBy: Instant,
  requests: Type.Array(Type.String()),
  picker: Nullable(Type.String()),
  picks: Type.Array(PickJson),
  current: Nullable(IdText),
  atBin: Type.Boolean(),
  picked: Type.Integer(),
  total: Type.Integer(),
  waiting: Type.Array(Type.Object({ lineId: IdText, sku: Type.String(), quantity: Type.Integer() })),
})
const PackJson = Type.Object({
  ...head,
  requests: Type.Array(Type.String()),
  recipient: Type.Object({ name: Type.String(), phone: Type.String(), address: Type.String() }),
  waybillNumber: Nullable(Type.String()),
  packed: Type.Integer(),
  total: Type.Integer(),
  goodsComplete: Type.Boolean(),
  expectedGrams: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      id: IdText,
      variantId: IdText,
      sku: Type.String(),
      barcode: Nullable(Type.String()),
      name: Type.String(),
      specification: Type.String(),
      quantity: Type.Integer(),
      picked: Type.Integer(),
      packed: Type.Integer(),
      short: Type.Integer(),
    }),
  ),
})
const WaitingJson = Type.Object({
  ...head,
  status: Type.Optional(Type.Enum([...outboundStatuses])),
  waybillNumber: Nullable(Type.String()),
  weightGrams: Nullable(Type.Integer()),
  dispatchBy: Instant,
})
const HandOverJson = Type.Object({ carrier: Type.String(), waiting: Type.Array(WaitingJson) })
const TaskRowJson = Type.Object({
  ...head,
  dispatchBy: Instant,
  picker: Nullable(Type.String()),
  pieces: Type.Integer(),
})
const PutBackJson = Type.Object({
  outboundId: IdText,
  number: Type.String(),
  sourceNumber: Type.String(),
  picks: Type.Array(PickJson),
})
/** `message` is the answer in the caller's language when a scan was refused. */
const AnswerOf = <View extends TSchema>(view: View) =>
  Type.Object({
    accepted: Type.Boolean(),
    code: Nullable(Type.String()),
    message: Nullable(Type.String()),
    details: Type.Record(Type.String(), Type.Unknown()),
    view,
  })

const Scan = { scanId: IdText, code: Code }
const Short = { scanId: IdText, reason: Type.Enum([...shortReasons]) }

const tags = ['pda']
const may = (
  permission: 'outbound.pick' | 'outbound.pack' | 'outbound.hand_over' | 'outbound.read',
  within: WithinRule,
) => ({ needs: { staff: permission }, within }) as const

/** In the language of whoever scans. */
const told = <View>({ locale }: Context, answer: ScanAnswer<View>) => ({
  ...answer,
  message: answer.code ? say(warehouseText, locale, answer.code, answer.details) : null,
})

const at = (params: { id: string }) => params.id as OutboundId

/** What a scanner calls. Every scan carries an id made by the device: sent twice it counts once and gets the same answer. */
export function pdaRoutes(app: Routes): void {
  taskRoutes(app)
  pickRoutes(app)
  packRoutes(app)
  handOverRoutes(app)
  putBackRoutes(app)
}

const stages = {
  pick: ['released', 'picking'],
  pack: ['picked'],
  weigh: ['packed'],
  hand_over: ['weighed'],
  short: ['short'],
} as const

function taskRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/pda/tasks',
    {
      config: may('outbound.read', namedWarehouse),
      schema: {
        tags,
        querystring: Body({ warehouseId: IdText, stage: Type.Enum(['pick', 'pack', 'weigh', 'hand_over', 'short']) }),
        response: { 200: Type.Array(TaskRowJson) },
      },
    },
    async ({ context, query }) =>
      listTasks(context, {
        warehouseId: (await loadWarehouse(context, query.warehouseId)).id,
        statuses: stages[query.stage],
      }),
  )
  app.get(
    '/api/v1/admin/pda/find',
    {
      config: may('outbound.read', 'listed'),
      schema: { tags, querystring: Body({ number: Code }), response: { 200: Type.Object({ outboundId: IdText }) } },
    },
    async ({ context, query }) => {
      const outboundId = await outboundByNumber(context, {
        number: query.number.trim(),
        within: limitOf(context.actor, 'outbound.read'),
      })
      if (!outboundId) throw outboundNotFound({ outboundId: query.number })
      return { outboundId }
    },
  )
}

function pickRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/pda/next',
    {
      config: may('outbound.pick', namedWarehouse),
      schema: { tags, body: Body({ warehouseId: IdText }), response: { 200: TaskJson } },
    },
    ({ context, body }) => takeNextTask(context, { warehouseId: body.warehouseId as WarehouseId }),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/start',
    {
      config: may('outbound.pick', itsOutbound),
      schema: {
        tags,
        params: IdParams,
        body: Body({ takeOver: Type.Optional(Type.Boolean()) }),
        response: { 200: TaskJson },
      },
    },
    ({ context, params, body }) => startPicking(context, { outboundId: at(params), takeOver: body.takeOver }),
  )
  app.get(
    '/api/v1/admin/pda/outbounds/:id/pick',
    { config: may('outbound.pick', itsOutbound), schema: { tags, params: IdParams, response: { 200: TaskJson } } },
    ({ context, params }) => loadPickTask(context, at(params)),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/pick-scans',
    {
      config: may('outbound.pick', itsOutbound),
      schema: {
        tags,
        params: IdParams,
        body: Body({ ...Scan, quantity: Type.Optional(Pieces) }),
        response: { 200: AnswerOf(TaskJson) },
      },
    },
    async ({ context, params, body }) => told(context, await scanPick(context, { ...body, outboundId: at(params) })),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/shorts',
    {
      config: may('outbound.pick', itsOutbound),
      schema: {
        tags,
        params: IdParams,
        body: Body({
          ...Short,
          pickId: Type.Optional(IdText),
          lineId: Type.Optional(IdText),
          quantity: Type.Optional(Pieces),
        }),
        response: { 200: AnswerOf(TaskJson) },
      },
    },
    async ({ context, params, body: { pickId, lineId, ...rest } }) =>
      told(
        context,
        await reportShort(context, {
          ...rest,
          outboundId: at(params),
          pickId: pickId as PickId | undefined,
          lineId: lineId as OutboundLineId | undefined,
        }),
      ),
  )
}

function packRoutes(app: Routes): void {
  const answer = { 200: AnswerOf(PackJson) }
  app.get(
    '/api/v1/admin/pda/outbounds/:id/pack',
    { config: may('outbound.pack', itsOutbound), schema: { tags, params: IdParams, response: { 200: PackJson } } },
    ({ context, params }) => loadPackCheck(context, at(params)),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/pack-scans',
    {
      config: may('outbound.pack', itsOutbound),
      schema: { tags, params: IdParams, body: Body({ ...Scan, quantity: Type.Optional(Pieces) }), response: answer },
    },
    async ({ context, params, body }) => told(context, await scanPack(context, { ...body, outboundId: at(params) })),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/recipient-scans',
    {
      config: may('outbound.pack', itsOutbound),
      schema: { tags, params: IdParams, body: Body(Scan), response: answer },
    },
    async ({ context, params, body }) =>
      told(context, await confirmRecipient(context, { ...body, outboundId: at(params) })),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/weight',
    {
      config: may('outbound.pack', itsOutbound),
      schema: {
        tags,
        params: IdParams,
        body: Body({
          scanId: IdText,
          weightGrams: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
          postageMinor: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
          despiteDeviation: Type.Optional(Type.Boolean()),
        }),
        response: answer,
      },
    },
    async ({ context, params, body }) => told(context, await weighParcel(context, { ...body, outboundId: at(params) })),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/rejects',
    {
      config: may('outbound.pack', itsOutbound),
      schema: { tags, params: IdParams, body: Body({ ...Short, lineId: IdText, quantity: Pieces }), response: answer },
    },
    async ({ context, params, body }) =>
      told(
        context,
        await rejectPicked(context, { ...body, lineId: body.lineId as OutboundLineId, outboundId: at(params) }),
      ),
  )
}

function handOverRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/pda/hand-over',
    {
      config: may('outbound.hand_over', namedWarehouse),
      schema: {
        tags,
        querystring: Body({ warehouseId: IdText, carrier: Type.Optional(Type.String({ maxLength: 10 })) }),
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
    '/api/v1/admin/pda/hand-over-scans',
    {
      config: may('outbound.hand_over', namedWarehouse),
      schema: {
        tags,
        body: Body({ ...Scan, warehouseId: IdText, carrier: Type.String({ minLength: 1, maxLength: 10 }) }),
        response: { 200: AnswerOf(HandOverJson) },
      },
    },
    async ({ context, body }) =>
      told(context, await handOver(context, { ...body, warehouseId: body.warehouseId as WarehouseId })),
  )
}

function putBackRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/pda/put-back',
    {
      config: may('outbound.pick', namedWarehouse),
      schema: { tags, querystring: Body({ warehouseId: IdText }), response: { 200: Type.Array(PutBackJson) } },
    },
    async ({ context, query }) =>
      putBackTasks(context, { warehouseId: (await loadWarehouse(context, query.warehouseId)).id }),
  )
  app.post(
    '/api/v1/admin/pda/outbounds/:id/put-back',
    {
      config: { ...may('outbound.pick', itsOutbound), once: true },
      schema: { tags, params: IdParams, response: { 200: Empty } },
    },
    async ({ context, params }) => {
      await putBack(context, { outboundId: at(params) })
      return {}
    },
  )
}
