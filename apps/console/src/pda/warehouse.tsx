import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { asking } from '../frame/asking.ts'
import { useLocale, useText } from '../frame/language.ts'
import { ProblemAlert } from '../frame/Problems.tsx'
import type { Warehouse } from './api.ts'
import { Choices, Notice } from './parts.tsx'
import { pdaText } from './text.ts'

const key = 'zg.pda.warehouse'

/** The warehouse this device stands in; asked once, then remembered by the device. */
export function InWarehouse({
  children,
}: {
  readonly children: (warehouse: Warehouse, change: () => void) => ReactNode
}) {
  const t = useText(pdaText)
  const language = useLocale()
  const [chosen, setChosen] = useState(() => localStorage.getItem(key))
  const found = useQuery({
    ...asking('GET /api/v1/admin/warehouses'),
    staleTime: 600_000,
  })
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p>{t('loading')}</p>
  const choose = (id: string | null) => {
    if (id) localStorage.setItem(key, id)
    else localStorage.removeItem(key)
    setChosen(id)
  }
  const [only] = found.data
  if (!only) return <Notice>{t('warehouse.none')}</Notice>
  const warehouse = found.data.length === 1 ? only : found.data.find(({ id }) => id === chosen)
  if (warehouse) return children(warehouse, () => choose(null))
  return (
    <>
      <h2>{t('warehouse.choose')}</h2>
      <Choices
        options={found.data.map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }))}
        onChoose={choose}
      />
    </>
  )
}
