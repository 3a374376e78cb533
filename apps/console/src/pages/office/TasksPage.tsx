import { Link } from '@tanstack/react-router'
import { Flex, Form, Input, Select, Tag, Typography } from 'antd'
import { presetRoles } from '#model/office/roles'
import { tasksText } from '#model/office/tasks'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { wallClockAt } from '../../frame/wall-clock.ts'
import { useRoleName } from './role-name.ts'
import { type SentTask, TaskVerbs, useOutcomeText } from './TaskVerbs.tsx'
import { tasksPageText } from './tasks-text.ts'

const views = {
  mine: { status: 'open', mine: true },
  open: { status: 'open' },
  done: { status: 'done' },
  dropped: { status: 'dropped' },
} as const
type View = keyof typeof views

/** What people owe: theirs first, then everybody's, then how it went. */
export default function TasksPage() {
  const t = useText(tasksPageText)
  const [{ view }, filter] = useFilters(['view'])
  const chosen: View = view && view in views ? (view as View) : 'mine'
  return (
    <Page title={t('title')} about={t('about')} actions={<AddTask />}>
      <Counters
        label={t('title')}
        counters={(Object.keys(views) as View[]).map((key) => ({ key, label: t(`view.${key}`) }))}
        chosen={chosen}
        onChoose={(key) => filter({ view: key === 'mine' ? undefined : key })}
      />
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/tasks"
        filters={views[chosen]}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: <AddTask /> }}
      />
    </Page>
  )
}

function useColumns(): Columns<SentTask> {
  const t = useText(tasksPageText)
  const say = useText(tasksText)
  const roleName = useRoleName()
  const outcomeText = useOutcomeText()
  const instantText = useInstantText()
  const reload = useReload('tasks')
  const { timeZone } = useMe().shop
  const today = wallClockAt(new Date(), timeZone).slice(0, 10)
  return [
    {
      key: 'what',
      title: t('what'),
      width: 320,
      render: (_, row) => (
        <Flex gap="small" wrap>
          {row.kind !== 'manual' && <Tag>{say(`tasks.kind.${row.kind}`)}</Tag>}
          {row.href ? <Link to={row.href}>{row.title}</Link> : row.title}
        </Flex>
      ),
    },
    { key: 'role', title: t('role'), width: 100, render: (_, row) => roleName(row.role) },
    {
      key: 'due',
      title: t('due'),
      width: 160,
      render: (_, row) => (
        <>
          {row.dueOn} {row.status === 'open' && row.dueOn < today && <Tag color="error">{t('overdue')}</Tag>}
        </>
      ),
    },
    {
      key: 'result',
      title: t('result'),
      width: 260,
      render: (_, row) =>
        row.status === 'open' ? (
          '—'
        ) : (
          <Flex vertical>
            <span>{[row.outcome && outcomeText(row.outcome), row.note].filter(Boolean).join('：')}</span>
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>
              {instantText(row.doneAt)} · {row.doneBy}
            </Typography.Text>
          </Flex>
        ),
    },
    {
      key: 'verbs',
      title: '',
      width: 150,
      render: (_, row) => <TaskVerbs task={row} onDone={reload} />,
    },
  ]
}

function AddTask() {
  const t = useText(tasksPageText)
  const roleName = useRoleName()
  const reload = useReload('tasks')
  const needed = { required: true, message: t('required') }
  return (
    <AskingVerb<{ title: string; role: string; dueOn: string }>
      type="primary"
      title={t('add')}
      fields={
        <>
          <Form.Item name="title" label={t('what')} rules={[{ ...needed, whitespace: true }]}>
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <Form.Item name="role" label={t('role')} rules={[needed]}>
            <Select options={Object.keys(presetRoles).map((role) => ({ value: role, label: roleName(role) }))} />
          </Form.Item>
          <Form.Item name="dueOn" label={t('due')} rules={[needed]}>
            <Input type="date" />
          </Form.Item>
        </>
      }
      work={(form) => ask('POST /api/v1/admin/tasks', { body: form })}
      onDone={reload}
    >
      {t('add')}
    </AskingVerb>
  )
}
