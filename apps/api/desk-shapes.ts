import { Type } from 'typebox'
import { type IssueKind, issueKinds, type ShortageChoice, shortageChoices } from '#model/sales/desk'
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
  status: Type.String(),
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
