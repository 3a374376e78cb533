import { Link } from '@tanstack/react-router'
import { Tag, Typography } from 'antd'
import { transfersText } from '#model/supply/transfers'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { comma, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useListFilters } from '../../frame/lists.ts'
import { useNow } from '../../frame/now.ts'
import { Page } from '../../frame/Page.tsx'
import { type TransferRow, transferColours } from './transfers.ts'
import { transfersPageText } from './transfers-text.ts'

const queues = ['open', 'warehouse', 'service', 'unkept', 'ended'] as const

/** Goods on their way between warehouses, for those who send and receive them and those who need them. */
export default function TransfersPage() {
  const t = useText(transfersPageText)
  const [{ queue = 'open' }, change] = useListFilters('GET /api/v1/admin/transfers', ['queue'])
  return (
    <Page title={t('title')} about={t('about')}>
      <Counters
        label={t('title')}
        chosen={queue}
        counters={queues.map((key) => ({ key, label: t(key) }))}
        onChoose={(chosen) => change({ queue: chosen })}
      />
      <Transfers queue={queue} />
    </Page>
  )
}

function Transfers({ queue }: { readonly queue: (typeof queues)[number] }) {
  const t = useText(transfersPageText)
  const language = useLocale()
  return (
    <DataTable
      label={t('title')}
      list="GET /api/v1/admin/transfers"
      filters={{ queue }}
      rowKey={(row) => row.id}
      empty={{ says: t('empty'), next: '/orders' }}
      columns={[
        {
          key: 'number',
          title: t('number'),
          fixed: 'left',
          render: (_, row) => <Link to={`/transfers/${row.id}` as never}>{row.number}</Link>,
        },
        { key: 'status', title: t('status'), render: (_, row) => <StatusTag status={row.status} /> },
        { key: 'way', title: t('way'), render: (_, row) => `${row.from.name[language]} → ${row.to.name[language]}` },
        {
          key: 'need',
          title: t('need'),
          render: (_, row) => row.lines.map((line) => `${line.sku} × ${line.quantity}`).join(comma()),
        },
        { key: 'needed-by', title: t('needed-by'), render: (_, row) => <NeededBy transfer={row} /> },
        {
          key: 'order',
          title: t('order'),
          render: (_, row) => <Link to={`/orders/${row.orderId}` as never}>{row.orderNumber}</Link>,
        },
        {
          key: 'keeper',
          title: t('keeper'),
          render: (_, row) => row.keeperName ?? <Tag color="warning">{t('nobody')}</Tag>,
        },
      ]}
    />
  )
}

export function StatusTag({ status }: Pick<TransferRow, 'status'>) {
  const say = useText(transfersText)
  return <Tag color={transferColours[status]}>{say(`transfers.status.${status}`)}</Tag>
}

export function NeededBy({ transfer }: { readonly transfer: Pick<TransferRow, 'neededBy' | 'endedAt' | 'status'> }) {
  const t = useText(transfersPageText)
  const instantText = useInstantText()
  const now = useNow()
  const isLate = !transfer.endedAt && transfer.status !== 'received' && Date.parse(transfer.neededBy) < now
  return (
    <Typography.Text type={isLate ? 'danger' : undefined}>
      {instantText(transfer.neededBy)} {isLate && t('late')}
    </Typography.Text>
  )
}
