import { useQuery } from '@tanstack/react-query'
import { Segmented, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { insightText } from './insight-text.ts'
import { pageKinds } from './page-kinds.ts'

type Answer = AnswerOf<'GET /api/v1/admin/page-speed'>
type Speed = Answer['pages'][number]
type SlowPath = Answer['slowPaths'][number]
type Hour = Answer['hours'][number]

const periods = [1, 7, 30]

const isKind = (page: string): page is keyof typeof pageKinds => page in pageKinds

/** How fast pages were for real visits, and which are over the limit. */
export default function PageSpeedPage() {
  const t = useText(insightText)
  const [{ days }, filter] = useFilters(['days'])
  const chosen = periods.find((each) => String(each) === days) ?? 1
  const found = useQuery(asking('GET /api/v1/admin/page-speed', { query: { days: chosen } }))
  const limit = ((found.data?.limit ?? 2_500) / 1_000).toFixed(1)
  return (
    <Page title={t('speed.title')} about={t('speed.about', { limit })}>
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

function useSeconds(): (millis: number | null) => string {
  const t = useText(insightText)
  return (millis) => (millis === null ? '—' : t('seconds', { value: (millis / 1_000).toFixed(2) }))
}

function Shown({ answer: { pages, slowPaths, hours } }: { readonly answer: Answer }) {
  const t = useText(insightText)
  const kind = useText(pageKinds)
  const seconds = useSeconds()
  return (
    <>
      <Heading>{t('speed.pages')}</Heading>
      <Table<Speed>
        size="small"
        rowKey={({ page, width }) => `${page} ${width}`}
        dataSource={[...pages]}
        scroll={{ x: 'max-content' }}
        pagination={false}
        empty={{ says: t('speed.none'), next: '/settings' }}
        columns={[
          {
            title: t('page'),
            width: 180,
            render: (_, { page, isSlow }) => (
              <>
                {isKind(page) ? kind(page) : page} {isSlow && <Tag color="error">{t('slow')}</Tag>}
              </>
            ),
          },
          { title: t('width'), width: 100, render: (_, { width }) => t(`width.${width}`) },
          { title: t('visits'), dataIndex: 'visits', align: 'right', width: 90 },
          { title: t('firstByte'), align: 'right', width: 110, render: (_, row) => seconds(row.firstByte) },
          { title: t('largestPaint'), align: 'right', width: 160, render: (_, row) => seconds(row.largestPaint) },
          { title: t('loaded'), align: 'right', width: 110, render: (_, row) => seconds(row.loaded) },
          { title: t('shift'), align: 'right', width: 150, render: (_, row) => row.shift.toFixed(3) },
        ]}
      />
      <Heading>{t('speed.paths')}</Heading>
      <SlowPaths rows={slowPaths} />
      <Heading>{t('speed.hours')}</Heading>
      <Hours rows={hours} />
    </>
  )
}

const Heading = ({ children }: { readonly children: string }) => (
  <Typography.Title level={2} style={{ fontSize: 18 }}>
    {children}
  </Typography.Title>
)

function SlowPaths({ rows }: { readonly rows: Answer['slowPaths'] }) {
  const t = useText(insightText)
  const seconds = useSeconds()
  return (
    <Table<SlowPath>
      size="small"
      rowKey="path"
      dataSource={[...rows]}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      empty={{ says: t('speed.fine'), next: '/settings' }}
      columns={[
        { title: t('page'), render: (_, { path }) => <a href={path}>{path}</a> },
        { title: t('visits'), dataIndex: 'visits', align: 'right', width: 90 },
        { title: t('largestPaint'), align: 'right', width: 160, render: (_, row) => seconds(row.largestPaint) },
      ]}
    />
  )
}

function Hours({ rows }: { readonly rows: Answer['hours'] }) {
  const t = useText(insightText)
  const seconds = useSeconds()
  const instantText = useInstantText()
  return (
    <Table<Hour>
      size="small"
      rowKey="at"
      dataSource={[...rows].reverse()}
      pagination={{ pageSize: 24, hideOnSinglePage: true, showSizeChanger: false }}
      empty={{ says: t('speed.none'), next: '/settings' }}
      columns={[
        { title: t('hour'), render: (_, { at }) => instantText(at) },
        { title: t('visits'), dataIndex: 'visits', align: 'right', width: 90 },
        { title: t('largestPaint'), align: 'right', width: 160, render: (_, row) => seconds(row.largestPaint) },
      ]}
    />
  )
}
