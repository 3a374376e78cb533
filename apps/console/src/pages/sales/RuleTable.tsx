import { Button, Flex, Switch } from 'antd'
import { type DragEvent, useState } from 'react'
import { mostHits, type RuleId, type RuleKind } from '#model/sales/rules'
import { ask } from '../../frame/api.ts'
import { useAsSeen } from '../../frame/as-seen.ts'
import { useReload } from '../../frame/asking.ts'
import { useContest } from '../../frame/contest.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { MoveVerb } from '../../frame/MoveVerb.tsx'
import { useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { bodyOf, readRules, tagOf } from './rule-draft.ts'
import { type SentRule, useRuleWords } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

interface RuleTableProps {
  readonly kind: RuleKind
  readonly rules: readonly SentRule[]
  /** The version of their order that is looked at. */
  readonly etag: string | undefined
  readonly onAdd: () => void
  readonly onEdit: (rule: SentRule) => void
  readonly onLook: (rule: SentRule) => void
}

/** The rules of a kind in their order: dragged with the mouse, moved with buttons, each move said aloud. */
export function RuleTable({ kind, rules, etag, onAdd, onEdit, onLook }: RuleTableProps) {
  const t = useText(rulesPageText)
  const say = useRuleWords(rules.flatMap(({ conditions }) => conditions))
  const instantText = useInstantText()
  const act = useAct()
  const reload = useReload('order-rules')
  const [dragged, setDragged] = useState<number>()
  const [said, setSaid] = useState('')
  const { save: asSeen, end } = useContest({ thing: idsOf(kind, rules), etag }, async () => {
    const now = await readRules()
    return { thing: idsOf(kind, now.answer), etag: now.etag ?? undefined }
  })
  const move = async (from: number, to: number) => {
    const rule = rules[from]
    if (!rule || from === to || to < 0 || to >= rules.length) return
    const ids = rules
      .map(({ id }) => id as RuleId)
      .toSpliced(from, 1)
      .toSpliced(to, 0, rule.id as RuleId)
    const isMoved = await act(() =>
      asSeen((ifMatch) => ask('PUT /api/v1/admin/order-rules/arrangement', { body: { kind, ids }, ...ifMatch })).catch(
        inWords,
      ),
    )
    end()
    await reload()
    if (isMoved) setSaid(t('moved', { name: rule.name, at: to + 1, count: rules.length }))
  }
  return (
    <>
      <Table<SentRule>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rules}
        empty={{ says: t('empty'), next: <AddVerb onAdd={onAdd} /> }}
        onRow={(_, at) => ({
          draggable: true,
          onDragStart: () => setDragged(at),
          onDragEnd: () => setDragged(undefined),
          onDragOver: (event: DragEvent) => event.preventDefault(),
          onDrop: (event: DragEvent) => {
            event.preventDefault()
            if (dragged !== undefined && at !== undefined) void move(dragged, at)
          },
          style: { cursor: 'grab', opacity: dragged === at && dragged !== undefined ? 0.5 : 1 },
        })}
        columns={[
          {
            title: t('order'),
            width: 110,
            render: (_, rule, at) => (
              <Flex gap={4} align="center">
                <span style={{ minWidth: 16 }}>{at + 1}</span>
                <MoveVerb
                  label={t('up', { name: rule.name })}
                  sign="↑"
                  onMove={at > 0 ? () => move(at, at - 1) : undefined}
                />
                <MoveVerb
                  label={t('down', { name: rule.name })}
                  sign="↓"
                  onMove={at < rules.length - 1 ? () => move(at, at + 1) : undefined}
                />
              </Flex>
            ),
          },
          { title: t('on'), width: 70, render: (_, rule) => <OnSwitch rule={rule} /> },
          { title: t('name'), width: 150, dataIndex: 'name' },
          {
            title: t('when'),
            render: (_, { conditions }) => (
              <div>
                {conditions.length === 0
                  ? t('always')
                  : conditions.map(say.condition).map((each) => <div key={each}>{each}</div>)}
              </div>
            ),
          },
          {
            title: t('does'),
            render: (_, { action }) => say.action(action),
          },
          { title: t('hits'), align: 'right', width: 80, render: (_, rule) => <Hits rule={rule} onLook={onLook} /> },
          { title: t('last'), width: 140, render: (_, { lastHitAt }) => instantText(lastHitAt) },
          {
            title: t('actions'),
            width: 130,
            render: (_, rule) => (
              <Flex gap="small">
                <Verb
                  size="small"
                  permission="orders.rules"
                  label={`${t('edit')} ${rule.name}`}
                  onClick={() => onEdit(rule)}
                >
                  {t('edit')}
                </Verb>
                <RemoveVerb rule={rule} />
              </Flex>
            ),
          },
        ]}
      />
      <p role="status" className="hidden">
        {said}
      </p>
    </>
  )
}

/** The rules of a kind in the order in which they are asked. */
const idsOf = (kind: RuleKind, rules: readonly SentRule[]): readonly string[] =>
  rules.filter(({ action }) => action.kind === kind).map(({ id }) => id)

export function AddVerb({ onAdd }: { readonly onAdd: () => void }) {
  const t = useText(rulesPageText)
  return (
    <Verb type="primary" permission="orders.rules" onClick={onAdd}>
      {t('add')}
    </Verb>
  )
}

function RemoveVerb({ rule }: { readonly rule: SentRule }) {
  const t = useText(rulesPageText)
  const reload = useReload('order-rules')
  const asSeen = useAsSeen(tagOf(rule), reload)
  const path = { id: rule.id }
  return (
    <AskingVerb
      size="small"
      danger
      permission="orders.rules"
      label={`${t('remove')} ${rule.name}`}
      title={t('remove.ask', { name: rule.name })}
      consequence={t('remove.consequence')}
      work={() => asSeen((ifMatch) => ask('DELETE /api/v1/admin/order-rules/{id}', { path, ...ifMatch }))}
      onDone={reload}
    >
      {t('remove')}
    </AskingVerb>
  )
}

/** No alert stands beside the rules: who was faster is said by the message alone. */
const inWords = ({ message }: Error): Promise<never> => Promise.reject(new Error(message))

function OnSwitch({ rule }: { readonly rule: SentRule }) {
  const t = useText(rulesPageText)
  const act = useAct()
  const reload = useReload('order-rules')
  const asSeen = useAsSeen(tagOf(rule), reload)
  const [busy, setBusy] = useState(false)
  const turn = async (enabled: boolean) => {
    setBusy(true)
    const input = { path: { id: rule.id }, body: { ...bodyOf(rule), enabled } }
    await act(() => asSeen((ifMatch) => ask('PUT /api/v1/admin/order-rules/{id}', { ...input, ...ifMatch })))
    await reload()
    setBusy(false)
  }
  return (
    <Switch
      size="small"
      checked={rule.enabled}
      loading={busy}
      aria-label={t('on.of', { name: rule.name })}
      onChange={turn}
    />
  )
}

function Hits({ rule, onLook }: { readonly rule: SentRule; readonly onLook: (rule: SentRule) => void }) {
  const t = useText(rulesPageText)
  if (rule.hits === 0) return 0
  const count = rule.hits > mostHits ? `${mostHits.toLocaleString()}+` : rule.hits
  return (
    <Button type="link" size="small" aria-label={t('hits.open', { count })} onClick={() => onLook(rule)}>
      {count}
    </Button>
  )
}
