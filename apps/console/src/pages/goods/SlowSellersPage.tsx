import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Flex, Select, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { tasksText } from '#model/office/tasks'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { type SentTask, TaskVerbs, useOutcomeText } from '../office/TaskVerbs.tsx'
import { Picture } from './Picture.tsx'
import { slowText } from './slow-text.ts'

type Answer = AnswerOf<'GET /api/v1/admin/slow-sellers'>
type Report = NonNullable<Answer['report']>
type SlowRow = Answer['rows'][number]

/** What does not sell, and what is being done about each. */
export default function SlowSellersPage() {
  const t = useText(slowText)
  const act = useAct()
  const [{ day }, filter] = useFilters(['day'])
  const found = useQuery(asking('GET /api/v1/admin/slow-sellers', { query: { day } }))
  const reload = useReload('slow-sellers')
  const make = async () => (await act(() => ask('POST /api/v1/admin/slow-sellers'), t('made'))) && (await reload())
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Verb permission="products.list" onClick={make}>
          {t('make')}
        </Verb>
      }
    >
      <Loaded query={found}>
        {(answer) => <Shown answer={answer} onDay={(chosen) => filter({ day: chosen })} onDone={reload} />}
      </Loaded>
    </Page>
  )
}

interface ShownProps {
  readonly answer: Answer
  readonly onDay: (day: string) => void
  readonly onDone: () => unknown
}

function Shown({ answer: { reports, report, rows }, onDay, onDone }: ShownProps) {
  const t = useText(slowText)
  const language = useLocale()
  if (!report) return <Nothing says={t('none')} next="/products" />
  const rule = ({ madeOn, days, mostSold }: Report) => t('rule', { day: madeOn, days, most: mostSold })
  return (
    <>
      <Select
        aria-label={t('day')}
        value={report.madeOn}
        style={{ maxWidth: 420 }}
        options={reports.map((each) => ({ value: each.madeOn, label: rule(each) }))}
        onChange={onDay}
      />
      <Table<SlowRow>
        size="small"
        rowKey="productId"
        dataSource={[...rows]}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        empty={{ says: t('fine'), next: '/products' }}
        columns={[
          {
            title: t('product'),
            width: 300,
            render: (_, row) => (
              <Flex gap="small" align="center">
                <Picture id={row.pictureId} alt="" size={40} />
                <Link to={`/products/${row.productId}`}>{row.name[language]}</Link>
              </Flex>
            ),
          },
          { title: t('sold'), width: 80, align: 'right', dataIndex: 'sold' },
          { title: t('stock'), width: 100, align: 'right', dataIndex: 'stock' },
          { title: t('task'), width: 320, render: (_, row) => <TaskCell task={row.task} onDone={onDone} /> },
        ]}
      />
    </>
  )
}

function TaskCell({ task, onDone }: { readonly task: SentTask | null; readonly onDone: () => unknown }) {
  const t = useText(slowText)
  const say = useText(tasksText)
  const outcomeText = useOutcomeText()
  if (!task) return '—'
  if (task.status === 'open')
    return (
      <Flex gap="small" align="center" wrap>
        <Tag color="gold">{t('due', { day: task.dueOn })}</Tag>
        <TaskVerbs task={task} onDone={onDone} />
      </Flex>
    )
  return (
    <>
      <Tag color={task.status === 'done' ? 'success' : 'default'}>
        {task.outcome ? outcomeText(task.outcome) : say(`tasks.status.${task.status}`)}
      </Tag>
      <Typography.Text type="secondary">{[task.note, task.doneBy].filter(Boolean).join(' · ')}</Typography.Text>
    </>
  )
}
