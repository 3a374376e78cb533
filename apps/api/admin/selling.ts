import { Type } from 'typebox'
import { loadProduct } from '#goods/catalog'
import { changeSelling, sellingOf } from '#goods/listing'
import type { Routes } from '#platform/http'
import { listCarriers, mustBeCarriers } from '#supply/shipping'
import { IdOf, NameJson, Nullable, open } from '../goods-shapes.ts'

const tags = ['products']
const closed = { additionalProperties: false }
const SellingJson = Type.Object(
  {
    joinsReductions: Type.Boolean({
      description: 'Whether reductions on the whole order count it and take off from it',
    }),
    carriers: Type.Array(Type.String({ maxLength: 20 }), {
      maxItems: 50,
      description: 'Codes of the carriers that may bring it; none named: every one',
    }),
    makeDays: Nullable(
      Type.Integer({
        minimum: 1,
        maximum: 365,
        description: 'Made to order: the days that making takes after payment',
      }),
    ),
  },
  closed,
)
const ShownJson = Type.Object({
  ...SellingJson.properties,
  choices: Type.Array(Type.Object({ code: Type.String(), name: NameJson }), {
    description: 'The carriers of the shop',
  }),
})
const Params = Type.Object({ id: IdOf<'Product'>() }, closed)

/** How a listing is sold: which promotions it joins and who may bring it. */
export function sellingRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/products/:id/selling',
    {
      config: { needs: { staff: 'products.read' }, versioned: true },
      schema: { tags, params: Params, response: { 200: ShownJson } },
    },
    async ({ context, params }) => {
      await loadProduct(context, params.id)
      const choices = (await listCarriers(context)).map(({ code, name }) => ({ code, name }))
      return open({ ...(await sellingOf(context, params.id)), choices })
    },
  )
  app.put(
    '/api/v1/admin/products/:id/selling',
    {
      config: { needs: { staff: 'products.list' }, versioned: true },
      schema: { tags, params: Params, body: SellingJson, response: { 200: SellingJson } },
    },
    async ({ context, params, body }) => {
      await loadProduct(context, params.id)
      await mustBeCarriers(context, body)
      return open(await changeSelling(context, { productId: params.id, ...body }))
    },
  )
}
