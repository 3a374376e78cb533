import { Select } from 'antd'
import { useLocale } from '../../frame/language.ts'
import { useWarehouses } from './outbound.ts'

interface WarehouseFilterProps {
  readonly value: string | undefined
  readonly label: string
  /** What stands for every warehouse. */
  readonly all: string
  readonly onChange: (warehouseId: string) => void
}

/** Chooses the warehouse a list is about, or all of them. */
export function WarehouseFilter({ value, label, all, onChange }: WarehouseFilterProps) {
  const language = useLocale()
  const warehouses = useWarehouses().map(({ id, name, nameEn }) => ({
    value: id as string,
    label: language === 'zh' ? name : nameEn,
  }))
  return (
    <Select
      value={value ?? ''}
      aria-label={label}
      style={{ width: 170 }}
      onChange={onChange}
      options={[{ value: '', label: all }, ...warehouses]}
    />
  )
}
