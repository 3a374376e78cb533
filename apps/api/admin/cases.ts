import { Type } from 'typebox'
import {
  applyForCase,
  approveCase,
  askBuyer,
  beginRepair,
  chooseAfterRepair,
  closeInquiry,
  compensate,
  confirmCompensation,
  countCases,
  findCases,
  finishRepair,
  giveUpRepair,
  gradeReturn,
  judgeFault,
  parcelsOfCase,
  payInstead,
  refuseCase,
  returnInstead,
  signInReturn,
  viewCase,
} from '#care/after-sales'
import { type CaseId, caseKinds, caseStatuses, faults } from '#model/care/after-sales'
import { IdOf, IdParams, IdText, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { ApplyBody, CaseParcels, CaseText, GradeText, RepairChoiceBody, StaffCaseJson } from '../case-shapes.ts'
import { goodsInWords } from '../goods-in-words.ts'

const ListQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(Type.Array(OneOf(caseStatuses), { maxItems: 20 })),
    kind: Type.Optional(OneOf(caseKinds)),
    text: Type.Optional(Type.String({ maxLength: 60 })),
    orderId: Type.Optional(IdText),
    customerId: Type.Optional(IdText),
  },
  { additionalProperties: false },
)
const CountedLines = Type.Array(
  Type.Object(
    { lineId: IdOf<'CaseLine'>(), quantity: Type.Integer({ minimum: 0, maximum: 9_999 }) },
    { additionalProperties: false },
  ),
  { maxItems: 200 },
)
const GradedLines = Type.Array(
  Type.Object({ lineId: IdOf<'CaseLine'>(), grade: GradeText }, { additionalProperties: false }),
  { maxItems: 200 },
)

const FindingBody = Type.Object({ finding: CaseText }, { additionalProperties: false })

/** The after-sales desk and the returns bench of the warehouse. */
export function staffCaseRoutes(app: Routes): void {
  const tags = ['after-sales']
  app.get(
    '/api/v1/admin/cases',
    {
      config: { needs: { staff: 'aftersales.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(StaffCaseJson) } },
    },
    async ({ context, query }) => {
      const page = await findCases(context, query)
      return { ...page, rows: await goodsInWords(context, page.rows) }
    },
  )
  app.get(
    '/api/v1/admin/cases/counters',
    {
      config: { needs: { staff: 'aftersales.read' } },
      schema: { tags, response: { 200: Type.Record(Type.String(), Type.Integer()) } },
    },
    async ({ context }) => (await countCases(context)) as Record<string, number>,
  )
  app.get(
    '/api/v1/admin/cases/:id',
    {
      config: { needs: { staff: 'aftersales.read' } },
      schema: { tags, params: IdParams, response: { 200: Type.Intersect([StaffCaseJson, CaseParcels]) } },
    },
    async ({ context, params }) => {
      const [found] = await goodsInWords(context, [await viewCase(context, params.id as CaseId)])
      return { ...found!, parcels: await parcelsOfCase(context, found!.id) }
    },
  )
  app.post(
    '/api/v1/admin/cases',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, body: ApplyBody, response: { 201: StaffCaseJson } },
    },
    async ({ context, body }, reply) => reply.code(201).send(await applyForCase(context, body)),
  )
  app.post(
    '/api/v1/admin/cases/:id/ask',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ question: CaseText }, { additionalProperties: false }),
        response: { 200: StaffCaseJson },
      },
    },
    ({ context, params, body }) => askBuyer(context, { caseId: params.id as CaseId, question: body.question }),
  )
  app.post(
    '/api/v1/admin/cases/:id/approve',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, params: IdParams, response: { 200: StaffCaseJson } },
    },
    ({ context, params }) => approveCase(context, params.id as CaseId),
  )
  app.post(
    '/api/v1/admin/cases/:id/compensate',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ amount: MoneyJson }, { additionalProperties: false }),
        response: { 200: StaffCaseJson },
      },
    },
    ({ context, params, body }) => compensate(context, { caseId: params.id as CaseId, amount: body.amount }),
  )
  app.post(
    '/api/v1/admin/cases/:id/confirm',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, params: IdParams, response: { 200: StaffCaseJson } },
    },
    ({ context, params }) => confirmCompensation(context, params.id as CaseId),
  )
  app.post(
    '/api/v1/admin/cases/:id/refuse',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ reason: CaseText }, { additionalProperties: false }),
        response: { 200: StaffCaseJson },
      },
    },
    ({ context, params, body }) => refuseCase(context, { caseId: params.id as CaseId, reason: body.reason }),
  )
  app.post(
    '/api/v1/admin/cases/:id/arrive',
    {
      config: { needs: { staff: 'aftersales.grade' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ received: CountedLines }, { additionalProperties: false }),
        response: { 200: StaffCaseJson },
      },
    },
    ({ context, params, body }) => signInReturn(context, { caseId: params.id as CaseId, received: body.received }),
  )
  app.post(
    '/api/v1/admin/cases/:id/grade',
    {
      config: { needs: { staff: 'aftersales.grade' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ grades: GradedLines }, { additionalProperties: false }),
        response: { 200: StaffCaseJson },
      },
    },
    ({ context, params, body }) => gradeReturn(context, { caseId: params.id as CaseId, grades: body.grades }),
  )
  app.post(
    '/api/v1/admin/cases/:id/pay-instead',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, params: IdParams, response: { 200: StaffCaseJson } },
    },
    ({ context, params }) => payInstead(context, params.id as CaseId),
  )
  app.post(
    '/api/v1/admin/cases/:id/return-instead',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, params: IdParams, response: { 200: StaffCaseJson } },
    },
    ({ context, params }) => returnInstead(context, params.id as CaseId),
  )
  app.post(
    '/api/v1/admin/cases/:id/fault',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ fault: OneOf(faults) }, { additionalProperties: false }),
        response: { 200: StaffCaseJson },
      },
    },
    ({ context, params, body }) => judgeFault(context, { caseId: params.id as CaseId, fault: body.fault }),
  )
  app.post(
    '/api/v1/admin/cases/:id/begin-repair',
    {
      config: { needs: { staff: 'aftersales.grade' }, once: true },
      schema: { tags, params: IdParams, response: { 200: StaffCaseJson } },
    },
    ({ context, params }) => beginRepair(context, params.id as CaseId),
  )
  app.post(
    '/api/v1/admin/cases/:id/finish-repair',
    {
      config: { needs: { staff: 'aftersales.grade' }, once: true },
      schema: { tags, params: IdParams, body: FindingBody, response: { 200: StaffCaseJson } },
    },
    ({ context, params, body }) => finishRepair(context, { caseId: params.id as CaseId, finding: body.finding }),
  )
  app.post(
    '/api/v1/admin/cases/:id/give-up-repair',
    {
      config: { needs: { staff: 'aftersales.grade' }, once: true },
      schema: { tags, params: IdParams, body: FindingBody, response: { 200: StaffCaseJson } },
    },
    ({ context, params, body }) => giveUpRepair(context, { caseId: params.id as CaseId, finding: body.finding }),
  )
  app.post(
    '/api/v1/admin/cases/:id/choose',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, params: IdParams, body: RepairChoiceBody, response: { 200: StaffCaseJson } },
    },
    ({ context, params, body }) => chooseAfterRepair(context, { caseId: params.id as CaseId, choice: body.choice }),
  )
  app.post(
    '/api/v1/admin/cases/:id/close',
    {
      config: { needs: { staff: 'aftersales.decide' }, once: true },
      schema: { tags, params: IdParams, response: { 200: StaffCaseJson } },
    },
    ({ context, params }) => closeInquiry(context, params.id as CaseId),
  )
}
