import { refusal } from '#kernel/refusal'

export const ruleNotFound = refusal(
  'not_found',
  'rules.not_found',
  (d: { ruleId: string }) => `there is no rule ${d.ruleId}`,
)
export const ruleNameMissing = refusal('invalid', 'rules.name_missing', (_: { field: 'name' }) => 'a rule needs a name')
export const tooManyRules = refusal(
  'conflict',
  'rules.too_many',
  (d: { most: number }) => `no more than ${d.most} rules of a kind`,
)
export const conditionInvalid = refusal(
  'invalid',
  'rules.condition_invalid',
  (d: { field: string; of: string }) => `${d.field} is not a condition of ${d.of}`,
)
export const codeUnknown = refusal(
  'invalid',
  'rules.code_unknown',
  (d: { field: string; of: string; value: string }) => `${d.of} ${d.value} does not exist, or is not of this shop`,
)
export const actionInvalid = refusal(
  'invalid',
  'rules.action_invalid',
  (d: { field: string }) => `${d.field} cannot be done`,
)
export const reasonMissing = refusal(
  'invalid',
  'rules.reason_missing',
  (_: { field: 'action.reason' }) => 'whoever looks at the order wants to know why',
)
export const carrierUnknown = refusal(
  'invalid',
  'rules.carrier_unknown',
  (d: { field: 'action.carrier'; carrier: string }) => `no carrier ${d.carrier}`,
)
export const giftUnknown = refusal(
  'invalid',
  'rules.gift_unknown',
  (d: { field: 'action.sku'; sku: string }) =>
    `${d.sku} cannot be given: no such goods, nothing to send, or made to order`,
)
export const kindFixed = refusal(
  'invalid',
  'rules.kind_fixed',
  (_: { field: 'action.kind' }) => 'a rule stays of its kind',
)
export const rulesDiffer = refusal(
  'conflict',
  'rules.differ',
  (_: { field: 'ids' }) => 'somebody has added or removed rules meanwhile',
)
