import { Type } from 'typebox'
import { answerVisitor, closeQuestion, findVisitorQuestions, publishQuestion } from '#care/visitor-desk'
import { type VisitorQuestionId, visitorQuestionLimits, visitorQuestionStatuses } from '#model/care/visitor-desk'
import { IdParams, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { DeskQuestionJson } from '../question-shapes.ts'

const tags = ['questions']
const answering = { needs: { staff: 'reviews.answer' }, once: true } as const
const ListQuery = Type.Object(
  { ...PageQuery, status: Type.Optional(OneOf(visitorQuestionStatuses)) },
  { additionalProperties: false },
)
const AnswerBody = Type.Object(
  {
    answer: Type.String({ minLength: 1, maxLength: visitorQuestionLimits.answer }),
    publish: Type.Optional(Type.Boolean({ description: 'Let everybody read it on the page of the product' })),
  },
  { additionalProperties: false },
)
const PublishBody = Type.Object({ publish: Type.Boolean() }, { additionalProperties: false })

/** Visitors' questions: what waits, the answer, and what everybody may read. */
export function visitorDeskRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/visitor-questions',
    {
      config: { needs: { staff: 'reviews.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(DeskQuestionJson) } },
    },
    ({ context, query }) => findVisitorQuestions(context, query),
  )
  app.post(
    '/api/v1/admin/visitor-questions/:id/answer',
    { config: answering, schema: { tags, params: IdParams, body: AnswerBody, response: { 200: DeskQuestionJson } } },
    ({ context, params, body }) => answerVisitor(context, { questionId: params.id as VisitorQuestionId, ...body }),
  )
  app.post(
    '/api/v1/admin/visitor-questions/:id/publish',
    { config: answering, schema: { tags, params: IdParams, body: PublishBody, response: { 200: DeskQuestionJson } } },
    ({ context, params, body }) => publishQuestion(context, { questionId: params.id as VisitorQuestionId, ...body }),
  )
  app.post(
    '/api/v1/admin/visitor-questions/:id/close',
    { config: answering, schema: { tags, params: IdParams, response: { 200: DeskQuestionJson } } },
    ({ context, params }) => closeQuestion(context, params.id as VisitorQuestionId),
  )
}
