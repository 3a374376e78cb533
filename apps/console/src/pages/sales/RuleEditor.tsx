import { Alert, Button, Drawer, Flex, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type RuleField, type RuleKind, rangeFields, ruleFields, ruleLimits, rulesText } from '#model/sales/rules'
import { ApiProblem, ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { FasterAlert, type Seen, useContest } from '../../frame/contest.tsx'
import { useText } from '../../frame/language.ts'
import { useOnce } from '../../frame/Verb.tsx'
import { RuleActionFields } from './RuleAction.tsx'
import { RuleCondition } from './RuleCondition.tsx'
import { useRuleChanges } from './rule-changes.ts'
import { bodyOf, firstAction, newCondition, type RuleBody, ruleNow, stateOf, tagOf } from './rule-draft.ts'
import type { SentRule } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

interface RuleEditorProps {
  readonly kind: RuleKind
  /** Absent for a new one. */
  readonly rule: SentRule | undefined
  readonly onClose: () => void
}

/** A field that the server refused, and what it said. */
interface Wrong {
  readonly field: string
  readonly words: string
}

/**
 * A rule as it shall be: name, conditions, action; and what it would have met. Stays open with what was typed when the answer is no, and when somebody
 * else saved the rule first.
 */
export function RuleEditor({ kind, rule, onClose }: RuleEditorProps) {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const reload = useReload('order-rules')
  const [seen, setSeen] = useState<Seen<RuleBody>>(() =>
    rule
      ? { thing: bodyOf(rule), etag: tagOf(rule) }
      : { thing: { name: '', enabled: true, conditions: [], action: firstAction[kind] }, etag: undefined },
  )
  const [draft, setDraft] = useState(seen.thing)
  const { contest, save: asSeen, end } = useContest(seen, () => (rule ? ruleNow(rule.id) : Promise.resolve(seen)))
  const changes = useRuleChanges(contest?.was, contest?.thing)
  const [wrong, setWrong] = useState<Wrong>()
  const [isBusy, once] = useOnce()
  const change = (part: Partial<RuleBody>) => {
    setWrong(undefined)
    setDraft((before) => ({ ...before, ...part }))
  }
  const saidOf = (field: string) => (wrong?.field.startsWith(field) ? wrong.words : undefined)
  const save = () =>
    once(async () => {
      try {
        await asSeen((ifMatch) =>
          rule
            ? ask('PUT /api/v1/admin/order-rules/{id}', { path: { id: rule.id }, body: draft, ...ifMatch })
            : ask('POST /api/v1/admin/order-rules', { body: draft }),
        )
        await reload()
        onClose()
      } catch (error) {
        setWrong(wrongIn(error as Error))
      }
    })
  const takeTheirs = (theirs: Seen<RuleBody>) => {
    setSeen(theirs)
    setDraft(theirs.thing)
    setWrong(undefined)
    end()
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={720}
      title={`${t(rule ? 'edit.of' : 'add')} · ${words(`rules.kind.${kind}`)}`}
      footer={
        <Flex gap="small" justify="end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={isBusy} onClick={save}>
            {t('save')}
          </Button>
        </Flex>
      }
    >
      {contest && (
        <div style={{ marginBottom: 16 }}>
          <FasterAlert {...contest} changes={changes} onTheirs={() => takeTheirs(contest)} onMine={() => save()} />
        </div>
      )}
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t('name')} htmlFor="rule-name" {...stateOf(saidOf('name'))}>
          <Input
            id="rule-name"
            autoFocus
            maxLength={ruleLimits.name}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('condition.all')} extra={t('condition.hint')}>
          <Flex vertical gap="small">
            {draft.conditions.map((condition, at) => (
              <RuleCondition
                key={`${condition.field} ${nth(draft.conditions, at)}`}
                condition={condition}
                wrong={saidOf(`conditions.${at}.`)}
                onChange={(next) => change({ conditions: draft.conditions.toSpliced(at, 1, next) })}
                onRemove={() => change({ conditions: draft.conditions.toSpliced(at, 1) })}
              />
            ))}
            <Select<RuleField | null>
              value={null}
              style={{ width: 220 }}
              aria-label={t('condition.add')}
              placeholder={`+ ${t('condition.add')}`}
              options={ruleFields
                .filter((field) => !isUsedUp(draft.conditions, field))
                .map((field) => ({ value: field, label: words(`rules.field.${field}`) }))}
              onSelect={(field) => field && change({ conditions: [...draft.conditions, newCondition(field)] })}
            />
            <WouldHaveMet conditions={draft.conditions} onWrong={(error) => setWrong(wrongIn(error))} />
          </Flex>
        </Form.Item>
        <RuleActionFields
          action={draft.action}
          wrong={wrong?.field.startsWith('action') ? wrong : undefined}
          onChange={(action) => change({ action })}
        />
        {wrong && !contest && !/^(name|action|conditions\.)/.test(wrong.field) && (
          <Alert type="error" showIcon title={wrong.words} />
        )}
      </Form>
    </Drawer>
  )
}

/** A number has one range; of a list more may be asked. */
const isUsedUp = (conditions: RuleBody['conditions'], field: RuleField): boolean =>
  conditions.length >= ruleLimits.conditions ||
  (rangeFields.some((each) => each === field) && conditions.some((each) => each.field === field))

/** How many conditions before this one look at the same. */
const nth = (conditions: RuleBody['conditions'], at: number): number =>
  conditions.slice(0, at).filter(({ field }) => field === conditions[at]?.field).length

function wrongIn(error: Error): Wrong {
  const field = error instanceof ApiProblem ? error.problem.details.field : undefined
  return { field: typeof field === 'string' ? field : '', words: error.message }
}

interface WouldHaveMetProps {
  readonly conditions: RuleBody['conditions']
  readonly onWrong: (error: Error) => void
}

function WouldHaveMet({ conditions, onWrong }: WouldHaveMetProps) {
  const t = useText(rulesPageText)
  const [answer, setAnswer] = useState<{ readonly for: RuleBody['conditions']; readonly words: string }>()
  const [busy, setBusy] = useState(false)
  const find = async () => {
    setBusy(true)
    try {
      const { asked, met } = await ask('POST /api/v1/admin/order-rules/would-have-met', { body: { conditions } })
      setAnswer({ for: conditions, words: t('would', { asked, met: met.length }) })
    } catch (error) {
      onWrong(error as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Flex gap="small" align="center" wrap>
      <Button loading={busy} onClick={find}>
        {t('would.ask')}
      </Button>
      <span role="status">{answer?.for === conditions ? answer.words : ''}</span>
    </Flex>
  )
}
