import { Type } from 'typebox'
import { statusesOf } from '#kernel/steps'
import {
  type CallReason,
  type CheckItem,
  type ContactOutcome,
  type ContactWay,
  checkItems,
  contactOutcomes,
  contactWays,
  type IssueKind,
  issueKinds,
  type ShortageChoice,
  shortageChoices,
  shortageSteps,
} from '#model/sales/desk'
import { IdText, Instant, OneOf } from '#platform/http'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const IssueJson = Type.Object({
  id: IdText,
  orderId: IdText,
  orderNumber: Type.String(),
  kind: OneOf<IssueKind>(issueKinds),
  data: Type.Record(Type.String(), Type.Unknown()),
  status: OneOf(['open', 'settled']),
  ownerId: Nullable(IdText),
  ownerName: Nullable(Type.String()),
  resolution: Type.String(),
  openedAt: Instant,
  settledAt: Nullable(Instant),
  settledBy: Nullable(Type.String()),
})

export const ShortageJson = Type.Object({
  id: IdText,
  foundBy: OneOf(['pick', 'count']),
  lines: Type.Array(Type.Object({ lineId: IdText, quantity: Type.Integer() })),
  status: OneOf(statusesOf(shortageSteps)),
  choice: Nullable(OneOf<ShortageChoice>(shortageChoices)),
  chosenBy: Nullable(Type.String()),
  chosenAt: Nullable(Instant),
  note: Type.String(),
  openedAt: Instant,
})

export const ChoiceBody = Type.Object(
  { choice: OneOf<ShortageChoice>(shortageChoices), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
)

export const CheckJson = Type.Object({
  item: OneOf<CheckItem>(checkItems),
  note: Type.String(),
  at: Instant,
  by: Type.String(),
})
export const ChecksBody = Type.Object(
  {
    items: Type.Array(OneOf<CheckItem>(checkItems), { minItems: 1, uniqueItems: true }),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
)

export const ContactJson = Type.Object({
  id: IdText,
  way: OneOf<ContactWay>(contactWays),
  outcome: OneOf<ContactOutcome>(contactOutcomes),
  note: Type.String(),
  nextDueAt: Nullable(Instant),
  at: Instant,
  by: Type.String(),
})
export const ContactBody = Type.Object(
  {
    way: OneOf<ContactWay>(contactWays),
    outcome: OneOf<ContactOutcome>(contactOutcomes),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    nextDueAt: Type.Optional(Type.String({ format: 'date-time' })),
    deliverFrom: Type.Optional(
      Type.String({ format: 'date-time', description: 'Agreed with the buyer: the goods do not leave before.' }),
    ),
  },
  { additionalProperties: false },
)

export const ConfirmationJson = Type.Object({
  way: OneOf(['email', 'call']),
  reason: Type.String(),
  status: OneOf(['to_call', 'sent', 'confirmed', 'declined']),
  note: Type.String(),
  createdAt: Instant,
  settledAt: Nullable(Instant),
  settledBy: Nullable(Type.String()),
})
export const ConfirmBody = Type.Object(
  { outcome: OneOf(['confirmed', 'declined']), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
)

export const DueContactJson = Type.Object({
  orderId: IdText,
  orderNumber: Type.String(),
  why: OneOf<CallReason | 'due'>(['large_amount', 'first_order', 'special_request', 'due']),
  note: Type.String(),
  since: Instant,
})

export const FollowUpJson = Type.Object({
  orderId: IdText,
  orderNumber: Type.String(),
  askedAt: Instant,
  rating: Nullable(Type.Integer()),
  words: Type.String(),
  answeredAt: Nullable(Instant),
})
export const FeedbackBody = Type.Object(
  {
    rating: Type.Integer({ minimum: 1, maximum: 5 }),
    words: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
)
