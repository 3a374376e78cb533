import { Type } from 'typebox'
import { changeGoods, findBatches, loadBatch, rowsOf, undoBatch } from '#goods/batches'
import { attributesByCode, attributesOf, findProducts, productsOf, saleItemsOf } from '#goods/catalog'
import { newListingLimit } from '#goods/listing'
import { say } from '#kernel/text'
import {
  type BatchField,
  type BatchId,
  batchFields,
  type FactField,
  factCode,
  type RowResult,
  rowStatuses,
} from '#model/goods/batches'
import { type CategoryAttribute, inLocale, type Product, type SaleItem } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { houseTexts } from '../../texts.ts'
import { seesCosts } from '../costs.ts'
import {
  AttributeBody,
  BothBody,
  IdOf,
  LifeStageText,
  NameJson,
  Nullable,
  open,
  ProductStatusText,
} from '../goods-shapes.ts'
import { neverListedOf, productFilter } from './products.ts'

const tags = ['products']
const closed = { additionalProperties: false }
const needs = { staff: 'products.read' }
const BatchParams = Type.Object({ id: IdOf<'Batch'>() }, closed)

const Value = Type.Union([
  Type.String({ maxLength: 500 }),
  Type.Number(),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
  MoneyJson,
  BothBody,
  Type.Null(),
])
const FieldText = Type.Union([
  OneOf(batchFields),
  Type.Unsafe<FactField>(
    Type.String({
      pattern: '^attributes\\.[a-z][a-z0-9_]{0,39}$',
      description: 'An attribute of the category, by its code',
    }),
  ),
])
const CellJson = Type.Object({ field: FieldText, from: Value, to: Value }, closed)
const RowBody = Type.Object(
  {
    productId: IdOf<'Product'>(),
    variantId: Nullable(IdOf<'Variant'>()),
    cells: Type.Array(CellJson, { minItems: 1, maxItems: 100 }),
  },
  closed,
)
const BatchBody = Type.Object(
  {
    rows: Type.Array(RowBody, { minItems: 1, maxItems: 10_000 }),
    whole: Type.Optional(Type.Boolean({ description: 'All or nothing: with one row refused, none is saved' })),
  },
  closed,
)
const BatchJson = Type.Object({
  id: IdText,
  madeByName: Type.String(),
  madeAt: Instant,
  saved: Type.Integer({ description: 'Rows' }),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
  kept: Type.Integer({ description: 'Rows of an undoing in which a later edit stayed' }),
  undoes: Nullable(IdText),
  undoneBy: Nullable(IdText),
})
const ResultJson = Type.Object({
  productId: IdText,
  variantId: Nullable(IdText),
  label: Type.String({ description: 'SKU code, or the name of the product' }),
  name: Nullable(Type.String({ description: 'What a variant is called: its product and its specification' })),
  status: OneOf(rowStatuses),
  cells: Type.Array(CellJson),
  kept: Type.Array(
    Type.Object({
      field: FieldText,
      now: Value,
      by: Nullable(Type.String()),
      at: Nullable(Type.String({ format: 'date-time' })),
    }),
  ),
  field: Nullable(FieldText),
  code: Nullable(Type.String()),
  message: Nullable(Type.String()),
  now: Nullable(Value),
  by: Nullable(Type.String({ description: 'Who changed the cell meanwhile' })),
  at: Nullable(Type.String({ format: 'date-time' })),
})
const WholeBatchJson = Type.Object({
  batch: BatchJson,
  rows: Type.Array(ResultJson),
  attributes: Type.Array(AttributeBody, { description: 'What the attributes among the cells are' }),
})

/** Many goods changed at once: the rows of a grid, saving them, what was saved, taking it back. */
export function productBatchRoutes(app: Routes): void {
  gridRoutes(app)
  app.get(
    '/api/v1/admin/product-batches',
    {
      config: { needs },
      schema: { tags, querystring: Type.Object(PageQuery, closed), response: { 200: PageOf(BatchJson) } },
    },
    ({ context, query }) => findBatches(context, query).then(open),
  )
  app.post(
    '/api/v1/admin/product-batches',
    {
      config: { needs, once: true },
      bodyLimit: 8_388_608,
      schema: {
        tags,
        body: BatchBody,
        description:
          'A cell says what its writer saw and wants: one that was changed since refuses its row, with who, when and what stands there. Each field takes its own permission.',
        response: { 201: WholeBatchJson },
      },
    },
    async ({ context, body }, reply) =>
      reply.code(201).send(await whole(context, (await changeGoods(context, body)).id)),
  )
  app.get(
    '/api/v1/admin/product-batches/:id',
    { config: { needs }, schema: { tags, params: BatchParams, response: { 200: WholeBatchJson } } },
    ({ context, params }) => whole(context, params.id),
  )
  app.post(
    '/api/v1/admin/product-batches/:id/undo',
    {
      config: { needs, once: true },
      schema: {
        tags,
        params: BatchParams,
        description: 'Later edits stay and are listed. Asking again answers the same undoing.',
        response: { 200: WholeBatchJson },
      },
    },
    async ({ context, params }) => whole(context, (await undoBatch(context, params.id)).id),
  )
}

async function whole(context: Context, id: BatchId) {
  const batch = await loadBatch(context, id)
  const rows = await rowsOf(context, id)
  const codes = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ field }) => factCode(field) ?? [])))
  const attributes = await attributesByCode(context, [...codes])
  const items = await saleItemsOf(
    context,
    rows.flatMap(({ variantId }) => variantId ?? []),
  )
  return open({
    batch,
    rows: rows.map((row) => ({
      ...resultJson(context, row, attributes),
      name: nameOf(context, row.variantId && items.get(row.variantId)),
    })),
    attributes: [...attributes.values()],
  })
}

const nameOf = ({ locale }: Context, item: SaleItem | null | undefined): string | null =>
  item
    ? [item.name, item.specification]
        .map((each) => inLocale(each, locale))
        .filter(Boolean)
        .join(' · ')
    : null

/** What became of a row; what goods cost only for those who may know. */
function resultJson(
  context: Context,
  { details, ...row }: RowResult,
  attributes: ReadonlyMap<string, CategoryAttribute>,
) {
  const mayShow = ({ field }: { readonly field: BatchField | null }) => field !== 'cost' || seesCosts(context)
  const { now = null, by = null, at = null } = (details ?? {}) as Partial<RowResult['kept'][number]>
  const called = attributes.get(String(details?.attribute))?.name[context.locale]
  return {
    ...row,
    cells: row.cells.filter(mayShow),
    kept: row.kept.filter(mayShow),
    message:
      row.code && say(houseTexts, context.locale, row.code, { ...details, ...(called && { attribute: called }) }),
    now: mayShow(row) ? now : null,
    by,
    at,
  }
}

const GridVariant = Type.Object({
  id: IdText,
  specification: Type.String(),
  sku: Type.String(),
  barcode: Nullable(Type.String()),
  weightGrams: Type.Integer(),
  list: Nullable(MoneyJson),
  was: Nullable(MoneyJson),
  cost: Nullable(MoneyJson),
})
const GridProduct = Type.Object({
  id: IdText,
  status: ProductStatusText,
  nameZh: Nullable(Type.String()),
  nameEn: Nullable(Type.String()),
  titleZh: Nullable(Type.String()),
  titleEn: Nullable(Type.String()),
  categoryId: Nullable(IdText),
  brandId: Nullable(IdText),
  lifeStage: Nullable(LifeStageText),
  tags: Type.Array(Type.String()),
  keywords: Type.Array(Type.String()),
  attributes: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), NameJson])),
  variants: Type.Array(GridVariant),
})

const GridPage = Type.Object({
  ...PageOf(GridProduct).properties,
  asked: Type.Array(Type.Object({ categoryId: IdText, attributes: Type.Array(AttributeBody) }), {
    description: 'What products of these categories state',
  }),
})

function gridRoutes(app: Routes): void {
  const { cursor, limit } = PageQuery
  const productIds = Type.Optional(Type.Array(IdOf<'Product'>(), { maxItems: 200 }))
  app.get(
    '/api/v1/admin/product-cells',
    {
      config: { needs },
      schema: {
        tags,
        querystring: Type.Object({ cursor, limit, ...productFilter, productIds }, closed),
        description: 'Products with their active variants, as a grid edits them: these, or all that a filter leaves.',
        response: { 200: GridPage },
      },
    },
    async ({ context, query: { productIds: ids, ...query } }) => {
      const neverListed = neverListedOf(await newListingLimit(context), query)
      const page = await findProducts(context, { ...query, ids, neverListed })
      const products = await productsOf(
        context,
        page.rows.map(({ id }) => id),
      )
      const categories = new Set(page.rows.flatMap(({ categoryId }) => categoryId ?? []))
      const asked = await attributesOf(context, [...categories])
      return open({
        ...page,
        rows: page.rows.map(({ id }) => gridJson(context, products.get(id)!)),
        asked: [...asked].map(([categoryId, attributes]) => ({ categoryId, attributes })),
      })
    },
  )
}

const gridJson = (context: Context, { texts: { zh, en }, variants, ...product }: Product) => ({
  ...product,
  nameZh: zh?.name ?? null,
  nameEn: en?.name ?? null,
  titleZh: zh?.title ?? null,
  titleEn: en?.title ?? null,
  variants: variants
    .filter(({ status }) => status === 'active')
    .map(({ price, optionValues, ...variant }) => ({
      ...variant,
      specification: inLocale({ zh: optionValues.zh.join(' / '), en: optionValues.en.join(' / ') }, context.locale),
      list: price?.list ?? null,
      was: price?.was ?? null,
      cost: seesCosts(context) ? (price?.cost ?? null) : null,
    })),
})
