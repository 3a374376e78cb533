import { useQuery } from '@tanstack/react-query'
import { Flex, Tabs, Typography } from 'antd'
import { useState } from 'react'
import { type RuleKind, ruleKinds, rulesText } from '#model/sales/rules'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleHits } from './RuleHits.tsx'
import { RuleTable } from './RuleTable.tsx'
import { RuleTest } from './RuleTest.tsx'
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
  const rules = useQuery(asking('GET /api/v1/admin/order-rules'))
  const own = (of: RuleKind) => (rules.data ?? []).filter(({ action }) => action.kind === of)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Verb type="primary" permission="orders.rules" onClick={() => setEdited('new')}>
          {t('add')}
        </Verb>
      }
    >
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
        {() => (
          <Flex vertical gap="middle">
            <Typography.Text type="secondary">{t(`about.${kind}`)}</Typography.Text>
            <RuleTable key={kind} kind={kind} rules={own(kind)} onEdit={setEdited} onLook={setLooked} />
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
