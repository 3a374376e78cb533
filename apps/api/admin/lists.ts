import { Type } from 'typebox'
import { densities, type ViewId, viewLimits } from '#model/office/lists'
import { changeView, findViews, keepLayout, layoutOf, removeView, saveView } from '#office/lists'
import { IdParams, IdText, OneOf, type Routes } from '#platform/http'
import { Nullable } from '../goods-shapes.ts'

const tags = ['lists']
const closed = { additionalProperties: false }
const ListName = Type.String({ minLength: 1, maxLength: 40, description: 'A list of the console, by its word: orders' })
const Filters = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 500 }), { maxProperties: 30 })
const Cut = {
  name: Type.String({ maxLength: 4 * viewLimits.name }),
  filters: Filters,
  isShared: Type.Boolean({ description: 'The whole shop sees it.' }),
}
const ViewJson = Type.Object({
  ...Cut,
  id: IdText,
  list: Type.String(),
  isMine: Type.Boolean(),
  ownerName: Type.String(),
})
const LayoutJson = Type.Object(
  {
    columns: Type.Array(
      Type.Object(
        {
          key: Type.String({ maxLength: 60 }),
          hidden: Type.Optional(Type.Boolean()),
          width: Type.Optional(Type.Integer({ minimum: 40, maximum: 1_200, description: 'Pixels' })),
        },
        closed,
      ),
      { maxItems: 200 },
    ),
    density: OneOf(densities),
  },
  closed,
)

/** How people keep the lists of the console: cuts under names, and layouts. */
export function listRoutes(app: Routes): void {
  const reading = { needs: { staff: 'notices.read' } } as const
  app.get(
    '/api/v1/admin/views',
    {
      config: reading,
      schema: {
        tags,
        querystring: Type.Object({ list: ListName }, closed),
        response: { 200: Type.Object({ rows: Type.Array(ViewJson), layout: Nullable(LayoutJson) }) },
      },
    },
    async ({ context, query }) => ({
      rows: await findViews(context, query.list),
      layout: (await layoutOf(context, query.list)) ?? null,
    }),
  )
  app.post(
    '/api/v1/admin/views',
    {
      config: { ...reading, once: true },
      schema: { tags, body: Type.Object({ list: ListName, ...Cut }, closed), response: { 201: ViewJson } },
    },
    async ({ context, body }, reply) => reply.code(201).send(await saveView(context, body)),
  )
  app.put(
    '/api/v1/admin/views/:id',
    {
      config: reading,
      schema: { tags, params: IdParams, body: Type.Object(Cut, closed), response: { 200: ViewJson } },
    },
    ({ context, params, body }) => changeView(context, { viewId: params.id as ViewId, ...body }),
  )
  app.delete(
    '/api/v1/admin/views/:id',
    { config: reading, schema: { tags, params: IdParams, response: { 204: Type.Null() } } },
    async ({ context, params }, reply) => {
      await removeView(context, params.id as ViewId)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/v1/admin/layouts',
    {
      config: reading,
      schema: {
        tags,
        body: Type.Object({ list: ListName, layout: LayoutJson }, closed),
        response: { 200: LayoutJson },
      },
    },
    ({ context, body }) => keepLayout(context, body),
  )
}
