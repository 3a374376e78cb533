import { type RuleKind, rulesText } from '#model/sales/rules'
import type { Fact } from '../../../../audit/event-facts.ts'
import { useListText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useRuleChanges } from '../sales/rule-changes.ts'
import type { RuleBody } from '../sales/rule-draft.ts'
import { placesJudged, type SentHit, useRuleWords } from '../sales/rule-words.ts'
import { rulesPageText } from '../sales/rules-text.ts'
import type { AuditEvent } from './AuditPage.tsx'

type Told = Pick<AuditEvent, 'type' | 'data'>

/** Events that hold rules, or what a rule did: conditions and actions are told as the page of rules tells them. */
export const isOfRules = ({ type }: Told): boolean => type.startsWith('order_rule.') || type === 'order.ruled'

/** What such an event says, in words. */
export function useRuleFacts({ type, data }: Told): Fact[] {
  const { before, after } = data as { readonly before?: RuleBody; readonly after?: RuleBody }
  const [arranged, ruled] = [type === 'order_rule.arranged', type === 'order.ruled']
  const changes = useRuleChanges(arranged || ruled ? undefined : before, arranged || ruled ? undefined : after)
  const [order, hit] = [useOrderFacts(arranged ? data : undefined), useHitFacts(ruled ? data : undefined)]
  return [...order, ...hit, ...changes]
}

/** In which order the rules of a kind are asked. */
function useOrderFacts(data: Told['data'] | undefined): Fact[] {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const listText = useListText()
  if (!data) return []
  const { kind, before, after } = data as { readonly kind: RuleKind } & Record<'before' | 'after', readonly string[]>
  return [
    { field: t('kinds'), after: words(`rules.kind.${kind}`) },
    { field: t('order'), before: listText(before), after: listText(after) },
  ]
}

/** Which rule met an order, with what the order had, and what became of it. */
function useHitFacts(data: Told['data'] | undefined): Fact[] {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const hit = data as (Pick<SentHit, 'met' | 'outcome'> & { rule: string; ruleKind: RuleKind }) | undefined
  const met = hit?.met ?? []
  const say = useRuleWords(
    met.map(({ condition }) => condition),
    placesJudged(met),
  )
  if (!hit) return []
  const why = met.map((each) => `${say.condition(each.condition)} — ${say.actual(each)}`)
  return [
    { field: t('name'), after: hit.rule },
    { field: t('kinds'), after: words(`rules.kind.${hit.ruleKind}`) },
    { field: t('when'), after: why.join(t('says.and')) || t('always') },
    { field: t('hits.outcome'), after: say.outcome(hit.outcome) },
  ]
}
