import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { AnswerOf } from '#client'
import { deskText } from '#model/sales/desk'
import { asking } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { handlingText } from './handling-text.ts'
import { ordersPageText } from './orders-text.ts'

type Call = AnswerOf<'GET /api/v1/admin/calls'>['rows'][number]

/** Whom to call today: orders to be confirmed, and buyers with whom another contact was agreed. */
export default function CallsPage() {
  const t = useText(handlingText)
  const words = useText(deskText)
  const common = useText(ordersPageText)
  const instantText = useInstantText()
  const found = useQuery({ ...asking('GET /api/v1/admin/calls'), refetchInterval: 60_000 })
  return (
    <Page title={t('calls')} about={t('calls.about')}>
      <Loaded query={found}>
        {({ rows }) => (
          <Table<Call>
            size="small"
            rowKey={(row) => `${row.orderId}${row.why}`}
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            empty={{ says: t('calls.none'), next: '/orders' }}
            columns={[
              {
                title: common('number'),
                render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>,
              },
              { title: t('issue.why'), render: (_, row) => <Tag color="warning">{words(`call.${row.why}`)}</Tag> },
              { title: common('note'), render: (_, row) => row.note || '—' },
              { title: t('calls.since'), render: (_, row) => instantText(row.since) },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}
