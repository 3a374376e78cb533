import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, InputNumber, Select, Tag, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { dueHours, type Headline, orderFlags } from '#model/sales/orders'
import { asking } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { useCarrierName } from '../../frame/carriers.ts'
import { useFilters } from '../../frame/filters.ts'
import { useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { type ChosenOf, useListFilters } from '../../frame/lists.ts'
import { pastedNumbers } from '../../frame/paste.ts'
import { useMay } from '../../frame/session.ts'
import { frameText } from '../../frame/text.ts'
import { FlagMark } from './FlagMark.tsx'
import { GoodsFilters, useGoodsFiltersInWords } from './OrderGoodsFilters.tsx'
import { TagSelect, useTags } from './OrderTags.tsx'
import { type Axis, axisValues, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'
import { tagsText } from './tags-text.ts'
import { workbenchText } from './workbench-text.ts'

const listedNames = [
  'headline',
  'late',
  'abnormal',
  'packed',
  'warehouseId',
  'weightFrom',
  'weightTo',
  'request',
  'memo',
  'noted',
  'cashOnDelivery',
  'mergeable',
  'flag',
  'tagsAny',
  'tagsAll',
  'tagsNone',
  'dueWithin',
  'outOfStock',
  'from',
  'to',
  'review',
  'payment',
  'fulfilment',
  'afterSales',
  'carrier',
  'sku',
  'amountFrom',
  'amountTo',
] as const
export type OrderFilters = ChosenOf<'GET /api/v1/admin/orders', (typeof listedNames)[number]> & {
  readonly numbers?: string
}
type Change = ReturnType<typeof useOrderFilters>[1]
export interface FilterProps {
  readonly filters: OrderFilters
  readonly change: Change
}

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

interface TagFilterProps extends FilterProps {
  readonly name: 'tagsAny' | 'tagsAll' | 'tagsNone'
  readonly label: string
}

function TagFilter({ name, label, filters, change }: TagFilterProps) {
  const value = filters[name]?.split(',') ?? []
  return <TagSelect label={label} width={190} value={value} onChange={(ids) => change({ [name]: ids.join(',') })} />
}

/** The tags of a filter by their names; one that was taken away since by a dash. */
function useTagNames(): (ids: string | undefined) => string | undefined {
  const tags = useTags()
  const listText = useListText()
  return (ids) => ids && listText(ids.split(',').map((id) => tags.find((tag) => tag.id === id)?.name ?? '—'))
}

function Chip(props: { readonly isOn: boolean; readonly onToggle: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="counter chip" aria-pressed={props.isOn} onClick={props.onToggle}>
      {props.children}
    </button>
  )
}

/** Numbers, and the rest for whoever opens it; what it leaves out stands as chips that can be taken off. */
export function OrderFilterBar({ filters, change }: FilterProps) {
  const t = useText(ordersPageText)
  const words = useText(workbenchText)
  const tags = useText(tagsText)
  const [isOpen, setOpen] = useState(false)
  const clear = (numbers?: string) =>
    change({ ...Object.fromEntries(listedNames.map((name) => [name, undefined])), numbers })
  return (
    <Flex vertical gap="small" className="filters">
      <Flex gap="small" wrap align="start">
        <NumberSearch
          key={filters.numbers}
          numbers={filters.numbers ?? ''}
          onSearch={(numbers) => (isMany(numbers) ? clear(numbers) : change({ numbers }))}
        />
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words(isOpen ? 'filters.less' : 'filters.more')}
        </Button>
        <TagFilter name="tagsAny" label={tags('any')} filters={filters} change={change} />
        {Object.keys(filters).length > 0 && <Button onClick={() => clear()}>{t('clear')}</Button>}
      </Flex>
      {isOpen && <MoreFilters filters={filters} change={change} />}
      <Chosen filters={filters} change={change} />
    </Flex>
  )
}

/** Several numbers are looked up wherever their orders stand. */
const isMany = (numbers: string): boolean => pastedNumbers(numbers).length > 1

const filterAxes: readonly Exclude<Axis, 'status'>[] = ['review', 'payment', 'fulfilment', 'afterSales']

function MoreFilters({ filters, change }: FilterProps) {
  const t = useText(ordersPageText)
  const tags = useText(tagsText)
  const words = useText(workbenchText)
  return (
    <Flex gap="small" wrap align="center">
      {filterAxes.map((axis) => (
        <AxisSelect key={axis} axis={axis} value={filters[axis]} onChange={(value) => change({ [axis]: value })} />
      ))}
      <CarrierSelect value={filters.carrier} onChange={(carrier) => change({ carrier })} />
      <Input.Search
        key={`sku ${filters.sku}`}
        allowClear
        defaultValue={filters.sku}
        onSearch={(sku) => change({ sku: sku.trim() })}
        placeholder={words('sku')}
        aria-label={words('sku')}
        style={{ width: 200 }}
      />
      <Amount name="amountFrom" value={filters.amountFrom} onChange={(amountFrom) => change({ amountFrom })} />
      <Amount name="amountTo" value={filters.amountTo} onChange={(amountTo) => change({ amountTo })} />
      <GoodsFilters filters={filters} change={change} />
      <TagFilter name="tagsAll" label={tags('all')} filters={filters} change={change} />
      <TagFilter name="tagsNone" label={tags('without')} filters={filters} change={change} />
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={end}
          type="date"
          style={{ width: 220 }}
          aria-label={t(end)}
          prefix={<Typography.Text type="secondary">{t(end)}</Typography.Text>}
          value={filters[end] ?? ''}
          onChange={(event) => change({ [end]: event.target.value })}
        />
      ))}
      <Typography.Text type="secondary">{words('filters.days')}</Typography.Text>
    </Flex>
  )
}

interface AmountProps {
  readonly name: 'amountFrom' | 'amountTo'
  readonly value: string | undefined
  readonly onChange: (minor: string | undefined) => void
}

/** Typed in whole units of money, kept in the smallest. */
function Amount({ name, value, onChange }: AmountProps) {
  const t = useText(workbenchText)
  const tell = (text: string) => onChange(text.trim() ? String(Math.round(Number(text) * 100)) : undefined)
  return (
    <InputNumber
      key={value}
      min={0}
      precision={2}
      controls={false}
      {...(value !== undefined && { defaultValue: Number(value) / 100 })}
      placeholder={t(name)}
      aria-label={t(name)}
      style={{ width: 130 }}
      onBlur={({ target }) => tell(target.value)}
      onPressEnter={({ currentTarget }) => tell(currentTarget.value)}
    />
  )
}

function CarrierSelect({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (code: string) => void
}) {
  const t = useText(workbenchText)
  const language = useLocale()
  const may = useMay('outbound.read')
  const carriers = useQuery({ ...asking('GET /api/v1/admin/carriers'), enabled: may, staleTime: 300_000 }).data ?? []
  if (!may) return null
  const options = carriers.map(({ code, name }) => ({ value: code, label: name[language] }))
  return (
    <Select
      value={value ?? ''}
      options={[{ value: '', label: t('carrier.any') }, ...options]}
      onChange={onChange}
      aria-label={t('carrier')}
      style={{ width: 150 }}
    />
  )
}

/** The filters that no switch above shows, each to be taken off. */
function Chosen({ filters, change }: FilterProps) {
  const t = useText(ordersPageText)
  const words = useText(workbenchText)
  const { axis: nameOf } = useOrderNames()
  const carrier = useCarrierName()
  const tags = useText(tagsText)
  const namesOf = useTagNames()
  const money = (minor: string) => `¥${(Number(minor) / 100).toFixed(2)}`
  const shown = [
    ...filterAxes.map((axis) => [
      axis,
      filters[axis] && t('axis.is', { axis: t(`axis.${axis}`), value: nameOf(axis, filters[axis]) }),
    ]),
    ['carrier', filters.carrier && `${words('carrier')} ${carrier(filters.carrier)}`],
    ['sku', filters.sku && `SKU ${filters.sku}`],
    ['amountFrom', filters.amountFrom && `${words('amountFrom')} ${money(filters.amountFrom)}`],
    ['amountTo', filters.amountTo && `${words('amountTo')} ${money(filters.amountTo)}`],
    ...useGoodsFiltersInWords(filters),
    ['tagsAll', filters.tagsAll && `${tags('all')} ${namesOf(filters.tagsAll)}`],
    ['tagsNone', filters.tagsNone && `${tags('without')} ${namesOf(filters.tagsNone)}`],
    ['from', filters.from && `${t('from')} ${filters.from}`],
    ['to', filters.to && `${t('to')} ${filters.to}`],
  ].filter((each): each is [string, string] => Boolean(each[1]))
  if (shown.length === 0) return null
  return (
    <Flex gap={4} wrap role="group" aria-label={words('chosen')}>
      {shown.map(([name, label]) => (
        <Tag key={name} closable onClose={() => change({ [name]: undefined })}>
          {label}
        </Tag>
      ))}
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
    <Flex gap={4} align="start" style={{ flex: '1 1 320px', maxWidth: 520 }}>
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
