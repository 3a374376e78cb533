import { isAbroad } from '#platform/regions'
import {
  type ActionOf,
  abroad,
  type Condition,
  isRange,
  type Judged,
  type ListCondition,
  type OrderFacts,
  type RangeCondition,
  type Rule,
  type RuleAction,
  type RuleField,
  type RuleKind,
} from './model.ts'

/** A rule that meets an order, with what the order had of what it asks for. */
export interface Met<Action extends RuleAction = RuleAction> {
  readonly rule: Rule
  readonly action: Action
  readonly met: readonly Judged[]
}

/** The rules of a kind that decide about an order, in their order: the first that meets it; of gifts all, up to one that says stop. */
export function deciding<Kind extends RuleKind>(
  rules: readonly Rule[],
  kind: Kind,
  facts: OrderFacts,
): Met<ActionOf<Kind>>[] {
  const found: Met<ActionOf<Kind>>[] = []
  for (const rule of rules) {
    if (!rule.enabled || rule.action.kind !== kind) continue
    const met = judgeRule(rule, facts)
    if (met.some(({ holds }) => !holds)) continue
    found.push({ rule, action: rule.action as ActionOf<Kind>, met })
    if (rule.action.kind !== 'gift' || rule.action.stop) break
  }
  return found
}

/** Each condition of a rule beside what the order has. */
export const judgeRule = ({ conditions }: Pick<Rule, 'conditions'>, facts: OrderFacts): Judged[] =>
  conditions.map((condition) => judge(condition, facts))

const judge = (condition: Condition, facts: OrderFacts): Judged =>
  isRange(condition) ? judgeRange(condition, facts) : judgeList(condition, facts)

function judgeRange(condition: RangeCondition, { numbers }: OrderFacts): Judged {
  const actual = numbers[condition.field]
  const { from, to } = condition
  const [late, early] = [from === null || actual >= from, to === null || actual <= to]
  const overMidnight = condition.field === 'time' && from !== null && to !== null && from > to
  return { condition, holds: overMidnight ? late || early : late && early, actual }
}

function judgeList(condition: ListCondition, { lists }: OrderFacts): Judged {
  const { field, any, not } = condition
  const own = lists[field]
  const found = any.filter((value) => own.some((each) => fits(field, each, value)))
  return { condition, holds: found.length > 0 !== not, actual: field === 'words' ? found : own.slice(0, mostShown) }
}

const mostShown = 20

function fits(field: RuleField, own: string, value: string): boolean {
  if (field === 'region') return value === abroad ? isAbroad(own) : own.startsWith(value)
  const [mine, asked] = [own.toLowerCase(), value.toLowerCase()]
  return field === 'words' ? mine.includes(asked) : mine === asked
}

/** What rules ask of orders: nothing else has to be found out. */
export const fieldsIn = (rules: readonly Pick<Rule, 'conditions'>[]): ReadonlySet<RuleField> =>
  new Set(rules.flatMap(({ conditions }) => conditions.map(({ field }) => field)))
