import { useQuery } from '@tanstack/react-query'
import { Cascader, Select } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from './api.ts'
import { asking } from './asking.ts'
import { useLocale } from './language.ts'

type Region = AnswerOf<'GET /api/v1/store/regions'>[number]

interface Option {
  value: string
  label: string
  isLeaf: boolean
  children?: Option[]
}

const childrenOf = (code?: string) =>
  code ? ask('GET /api/v1/store/regions/{code}/children', { path: { code } }) : ask('GET /api/v1/store/regions')

/** A country's two letters, with its area behind a hyphen where one is meant: US-CA. */
const isAbroad = (code: string): boolean => /^[A-Z]/.test(code)

function useCountries(isWanted: boolean): readonly Region[] {
  const found = useQuery({ ...asking('GET /api/v1/store/countries'), staleTime: Infinity, enabled: isWanted })
  return found.data ?? []
}

function useProvinces(): readonly Region[] {
  const language = useLocale()
  return useQuery({ queryKey: ['regions', language], queryFn: () => childrenOf(), staleTime: Infinity }).data ?? []
}

/** The names of provinces by their two-digit code. */
export function useProvinceNames(): (code: string) => string {
  const names = new Map(useProvinces().map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}

/** "浙江省 杭州市 西湖区" for a district's six digits, "美国 California" for a place abroad; the digits while the names are on their way. */
export function useDistrictName(code: string): string {
  const language = useLocale()
  const province = useProvinceNames()(code.slice(0, 2))
  const country = useCountries(isAbroad(code)).find((each) => each.code === code.slice(0, 2))?.name
  const names = useQuery({
    queryKey: ['district', language, code],
    staleTime: Infinity,
    queryFn: async () => {
      if (isAbroad(code)) return [(await childrenOf(code.slice(0, 2))).find((area) => area.code === code)?.name]
      const [cities, districts] = await Promise.all([childrenOf(code.slice(0, 2)), childrenOf(code.slice(0, 4))])
      return [
        cities.find((city) => city.code === code.slice(0, 4))?.name,
        districts.find((district) => district.code === code)?.name,
      ]
    },
  })
  return names.data ? [country ?? province, ...names.data].filter(Boolean).join(' ') : code
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
  const { options, load } = useRegionTree(value ? [value] : [])
  const path = value ? pathTo(value) : undefined
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

/** Several provinces by their two digits; none means everywhere. */
export function ProvincesPicker({
  value = [],
  onChange,
  placeholder,
  id,
}: {
  readonly id?: string
  readonly value?: readonly string[]
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
      value={[...value]}
      onChange={onChange}
      placeholder={placeholder}
    />
  )
}

/** Several regions of any level, where `abroad` says so countries too; none means everywhere. */
export function RegionsPicker({
  value = [],
  onChange,
  placeholder,
  id,
  abroad = false,
}: {
  readonly abroad?: boolean
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (codes: string[]) => void
  readonly placeholder?: string
}) {
  const { options, load } = useRegionTree(value, abroad)
  return (
    <Cascader
      id={id}
      multiple
      allowClear
      showSearch
      showCheckedStrategy={Cascader.SHOW_PARENT}
      options={options}
      loadData={(chosen) => void load((chosen as Option[]).at(-1)!.value)}
      value={value.map(pathTo)}
      onChange={(paths) => onChange?.((paths as string[][]).map((path) => path.at(-1)!))}
      placeholder={placeholder}
    />
  )
}

const pathTo = (code: string): string[] => (isAbroad(code) ? [...new Set([code.slice(0, 2), code])] : levelsOf(code))

const levelsOf = (code: string): string[] =>
  [2, 4, 6].filter((end) => end <= code.length).map((end) => code.slice(0, end))

/** The provinces with what was opened of them so far, and what these codes need to be shown by name. */
function useRegionTree(codes: readonly string[], abroad = codes.some(isAbroad)) {
  const countries = useCountries(abroad)
  const roots = [...useProvinces(), ...(abroad ? countries : [])]
  const [loaded, setLoaded] = useState<Readonly<Record<string, Option[]>>>({})
  const load = useCallback(async (code: string) => {
    const regions = await childrenOf(code)
    setLoaded((before) => ({ ...before, [code]: regions.map(toOption) }))
  }, [])
  const above = [...new Set(codes.flatMap((code) => pathTo(code).slice(0, -1)))].join(' ')
  useEffect(() => {
    for (const code of above.split(' ').filter(Boolean)) void load(code)
  }, [above, load])
  return { options: roots.map(toOption).map((province) => withChildren(province, loaded)), load }
}

/** The names of regions by their codes; a city or district with the places above it. */
export function useRegionNames(codes: readonly string[]): (code: string) => string {
  const { options } = useRegionTree(codes)
  return (code) => {
    let level: readonly Option[] = options
    const names = pathTo(code).map((part) => {
      const found = level.find(({ value }) => value === part)
      level = found?.children ?? []
      return found?.label ?? part
    })
    return names.slice(-2).join(' ')
  }
}

const toOption = ({ code, name }: Region): Option => ({
  value: code,
  label: name,
  isLeaf: code.length === 6 || code.includes('-'),
})

function withChildren(option: Option, loaded: Readonly<Record<string, Option[]>>): Option {
  const children = loaded[option.value]
  return children ? { ...option, children: children.map((each) => withChildren(each, loaded)) } : option
}
