import { Type } from 'typebox'
import { allCategories, attributesOf, categoryPath, changeCategory, createCategory } from '#goods/catalog'
import { IdText, type Routes } from '#platform/http'
import { AttributeBody, BothBody, IdOf, NameJson, Nullable, open } from '../goods-shapes.ts'

const tags = ['categories']
const Params = Type.Object({ id: IdOf<'Category'>() }, { additionalProperties: false })
const fields = {
  parentId: Type.Optional(Nullable(IdOf<'Category'>())),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  attributes: Type.Optional(Type.Array(AttributeBody, { maxItems: 60 })),
}
const NewBody = Type.Object(
  { slug: Type.String({ maxLength: 300 }), name: BothBody, ...fields },
  { additionalProperties: false },
)
const ChangeBody = Type.Object(
  { slug: Type.Optional(Type.String({ maxLength: 300 })), name: Type.Optional(BothBody), ...fields },
  { additionalProperties: false },
)
const CategoryJson = Type.Object({
  id: IdText,
  parentId: Nullable(IdText),
  slug: Type.String(),
  name: NameJson,
  position: Type.Integer(),
})
const DetailJson = Type.Object({
  path: Type.Array(CategoryJson),
  attributes: Type.Array(AttributeBody, { description: 'Those of the categories above included' }),
})

/** The tree of categories and the facts their products state, for staff. */
export function categoryRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/categories',
    { config: { needs: { staff: 'products.read' } }, schema: { tags, response: { 200: Type.Array(CategoryJson) } } },
    async (request) => open(await allCategories(request.context)),
  )
  app.get(
    '/api/v1/admin/categories/:id',
    { config: { needs: { staff: 'products.read' } }, schema: { tags, params: Params, response: { 200: DetailJson } } },
    async (request) => {
      const { id } = request.params
      const path = await categoryPath(request.context, id)
      const attributes = (await attributesOf(request.context, [id])).get(id) ?? []
      return open({ path, attributes })
    },
  )
  app.post(
    '/api/v1/admin/categories',
    {
      config: { needs: { staff: 'products.write' }, once: true },
      schema: { tags, body: NewBody, response: { 201: Type.Object({ id: IdText }) } },
    },
    async (request, reply) => reply.code(201).send({ id: await createCategory(request.context, request.body) }),
  )
  app.patch(
    '/api/v1/admin/categories/:id',
    {
      config: { needs: { staff: 'products.write' } },
      schema: { tags, params: Params, body: ChangeBody, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await changeCategory(request.context, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
