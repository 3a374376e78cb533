import { Link } from '@tanstack/react-router'
import { Flex, Rate, Select } from 'antd'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { handlingText } from './handling-text.ts'
import { ordersPageText } from './orders-text.ts'

/** What buyers say of finished sales, and who has not answered yet. */
export default function FollowUpsPage() {
  const t = useText(handlingText)
  const common = useText(ordersPageText)
  const instantText = useInstantText()
  const [filters, change] = useListFilters('GET /api/v1/admin/follow-ups', ['answered', 'atMost'])
  return (
    <Page title={t('followUps')} about={t('followUps.about')}>
      <Flex gap="small" wrap>
        <Select
          aria-label={t('issue.status')}
          style={{ width: 160 }}
          value={filters.answered ?? 'true'}
          onChange={(answered) => change({ answered })}
          options={[
            { value: 'true', label: t('followUps.answered') },
            { value: 'false', label: t('followUps.open') },
          ]}
        />
        <Select
          aria-label={t('followUps.rating')}
          style={{ width: 160 }}
          value={filters.atMost ?? ''}
          onChange={(atMost) => change({ atMost })}
          options={[
            { value: '', label: t('followUps.any') },
            { value: '3', label: t('followUps.poor') },
          ]}
        />
      </Flex>
      <DataTable
        label={t('followUps')}
        list="GET /api/v1/admin/follow-ups"
        filters={filters}
        views
        rowKey={(row) => row.orderId}
        empty={{ says: t('followUps.none'), next: '/orders' }}
        columns={[
          {
            key: 'number',
            title: common('number'),
            render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>,
          },
          {
            key: 'followUps.rating',
            title: t('followUps.rating'),
            render: (_, row) => (row.rating ? <Rate disabled value={row.rating} /> : '—'),
          },
          { key: 'followUps.words', title: t('followUps.words'), width: 420, render: (_, row) => row.words || '—' },
          { key: 'followUps.asked', title: t('followUps.asked'), render: (_, row) => instantText(row.askedAt) },
          {
            key: 'followUps.answeredAt',
            title: t('followUps.answeredAt'),
            render: (_, row) => instantText(row.answeredAt),
          },
        ]}
      />
    </Page>
  )
}
