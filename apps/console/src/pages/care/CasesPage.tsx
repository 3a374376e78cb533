import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Flex, Input, Select, Tag } from 'antd'
import { piecesIn } from '#kernel/quantity'
import { type CaseStatus, caseKinds, finalStatuses } from '#model/care/after-sales'
import { asking } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { type FiltersOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { frameText } from '../../frame/text.ts'
import { clockOf, type SentCase, statusColors, useCaseNames } from './case.ts'
import { casesText } from './cases-text.ts'

const openStatuses: readonly CaseStatus[] = [
  'applied',
  'asked',
  'to_confirm',
  'approved',
  'sent_back',
  'arrived',
  'repairing',
  'unrepairable',
  'graded',
  'refunding',
  'replacing',
  'on_the_way',
  'open',
]

/** After-sales by state, with the clocks that run. */
export default function CasesPage() {
  const t = useText(casesText)
  const names = useCaseNames()
  const [filters, change] = useListFilters('GET /api/v1/admin/cases', ['status', 'kind', 'text'])
  return (
    <Page title={t('title')} about={t('about')} actions={<ExportVerb kind="cases" filters={filters} />}>
      <StatusCounters chosen={filters.status ?? ''} onChoose={(status) => change({ status })} />
      <Flex gap="small" wrap>
        <Input.Search
          allowClear
          defaultValue={filters.text}
          key={filters.text}
          onSearch={(text) => change({ text: text.trim() })}
          placeholder={t('search')}
          aria-label={t('search')}
          style={{ width: 320 }}
        />
        <Select
          value={filters.kind ?? ''}
          aria-label={t('kind')}
          onChange={(kind) => change({ kind })}
          style={{ width: 160 }}
          options={[
            { value: '', label: t('kind.all') },
            ...caseKinds.map((kind) => ({ value: kind, label: names.kind(kind) })),
          ]}
        />
      </Flex>
      <CasesTable filters={filters} />
    </Page>
  )
}

function StatusCounters({
  chosen,
  onChoose,
}: {
  readonly chosen: string
  readonly onChoose: (status: string) => void
}) {
  const t = useText(casesText)
  const frame = useText(frameText)
  const names = useCaseNames()
  const counts = useQuery({ ...asking('GET /api/v1/admin/cases/counters'), refetchInterval: 30_000 })
  const counters = [
    { key: '', label: frame('all') },
    ...openStatuses.map((status) => ({
      key: status,
      label: names.status(status),
      count: counts.data ? (counts.data[status] ?? 0) : undefined,
      alarming: status === 'applied' || status === 'arrived',
    })),
    ...finalStatuses.map((status) => ({ key: status, label: names.status(status) })),
  ]
  return <Counters label={t('counters')} counters={counters} chosen={chosen} onChoose={onChoose} />
}

function CasesTable({ filters }: { readonly filters: FiltersOf<'GET /api/v1/admin/cases'> }) {
  const t = useText(casesText)
  const names = useCaseNames()
  const instantText = useInstantText()
  const navigate = useNavigate()
  return (
    <DataTable
      label={t('title')}
      list="GET /api/v1/admin/cases"
      filters={filters}
      views
      rowKey={(row) => row.id}
      empty={{ says: t('empty'), next: '/orders' }}
      onOpen={(row) => void navigate({ to: `/returns/${row.id}` })}
      columns={[
        {
          key: 'number',
          title: t('number'),
          fixed: 'left',
          render: (_, row) => <Link to={`/returns/${row.id}`}>{row.number}</Link>,
        },
        { key: 'status', title: t('status'), render: (_, row) => <CaseTags row={row} /> },
        { key: 'kind', title: t('kind'), render: (_, row) => names.kind(row.kind) },
        { key: 'clock', title: t('clock'), render: (_, row) => <CaseClock row={row} /> },
        { key: 'reason', title: t('reason'), render: (_, row) => names.reason(row.reason) },
        { key: 'goods', title: t('goods'), ellipsis: true, width: 260, render: (_, row) => <Goods row={row} /> },
        {
          key: 'amount',
          title: t('amount'),
          align: 'right',
          render: (_, row) => (row.amount.minor === 0 ? '—' : moneyText(row.amount)),
        },
        {
          key: 'order',
          title: t('order'),
          render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>,
        },
        { key: 'opened', title: t('opened'), render: (_, row) => instantText(row.openedAt) },
      ]}
    />
  )
}

export function CaseTags({ row }: { readonly row: SentCase }) {
  const t = useText(casesText)
  const names = useCaseNames()
  return (
    <Flex gap={4}>
      <Tag color={statusColors[row.status]}>{names.status(row.status)}</Tag>
      {row.differs && <Tag color="error">{t('differs')}</Tag>}
    </Flex>
  )
}

function CaseClock({ row }: { readonly row: SentCase }) {
  const clock = clockOf(row)
  return <Clock by={clock?.by} soonHours={clock?.soonHours} />
}

function Goods({ row: { lines } }: { readonly row: SentCase }) {
  const t = useText(casesText)
  const [first] = lines
  if (!first) return <>—</>
  const count = piecesIn(lines)
  return <>{t(lines.length > 1 ? 'goods.more' : 'goods.one', { name: first.name, count })}</>
}
