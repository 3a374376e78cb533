import { Type } from 'typebox'
import { longestTag, type OrderId, type OrderTagId, orderFlags } from '#model/sales/orders'
import { IdOf, IdParams, IdText, OneOf, type Routes } from '#platform/http'
import { changeTag, makeTag, removeTag, shopTags, tagOrder } from '#sales/orders'
import { TagJson } from '../order-shapes.ts'

const tags = ['orders']
const closed = { additionalProperties: false }
const TagBody = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: longestTag }), color: OneOf(orderFlags) },
  closed,
)
const TagIds = Type.Optional(Type.Array(IdOf<'OrderTag'>(), { maxItems: 50 }))
const Ids = Type.Array(IdText)

/** The shop's own words for its orders: whoever changes orders makes them and puts them on; renaming or taking one away everywhere is for whoever changes settings. */
export function orderTagRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/order-tags',
    { config: { needs: { staff: 'orders.read' } }, schema: { tags, response: { 200: Type.Array(TagJson) } } },
    ({ context }) => shopTags(context),
  )
  app.post(
    '/api/v1/admin/order-tags',
    {
      config: { needs: { staff: 'orders.change' }, once: true },
      schema: { tags, body: TagBody, response: { 201: TagJson } },
    },
    async ({ context, body }, reply) => reply.code(201).send(await makeTag(context, body)),
  )
  app.put(
    '/api/v1/admin/order-tags/:id',
    {
      config: { needs: { staff: 'settings.change' } },
      schema: { tags, params: IdParams, body: TagBody, response: { 200: TagJson } },
    },
    ({ context, params, body }) => changeTag(context, { id: params.id as OrderTagId, ...body }),
  )
  app.delete(
    '/api/v1/admin/order-tags/:id',
    {
      config: { needs: { staff: 'settings.change' } },
      schema: { tags, params: IdParams, response: { 204: Type.Null() } },
    },
    async ({ context, params }, reply) => {
      await removeTag(context, params.id as OrderTagId)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/v1/admin/orders/:id/tags',
    {
      config: { needs: { staff: 'orders.change' }, versioned: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ add: TagIds, remove: TagIds }, closed),
        response: { 200: Type.Object({ added: Ids, removed: Ids }) },
      },
    },
    async ({ context, params, body }) => {
      const { added, removed } = await tagOrder(context, { orderId: params.id as OrderId, ...body })
      return { added: [...added], removed: [...removed] }
    },
  )
}
