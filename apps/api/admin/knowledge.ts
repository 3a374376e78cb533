import { Type } from 'typebox'
import { loadProduct } from '#goods/catalog'
import { cardsOf, emptyCard, findKnown, type Known, saveCard } from '#goods/knowledge'
import { knowledgeLimits, priceLevels } from '#model/goods/knowledge'
import type { Context } from '#platform/context'
import { IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { availabilityOf } from '#supply/inventory'
import { IdOf, NameJson, Nullable, ProductStatusText } from '../goods-shapes.ts'

const tags = ['products']
const closed = { additionalProperties: false }
const card = {
  material: Type.String({ maxLength: knowledgeLimits.short }),
  priceLevel: Nullable(OneOf(priceLevels)),
  uses: Type.String({ maxLength: knowledgeLimits.short }),
  answers: Type.String({ maxLength: knowledgeLimits.answers }),
}
const CardJson = Type.Object({ ...card, updatedAt: Nullable(Instant), updatedBy: Nullable(Type.String()) })
const KnownJson = Type.Object({
  productId: IdText,
  slug: Type.String(),
  name: NameJson,
  status: ProductStatusText,
  pictureId: Nullable(IdText),
  sellingPoints: Type.Array(Type.String()),
  facts: Type.Array(Type.Object({ name: NameJson, value: NameJson })),
  variants: Type.Array(
    Type.Object({
      sku: Type.String(),
      values: Type.Array(Type.String()),
      price: Nullable(MoneyJson),
      available: Nullable(Type.Integer({ description: 'Null where none are counted' })),
    }),
  ),
  card: CardJson,
})
const Params = Type.Object({ id: IdOf<'Product'>() }, closed)
const Query = Type.Object({ ...PageQuery, text: Type.Optional(Type.String({ maxLength: 100 })) }, closed)

/** Knowledge cards: what staff need to answer a question about a product. */
export function knowledgeRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/knowledge',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, querystring: Query, response: { 200: PageOf(KnownJson) } },
    },
    async ({ context, query }) => {
      const page = await findKnown(context, { ...query, limit: Math.min(query.limit ?? 20, 20) })
      return { ...page, rows: await shown(context, page.rows) }
    },
  )
  app.get(
    '/api/v1/admin/products/:id/knowledge',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: Params, response: { 200: CardJson } },
    },
    async ({ context, params }) => {
      await loadProduct(context, params.id)
      return (await cardsOf(context, [params.id])).get(params.id) ?? emptyCard(params.id)
    },
  )
  app.put(
    '/api/v1/admin/products/:id/knowledge',
    {
      config: { needs: { staff: 'products.write' } },
      schema: { tags, params: Params, body: Type.Object(card, closed), response: { 200: CardJson } },
    },
    async ({ context, params, body }) => {
      await saveCard(context, { productId: params.id, ...body })
      return (await cardsOf(context, [params.id])).get(params.id) ?? emptyCard(params.id)
    },
  )
}

async function shown(ctx: Context, rows: readonly Known[]) {
  const active = ({ product }: Known) => product.variants.filter(({ status }) => status === 'active')
  const available = await availabilityOf(
    ctx,
    rows.flatMap((row) => active(row).map(({ id }) => id)),
  )
  return rows.map((row) => {
    const { texts, id, slug, status, pictures } = row.product
    return {
      productId: id,
      slug,
      status,
      name: { zh: texts.zh?.name ?? texts.en?.name ?? '', en: texts.en?.name ?? texts.zh?.name ?? '' },
      pictureId: pictures.find(({ waits }) => !waits)?.id ?? null,
      sellingPoints: [...((texts[ctx.locale] ?? texts.zh ?? texts.en)?.sellingPoints ?? [])],
      facts: row.facts.map(({ name, value }) => ({ name, value })),
      variants: active(row).map(({ id: variantId, sku, optionValues, price, requiresShipping }) => ({
        sku,
        values: [...optionValues[ctx.locale]],
        price: price?.list ?? null,
        available: requiresShipping ? (available.get(variantId) ?? 0) : null,
      })),
      card: row.card,
    }
  })
}
