import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Flex, Input, Select, Table, type TableProps, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { Headline } from '../../../../../modules/sales/orders/model.ts'
import { get, query } from '../../frame/api.ts'
import { Clock } from '../../frame/Clock.tsx'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { pastedNumbers } from '../../frame/paste.ts'
import { frameText } from '../../frame/text.ts'
import { type Axis, axisValues, dispatchBy, headlineColors, type OrderRow, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

const names = ['headline', 'late', 'numbers', 'from', 'to', 'review', 'payment', 'fulfilment', 'afterSales'] as const
type OrderFilters = Readonly<Partial<Record<(typeof names)[number], string>>>
type Change = (change: OrderFilters) => void

/** Every order of the shop by where it stands. */
export default function OrdersPage() {
  const t = useText(ordersPageText)
  const [filters, change] = useFilters(names)
  const wanted = pastedNumbers(filters.numbers ?? '')
  return (
    <Page title={t('title')} about={t('about')}>
      <HeadlineCounters filters={filters} change={change} />
      <FilterBar filters={filters} change={change} />
      {wanted.length > 1 ? <FoundOrders wanted={wanted} /> : <OrderList filters={filters} wanted={wanted[0]} />}
    </Page>
  )
}

const counted: readonly Headline[] = [
  'awaiting_payment',
  'in_review',
  'on_hold',
  'pending',
  'released',
  'short',
  'partly_shipped',
  'shipped',
  'delivered',
  'after_sales',
]
const uncounted: readonly Headline[] = ['refunding', 'received', 'completed', 'refunded', 'cancelled']
const alarming: readonly Headline[] = ['in_review', 'short']

interface CountersAnswer {
  readonly counts: Readonly<Record<string, number>>
}

function HeadlineCounters({ filters, change }: { readonly filters: OrderFilters; readonly change: Change }) {
  const t = useText(ordersPageText)
  const frame = useText(frameText)
  const { headline } = useOrderNames()
  const answer = useQuery({
    queryKey: ['/orders', 'counters'],
    queryFn: () => get<CountersAnswer>('/orders/counters'),
    refetchInterval: 30_000,
  })
  const counts = answer.data?.counts
  const counters = [
    { key: '', label: frame('all') },
    { key: 'late', label: t('late'), count: counts?.late, alarming: true },
    ...counted.map((key) => ({ key, label: headline(key), count: counts?.[key], alarming: alarming.includes(key) })),
    ...uncounted.map((key) => ({ key, label: headline(key) })),
  ]
  const choose = (key: string) =>
    change(key === 'late' ? { late: 'true', headline: undefined } : { headline: key, late: undefined })
  return (
    <Counters
      label={t('counters')}
      counters={counters}
      chosen={filters.late ? 'late' : (filters.headline ?? '')}
      onChoose={choose}
    />
  )
}

function FilterBar({ filters, change }: { readonly filters: OrderFilters; readonly change: Change }) {
  const t = useText(ordersPageText)
  const filterAxes: readonly Exclude<Axis, 'status'>[] = ['review', 'payment', 'fulfilment', 'afterSales']
  const clear = () => change(Object.fromEntries(names.map((name) => [name, undefined])))
  return (
    <Flex gap="small" wrap align="center">
      <NumberSearch key={filters.numbers} numbers={filters.numbers ?? ''} onSearch={(numbers) => change({ numbers })} />
      {filterAxes.map((axis) => (
        <AxisSelect key={axis} axis={axis} value={filters[axis]} onChange={(value) => change({ [axis]: value })} />
      ))}
      <Input
        type="date"
        style={{ width: 220 }}
        aria-label={t('from')}
        prefix={<Typography.Text type="secondary">{t('from')}</Typography.Text>}
        value={filters.from ?? ''}
        max={filters.to}
        onChange={(event) => change({ from: event.target.value })}
      />
      <Input
        type="date"
        style={{ width: 220 }}
        aria-label={t('to')}
        prefix={<Typography.Text type="secondary">{t('to')}</Typography.Text>}
        value={filters.to ?? ''}
        min={filters.from}
        onChange={(event) => change({ to: event.target.value })}
      />
      {Object.keys(filters).length > 0 && <Button onClick={clear}>{t('clear')}</Button>}
    </Flex>
  )
}

/** A column pasted from a sheet keeps its lines here, which a one-line field would join. */
function NumberSearch({
  numbers,
  onSearch,
}: {
  readonly numbers: string
  readonly onSearch: (numbers: string) => void
}) {
  const t = useText(ordersPageText)
  const [text, setText] = useState(numbers)
  const search = () => onSearch(pastedNumbers(text).join(' '))
  return (
    <Flex gap={4} align="start" style={{ flex: '1 1 320px', maxWidth: 460 }}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={text}
        placeholder={t('search')}
        aria-label={t('search')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (event.shiftKey) return
          event.preventDefault()
          search()
        }}
      />
      <Button onClick={search}>{t('search.go')}</Button>
    </Flex>
  )
}

function AxisSelect({
  axis,
  value,
  onChange,
}: {
  readonly axis: Exclude<Axis, 'status'>
  readonly value: string | undefined
  readonly onChange: (value: string) => void
}) {
  const t = useText(ordersPageText)
  const { axis: nameOf } = useOrderNames()
  const name = t(`axis.${axis}`)
  const options = [
    { value: '', label: t('axis.any', { axis: name }) },
    ...axisValues[axis].map((each) => ({
      value: each as string,
      label: t('axis.is', { axis: name, value: nameOf(axis, each) }),
    })),
  ]
  return <Select value={value ?? ''} options={options} onChange={onChange} aria-label={name} style={{ width: 150 }} />
}

function OrderList({
  filters: { numbers: _, ...filters },
  wanted,
}: {
  readonly filters: OrderFilters
  readonly wanted: string | undefined
}) {
  const t = useText(ordersPageText)
  const navigate = useNavigate()
  const columns = useOrderColumns()
  return (
    <DataTable<OrderRow>
      label={t('title')}
      path="/orders"
      filters={{ ...filters, ...(wanted && asFilter(wanted)) }}
      rowKey={(row) => row.id}
      empty={t('empty')}
      onOpen={(row) => void navigate({ to: `/orders/${row.id}` })}
      columns={columns}
    />
  )
}

/** Four digits or a whole phone number look for a phone; anything else is an order's number. */
const asFilter = (text: string): { phone: string } | { number: string } =>
  /^(\d{4}|\+?\d{8,15})$/.test(text) ? { phone: text } : { number: text }

const mostWanted = 50

/** Several numbers at once, and which of them are unknown. */
function FoundOrders({ wanted }: { readonly wanted: readonly string[] }) {
  const t = useText(ordersPageText)
  const columns = useOrderColumns()
  const asked = wanted.slice(0, mostWanted)
  const found = useQuery({
    queryKey: ['/orders', 'numbers', asked],
    queryFn: () =>
      Promise.all(
        asked.map((text) =>
          get<{ rows: OrderRow[] }>(`/orders${query({ ...asFilter(text), limit: 20 })}`).then(({ rows }) => ({
            text,
            rows,
          })),
        ),
      ),
  })
  return (
    <Loaded query={found}>
      {(answers) => {
        const missing = answers.filter(({ rows }) => rows.length === 0).map(({ text }) => text)
        const rows = [...new Map(answers.flatMap((answer) => answer.rows).map((row) => [row.id, row])).values()]
        return (
          <>
            {wanted.length > mostWanted && (
              <Alert type="info" showIcon title={t('search.tooMany', { most: mostWanted })} />
            )}
            {missing.length > 0 && (
              <Alert type="warning" showIcon title={t('search.missing', { numbers: missing.join(' ') })} />
            )}
            <Table<OrderRow>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              columns={columns}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: t('empty') }}
            />
          </>
        )
      }}
    </Loaded>
  )
}

function useOrderColumns(): NonNullable<TableProps<OrderRow>['columns']> {
  const t = useText(ordersPageText)
  const instantText = useInstantText()
  return [
    { title: t('number'), fixed: 'left', render: (_, row) => <Link to={`/orders/${row.id}`}>{row.number}</Link> },
    { title: t('state'), render: (_, row) => <OrderTags row={row} /> },
    { title: t('dispatch'), render: (_, row) => <Clock by={dispatchBy(row)} soonHours={6} /> },
    { title: t('buyer'), render: (_, row) => `${row.recipient.name} ${row.recipient.phone}` },
    { title: t('goods'), width: 260, ellipsis: true, render: (_, row) => <Goods row={row} /> },
    { title: t('amount'), align: 'right', render: (_, row) => moneyText(row.total) },
    { title: t('placed'), render: (_, row) => instantText(row.placedAt) },
  ]
}

function OrderTags({ row }: { readonly row: OrderRow }) {
  const t = useText(ordersPageText)
  const { headline } = useOrderNames()
  return (
    <Flex gap={4}>
      <Tag color={headlineColors[row.headline]}>{headline(row.headline)}</Tag>
      {row.memo && <Tag>{t('tag.memo')}</Tag>}
      {row.requests.length > 0 && <Tag>{t('tag.requests')}</Tag>}
      {row.refunded.minor > 0 && row.headline !== 'refunding' && row.headline !== 'refunded' && (
        <Tag>{t('tag.refunded')}</Tag>
      )}
    </Flex>
  )
}

function Goods({ row: { lines } }: { readonly row: OrderRow }) {
  const t = useText(ordersPageText)
  const language = useLocale()
  const [first] = lines
  if (!first) return <>—</>
  const count = lines.reduce((all, line) => all + line.quantity, 0)
  return <>{t(lines.length > 1 ? 'goods.more' : 'goods.one', { name: first.name[language], count })}</>
}
