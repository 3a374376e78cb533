import { InputNumber, Select } from 'antd'
import { requestKinds } from '#model/sales/orders'
import { useLocale, useText } from '../../frame/language.ts'
import { useWarehouses } from '../supply/outbound.ts'
import { useOrderNames } from './order.ts'
import type { FilterProps, OrderFilters } from './order-filters.ts'
import { workbenchText } from './workbench-text.ts'

/** Filters by where the goods lie, what they weigh and what was asked for. */
export function GoodsFilters({ filters, change }: FilterProps) {
  const t = useText(workbenchText)
  const { request } = useOrderNames()
  const warehouses = useWarehouseOptions()
  return (
    <>
      <Select
        allowClear
        placeholder={t('filter.warehouseId')}
        aria-label={t('filter.warehouseId')}
        style={{ minWidth: 150 }}
        {...(filters.warehouseId && { value: filters.warehouseId })}
        options={warehouses}
        onChange={(warehouseId?: string) => change({ warehouseId })}
      />
      <Select
        allowClear
        placeholder={t('filter.request')}
        aria-label={t('filter.request')}
        style={{ minWidth: 150 }}
        {...(filters.request && { value: filters.request })}
        options={requestKinds.map((kind) => ({ value: kind as string, label: request(kind) }))}
        onChange={(kind?: string) => change({ request: kind as OrderFilters['request'] })}
      />
      {(['weightFrom', 'weightTo'] as const).map((name) => (
        <Grams key={name} name={name} value={filters[name]} onChange={(grams) => change({ [name]: grams })} />
      ))}
    </>
  )
}

function useWarehouseOptions() {
  const language = useLocale()
  return useWarehouses().map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }))
}

/** The same filters in words, for those that can be taken off. */
export function useGoodsFiltersInWords(filters: OrderFilters): readonly (readonly [string, string | undefined])[] {
  const t = useText(workbenchText)
  const { request } = useOrderNames()
  const warehouses = useWarehouseOptions()
  const { warehouseId, request: kind, weightFrom, weightTo } = filters
  const warehouse = warehouses.find(({ value }) => value === warehouseId)?.label ?? ''
  return [
    ['warehouseId', warehouseId && `${t('filter.warehouseId')} ${warehouse}`],
    ['request', kind && `${t('filter.request')} ${request(kind)}`],
    ['weightFrom', weightFrom && `${t('weightFrom')} ${weightFrom} ${t('weight.grams')}`],
    ['weightTo', weightTo && `${t('weightTo')} ${weightTo} ${t('weight.grams')}`],
  ]
}

interface GramsProps {
  readonly name: 'weightFrom' | 'weightTo'
  readonly value: string | undefined
  readonly onChange: (grams: string | undefined) => void
}

function Grams({ name, value, onChange }: GramsProps) {
  const t = useText(workbenchText)
  const tell = (text: string) => onChange(/^\d+$/.test(text.trim()) ? text.trim() : undefined)
  return (
    <InputNumber
      key={value}
      min={0}
      precision={0}
      controls={false}
      suffix={t('weight.grams')}
      {...(value !== undefined && /^\d+$/.test(value) && { defaultValue: Number(value) })}
      placeholder={t(name)}
      aria-label={t(name)}
      style={{ width: 140 }}
      onBlur={({ target }) => tell(target.value)}
      onPressEnter={({ currentTarget }) => tell(currentTarget.value)}
    />
  )
}
