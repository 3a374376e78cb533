import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Rate, Segmented, Select } from 'antd'
import { useState } from 'react'
import { asking } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { reviewsPageText } from './reviews-text.ts'

/** How buyers found the handling of their cases: by whom it was handled, and what they said. */
export default function CaseRatingsPage() {
  const t = useText(reviewsPageText)
  const instantText = useInstantText()
  const [filters, change] = useListFilters('GET /api/v1/admin/case-ratings', ['atMost'])
  return (
    <Page title={t('ratings')} about={t('ratings.about')}>
      <Sums />
      <Flex gap="small" wrap>
        <Select
          aria-label={t('stars')}
          style={{ width: 200 }}
          value={filters.atMost ?? ''}
          onChange={(atMost) => change({ atMost })}
          options={[
            { value: '', label: t('ratings.any') },
            { value: '3', label: t('ratings.low') },
          ]}
        />
      </Flex>
      <DataTable
        label={t('ratings')}
        list="GET /api/v1/admin/case-ratings"
        filters={filters}
        views
        rowKey={(row) => row.caseId}
        empty={{ says: t('ratings.empty'), next: '/returns' }}
        columns={[
          {
            key: 'ratings.case',
            title: t('ratings.case'),
            render: (_, row) => <Link to={`/returns/${row.caseId}` as never}>{row.caseNumber}</Link>,
          },
          {
            key: 'stars',
            title: t('stars'),
            render: (_, row) => <Rate disabled value={row.stars} style={{ fontSize: 14 }} />,
          },
          { key: 'note', title: t('ratings.words'), width: 420, render: (_, row) => row.words || '—' },
          {
            key: 'ratings.handledBy',
            title: t('ratings.handledBy'),
            render: (_, row) => row.handledBy || t('ratings.nobody'),
          },
          { key: 'written', title: t('written'), render: (_, row) => instantText(row.ratedAt) },
        ]}
      />
    </Page>
  )
}

const spans = [7, 30, 90] as const

function Sums() {
  const t = useText(reviewsPageText)
  const [days, setDays] = useState<number>(30)
  const sums = useQuery(asking('GET /api/v1/admin/case-ratings/sums', { query: { days } }))
  const nameOf = (handledBy: string | null) =>
    handledBy === null ? t('ratings.shop') : handledBy || t('ratings.nobody')
  return (
    <Card
      size="small"
      title={t('ratings.sums')}
      extra={
        <Segmented
          value={days}
          onChange={setDays}
          options={spans.map((value) => ({ value, label: t('ratings.days', { days: value }) }))}
        />
      }
    >
      <Loaded query={sums}>
        {(rows) => (
          <Table
            size="small"
            pagination={{ hideOnSinglePage: true }}
            dataSource={rows}
            rowKey={(row) => row.handledBy ?? 'shop'}
            columns={[
              { key: 'ratings.handledBy', title: t('ratings.handledBy'), render: (_, row) => nameOf(row.handledBy) },
              { key: 'ratings.count', title: t('ratings.count'), align: 'right', render: (_, row) => row.count },
              {
                key: 'ratings.average',
                title: t('ratings.average'),
                align: 'right',
                render: (_, row) => row.average?.toFixed(2) ?? '—',
              },
              { key: 'ratings.low', title: t('ratings.low'), align: 'right', render: (_, row) => row.low },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
