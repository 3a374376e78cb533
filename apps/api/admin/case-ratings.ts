import { Type } from 'typebox'
import { findCaseRatings, sumCaseRatings } from '#care/after-sales'
import { PageOf, PageQuery, type Routes } from '#platform/http'
import { CaseRatingJson } from '../case-shapes.ts'
import { Nullable } from '../goods-shapes.ts'

const tags = ['after-sales']
const read = { needs: { staff: 'reviews.read' } } as const
const ListQuery = Type.Object(
  { ...PageQuery, atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })) },
  { additionalProperties: false },
)
const SumsQuery = Type.Object(
  { days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })) },
  { additionalProperties: false },
)
const SumJson = Type.Object({
  handledBy: Nullable(Type.String({ description: 'null: the whole shop' })),
  count: Type.Integer(),
  average: Nullable(Type.Number({ description: 'From 1 to 5' })),
  low: Type.Integer({ description: 'Three stars and fewer' }),
})

/** How buyers found the handling of their cases. */
export function caseRatingRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/case-ratings',
    { config: read, schema: { tags, querystring: ListQuery, response: { 200: PageOf(CaseRatingJson) } } },
    ({ context, query }) => findCaseRatings(context, query),
  )
  app.get(
    '/api/v1/admin/case-ratings/sums',
    { config: read, schema: { tags, querystring: SumsQuery, response: { 200: Type.Array(SumJson) } } },
    ({ context, query }) => sumCaseRatings(context, { days: query.days ?? 30 }),
  )
}
