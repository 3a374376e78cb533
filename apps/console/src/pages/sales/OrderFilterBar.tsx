import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Typography } from 'antd'
import { useState } from 'react'
import type { Headline } from '#model/sales/orders'
import { asking } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { useFilters } from '../../frame/filters.ts'
import { useText } from '../../frame/language.ts'
import { type ChosenOf, useListFilters } from '../../frame/lists.ts'
import { pastedNumbers } from '../../frame/paste.ts'
import { frameText } from '../../frame/text.ts'
import { type Axis, axisValues, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

const listedNames = [
  'headline',
  'late',
  'mergeable',
  'cashOnDelivery',
  'from',
  'to',
  'review',
  'payment',
  'fulfilment',
  'afterSales',
] as const
export type OrderFilters = ChosenOf<'GET /api/v1/admin/orders', (typeof listedNames)[number]> & {
  readonly numbers?: string
}
type Change = ReturnType<typeof useOrderFilters>[1]

/** What the list is filtered by, and the numbers that were pasted to be looked up one by one. */
export function useOrderFilters() {
  const [{ numbers }, change] = useFilters([...listedNames, 'numbers'])
  const [listed] = useListFilters('GET /api/v1/admin/orders', listedNames)
  return [{ ...listed, ...(numbers && { numbers }) } as OrderFilters, change] as const
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
/** Filters that are no headline: one at a time. */
const quick = ['late', 'mergeable', 'cashOnDelivery'] as const
const alarming: readonly Headline[] = ['in_review', 'short']

/** Orders by where they stand; choosing one filters the list. */
export function HeadlineCounters({ filters, change }: { readonly filters: OrderFilters; readonly change: Change }) {
  const t = useText(ordersPageText)
  const frame = useText(frameText)
  const { headline } = useOrderNames()
  const answer = useQuery({ ...asking('GET /api/v1/admin/orders/counters'), refetchInterval: 30_000 })
  const counts = answer.data?.counts
  const counters = [
    { key: '', label: frame('all') },
    { key: 'late', label: t('late'), count: counts?.late, alarming: true },
    { key: 'mergeable', label: t('mergeable') },
    { key: 'cashOnDelivery', label: t('cashOnDelivery') },
    ...counted.map((key) => ({ key, label: headline(key), count: counts?.[key], alarming: alarming.includes(key) })),
    ...uncounted.map((key) => ({ key, label: headline(key) })),
  ]
  const choose = (key: string) =>
    change({
      ...Object.fromEntries(quick.map((name) => [name, key === name ? 'true' : undefined])),
      headline: quick.some((name) => name === key) ? undefined : key,
    })
  return (
    <Counters
      label={t('counters')}
      counters={counters}
      most={answer.data?.most}
      chosen={quick.find((name) => filters[name]) ?? filters.headline ?? ''}
      onChoose={choose}
    />
  )
}

/** Numbers, axes and days. */
export function OrderFilterBar({ filters, change }: { readonly filters: OrderFilters; readonly change: Change }) {
  const t = useText(ordersPageText)
  const filterAxes: readonly Exclude<Axis, 'status'>[] = ['review', 'payment', 'fulfilment', 'afterSales']
  const clear = () => change(Object.fromEntries([...listedNames, 'numbers'].map((name) => [name, undefined])))
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
