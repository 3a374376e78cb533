import type { InputOf } from '#client'
import { type ListField, listFields, type RuleKind, rangeFields } from '#model/sales/rules'
import { askWithTag } from '../../frame/api.ts'
import type { Seen } from '../../frame/contest.tsx'
import type { Field, SentAction, SentCondition, SentRule } from './rule-words.ts'

export type RuleBody = InputOf<'POST /api/v1/admin/order-rules'>['body']

/** What of a rule is sent to be kept. */
export const bodyOf = ({ name, enabled, conditions, action }: RuleBody): RuleBody => ({
  name,
  enabled,
  conditions: [...conditions],
  action,
})

export const tagOf = ({ version }: Pick<SentRule, 'version'>): string => `"${version}"`

/** All rules, with the version of their order. */
export const readRules = () => askWithTag('GET /api/v1/admin/order-rules')

/** A rule as it stands now. */
export async function ruleNow(id: string): Promise<Seen<RuleBody>> {
  const { answer, etag } = await askWithTag('GET /api/v1/admin/order-rules/{id}', { path: { id } })
  return { thing: bodyOf(answer), etag: etag ?? undefined }
}

/** What a rule of a kind does until somebody says otherwise. */
export const firstAction: { readonly [Kind in RuleKind]: Extract<SentAction, { kind: Kind }> } = {
  review: { kind: 'review', decision: 'ask', reason: '' },
  gift: { kind: 'gift', sku: '', quantity: 1, stop: false },
  carrier: { kind: 'carrier', carrier: '' },
  warehouse: { kind: 'warehouse', warehouseId: '' as never },
  merging: { kind: 'merging', decision: 'merge', withinHours: 24 },
}

const isListField = (field: Field): field is ListField => listFields.some((each) => each === field)

/** A condition as it begins. */
export function newCondition(field: Field): SentCondition {
  if (isListField(field)) return { field, any: [], not: false }
  return { field: rangeFields.find((each) => each === field)!, from: null, to: null }
}

/** How a field of a form looks that was refused. */
export const stateOf = (said: string | undefined) => (said ? ({ validateStatus: 'error', help: said } as const) : {})
