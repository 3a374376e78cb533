import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, InputNumber, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { decimalsOf, decimalText } from '#kernel/money'
import { asking } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { moneyText, useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { pastedNumbers } from '../../frame/paste.ts'
import { useMay, useMe } from '../../frame/session.ts'
import { amountKept, amountTyped } from './amount-filter.ts'
import { GoodsFilters, useGoodsFiltersInWords } from './OrderGoodsFilters.tsx'
import { TagSelect, useTags } from './OrderTags.tsx'
import { type Axis, axisValues, useOrderNames } from './order.ts'
import { type FilterProps, listedNames } from './order-filters.ts'
import { ordersPageText } from './orders-text.ts'
import { tagsText } from './tags-text.ts'
import { workbenchText } from './workbench-text.ts'

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
  const { currency } = useMe().shop
  const kept = amountKept(value, currency)
  const tell = (text: string) => onChange(amountTyped(text, currency))
  return (
    <InputNumber
      key={value}
      min={0}
      precision={decimalsOf(currency)}
      controls={false}
      {...(kept && { defaultValue: Number(decimalText(kept)) })}
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
  const { currency } = useMe().shop
  const amount = (kept: string) => {
    const known = amountKept(kept, currency)
    return known ? moneyText(known) : kept
  }
  const shown = [
    ...filterAxes.map((axis) => [
      axis,
      filters[axis] && t('axis.is', { axis: t(`axis.${axis}`), value: nameOf(axis, filters[axis]) }),
    ]),
    ['carrier', filters.carrier && `${words('carrier')} ${carrier(filters.carrier)}`],
    ['sku', filters.sku && `SKU ${filters.sku}`],
    ['amountFrom', filters.amountFrom && `${words('amountFrom')} ${amount(filters.amountFrom)}`],
    ['amountTo', filters.amountTo && `${words('amountTo')} ${amount(filters.amountTo)}`],
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
