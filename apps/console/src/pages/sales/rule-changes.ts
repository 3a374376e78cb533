import { rulesText } from '#model/sales/rules'
import type { Changed } from '../../frame/contest.tsx'
import { useText } from '../../frame/language.ts'
import type { RuleBody } from './rule-draft.ts'
import { type Field, useRuleWords } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

/** What became of a rule, part by part in words; of one that is new or gone all of it. The conditions of both are named beforehand: their names have to be asked for. */
export function useRuleChanges(was: RuleBody | undefined, now: RuleBody | undefined): Changed[] {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const both = [was, now].flatMap((rule) => rule?.conditions ?? [])
  const say = useRuleWords(both)
  const asked = (rule: RuleBody | undefined, field: Field) =>
    (rule?.conditions ?? [])
      .filter((each) => each.field === field)
      .map(say.asks)
      .join(t('says.and'))
  const part = (field: string, of: (rule: RuleBody) => string): Changed => ({
    field,
    before: (was && of(was)) || '—',
    after: (now && of(now)) || '—',
  })
  return [
    part(t('name'), ({ name }) => name),
    part(t('on'), ({ enabled }) => t(enabled ? 'on.yes' : 'on.no')),
    ...[...new Set(both.map(({ field }) => field))].map((field) =>
      part(t('when.of', { field: words(`rules.field.${field}`) }), (rule) => asked(rule, field)),
    ),
    part(t('does'), ({ action }) => say.action(action)),
  ].filter(({ before, after }) => before !== after)
}
