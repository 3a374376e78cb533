import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tabs, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { CashDifferences } from './CashDifferences.tsx'
import { CashParcels } from './CashParcels.tsx'
import { CashStatements, StatementVerb } from './CashStatements.tsx'
import { cashPageText } from './cash-text.ts'
import { Payouts } from './Payouts.tsx'

const tabs = { parcels: CashParcels, differences: CashDifferences, statements: CashStatements, payouts: Payouts }
type Tab = keyof typeof tabs

/** Cash on delivery from the courier's bag to the bank: who holds how much, what was handed in, what differs, what goes back. */
export default function CashPage() {
  const t = useText(cashPageText)
  const [{ tab = 'parcels' }, filter] = useFilters(['tab'])
  return (
    <Page title={t('title')} about={t('about')} actions={<StatementVerb />}>
      <CarriersTable />
      <Tabs
        activeKey={tab}
        onChange={(key) => filter({ tab: key === 'parcels' ? undefined : key })}
        destroyOnHidden
        items={(Object.keys(tabs) as Tab[]).map((key) => {
          const Part = tabs[key]
          return { key, label: t(`tab.${key}`), children: <Part /> }
        })}
      />
    </Page>
  )
}

type Row = AnswerOf<'GET /api/v1/admin/cash/carriers'>[number]

/** Collected is handed in, written off and outstanding together. */
function CarriersTable() {
  const carrierName = useCarrierName()
  const t = useText(cashPageText)
  const instantText = useInstantText()
  const list = useQuery(asking('GET /api/v1/admin/cash/carriers'))
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton active paragraph={{ rows: 2 }} />
  const amount = (key: 'onTheWay' | 'collected' | 'handedIn' | 'writtenOff') => ({
    title: t(key),
    align: 'right' as const,
    render: (_: unknown, row: Row) => moneyText(row[key]),
  })
  return (
    <Table<Row>
      size="small"
      rowKey="carrier"
      pagination={false}
      aria-label={t('carriers')}
      dataSource={[...list.data]}
      empty={{ says: t('carriers.none'), next: '/payment-methods' }}
      columns={[
        { title: t('carrier'), render: (_, row) => carrierName(row.carrier) },
        amount('onTheWay'),
        amount('collected'),
        amount('handedIn'),
        amount('writtenOff'),
        { title: t('outstanding'), align: 'right', render: (_, row) => <strong>{moneyText(row.outstanding)}</strong> },
        {
          title: t('overdue'),
          align: 'right',
          render: (_, { overdue }) => (
            <Typography.Text type={overdue.minor > 0 ? 'danger' : 'secondary'}>{moneyText(overdue)}</Typography.Text>
          ),
        },
        { title: t('oldest'), render: (_, row) => instantText(row.oldest) },
      ]}
    />
  )
}
