import { Type } from 'typebox'
import {
  answerQuestion,
  applyForCase,
  chooseAfterRepair,
  ownCases,
  parcelsOfCase,
  rateCase,
  sendBack,
  viewCase,
  withdrawCase,
} from '#care/after-sales'
import type { CaseId } from '#model/care/after-sales'
import { IdParams, IdText, type Routes } from '#platform/http'
import { ApplyBody, CaseJson, CaseParcels, CaseRatingJson, CaseText, RepairChoiceBody } from '../case-shapes.ts'

const SendBackBody = Type.Object(
  {
    carrier: Type.String({ minLength: 1, maxLength: 30 }),
    waybillNumber: Type.String({ minLength: 6, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' }),
  },
  { additionalProperties: false },
)

const RateBody = Type.Object(
  {
    stars: Type.Integer({ minimum: 1, maximum: 5 }),
    words: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
)
const OwnRatingJson = Type.Omit(CaseRatingJson, ['handledBy'])

/** A shopper's own after-sales cases. */
export function caseRoutes(app: Routes): void {
  const tags = ['after-sales']
  app.get(
    '/api/v1/store/cases',
    {
      config: { needs: 'shopper' },
      schema: {
        tags,
        querystring: Type.Object({ orderId: Type.Optional(IdText) }, { additionalProperties: false }),
        response: { 200: Type.Array(CaseJson) },
      },
    },
    ({ context, query }) => ownCases(context, context.actor.id!, query.orderId),
  )
  app.get(
    '/api/v1/store/cases/:id',
    {
      config: { needs: 'shopper' },
      schema: { tags, params: IdParams, response: { 200: Type.Intersect([CaseJson, CaseParcels]) } },
    },
    async ({ context, params }) => {
      const found = await viewCase(context, params.id as CaseId)
      return { ...found, parcels: await parcelsOfCase(context, found.id) }
    },
  )
  app.post(
    '/api/v1/store/cases',
    { config: { needs: 'shopper', once: true }, schema: { tags, body: ApplyBody, response: { 201: CaseJson } } },
    async ({ context, body }, reply) => reply.code(201).send(await applyForCase(context, body)),
  )
  app.post(
    '/api/v1/store/cases/:id/answer',
    {
      config: { needs: 'shopper', once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ answer: CaseText }, { additionalProperties: false }),
        response: { 200: CaseJson },
      },
    },
    ({ context, params, body }) => answerQuestion(context, { caseId: params.id as CaseId, answer: body.answer }),
  )
  app.post(
    '/api/v1/store/cases/:id/withdraw',
    { config: { needs: 'shopper', once: true }, schema: { tags, params: IdParams, response: { 200: CaseJson } } },
    ({ context, params }) => withdrawCase(context, params.id as CaseId),
  )
  app.post(
    '/api/v1/store/cases/:id/send-back',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: SendBackBody, response: { 200: CaseJson } },
    },
    ({ context, params, body }) => sendBack(context, { caseId: params.id as CaseId, ...body }),
  )
  app.post(
    '/api/v1/store/cases/:id/choose',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: RepairChoiceBody, response: { 200: CaseJson } },
    },
    ({ context, params, body }) => chooseAfterRepair(context, { caseId: params.id as CaseId, choice: body.choice }),
  )
  app.post(
    '/api/v1/store/cases/:id/rating',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: RateBody, response: { 201: OwnRatingJson } },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await rateCase(context, { caseId: params.id as CaseId, ...body })),
  )
}
