import { useQuery } from '@tanstack/react-query'
import { Segmented, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { insightText } from './insight-text.ts'

type Answer = AnswerOf<'GET /api/v1/admin/behaviour'>
type Day = Answer['days'][number]
type Words = Answer['words'][number]

const periods = [7, 14, 30, 90]
const counts = [
  'views',
  'searches',
  'clicks',
  'cartAdds',
  'checkouts',
  'ordersPlaced',
  'ordersPaid',
  'visitors',
] as const

/** From looking to paying, day by day, and what people search. */
export default function BehaviourPage() {
  const t = useText(insightText)
  const [{ days }, filter] = useFilters(['days'])
  const chosen = periods.find((each) => String(each) === days) ?? 14
  const found = useQuery(asking('GET /api/v1/admin/behaviour', { query: { days: chosen } }))
  return (
    <Page title={t('behaviour.title')} about={t('behaviour.about')}>
      <Segmented
        aria-label={t('days.label')}
        value={chosen}
        options={periods.map((count) => ({ value: count, label: count === 1 ? t('days.one') : t('days', { count }) }))}
        onChange={(count) => filter({ days: String(count) })}
      />
      <Loaded query={found}>{(answer) => <Shown answer={answer} />}</Loaded>
    </Page>
  )
}

function Shown({ answer: { days, words } }: { readonly answer: Answer }) {
  const t = useText(insightText)
  return (
    <>
      <Table<Day>
        size="small"
        rowKey="day"
        dataSource={[...days]}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 31, hideOnSinglePage: true, showSizeChanger: false }}
        empty={{ says: t('behaviour.none'), next: '/settings' }}
        columns={[
          { title: t('day'), dataIndex: 'day', width: 120 },
          ...counts.map((name) => ({ title: t(name), dataIndex: name, align: 'right' as const, width: 110 })),
        ]}
      />
      <Typography.Title level={2} style={{ fontSize: 18 }}>
        {t('words')}
      </Typography.Title>
      <Table<Words>
        size="small"
        rowKey="query"
        dataSource={[...words]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        empty={{ says: t('words.none'), next: '/search' }}
        columns={[
          { title: t('query'), dataIndex: 'query' },
          { title: t('times'), dataIndex: 'times', align: 'right', width: 110 },
          { title: t('empty'), dataIndex: 'empty', align: 'right', width: 160 },
        ]}
      />
    </>
  )
}
