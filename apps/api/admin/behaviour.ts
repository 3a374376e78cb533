import { Type } from 'typebox'
import { behaviourDays, readPageSpeed, searchedWords } from '#insight/behaviour'
import { widths } from '#model/insight/behaviour'
import { Instant, OneOf, type Routes } from '#platform/http'
import { Nullable } from '../goods-shapes.ts'

const tags = ['visits']
const DaysQuery = Type.Object(
  { days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })) },
  { additionalProperties: false },
)
const Millis = Type.Integer({ description: 'Milliseconds' })
const Count = Type.Integer()
const DayJson = Type.Object({
  day: Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' }),
  views: Count,
  searches: Count,
  clicks: Count,
  cartAdds: Count,
  checkouts: Count,
  ordersPlaced: Count,
  ordersPaid: Count,
  visitors: Count,
})
const WordsJson = Type.Object({ query: Type.String(), times: Count, empty: Count })
const SpeedJson = Type.Object({
  limit: Millis,
  pages: Type.Array(
    Type.Object({
      page: Type.String(),
      width: OneOf(widths),
      visits: Count,
      firstByte: Millis,
      largestPaint: Nullable(Millis),
      loaded: Nullable(Millis),
      shift: Type.Number(),
      isSlow: Type.Boolean(),
    }),
  ),
  slowPaths: Type.Array(Type.Object({ path: Type.String(), page: Type.String(), visits: Count, largestPaint: Millis })),
  hours: Type.Array(Type.Object({ at: Instant, visits: Count, largestPaint: Millis })),
})

const usualDays = 14

/** What visitors do, day by day, and how fast pages are for them. */
export function behaviourRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/behaviour',
    {
      config: { needs: { staff: 'products.read' } },
      schema: {
        tags,
        querystring: DaysQuery,
        response: { 200: Type.Object({ days: Type.Array(DayJson), words: Type.Array(WordsJson) }) },
      },
    },
    async ({ context, query: { days = usualDays } }) => ({
      days: await behaviourDays(context, days),
      words: await searchedWords(context, days),
    }),
  )
  app.get(
    '/api/v1/admin/page-speed',
    {
      config: { needs: { staff: 'settings.read' } },
      schema: { tags, querystring: DaysQuery, response: { 200: SpeedJson } },
    },
    ({ context, query: { days = 1 } }) => readPageSpeed(context, context.now.subtract({ hours: 24 * days })),
  )
}
