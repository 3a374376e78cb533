import { type Static, Type } from 'typebox'
import { productCardsOf } from '#goods/catalog'
import { agreesToVisits } from '#insight/behaviour'
import {
  alsoBought,
  lastRun,
  ordersOfSource,
  pastOf,
  recommendFor,
  salesBySource,
  topProducts,
} from '#insight/recommendations'
import type { ProductId } from '#model/goods/catalog'
import type { Recommendation } from '#model/insight/recommendations'
import type { AccountId, Context } from '#platform/context'
import { IdOf, IdText, Instant, MoneyJson, type Routes } from '#platform/http'
import { NameJson, Nullable } from '../goods-shapes.ts'

const tags = ['visits']
const closed = { additionalProperties: false }
const GoodsJson = Type.Object({ productId: IdText, name: NameJson, pictureId: Nullable(IdText) })
const RowJson = Type.Object({
  ...GoodsJson.properties,
  score: Type.Number(),
  reason: Type.Union([
    Type.Literal('together'),
    Type.Literal('popular_here'),
    Type.Literal('popular'),
    Type.Literal('top'),
  ]),
  because: Nullable(NameJson),
  people: Type.Integer({ description: 'How many people had both' }),
  sold: Type.Integer({ description: 'Pieces, for the top list' }),
})
const SourceJson = Type.Object({
  source: Type.String(),
  clicks: Type.Integer(),
  knownClicks: Type.Integer(),
  orders: Type.Integer(),
  pieces: Type.Integer(),
  amount: MoneyJson,
})
const BroughtJson = Type.Object({
  id: IdText,
  number: Type.String(),
  placedAt: Instant,
  pieces: Type.Integer(),
  amount: MoneyJson,
  goods: Type.Array(GoodsJson),
})
const RunJson = Type.Object({ at: Instant, people: Type.Integer(), steps: Type.Integer(), products: Type.Integer() })

const limit = 12

/** What is recommended to whom, and why; and what sold most. */
export function recommendationRoutes(app: Routes): void {
  const reading = { needs: { staff: 'products.read' } } as const
  app.get(
    '/api/v1/admin/recommendations',
    {
      config: reading,
      schema: {
        tags,
        querystring: Type.Object({ productId: Type.Optional(IdOf<'Product'>()) }, closed),
        response: { 200: Type.Object({ run: Nullable(RunJson), rows: Type.Array(RowJson) }) },
      },
    },
    async ({ context, query: { productId } }) => {
      const found = productId ? await alsoBought(context, { productId, limit }) : await recommendFor(context, { limit })
      return { run: (await lastRun(context)) ?? null, rows: await rowsOf(context, found) }
    },
  )
  app.get(
    '/api/v1/admin/recommendations/customer',
    {
      config: { needs: { staff: 'customers.read' } },
      schema: {
        tags,
        querystring: Type.Object({ customerId: IdText }, closed),
        response: {
          200: Type.Object({ agrees: Type.Boolean(), past: Type.Array(GoodsJson), rows: Type.Array(RowJson) }),
        },
      },
    },
    async ({ context, query }) => {
      const customerId = query.customerId as AccountId
      const { past } = await pastOf(context, { customerId })
      return {
        agrees: (await agreesToVisits(context, customerId)) ?? false,
        past: await goodsOf(
          context,
          past.toReversed().map(({ item }) => item),
        ),
        rows: await rowsOf(context, await recommendFor(context, { customerId, limit })),
      }
    },
  )
  app.get(
    '/api/v1/admin/top-products',
    { config: reading, schema: { tags, response: { 200: Type.Object({ rows: Type.Array(RowJson) }) } } },
    async ({ context }) => ({ rows: await rowsOf(context, await topProducts(context)) }),
  )
  app.get(
    '/api/v1/admin/recommendations/sales',
    {
      config: reading,
      schema: {
        tags,
        description:
          'An order’s line counts for the list in which its buyer clicked the product last, where the buyer lets us remember that.',
        querystring: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })) }, closed),
        response: { 200: Type.Object({ rows: Type.Array(SourceJson) }) },
      },
    },
    async ({ context, query: { days = 30 } }) => ({ rows: await salesBySource(context, days) }),
  )
  app.get(
    '/api/v1/admin/recommendations/sales/orders',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: {
        tags,
        description: 'The newest 200 paid orders behind the figures of a list: their lines that count for it.',
        querystring: Type.Object(
          {
            source: Type.String({ minLength: 1, maxLength: 40 }),
            days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
          },
          closed,
        ),
        response: { 200: Type.Object({ rows: Type.Array(BroughtJson) }) },
      },
    },
    async ({ context, query: { source, days = 30 } }) => {
      const orders = await ordersOfSource(context, source, days)
      const all = await goodsOf(context, [...new Set(orders.flatMap(({ productIds }) => productIds))])
      const byId = new Map(all.map((each) => [each.productId as ProductId, each]))
      return {
        rows: orders.map(({ productIds, ...order }) => ({
          ...order,
          goods: productIds.flatMap((id) => byId.get(id) ?? []),
        })),
      }
    },
  )
}

async function goodsOf(ctx: Context, ids: readonly ProductId[]): Promise<Static<typeof GoodsJson>[]> {
  const cards = await productCardsOf(ctx, ids)
  return cards.map(({ productId, name, picture }) => ({ productId, name, pictureId: picture?.id ?? null }))
}

async function rowsOf(ctx: Context, found: readonly Recommendation[]): Promise<Static<typeof RowJson>[]> {
  const spoken = found.flatMap(({ reason }) => (reason.kind === 'together' ? [reason.because] : []))
  const goods = await goodsOf(ctx, [...new Set([...found.map(({ productId }) => productId), ...spoken])])
  const byId = new Map(goods.map((each) => [each.productId, each]))
  return found.flatMap(({ productId, score, reason }) => {
    const shown = byId.get(productId)
    const together = reason.kind === 'together' ? reason : undefined
    const because = (together && byId.get(together.because)?.name) ?? null
    const sold = reason.kind === 'top' ? reason.sold : 0
    return shown ? [{ ...shown, score, reason: reason.kind, because, people: together?.people ?? 0, sold }] : []
  })
}
