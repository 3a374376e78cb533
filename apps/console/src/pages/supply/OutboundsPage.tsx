import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Flex, Input, Select, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { piecesIn } from '#kernel/quantity'
import { outboundStatuses, warehouseText } from '#model/supply/warehouse'
import { asking, useReload } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { Counters } from '../../frame/Counters.tsx'
import { useCarrierName } from '../../frame/carriers.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { comma, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { type ChosenOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useAct } from '../../frame/Problems.tsx'
import type { Paper } from '../../frame/papers.ts'
import { useMissing } from '../../frame/rights.ts'
import { frameText } from '../../frame/text.ts'
import { Refused, Verb } from '../../frame/Verb.tsx'
import { HandOverList } from './HandOverList.tsx'
import { isOpen, mostPrinted, outboundColors, papers, print, useCarriers } from './outbound.ts'
import { outboundText } from './outbound-text.ts'
import { SourceLink } from './SourceLink.tsx'
import { WarehouseFilter } from './WarehouseFilter.tsx'

const names = ['status', 'overdue', 'warehouseId', 'carrier', 'number'] as const
type Filters = ChosenOf<'GET /api/v1/admin/outbounds', (typeof names)[number]>
type Change = (change: { readonly [Name in (typeof names)[number]]?: string | undefined }) => void

/** What leaves the house, from release to the courier. */
export default function OutboundsPage() {
  const t = useText(outboundText)
  const [filters, change] = useListFilters('GET /api/v1/admin/outbounds', names)
  const [selected, setSelected] = useState<string[]>([])
  const [isListOpen, setListOpen] = useState(false)
  const actions = (
    <>
      <UnshippedList warehouseId={filters.warehouseId} />
      <Button onClick={() => setListOpen(true)}>{t('handOver')}</Button>
      <Link to="/pda">
        <Button tabIndex={-1}>{t('handheld')}</Button>
      </Link>
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <StatusCounters filters={filters} change={change} />
      <FilterBar filters={filters} change={change} />
      <PrintBar selected={selected} onClear={() => setSelected([])} />
      <OutboundTable filters={filters} selected={selected} onSelect={setSelected} />
      <Drawer
        rootClassName="printable"
        open={isListOpen}
        onClose={() => setListOpen(false)}
        title={t('handOver')}
        size={560}
        destroyOnHidden
      >
        <HandOverList initial={filters.warehouseId} />
      </Drawer>
    </Page>
  )
}

/** Everything that has not left, as a sheet. */
function UnshippedList({ warehouseId }: Pick<Filters, 'warehouseId'>) {
  const t = useText(outboundText)
  const missing = useMissing('outbound.pack')
  const query = warehouseId ? `?warehouseId=${warehouseId}` : ''
  if (missing) return <Refused why={missing}>{t('unshipped')}</Refused>
  return (
    <Tooltip title={t('unshipped.hint')}>
      <Button href={`/api/v1/admin/outbounds/unshipped.csv${query}`} download="unshipped.csv">
        {t('unshipped')}
      </Button>
    </Tooltip>
  )
}

function StatusCounters({ filters, change }: { readonly filters: Filters; readonly change: Change }) {
  const t = useText(outboundText)
  const frame = useText(frameText)
  const states = useText(warehouseText)
  const counts = useQuery({
    ...asking('GET /api/v1/admin/outbounds/counts', { query: { warehouseId: filters.warehouseId } }),
    refetchInterval: 30_000,
  }).data
  const counters = [
    { key: '', label: frame('all') },
    { key: 'overdue', label: t('overdue'), count: counts?.overdue, alarming: true },
    ...outboundStatuses.map((status) => ({
      key: status,
      label: states(`warehouse.status.${status}`),
      count: counts && isOpen({ status }) ? (counts.byStatus[status] ?? 0) : undefined,
      alarming: status === 'short',
    })),
  ]
  const choose = (key: string) =>
    change(key === 'overdue' ? { overdue: 'true', status: undefined } : { status: key, overdue: undefined })
  return (
    <Counters
      label={t('counters')}
      counters={counters}
      chosen={filters.overdue ? 'overdue' : (filters.status ?? '')}
      onChoose={choose}
    />
  )
}

function FilterBar({ filters, change }: { readonly filters: Filters; readonly change: Change }) {
  const t = useText(outboundText)
  const language = useLocale()
  const carriers = useCarriers().map(({ code, name }) => ({ value: code, label: name[language] }))
  return (
    <Flex gap="small" wrap>
      <Input.Search
        key={filters.number}
        allowClear
        defaultValue={filters.number}
        onSearch={(number) => change({ number: number.trim() })}
        placeholder={t('search')}
        aria-label={t('search')}
        style={{ width: 280 }}
      />
      <WarehouseFilter
        value={filters.warehouseId}
        label={t('warehouse')}
        all={t('warehouse.all')}
        onChange={(warehouseId) => change({ warehouseId })}
      />
      <Select
        value={filters.carrier ?? ''}
        aria-label={t('carrier')}
        style={{ width: 150 }}
        onChange={(carrier) => change({ carrier })}
        options={[{ value: '', label: t('carrier.all') }, ...carriers]}
      />
    </Flex>
  )
}

function PrintBar({ selected, onClear }: { readonly selected: readonly string[]; readonly onClear: () => void }) {
  const t = useText(outboundText)
  const act = useAct()
  const reload = useReload('outbounds')
  const blocked =
    selected.length === 0
      ? t('print.none')
      : selected.length > mostPrinted
        ? t('print.tooMany', { most: mostPrinted })
        : undefined
  const run = async (paper: Paper) => {
    if (await act(() => print(paper, selected))) await reload()
  }
  return (
    <Flex gap="small" wrap align="center">
      {papers.map((paper) => (
        <Verb
          key={paper}
          permission={paper === 'pick-list' ? undefined : 'outbound.pack'}
          blocked={blocked}
          onClick={() => void run(paper)}
        >
          {t(`print.${paper}`)}
        </Verb>
      ))}
      {selected.length > 0 && (
        <>
          <Typography.Text type="secondary">{t('selected', { count: selected.length })}</Typography.Text>
          <Button type="text" onClick={onClear}>
            {t('clear')}
          </Button>
        </>
      )}
    </Flex>
  )
}

interface OutboundTableProps {
  readonly filters: Filters
  readonly selected: readonly string[]
  readonly onSelect: (ids: string[]) => void
}

function OutboundTable({ filters, selected, onSelect }: OutboundTableProps) {
  const t = useText(outboundText)
  const states = useText(warehouseText)
  const instantText = useInstantText()
  const nameOfCarrier = useCarrierName()
  const navigate = useNavigate()
  return (
    <DataTable
      label={t('title')}
      list="GET /api/v1/admin/outbounds"
      filters={filters}
      views
      rowKey={(row) => row.id}
      empty={{ says: t('empty'), next: '/orders' }}
      onOpen={(row) => void navigate({ to: `/outbound/${row.id}` })}
      selection={{ keys: selected, onChange: onSelect }}
      columns={[
        {
          key: 'number',
          title: t('number'),
          fixed: 'left',
          render: (_, row) => <Link to={`/outbound/${row.id}`}>{row.number}</Link>,
        },
        {
          key: 'state',
          title: t('state'),
          render: (_, row) => <Tag color={outboundColors[row.status]}>{states(`warehouse.status.${row.status}`)}</Tag>,
        },
        {
          key: 'dispatch',
          title: t('dispatch'),
          render: (_, row) => <Clock by={isOpen(row) ? row.dispatchBy : null} soonHours={6} />,
        },
        { key: 'order', title: t('order'), render: (_, row) => <SourceLink outbound={row} /> },
        {
          key: 'pieces',
          title: t('pieces'),
          align: 'right',
          render: (_, row) => piecesIn(row.lines),
        },
        {
          key: 'goods',
          title: t('goods'),
          width: 220,
          ellipsis: true,
          render: (_, row) => row.lines.map((line) => line.name).join(comma()),
        },
        { key: 'carrier', title: t('carrier'), render: (_, row) => nameOfCarrier(row.carrier) },
        { key: 'picker', title: t('picker'), render: (_, row) => row.picker ?? '—' },
        {
          key: 'printed',
          title: t('printed'),
          render: (_, row) =>
            row.printedAt ? (
              instantText(row.printedAt)
            ) : (
              <Typography.Text type="secondary">{t('printed.not')}</Typography.Text>
            ),
        },
        { key: 'released', title: t('released'), render: (_, row) => instantText(row.releasedAt) },
      ]}
    />
  )
}
