import { isDeepStrictEqual } from 'node:util'
import { saleItemsBySku } from '#goods/catalog'
import { isId } from '#kernel/id'
import type { SaleItem } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { loadWarehouse } from '#supply/inventory'
import { listCarriers } from '#supply/shipping'
import { mustBeKnown } from './known-codes.ts'
import {
  buyerKinds,
  type Condition,
  isRange,
  type ListCondition,
  type ListField,
  messageKinds,
  type RangeCondition,
  type Rule,
  type RuleAction,
  ruleLimits,
} from './model.ts'
import { actionInvalid, carrierUnknown, conditionInvalid, giftUnknown, reasonMissing, ruleNameMissing } from './rule.ts'

export type RuleDraft = Omit<Rule, 'id'>

/**
 * A rule as it may be kept: trimmed, everything it names known to the shop. What it was before may stand, though goods, carriers or places that it
 * names are gone meanwhile: it can still be renamed and switched off.
 * @throws ruleNameMissing, conditionInvalid, codeUnknown, actionInvalid, reasonMissing, carrierUnknown, giftUnknown, warehouseNotFound naming the field
 */
export async function checkedRule(reader: Reader, draft: RuleDraft, before?: RuleDraft): Promise<RuleDraft> {
  const name = draft.name.trim()
  if (name === '' || name.length > ruleLimits.name) throw ruleNameMissing({ field: 'name' })
  const conditions = checkedConditions(draft.conditions)
  await mustBeKnown(reader, conditions, before?.conditions)
  const isSameAction = before !== undefined && isDeepStrictEqual(draft.action, before.action)
  const action = isSameAction ? draft.action : await checkedAction(reader, draft.action)
  return { name, enabled: draft.enabled, conditions, action }
}

/** Conditions as they may be kept: of each number one range, and nothing asked twice. @throws conditionInvalid naming the field */
export function checkedConditions(conditions: readonly Condition[]): Condition[] {
  if (conditions.length > ruleLimits.conditions) throw conditionInvalid({ field: 'conditions', of: 'rule' })
  const checked: Condition[] = []
  for (const [index, condition] of conditions.entries()) {
    const field = `conditions.${index}`
    const next = isRange(condition) ? checkedRange(condition, field) : checkedList(condition, field)
    const isTwice = (each: Condition) => (isRange(next) ? each.field === next.field : isDeepStrictEqual(each, next))
    if (checked.some(isTwice)) throw conditionInvalid({ field: `${field}.field`, of: condition.field })
    checked.push(next)
  }
  return checked
}

const most = { amount: 1e11, weight: 1e8, pieces: 1e6, level: 100, refunds: 1e4, time: 24 * 60 - 1 } as const

function checkedRange({ field, from, to }: RangeCondition, at: string): RangeCondition {
  const isBound = (bound: number | null) =>
    bound === null || (Number.isInteger(bound) && bound >= 0 && bound <= most[field])
  if (!isBound(from) || (from === null && to === null)) throw conditionInvalid({ field: `${at}.from`, of: field })
  const isBackwards = from !== null && to !== null && from > to && field !== 'time'
  if (!isBound(to) || isBackwards) throw conditionInvalid({ field: `${at}.to`, of: field })
  return { field, from, to }
}

function checkedList({ field, any, not }: ListCondition, at: string): ListCondition {
  const values = [...new Set(any.map((value) => value.trim()))]
  const isFine = (value: string) => value.length <= ruleLimits.value && fits[field](value)
  if (values.length === 0 || values.length > ruleLimits.values || !values.every(isFine))
    throw conditionInvalid({ field: `${at}.any`, of: field })
  return { field, any: values, not }
}

const like = (shape: RegExp) => (value: string) => shape.test(value)
const word = like(/\S/)
const fits: Readonly<Record<ListField, (value: string) => boolean>> = {
  sku: word,
  product: isId,
  category: isId,
  brand: isId,
  tag: word,
  region: word,
  buyer: (value) => buyerKinds.some((kind) => kind === value),
  words: word,
  message: (value) => messageKinds.some((kind) => kind === value),
  payment: word,
  channel: word,
  weekday: like(/^[1-7]$/),
}

async function checkedAction(reader: Reader, action: RuleAction): Promise<RuleAction> {
  switch (action.kind) {
    case 'review': {
      const reason = action.reason.trim()
      if (action.decision !== 'approve' && reason === '') throw reasonMissing({ field: 'action.reason' })
      return { ...action, reason: reason.slice(0, ruleLimits.reason) }
    }
    case 'gift':
      return checkedGift(reader, action)
    case 'carrier': {
      const { carrier } = action
      const isOurs = (await listCarriers(reader)).some(({ code, enabled }) => code === carrier && enabled)
      if (!isOurs) throw carrierUnknown({ field: 'action.carrier', carrier })
      return action
    }
    case 'warehouse':
      await loadWarehouse(reader, action.warehouseId)
      return action
    case 'merging': {
      const { withinHours } = action
      if (!Number.isInteger(withinHours) || withinHours < 1 || withinHours > longestWindow)
        throw actionInvalid({ field: 'action.withinHours' })
      return action
    }
  }
}

const longestWindow = 30 * 24

async function checkedGift(reader: Reader, action: RuleAction & { kind: 'gift' }): Promise<RuleAction> {
  const sku = action.sku.trim()
  if (!Number.isInteger(action.quantity) || action.quantity < 1 || action.quantity > 99)
    throw actionInvalid({ field: 'action.quantity' })
  if (!canBeGiven((await saleItemsBySku(reader, [sku])).get(sku))) throw giftUnknown({ field: 'action.sku', sku })
  return { ...action, sku }
}

/** Goods that can be put into a box today. Whether they are listed does not matter: gifts often are not for sale. */
export const canBeGiven = (item: SaleItem | undefined): item is SaleItem =>
  item?.requiresShipping === true && !item.selling.makeDays
