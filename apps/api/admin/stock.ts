import { Type } from 'typebox'
import { findProducts, saleItemByCode, saleItemsOf, saleItemsOfProducts } from '#goods/catalog'
import { newId } from '#kernel/id'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { BinId, LotId, WarehouseId } from '#model/supply/inventory'
import { type Context, limitOf } from '#platform/context'
import { Empty, IdParams, IdText, PageOf, PageQuery, type Routes } from '#platform/http'
import { orderNumbersUnder } from '#sales/orders'
import {
  addBins,
  adjustStock,
  binsOf,
  blockLot,
  changeWarehouse,
  expiringLots,
  explainStock,
  hotVariants,
  loadWarehouse,
  lotsOf,
  markHot,
  moveStock,
  openWarehouse,
  receiveGoods,
  stockByBin,
  stockGrid,
  unblockLot,
  variantNotFound,
  warehouses,
} from '#supply/inventory'
import {
  AdjustBody,
  BinJson,
  BinStockJson,
  binFields,
  ExpiringJson,
  ExplanationJson,
  ItemJson,
  LotJson,
  MoveBody,
  Reason,
  ReceiptBody,
  StockRowJson,
  Text,
  WarehouseJson,
  warehouseFields,
} from '../stock-shapes.ts'
import { itsWarehouse, namedBins, namedWarehouse } from '../within.ts'

/** Warehouses and bins, stock and what explains it, lots, and corrections by hand. */
export function stockRoutes(app: Routes): void {
  placeRoutes(app)
  readingRoutes(app)
  hotRoutes(app)
  lotRoutes(app)
  changeRoutes(app)
}

const tags = ['stock']
const mayRead = { needs: { staff: 'stock.read' } } as const
const mayList = { ...mayRead, within: 'listed' } as const
const mayChange = { needs: { staff: 'stock.adjust' }, once: true } as const

const WarehouseChange = Type.Omit(WarehouseJson, ['id', 'code'], { additionalProperties: false })

function placeRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/warehouses',
    { config: mayList, schema: { tags, response: { 200: Type.Array(WarehouseJson) } } },
    async ({ context }) => {
      const theirs = limitOf(context.actor, 'stock.read')
      return (await warehouses(context)).filter(({ id }) => !theirs || theirs.includes(id))
    },
  )
  app.post(
    '/api/v1/admin/warehouses',
    {
      config: mayChange,
      schema: {
        tags,
        body: Type.Object(warehouseFields, { additionalProperties: false }),
        response: { 201: Type.Object({ id: IdText }) },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send({ id: await openWarehouse(context, body) }),
  )
  app.put(
    '/api/v1/admin/warehouses/:id',
    {
      config: { needs: mayChange.needs, within: itsWarehouse },
      schema: { tags, params: IdParams, body: WarehouseChange, response: { 200: WarehouseJson } },
    },
    async ({ context, params, body }) => changeWarehouse(context, params.id as WarehouseId, body),
  )
  app.get(
    '/api/v1/admin/warehouses/:id/bins',
    {
      config: { ...mayRead, within: itsWarehouse },
      schema: { tags, params: IdParams, response: { 200: Type.Array(BinJson) } },
    },
    async ({ context, params }) => binsOf(context, (await loadWarehouse(context, params.id)).id),
  )
  app.post(
    '/api/v1/admin/warehouses/:id/bins',
    {
      config: { ...mayChange, within: itsWarehouse },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object(binFields, { additionalProperties: false }),
        response: { 201: Type.Array(BinJson) },
      },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await addBins(context, { warehouseId: params.id as WarehouseId, bins: [body] })),
  )
}

const GridQuery = Type.Object(
  {
    ...PageQuery,
    warehouseId: Type.Optional(IdText),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Enum(['out', 'reserved', 'quarantined'])),
  },
  { additionalProperties: false },
)

function readingRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/stock',
    { config: mayList, schema: { tags, querystring: GridQuery, response: { 200: PageOf(StockRowJson) } } },
    async ({ context, query }) => {
      const { text, warehouseId, state, cursor, limit = 50 } = query
      const variantIds = text ? await variantsLike(context, text) : undefined
      const page = await stockGrid(context, {
        variantIds,
        warehouseId: warehouseId as WarehouseId | undefined,
        within: limitOf(context.actor, 'stock.read'),
        state,
        cursor,
        limit,
      })
      return { ...page, rows: await named(context, page.rows) }
    },
  )
  app.get(
    '/api/v1/admin/stock/item',
    {
      config: { ...mayRead, within: 'nowhere' },
      schema: {
        tags,
        querystring: Type.Object({ code: Text(64) }, { additionalProperties: false }),
        response: { 200: ItemJson },
      },
    },
    async ({ context, query }) => {
      const item = await saleItemByCode(context, query.code.trim())
      if (!item) throw variantNotFound({ variantId: query.code, field: 'code' })
      return item
    },
  )
  app.get(
    '/api/v1/admin/stock/:id/bins',
    { config: mayList, schema: { tags, params: IdParams, response: { 200: Type.Array(BinStockJson) } } },
    async ({ context, params }) =>
      stockByBin(context, {
        variantId: (await itemOf(context, params.id)).variantId,
        within: limitOf(context.actor, 'stock.read'),
      }),
  )
  app.get(
    '/api/v1/admin/stock/:id/movements',
    {
      config: { ...mayRead, within: namedWarehouse },
      schema: {
        tags,
        params: IdParams,
        querystring: Type.Object({ ...PageQuery, warehouseId: IdText }, { additionalProperties: false }),
        response: { 200: ExplanationJson },
      },
    },
    async ({ context, params, query: { warehouseId, cursor, limit } }) => {
      const item = await itemOf(context, params.id)
      const warehouse = await loadWarehouse(context, warehouseId)
      const why = await explainStock(context, { variantId: item.variantId, warehouseId: warehouse.id, cursor, limit })
      const holders = await orderNumbersUnder(
        context,
        why.reservations.map(({ holder }) => holder),
      )
      const reservations = why.reservations.map((each) => ({ ...each, orders: [...(holders.get(each.holder) ?? [])] }))
      return { item, ...why, reservations }
    },
  )
  app.get(
    '/api/v1/admin/stock/:id/lots',
    { config: mayList, schema: { tags, params: IdParams, response: { 200: Type.Array(LotJson) } } },
    async ({ context, params }) =>
      lotsOf(context, (await itemOf(context, params.id)).variantId, limitOf(context.actor, 'stock.read')),
  )
}

function hotRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/stock/hot',
    { config: { ...mayRead, within: 'nowhere' }, schema: { tags, response: { 200: Type.Array(IdText) } } },
    async ({ context }) => [...(await hotVariants(context))],
  )
  app.put(
    '/api/v1/admin/stock/:id/hot',
    {
      config: { needs: mayChange.needs },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ hot: Type.Boolean() }, { additionalProperties: false }),
        response: { 200: Empty },
      },
    },
    async ({ context, params, body: { hot } }) => {
      await markHot(context, { variantId: params.id as VariantId, hot })
      return {}
    },
  )
}

function lotRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/lots/expiring',
    {
      config: mayList,
      schema: {
        tags,
        querystring: Type.Object(
          { withinDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_650 })) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Array(ExpiringJson) },
      },
    },
    async ({ context, query }) =>
      named(context, await expiringLots(context, { ...query, within: limitOf(context.actor, 'stock.read') })),
  )
  app.post(
    '/api/v1/admin/lots/:id/block',
    { config: mayChange, schema: { tags, params: IdParams, body: Reason, response: { 200: Empty } } },
    async ({ context, params, body }) => {
      await blockLot(context, { lotId: params.id as LotId, reason: body.reason })
      return {}
    },
  )
  app.post(
    '/api/v1/admin/lots/:id/unblock',
    { config: mayChange, schema: { tags, params: IdParams, body: Reason, response: { 200: Empty } } },
    async ({ context, params, body }) => {
      await unblockLot(context, { lotId: params.id as LotId, reason: body.reason })
      return {}
    },
  )
}

function changeRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/stock/receipts',
    {
      config: { ...mayChange, within: namedWarehouse },
      schema: { tags, body: ReceiptBody, response: { 201: Type.Object({ receiptId: IdText }) } },
    },
    async ({ context, body }, reply) => {
      const lines = body.lines.map(({ binId, variantId, quantity, lot }) => ({
        binId: binId as BinId,
        variantId: variantId as VariantId,
        quantity,
        lot: { number: lot.number.trim(), producedOn: day(lot.producedOn), expiresOn: day(lot.expiresOn) },
      }))
      return reply
        .code(201)
        .send(await receiveGoods(context, { warehouseId: body.warehouseId as WarehouseId, reason: body.reason, lines }))
    },
  )
  app.post(
    '/api/v1/admin/stock/adjustments',
    { config: { ...mayChange, within: namedBins }, schema: { tags, body: AdjustBody, response: { 200: Empty } } },
    async ({ context, body: { binId, lotId, variantId, ...rest } }) => {
      await adjustStock(context, {
        ...rest,
        binId: binId as BinId,
        lotId: lotId as LotId,
        variantId: variantId as VariantId,
        causeId: newId(),
      })
      return {}
    },
  )
  app.post(
    '/api/v1/admin/stock/moves',
    { config: { ...mayChange, within: namedBins }, schema: { tags, body: MoveBody, response: { 200: Empty } } },
    async ({ context, body: { fromBinId, toBinId, lotId, variantId, ...rest } }) => {
      await moveStock(context, {
        ...rest,
        fromBinId: fromBinId as BinId,
        toBinId: toBinId as BinId,
        lotId: lotId as LotId,
        variantId: variantId as VariantId,
      })
      return {}
    },
  )
}

const day = (text: string | undefined): Temporal.PlainDate | null => (text ? Temporal.PlainDate.from(text) : null)

async function itemOf(context: Context, variantId: string): Promise<SaleItem> {
  const item = (await saleItemsOf(context, [variantId as VariantId])).get(variantId as VariantId)
  if (!item) throw variantNotFound({ variantId, field: 'id' })
  return item
}

async function variantsLike(context: Context, text: string): Promise<VariantId[]> {
  const { rows } = await findProducts(context, { text, limit: 100 })
  return (
    await saleItemsOfProducts(
      context,
      rows.map(({ id }) => id),
    )
  ).map(({ variantId }) => variantId)
}

/** Rows with the names of their variants. */
async function named<Row extends { readonly variantId: VariantId }>(context: Context, rows: readonly Row[]) {
  const items = await saleItemsOf(
    context,
    rows.map(({ variantId }) => variantId),
  )
  const nameless = { zh: '', en: '' }
  return rows.map((row) => {
    const { sku = '', name = nameless, specification = nameless } = items.get(row.variantId) ?? {}
    return { ...row, sku, name, specification }
  })
}
