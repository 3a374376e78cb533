import { useQuery } from '@tanstack/react-query'
import { Cascader, Select } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { get } from './api.ts'
import { useLocale } from './language.ts'

interface Region {
  readonly code: string
  readonly name: string
}
interface Option {
  value: string
  label: string
  isLeaf: boolean
  children?: Option[]
}

const childrenOf = (code?: string) =>
  get<Region[]>(code ? `/api/v1/store/regions/${code}/children` : '/api/v1/store/regions')

function useProvinces(): readonly Region[] {
  const language = useLocale()
  return useQuery({ queryKey: ['regions', language], queryFn: () => childrenOf(), staleTime: Infinity }).data ?? []
}

/** The names of provinces by their two-digit code. */
export function useProvinceNames(): (code: string) => string {
  const names = new Map(useProvinces().map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}

/** "浙江省 杭州市 西湖区" for a district's six digits; the digits while the names are on their way. */
export function useDistrictName(code: string): string {
  const language = useLocale()
  const province = useProvinceNames()(code.slice(0, 2))
  const names = useQuery({
    queryKey: ['district', language, code],
    staleTime: Infinity,
    queryFn: async () => {
      const [cities, districts] = await Promise.all([childrenOf(code.slice(0, 2)), childrenOf(code.slice(0, 4))])
      return [
        cities.find((city) => city.code === code.slice(0, 4))?.name,
        districts.find((district) => district.code === code)?.name,
      ]
    },
  })
  return names.data ? [province, ...names.data].filter(Boolean).join(' ') : code
}

/** Several provinces; none means everywhere. */
export function ProvincesPicker({
  value,
  onChange,
  placeholder,
  id,
}: {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (codes: string[]) => void
  readonly placeholder?: string
}) {
  const options = useProvinces().map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      optionFilterProp="label"
      options={options}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
    />
  )
}

/** Province, city, district; gives the district's six digits. */
export function DistrictPicker({
  value,
  onChange,
  id,
  label,
}: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (code: string | undefined) => void
  readonly label?: string
}) {
  const roots = useProvinces()
  const [loaded, setLoaded] = useState<Readonly<Record<string, Option[]>>>({})
  const load = useCallback(async (code: string) => {
    const regions = await childrenOf(code)
    setLoaded((before) => ({ ...before, [code]: regions.map(toOption) }))
  }, [])
  useEffect(() => {
    if (value?.length === 6) for (const code of [value.slice(0, 2), value.slice(0, 4)]) void load(code)
  }, [value, load])
  const options = roots.map(toOption).map((province) => withChildren(province, loaded))
  const path = value ? [value.slice(0, 2), value.slice(0, 4), value] : undefined
  return (
    <Cascader
      id={id}
      aria-label={label}
      options={options}
      loadData={(chosen) => void load((chosen as Option[]).at(-1)!.value)}
      value={path}
      onChange={(codes) => onChange?.(codes?.at(-1) as string | undefined)}
    />
  )
}

const toOption = ({ code, name }: Region): Option => ({ value: code, label: name, isLeaf: code.length === 6 })

function withChildren(option: Option, loaded: Readonly<Record<string, Option[]>>): Option {
  const children = loaded[option.value]
  return children ? { ...option, children: children.map((each) => withChildren(each, loaded)) } : option
}
