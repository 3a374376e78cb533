import { Type } from 'typebox'
import { answerParcelQuestion, askAboutParcel, findQuestions, loadQuestion, noteOnQuestion } from '#care/parcel-desk'
import { statusesOf } from '#kernel/steps'
import { type ParcelQuestionId, questionKinds, questionLimits } from '#model/care/parcel-desk'
import type { OrderId } from '#model/sales/orders'
import { parcelSteps } from '#model/supply/shipping'
import { historyOf } from '#platform/events'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'

const maybeInstant = Type.Union([Instant, Type.Null()])
const maybeText = Type.Union([Type.String(), Type.Null()])
export const ParcelQuestionJson = Type.Object({
  id: IdText,
  orderId: IdText,
  orderNumber: Type.String(),
  kind: OneOf(questionKinds),
  status: OneOf(['open', 'answered'] as const),
  askedBy: OneOf(['buyer', 'staff'] as const),
  question: Type.String(),
  dispatchBy: maybeInstant,
  promiseBroken: Type.Boolean(),
  answer: maybeText,
  answeredBy: maybeText,
  askedAt: Instant,
  answeredAt: maybeInstant,
})
const RowJson = Type.Object({
  ...ParcelQuestionJson.properties,
  parcels: Type.Array(
    Type.Object({
      id: IdText,
      carrier: Type.String(),
      waybillNumber: maybeText,
      status: OneOf(statusesOf(parcelSteps)),
      lastStep: Type.Union([Type.Object({ at: Instant, text: Type.String() }), Type.Null()]),
    }),
  ),
})
const ListQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(['open', 'answered'] as const)),
  },
  { additionalProperties: false },
)
const AnswerBody = Type.Object(
  { answer: Type.String({ minLength: 1, maxLength: questionLimits.answer }) },
  { additionalProperties: false },
)
const NoteBody = Type.Object(
  { note: Type.String({ minLength: 1, maxLength: questionLimits.answer }) },
  { additionalProperties: false },
)
const AskBody = Type.Object(
  { question: Type.Optional(Type.String({ maxLength: questionLimits.question })) },
  { additionalProperties: false },
)
const FollowedJson = Type.Object({
  ...ParcelQuestionJson.properties,
  history: Type.Array(
    Type.Object({
      type: Type.String(),
      at: Instant,
      actorName: Type.String(),
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
})

const tags = ['parcel-desk']
const decide = { needs: { staff: 'aftersales.decide' } } as const
const read = { needs: { staff: 'aftersales.read' } } as const

/** Questions about parcels and dispatch: what waits, what was said, and the answer. */
export function parcelDeskRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/parcel-questions',
    {
      config: read,
      schema: {
        tags,
        querystring: ListQuery,
        response: { 200: PageOf(RowJson) },
      },
    },
    async ({ context, query }) => {
      const page = await findQuestions(context, query)
      return { ...page, rows: page.rows.map((row) => ({ ...row, parcels: [...row.parcels] })) }
    },
  )
  app.get(
    '/api/v1/admin/parcel-questions/:id',
    { config: read, schema: { tags, params: IdParams, response: { 200: FollowedJson } } },
    async ({ context, params }) => ({
      ...(await loadQuestion(context, params.id as ParcelQuestionId)),
      history: await historyOf(context, params.id),
    }),
  )
  app.post(
    '/api/v1/admin/parcel-questions/:id/answer',
    {
      config: { ...decide, once: true },
      schema: { tags, params: IdParams, body: AnswerBody, response: { 200: ParcelQuestionJson } },
    },
    ({ context, params, body }) =>
      answerParcelQuestion(context, { questionId: params.id as ParcelQuestionId, answer: body.answer }),
  )
  app.post(
    '/api/v1/admin/parcel-questions/:id/notes',
    {
      config: { ...decide, once: true },
      schema: { tags, params: IdParams, body: NoteBody, response: { 200: Type.Object({ id: IdText }) } },
    },
    async ({ context, params, body }) => {
      await noteOnQuestion(context, { questionId: params.id as ParcelQuestionId, note: body.note })
      return { id: params.id }
    },
  )
  app.post(
    '/api/v1/admin/orders/:id/parcel-questions',
    {
      config: { ...decide, once: true },
      schema: { tags, params: IdParams, body: AskBody, response: { 201: ParcelQuestionJson } },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await askAboutParcel(context, { orderId: params.id as OrderId, ...body })),
  )
  app.post(
    '/api/v1/store/orders/:id/parcel-questions',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: AskBody, response: { 201: ParcelQuestionJson } },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await askAboutParcel(context, { orderId: params.id as OrderId, ...body })),
  )
}
