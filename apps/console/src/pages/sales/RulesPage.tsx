import { useQuery } from '@tanstack/react-query'
import { Flex, Tabs, Typography } from 'antd'
import { useState } from 'react'
import { type RuleKind, ruleKinds, rulesText } from '#model/sales/rules'
import { keyOf } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleHits } from './RuleHits.tsx'
import { AddVerb, RuleTable } from './RuleTable.tsx'
import { RuleTest } from './RuleTest.tsx'
import { readRules } from './rule-draft.ts'
import type { SentRule } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

/** What is done with orders by itself: the rules by kind, in their order, with what they did; and a box to try them. */
export default function RulesPage() {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const [{ kind: asked }, change] = useFilters(['kind'])
  const kind = ruleKinds.find((each) => each === asked) ?? 'review'
  const [edited, setEdited] = useState<SentRule | 'new'>()
  const [looked, setLooked] = useState<SentRule>()
  const rules = useQuery({ queryKey: keyOf('GET /api/v1/admin/order-rules'), queryFn: readRules })
  const own = (of: RuleKind) => (rules.data?.answer ?? []).filter(({ action }) => action.kind === of)
  const add = () => setEdited('new')
  return (
    <Page title={t('title')} about={t('about')} actions={<AddVerb onAdd={add} />}>
      <Tabs
        aria-label={t('kinds')}
        activeKey={kind}
        onChange={(next) => change({ kind: next })}
        items={ruleKinds.map((each) => ({
          key: each,
          label: `${words(`rules.kind.${each}`)} ${own(each).length}`,
        }))}
      />
      <Loaded query={rules}>
        {({ etag }) => (
          <Flex vertical gap="middle">
            <Typography.Text type="secondary">{t(`about.${kind}`)}</Typography.Text>
            <RuleTable
              key={kind}
              kind={kind}
              rules={own(kind)}
              etag={etag ?? undefined}
              onAdd={add}
              onEdit={setEdited}
              onLook={setLooked}
            />
            <RuleTest />
          </Flex>
        )}
      </Loaded>
      {edited && (
        <RuleEditor kind={kind} rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
      {looked && <RuleHits rule={looked} onClose={() => setLooked(undefined)} />}
    </Page>
  )
}
