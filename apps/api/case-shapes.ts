import { Type } from 'typebox'
import {
  caseKinds,
  caseLimits,
  caseReasons,
  caseStatuses,
  faults,
  grades,
  repairChoices,
  wishedKinds,
} from '#model/care/after-sales'
import { IdOf, IdText, Instant, MoneyJson, OneOf } from '#platform/http'
import { ParcelJson } from './order-shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const GradeText = OneOf(grades)

export const CaseJson = Type.Object({
  id: IdText,
  number: Type.String(),
  kind: OneOf(caseKinds),
  status: OneOf(caseStatuses),
  orderId: IdText,
  orderNumber: Type.String(),
  reason: Type.String(),
  description: Type.String(),
  fault: OneOf(faults),
  amount: MoneyJson,
  freight: MoneyJson,
  returnCarrier: orNull(Type.String()),
  returnWaybill: orNull(Type.String()),
  question: orNull(Type.String()),
  refusalReason: orNull(Type.String()),
  finding: orNull(Type.String()),
  differs: Type.Boolean(),
  openedAt: Instant,
  decidedAt: orNull(Instant),
  arrivedAt: orNull(Instant),
  gradedAt: orNull(Instant),
  sentAt: orNull(Instant),
  settledAt: orNull(Instant),
  solveBy: Instant,
  checkBy: orNull(Instant),
  repairBy: orNull(Instant),
  refundBy: orNull(Instant),
  lines: Type.Array(
    Type.Object({
      id: IdText,
      orderLineId: IdText,
      sentLineId: orNull(IdText),
      sku: Type.String(),
      name: Type.String(),
      specification: Type.String(),
      quantity: Type.Integer(),
      refund: MoneyJson,
      received: Type.Integer(),
      restocked: Type.Integer(),
      scrapped: Type.Integer(),
      grade: orNull(GradeText),
      replacement: orNull(Type.Object({ variantId: IdText, sku: Type.String(), specification: Type.String() })),
      resent: Type.Integer(),
    }),
  ),
  pictureIds: Type.Array(IdText),
})

/** What staff see beyond what the buyer sees: who decided, and the alarm. */
export const StaffCaseJson = Type.Object({
  ...CaseJson.properties,
  decidedBy: orNull(Type.String()),
  alarm: orNull(OneOf(['soon', 'broken'])),
})

/** The boxes that go out for a case. */
export const CaseParcels = Type.Object({ parcels: Type.Array(ParcelJson) })

/** What the buyer said of the handling. */
export const CaseRatingJson = Type.Object({
  caseId: IdText,
  caseNumber: Type.String(),
  stars: Type.Integer(),
  words: Type.String(),
  handledBy: Type.String(),
  ratedAt: Instant,
})

/** What becomes of a piece that cannot be mended. */
export const RepairChoiceBody = Type.Object({ choice: OneOf(repairChoices) }, { additionalProperties: false })

export const CaseText = Type.String({ minLength: 1, maxLength: 500 })

export const ApplyBody = Type.Object(
  {
    orderId: IdOf<'Order'>(),
    kind: OneOf(wishedKinds),
    lines: Type.Array(
      Type.Object(
        {
          lineId: IdOf<'OrderLine'>(),
          quantity: Type.Integer({ minimum: 1, maximum: 9_999 }),
          sentLineId: Type.Optional(IdOf<'CaseLine'>()),
          replacementId: Type.Optional(IdOf<'Variant'>()),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 200 },
    ),
    amount: Type.Optional(MoneyJson),
    reason: OneOf(caseReasons),
    description: Type.String({ maxLength: 500 }),
    pictureIds: Type.Optional(Type.Array(IdOf<'Picture'>(), { maxItems: caseLimits.pictures })),
  },
  { additionalProperties: false },
)
