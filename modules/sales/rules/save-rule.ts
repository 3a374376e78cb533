import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { checkedRule, type RuleDraft } from './check-rule.ts'
import { type Rule, type RuleId, type RuleKind, ruleLimits } from './model.ts'
import { kindFixed, rulesDiffer, tooManyRules } from './rule.ts'
import { hideRule, insertRule, lockKind, lockRule, moveRule, rulesInForce, updateRule } from './rule-store.ts'

/** Adds a rule below those of its kind. @throws tooManyRules, and what a rule may be refused for, naming the field */
export function createRule(ctx: Context, draft: RuleDraft): Promise<Rule> {
  return transaction(ctx, async (tx) => {
    const others = await lockKind(tx, draft.action.kind)
    if (others.length >= ruleLimits.ofKind) throw tooManyRules({ most: ruleLimits.ofKind })
    const rule = await insertRule(tx, await checkedRule(tx, draft))
    await tell(tx, 'order_rule.created', rule.id, { after: rule })
    return rule
  })
}

/** Changes a rule, or switches it on or off; what it did to orders stays. @throws ruleNotFound, kindFixed, and what a rule may be refused for */
export function changeRule(ctx: Context, { id, ...draft }: Rule): Promise<Rule> {
  return transaction(ctx, async (tx) => {
    const before = await lockRule(tx, id)
    if (before.action.kind !== draft.action.kind) throw kindFixed({ field: 'action.kind' })
    const after = { id, ...(await checkedRule(tx, draft, before)) }
    await updateRule(tx, after)
    await tell(tx, 'order_rule.changed', id, { before, after })
    return after
  })
}

/** Takes a rule away; the orders that it met keep its name. @throws ruleNotFound */
export function removeRule(ctx: Context, ruleId: RuleId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const before = await lockRule(tx, ruleId)
    await hideRule(tx, ruleId)
    await tell(tx, 'order_rule.removed', ruleId, { before })
  })
}

/** Puts the rules of a kind into another order: the first that meets an order decides. @throws rulesDiffer unless all of them are named, each once */
export function arrangeRules(
  ctx: Context,
  { kind, ids }: { readonly kind: RuleKind; readonly ids: readonly RuleId[] },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const rules = await lockKind(tx, kind)
    const before = rules.map(({ id }) => id)
    if (ids.length !== before.length || !before.every((id) => ids.includes(id))) throw rulesDiffer({ field: 'ids' })
    if (ids.every((id, position) => before[position] === id)) return
    for (const [position, id] of ids.entries()) await moveRule(tx, id, position)
    const names = (order: readonly RuleId[]) => order.map((id) => rules.find((rule) => rule.id === id)!.name)
    rulesInForce.forget(tx)
    const data = { kind, before: names(before), after: names(ids) }
    await publish(tx, { type: 'order_rule.arranged', aggregate: 'shop', id: tx.shopId, data })
  })
}

async function tell(tx: Tx, type: string, id: RuleId, data: Readonly<Record<string, unknown>>): Promise<void> {
  rulesInForce.forget(tx)
  await publish(tx, { type, aggregate: 'order_rule', id, data })
}
