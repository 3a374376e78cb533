import { Type } from 'typebox'
import { categoryPath, detailPartsOf, loadProduct, partsWanted, wantParts, writeDetailParts } from '#goods/catalog'
import { catalogLimits, partKinds, wantedKinds } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { OneOf, type Routes } from '#platform/http'
import { IdOf, open } from '../goods-shapes.ts'

const tags = ['products']
const closed = { additionalProperties: false }
const both = (most: number) =>
  Type.Object({ zh: Type.String({ maxLength: most }), en: Type.String({ maxLength: most }) }, closed)
const PartJson = Type.Object(
  {
    kind: OneOf(partKinds),
    title: both(catalogLimits.title),
    body: both(200_000),
    pictureIds: Type.Array(IdOf<'Picture'>(), { maxItems: 30 }),
  },
  closed,
)
const PartsJson = Type.Object({ parts: Type.Array(PartJson) })
const WantedJson = Type.Object({ kinds: Type.Array(OneOf(wantedKinds)) }, closed)
const ProductParams = Type.Object({ id: IdOf<'Product'>() }, closed)
const CategoryParams = Type.Object({ id: IdOf<'Category'>() }, closed)

/** The parts of a detail page, and which of them a category wants. */
export function detailPartRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/products/:id/parts',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: ProductParams, response: { 200: PartsJson } },
    },
    async ({ context, params }) => {
      await loadProduct(context, params.id)
      return open({ parts: (await detailPartsOf(context, [params.id])).get(params.id) ?? [] })
    },
  )
  app.put(
    '/api/v1/admin/products/:id/parts',
    {
      config: { needs: { staff: 'products.write' } },
      bodyLimit: 2_097_152,
      schema: {
        tags,
        params: ProductParams,
        body: Type.Object({ parts: Type.Array(PartJson, { maxItems: 60 }) }, closed),
        response: { 200: PartsJson },
      },
    },
    async ({ context, params, body }) => {
      await writeDetailParts(context, params.id, body.parts)
      return open({ parts: (await detailPartsOf(context, [params.id])).get(params.id) ?? [] })
    },
  )
  app.get(
    '/api/v1/admin/categories/:id/parts',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, params: CategoryParams, response: { 200: WantedJson } },
    },
    ({ context, params }) => wantedOf(context, params.id),
  )
  app.put(
    '/api/v1/admin/categories/:id/parts',
    {
      config: { needs: { staff: 'products.write' } },
      schema: { tags, params: CategoryParams, body: WantedJson, response: { 200: WantedJson } },
    },
    async ({ context, params, body }) => {
      await categoryPath(context, params.id)
      await wantParts(context, params.id, body.kinds)
      return wantedOf(context, params.id)
    },
  )
}

async function wantedOf(ctx: Context, id: Parameters<typeof categoryPath>[1]) {
  await categoryPath(ctx, id)
  return { kinds: await partsWanted(ctx, id) }
}
