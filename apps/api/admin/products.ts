import { Type } from 'typebox'
import {
  changeProduct,
  countListed,
  countNeverListed,
  countProducts,
  createProduct,
  ensureBrands,
  findBrands,
  findProducts,
  loadProduct,
  mostCounted,
  type ProductRow,
  productsOf,
  relate,
  relatedOf,
} from '#goods/catalog'
import {
  approveListing,
  checkListing,
  delist,
  findingsFor,
  newListingLimit,
  rejectListing,
  relist,
  submitListing,
  withdrawListing,
} from '#goods/listing'
import { changePrice, priceHistory } from '#goods/prices'
import { stepsFrom } from '#kernel/steps'
import { say } from '#kernel/text'
import { catalogText, type Finding, type Product, relatedKinds } from '#model/goods/catalog'
import { listingSteps } from '#model/goods/listing'
import { uncounted } from '#model/supply/inventory'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, historyOf } from '#platform/events'
import { IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { availabilityOf } from '#supply/inventory'
import { keepingCosts, seesCosts, withoutCosts } from '../costs.ts'
import {
  BothBody,
  ChangeProductBody,
  DelistedBecause,
  FindingJson,
  IdOf,
  LifeStageText,
  NameJson,
  NewProductBody,
  Nullable,
  open,
  PriceBody,
  ProductJson,
  ProductStatusText,
} from '../goods-shapes.ts'

const tags = ['products']
const ProductParams = Type.Object({ id: IdOf<'Product'>() }, { additionalProperties: false })
const VariantParams = Type.Object({ id: IdOf<'Variant'>() }, { additionalProperties: false })
const EventJson = Type.Object({
  type: Type.String(),
  at: Instant,
  actor: Type.String(),
  origin: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
})
const RowJson = Type.Object({
  id: IdText,
  slug: Type.String(),
  name: Type.String(),
  status: ProductStatusText,
  delistedBecause: DelistedBecause,
  categoryId: Nullable(IdText),
  brandId: Nullable(IdText),
  tags: Type.Array(Type.String()),
  pictureId: Nullable(IdText),
  variants: Type.Integer(),
  available: Nullable(
    Type.Integer({ description: 'Pieces that can be sold, over all variants; null where none are counted' }),
  ),
  firstSku: Nullable(Type.String()),
  from: Nullable(MoneyJson),
  to: Nullable(MoneyJson),
  margin: Nullable(
    Type.Object(
      { least: Type.Number(), most: Type.Number() },
      { description: 'Percent left over the cost, over all variants; null for those who may not know costs' },
    ),
  ),
  lifeStage: Nullable(LifeStageText),
  source: Nullable(Type.String()),
  updatedAt: Instant,
  listBy: Nullable(Instant),
})
/** What the list of products can be narrowed by. */
export const productFilter = {
  status: Type.Optional(ProductStatusText),
  categoryId: Type.Optional(IdOf<'Category'>()),
  brandId: Type.Optional(IdOf<'Brand'>()),
  lifeStage: Type.Optional(LifeStageText),
  tag: Type.Optional(Type.String({ maxLength: 64 })),
  flag: Type.Optional(OneOf(['food', 'perishable', 'valuableSmall', 'oversize', 'nonStandard'])),
  text: Type.Optional(Type.String({ maxLength: 100 })),
  newListing: Type.Optional(OneOf(['near', 'passed'])),
}
const ListQuery = Type.Object({ ...PageQuery, ...productFilter }, { additionalProperties: false })
const CountersJson = Type.Object({
  counts: Type.Record(Type.String(), Type.Integer()),
  newListings: Type.Object({ near: Type.Integer(), passed: Type.Integer() }),
  most: Type.Integer({ description: 'A count above this stands for "more than this".' }),
})

/** Products, their listings, prices and brands, for staff. */
export function productRoutes(app: Routes): void {
  contentRoutes(app)
  listingRoutes(app)
  priceRoutes(app)
  brandRoutes(app)
  relatedRoutes(app)
}

function contentRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/products',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(RowJson) } },
    },
    async (request) => {
      const { context, query } = request
      const limit = await newListingLimit(context)
      const page = await findProducts(context, { ...query, neverListed: neverListedOf(limit, query) })
      const rows = await withStock(context, page.rows)
      const shownRow = (row: (typeof rows)[number]) => ({
        ...row,
        margin: seesCosts(context) ? row.margin : null,
        listBy: limit.listBy(row),
      })
      return open({ ...page, rows: rows.map(shownRow) })
    },
  )
  app.get(
    '/api/v1/admin/products/count',
    {
      config: { needs: { staff: 'products.read' } },
      schema: {
        tags,
        querystring: Type.Object(productFilter, { additionalProperties: false }),
        description: 'Counted up to `most`; a count above it stands for “more than this”.',
        response: { 200: Type.Object({ count: Type.Integer(), most: Type.Integer() }) },
      },
    },
    async ({ context, query }) => {
      const neverListed = neverListedOf(await newListingLimit(context), query)
      return { count: await countListed(context, { ...query, neverListed }), most: mostCounted }
    },
  )
  app.get(
    '/api/v1/admin/products/counters',
    { config: { needs: { staff: 'products.read' } }, schema: { tags, response: { 200: CountersJson } } },
    async ({ context }) => {
      const { madeBetween } = await newListingLimit(context)
      const newListings = {
        near: await countNeverListed(context, madeBetween('near')),
        passed: await countNeverListed(context, madeBetween('passed')),
      }
      return { counts: await countProducts(context), newListings, most: mostCounted }
    },
  )
  app.post(
    '/api/v1/admin/products',
    {
      config: { needs: { staff: 'products.write' }, once: true },
      bodyLimit: 2_097_152,
      schema: { tags, body: NewProductBody, response: { 201: ProductJson } },
    },
    async (request, reply) =>
      reply.code(201).send(await shown(request.context, await createProduct(request.context, request.body))),
  )
  app.get(
    '/api/v1/admin/products/:id',
    {
      config: { needs: { staff: 'products.read' }, versioned: true },
      schema: { tags, params: ProductParams, response: { 200: ProductJson } },
    },
    async (request) => shown(request.context, await loadProduct(request.context, request.params.id)),
  )
  app.patch(
    '/api/v1/admin/products/:id',
    {
      config: { needs: { staff: 'products.write' }, versioned: true },
      bodyLimit: 2_097_152,
      schema: { tags, params: ProductParams, body: ChangeProductBody, response: { 200: ProductJson } },
    },
    async ({ context, params, body }) => {
      const variants = body.variants && (await keepingCosts(context, body.variants))
      return shown(context, await changeProduct(context, params.id, { ...body, ...(variants && { variants }) }))
    },
  )
  app.get(
    '/api/v1/admin/products/:id/history',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: ProductParams, response: { 200: Type.Array(EventJson) } },
    },
    async (request) => {
      await loadProduct(request.context, request.params.id)
      const events = await historyOf(request.context, request.params.id)
      return events.map(eventJson).map((event) => (seesCosts(request.context) ? event : withoutCosts(event)))
    },
  )
}

/** The span of time that `newListing` means. */
export const neverListedOf = (
  limit: Awaited<ReturnType<typeof newListingLimit>>,
  { newListing }: { readonly newListing?: 'near' | 'passed' },
) => newListing && limit.madeBetween(newListing)

type ListingVerb = (ctx: Context, id: Product['id']) => Promise<Product>
const verbs: readonly (readonly [step: string, needs: string, verb: ListingVerb])[] = [
  ['submit', 'products.list', submitListing],
  ['withdraw', 'products.list', withdrawListing],
  ['approve', 'products.review', approveListing],
  ['delist', 'products.list', delist],
  ['relist', 'products.list', relist],
]

function listingRoutes(app: Routes): void {
  const CheckJson = Type.Object({
    status: ProductStatusText,
    passed: Type.Boolean(),
    findings: Type.Array(FindingJson),
  })
  app.post(
    '/api/v1/admin/products/:id/check',
    {
      config: { needs: { staff: 'products.write' }, once: true },
      schema: { tags, params: ProductParams, response: { 200: CheckJson } },
    },
    async (request) => {
      const { status, passed, findings } = await checkListing(request.context, request.params.id)
      return { status, passed, findings: findings.map((finding) => findingJson(request.context, finding)) }
    },
  )
  for (const [step, staff, verb] of verbs)
    app.post(
      `/api/v1/admin/products/:id/${step}`,
      {
        config: { needs: { staff }, once: true },
        schema: { tags, params: ProductParams, response: { 200: ProductJson } },
      },
      async (request) => shown(request.context, await verb(request.context, request.params.id)),
    )
  const Reason = Type.Object({ reason: Type.String({ maxLength: 500 }) }, { additionalProperties: false })
  app.post(
    '/api/v1/admin/products/:id/reject',
    {
      config: { needs: { staff: 'products.review' }, once: true },
      schema: { tags, params: ProductParams, body: Reason, response: { 200: ProductJson } },
    },
    async (request) =>
      shown(request.context, await rejectListing(request.context, request.params.id, request.body.reason)),
  )
}

function priceRoutes(app: Routes): void {
  const Body = Type.Object(
    { ...PriceBody.properties, version: Type.Optional(Type.Integer()) },
    { additionalProperties: false },
  )
  app.put(
    '/api/v1/admin/variants/:id/price',
    {
      config: { needs: { staff: 'prices.change' }, versioned: true },
      schema: { tags, params: VariantParams, body: Body, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { version, ...price } = request.body
      const [kept] = await keepingCosts(request.context, [{ id: request.params.id, price }])
      const { list, was = null, cost = null } = kept!.price
      await changePrice(request.context, { variantId: request.params.id, list, was, cost, version })
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/v1/admin/variants/:id/price/history',
    {
      config: { needs: { staff: 'costs.read' }, versioned: true },
      schema: { tags, params: VariantParams, response: { 200: Type.Array(EventJson) } },
    },
    async (request) => (await priceHistory(request.context, request.params.id)).map(eventJson),
  )
}

function relatedRoutes(app: Routes): void {
  const Entry = { productId: IdOf<'Product'>(), kind: OneOf(relatedKinds) }
  const RelatedJson = Type.Array(
    Type.Object({ ...Entry, name: NameJson, status: ProductStatusText, pictureId: Nullable(IdText) }),
  )
  app.get(
    '/api/v1/admin/products/:id/related',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: ProductParams, response: { 200: RelatedJson } },
    },
    ({ context, params }) => relatedShown(context, params.id),
  )
  app.put(
    '/api/v1/admin/products/:id/related',
    {
      config: { needs: { staff: 'products.write' } },
      schema: {
        tags,
        params: ProductParams,
        body: Type.Object(
          { related: Type.Array(Type.Object(Entry, { additionalProperties: false }), { maxItems: 100 }) },
          { additionalProperties: false },
        ),
        response: { 200: RelatedJson },
      },
    },
    async ({ context, params, body }) => {
      await relate(context, params.id, body.related)
      return relatedShown(context, params.id)
    },
  )
}

async function relatedShown(ctx: Context, id: Product['id']) {
  await loadProduct(ctx, id)
  const related = (await relatedOf(ctx, [id])).get(id) ?? []
  const products = await productsOf(
    ctx,
    related.map(({ productId }) => productId),
  )
  return related.map(({ productId, kind }) => {
    const { texts, status, pictures } = products.get(productId)!
    const name = { zh: texts.zh?.name ?? texts.en?.name ?? '', en: texts.en?.name ?? texts.zh?.name ?? '' }
    return { productId, kind, name, status, pictureId: pictures.find(({ waits }) => !waits)?.id ?? null }
  })
}

function brandRoutes(app: Routes): void {
  const BrandJson = Type.Object({ id: IdText, slug: Type.String(), name: NameJson })
  const Query = Type.Object({ text: Type.Optional(Type.String({ maxLength: 100 })) }, { additionalProperties: false })
  app.get(
    '/api/v1/admin/brands',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, querystring: Query, response: { 200: Type.Array(BrandJson) } },
    },
    (request) => findBrands(request.context, request.query.text),
  )
  app.post(
    '/api/v1/admin/brands',
    {
      config: { needs: { staff: 'products.write' }, once: true },
      schema: { tags, body: BothBody, response: { 201: Type.Object({ id: IdText }) } },
    },
    async (request, reply) => {
      const id = await transaction(
        request.context,
        async (tx) => [...(await ensureBrands(tx, [request.body])).values()][0]!,
      )
      return reply.code(201).send({ id })
    },
  )
}

/** What of services and codes is available is no number of pieces. */
const countedIn = (pieces: readonly number[]): number | null =>
  pieces.includes(uncounted) ? null : pieces.reduce((all, each) => all + each, 0)

/** Stock is kept by another room: one question for the whole page. */
async function withStock(ctx: Context, rows: readonly ProductRow[]) {
  const available = await availabilityOf(
    ctx,
    rows.flatMap(({ variantIds }) => variantIds),
  )
  return rows.map(({ variantIds, ...row }) => ({
    ...row,
    available: countedIn(variantIds.map((id) => available.get(id) ?? 0)),
  }))
}

/** A product with what may be done with it and what it lacks; what it cost us only for those who may know. */
async function shown(ctx: Context, product: Product) {
  const findings = await findingsFor(ctx, product)
  const variants = product.variants.map((variant) => ({
    ...variant,
    price: variant.price && { ...variant.price, cost: seesCosts(ctx) ? variant.price.cost : null },
  }))
  return open({
    ...product,
    variants,
    listBy: (await newListingLimit(ctx)).listBy(product),
    steps: stepsFrom(listingSteps, product.status),
    findings: findings.map((finding) => findingJson(ctx, finding)),
  })
}

const findingJson = ({ locale }: Context, { field, code, blocking, details }: Finding) => ({
  field,
  code,
  blocking,
  message: say(catalogText, locale, code, details),
})

const eventJson = ({ type, at, actorName, origin, data }: EventRecord) => ({
  type,
  at: at.toString(),
  actor: actorName,
  origin,
  data: { ...data },
})
