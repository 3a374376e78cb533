import { Type } from 'typebox'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import type { Warehouse, WarehouseId } from '#model/supply/inventory'
import { noteKinds, type Transfer, type TransferId, transferLimits, transferStatuses } from '#model/supply/transfers'
import { type Context, limitOf } from '#platform/context'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { askTransfer, loadOrder } from '#sales/orders'
import { suggestPicks, warehouses } from '#supply/inventory'
import {
  acceptTransfer,
  closeTransfer,
  findTransfers,
  followTransfer,
  loadTransfer,
  notesOf,
  receiveTransfer,
  refuseTransfer,
  sendTransfer,
  transferQueues,
  transfersOf,
  withdrawTransfer,
} from '#supply/transfers'
import { NameJson, Nullable } from '../goods-shapes.ts'
import { comesToTheirs, passesTheirs, sentByTheirs } from '../within.ts'

const tags = ['transfers']
const closed = { additionalProperties: false }
const WarehouseJson = Type.Object({ id: IdText, code: Type.String(), name: NameJson })
const pieces = Type.Integer()
const LineJson = Type.Object({
  lineId: IdText,
  variantId: IdText,
  sku: Type.String(),
  name: Type.String(),
  ...{ quantity: pieces, sent: pieces, received: pieces, lost: pieces },
})
const TransferJson = Type.Object({
  id: IdText,
  number: Type.String(),
  from: WarehouseJson,
  to: WarehouseJson,
  orderId: IdText,
  orderNumber: Type.String(),
  reason: Type.String(),
  neededBy: Instant,
  status: OneOf(transferStatuses),
  keeperName: Nullable(Type.String({ description: 'Who follows it; null between two shifts' })),
  requestedBy: Type.String(),
  createdAt: Instant,
  endedAt: Nullable(Instant),
  lines: Type.Array(LineJson),
})
const WholeJson = Type.Object({
  ...TransferJson.properties,
  notes: Type.Array(Type.Object({ kind: OneOf(noteKinds), text: Type.String(), by: Type.String(), at: Instant })),
  picks: Type.Array(Type.Object({ bin: Type.String(), lot: Type.String(), sku: Type.String(), quantity: pieces }), {
    description: 'Where the goods lie, while they are to be sent',
  }),
})
const Words = Type.String({ maxLength: transferLimits.text })
const ReasonBody = Type.Object({ reason: Words }, closed)
const LineBody = Type.Object({ lineId: IdText, quantity: Type.Integer({ minimum: 1 }) }, closed)
const AskBody = Type.Object(
  {
    fromWarehouseId: IdText,
    toWarehouseId: IdText,
    neededBy: Type.String({ format: 'date-time' }),
    reason: Words,
    lines: Type.Array(LineBody, { maxItems: transferLimits.lines }),
  },
  closed,
)
const ReceiveBody = Type.Object(
  {
    lines: Type.Array(Type.Object({ lineId: IdText, received: Type.Integer({ minimum: 0 }) }, closed), {
      maxItems: transferLimits.lines,
    }),
  },
  closed,
)
const NoteBody = Type.Object({ kind: OneOf(noteKinds), text: Words }, closed)
const Query = Type.Object({ ...PageQuery, queue: Type.Optional(OneOf(transferQueues)) }, closed)
const read = { needs: { staff: 'outbound.read' } } as const
const ofWarehouse = { needs: { staff: 'outbound.pick' }, once: true } as const
const ofService = { needs: { staff: 'orders.change' }, once: true } as const
const response = { 200: TransferJson }

/** Goods asked from one warehouse for another: by whoever follows the order, and what the warehouses do. */
export function transferRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/transfers',
    {
      config: { ...read, within: 'listed' },
      schema: { tags, querystring: Query, response: { 200: PageOf(TransferJson) } },
    },
    async ({ context, query }) => {
      const page = await findTransfers(context, { ...query, within: limitOf(context.actor, 'outbound.read') })
      return { ...page, rows: await shown(context, page.rows) }
    },
  )
  app.get(
    '/api/v1/admin/transfers/:id',
    { config: { ...read, within: passesTheirs }, schema: { tags, params: IdParams, response: { 200: WholeJson } } },
    ({ context, params }) => whole(context, params.id as TransferId),
  )
  app.get(
    '/api/v1/admin/orders/:id/transfers',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, params: IdParams, response: { 200: Type.Array(TransferJson) } },
    },
    async ({ context, params }) => {
      await loadOrder(context, params.id as OrderId)
      return shown(context, await transfersOf(context, params.id))
    },
  )
  app.post(
    '/api/v1/admin/orders/:id/transfers',
    { config: ofService, schema: { tags, params: IdParams, body: AskBody, response: { 201: TransferJson } } },
    async ({ context, params, body }, reply) => {
      const transfer = await askTransfer(context, {
        orderId: params.id as OrderId,
        fromWarehouseId: body.fromWarehouseId as WarehouseId,
        toWarehouseId: body.toWarehouseId as WarehouseId,
        neededBy: Temporal.Instant.from(body.neededBy),
        reason: body.reason,
        lines: body.lines.map(({ lineId, quantity }) => ({ lineId: lineId as OrderLineId, quantity })),
      })
      return reply.code(201).send(await one(context, transfer))
    },
  )
  stepRoutes(app)
}

function stepRoutes(app: Routes): void {
  const plain = [
    ['accept', 'outbound.pick', acceptTransfer],
    ['send', 'outbound.pick', sendTransfer],
    ['close', 'orders.change', closeTransfer],
  ] as const
  for (const [step, staff, work] of plain)
    app.post(
      `/api/v1/admin/transfers/:id/${step}`,
      { config: { needs: { staff }, once: true, within: sentByTheirs }, schema: { tags, params: IdParams, response } },
      async ({ context, params }) => one(context, await work(context, params.id as TransferId)),
    )
  const reasoned = [
    ['refuse', 'outbound.pick', refuseTransfer],
    ['withdraw', 'orders.change', withdrawTransfer],
  ] as const
  for (const [step, staff, work] of reasoned)
    app.post(
      `/api/v1/admin/transfers/:id/${step}`,
      {
        config: { needs: { staff }, once: true, within: sentByTheirs },
        schema: { tags, params: IdParams, body: ReasonBody, response },
      },
      async ({ context, params, body }) => one(context, await work(context, params.id as TransferId, body.reason)),
    )
  app.post(
    '/api/v1/admin/transfers/:id/receive',
    {
      config: { ...ofWarehouse, within: comesToTheirs },
      schema: { tags, params: IdParams, body: ReceiveBody, response },
    },
    async ({ context, params, body }) =>
      one(context, await receiveTransfer(context, params.id as TransferId, body.lines)),
  )
  app.post(
    '/api/v1/admin/transfers/:id/notes',
    {
      config: { ...read, once: true, within: passesTheirs },
      schema: { tags, params: IdParams, body: NoteBody, response },
    },
    async ({ context, params, body }) =>
      one(context, await followTransfer(context, { transferId: params.id as TransferId, ...body })),
  )
}

async function whole(ctx: Context, id: TransferId) {
  const transfer = await loadTransfer(ctx, id)
  const { fromWarehouseId: warehouseId, lines, status } = transfer
  const toSend = status === 'requested' || status === 'accepted'
  const picks = toSend ? await suggestPicks(ctx, { warehouseId, lines }) : []
  const sku = (variantId: string) => lines.find((line) => line.variantId === variantId)?.sku ?? ''
  return {
    ...(await one(ctx, transfer)),
    notes: await notesOf(ctx, id),
    picks: picks.map(({ bin, lot, variantId, quantity }) => ({ bin, lot, sku: sku(variantId), quantity })),
  }
}

const one = async (ctx: Context, transfer: Transfer) => (await shown(ctx, [transfer]))[0]!

async function shown(ctx: Context, transfers: readonly Transfer[]) {
  const all = await warehouses(ctx)
  const named = (id: WarehouseId) => nameOf(all.find((each) => each.id === id)!)
  return transfers.map(({ fromWarehouseId, toWarehouseId, sourceId, sourceNumber, lines, ...transfer }) => ({
    ...transfer,
    ...{ from: named(fromWarehouseId), to: named(toWarehouseId), orderId: sourceId, orderNumber: sourceNumber },
    lines: [...lines],
  }))
}

const nameOf = ({ id, code, name, nameEn }: Warehouse) => ({ id, code, name: { zh: name, en: nameEn || name } })
