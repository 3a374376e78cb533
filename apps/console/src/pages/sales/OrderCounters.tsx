import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import type { ReactNode } from 'react'
import { dueHours, type Headline, orderFlags } from '#model/sales/orders'
import { asking } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { useText } from '../../frame/language.ts'
import { frameText } from '../../frame/text.ts'
import { FlagMark } from './FlagMark.tsx'
import { useOrderNames } from './order.ts'
import type { FilterProps } from './order-filters.ts'
import { ordersPageText } from './orders-text.ts'
import { workbenchText } from './workbench-text.ts'

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

const useCounts = () => useQuery({ ...asking('GET /api/v1/admin/orders/counters'), refetchInterval: 30_000 }).data

/** Orders by where they stand; choosing one filters the list. */
export function HeadlineCounters({ filters, change }: FilterProps) {
  const t = useText(ordersPageText)
  const words = useText(workbenchText)
  const frame = useText(frameText)
  const { headline } = useOrderNames()
  const answer = useCounts()
  const of = (key: Headline) => ({
    key,
    label: headline(key),
    count: answer?.counts[key],
    alarming: alarming.includes(key),
  })
  const kept = (key: (typeof keptBeside)[number]) => ({
    key,
    label: words(`counter.${key}`),
    count: answer?.counts[key],
  })
  const counters = [
    { key: '', label: frame('all') },
    ...counted.flatMap((key) => {
      if (key === 'on_hold') return [of(key), { ...kept('abnormal'), alarming: true }]
      return key === 'released' ? [of(key), kept('packed')] : [of(key)]
    }),
    ...uncounted.map((key) => ({ key, label: headline(key) })),
  ]
  return (
    <Counters
      label={t('counters')}
      counters={counters}
      most={answer?.most}
      chosen={keptBeside.find((key) => filters[key] === 'true') ?? filters.headline ?? ''}
      onChoose={(key) => change(chosenAs(key))}
    />
  )
}

/** Counted among the states, and true beside them: what somebody must see to, and what is packed. */
const keptBeside = ['abnormal', 'packed'] as const

const chosenAs = (key: string | undefined) => {
  const beside = keptBeside.find((each) => each === key)
  return {
    headline: beside ? undefined : (key as Headline | undefined),
    abnormal: undefined,
    packed: undefined,
    ...(beside && { [beside]: 'true' }),
  }
}

const quick = [
  { name: 'late', value: 'true' },
  { name: 'dueWithin', value: String(dueHours) },
  { name: 'outOfStock', value: 'true' },
  { name: 'headline', value: 'refunding' },
  { name: 'memo', value: 'true' },
  { name: 'noted', value: 'true' },
  { name: 'cashOnDelivery', value: 'true' },
  { name: 'mergeable', value: 'true' },
] as const

/** What people look for among the orders of any state: each on or off, several together. */
export function QuickFilters({ filters, change }: FilterProps) {
  const t = useText(workbenchText)
  const counts = useCounts()?.counts
  return (
    <Flex className="filters" gap={6} wrap role="group" aria-label={t('quick')}>
      {quick.map(({ name, value }) => (
        <Chip
          key={name}
          isOn={filters[name] === value}
          onToggle={() => change({ [name]: filters[name] === value ? undefined : value })}
        >
          {t(`quick.${name}`, { value })}
          <ChipCount count={name === 'late' ? counts?.late : name === 'dueWithin' ? counts?.due : 0} />
        </Chip>
      ))}
      {orderFlags.map((flag) => (
        <Chip
          key={flag}
          isOn={filters.flag === flag}
          onToggle={() => change({ flag: filters.flag === flag ? undefined : flag })}
        >
          <FlagMark flag={flag} />
        </Chip>
      ))}
    </Flex>
  )
}

const ChipCount = ({ count = 0 }: { readonly count: number | undefined }) =>
  count > 0 && <b className="chip-count">{count}</b>

function Chip(props: { readonly isOn: boolean; readonly onToggle: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="counter chip" aria-pressed={props.isOn} onClick={props.onToggle}>
      {props.children}
    </button>
  )
}
