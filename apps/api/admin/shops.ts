import { Type } from 'typebox'
import { openShopFor } from '#apps/open-shop'
import { shopModes } from '#model/office/shops'
import { changeShop, findShops } from '#office/shops'
import type { ShopId } from '#platform/context'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'

const Name = Type.String({ minLength: 1, maxLength: 60 })
const Introduction = Type.String({ maxLength: 500 })
const names = { name: Name, nameEn: Name, mode: OneOf(shopModes) }
const ShopJson = Type.Object({
  id: IdText,
  code: Type.String(),
  ...names,
  introduction: Type.String(),
  introductionEn: Type.String(),
  currency: Type.String(),
  timeZone: Type.String(),
  isDefault: Type.Boolean({ description: 'The platform’s own shop, which answers at `/`.' }),
  isDemo: Type.Boolean(),
})
const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const OpenBody = body({
  code: Type.String({ pattern: '^[a-z0-9-]{2,40}$' }),
  ...names,
  owner: body({
    userName: Type.String({ minLength: 1, maxLength: 60 }),
    displayName: Type.String({ minLength: 1, maxLength: 60 }),
  }),
})
const ChangeBody = body({ ...names, introduction: Introduction, introductionEn: Introduction })

const tags = ['staff']
const config = { needs: { staff: 'staff.manage' } } as const

/** The shops of the house: the platform's own sees and opens them, every other changes what people read of it. */
export function shopRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/shops',
    {
      config,
      schema: {
        tags,
        querystring: body(PageQuery),
        response: { 200: PageOf(Type.Object({ ...ShopJson.properties, openedAt: Instant })) },
      },
    },
    ({ context, query }) => findShops(context, query),
  )
  app.post(
    '/api/v1/admin/shops',
    {
      config,
      schema: {
        tags,
        body: OpenBody,
        response: { 201: Type.Object({ id: IdText, password: Type.String(), until: Instant }) },
      },
    },
    async (request, reply) => reply.code(201).send(await openShopFor(request.context, request.body)),
  )
  app.put(
    '/api/v1/admin/shops/:id',
    { config, schema: { tags, params: IdParams, body: ChangeBody, response: { 200: ShopJson } } },
    ({ context, params, body }) => changeShop(context, { shopId: params.id as ShopId, ...body }),
  )
}
