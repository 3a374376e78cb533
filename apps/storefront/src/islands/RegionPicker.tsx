import { useRef, useState } from 'preact/hooks'
import type { AnswerOf, OperationName } from '#client'

/** The call by its name alone: the whole client would weigh more than this page's other scripts together. */
const childrenOf = 'GET /api/v1/store/regions/{code}/children' satisfies OperationName
type Region = AnswerOf<typeof childrenOf>[number]

export interface RegionPickerProps {
  readonly provinces: readonly Region[]
  readonly cities: readonly Region[]
  readonly districts: readonly Region[]
  readonly province: string
  readonly city: string
  readonly district: string
  readonly locale: string
  readonly words: Readonly<Record<'province' | 'city' | 'district' | 'choose', string>>
  readonly problem?: string
}

/** Province, city, district. Without JavaScript the page comes back with the next list; with it the list is fetched. */
export default function RegionPicker({ locale, words, problem, ...start }: RegionPickerProps) {
  const [place, setPlace] = useState(start)
  const choices = useRef(0)
  /** Who goes down a list by keyboard chooses each entry in turn: an answer to an earlier choice must not undo a later one. */
  const choose = async (now: Partial<typeof start>, below: () => Promise<Partial<typeof start>>) => {
    const choice = ++choices.current
    setPlace((before) => ({ ...before, ...now }))
    const found = await below()
    if (choice === choices.current) setPlace((before) => ({ ...before, ...found }))
  }
  const chooseProvince = (province: string) =>
    choose({ province, city: '', district: '', cities: [], districts: [] }, async () => {
      const cities = await placesBelow(province, locale)
      const [only] = cities.length === 1 ? cities : []
      return { cities, city: only?.code ?? '', districts: only ? await placesBelow(only.code, locale) : [] }
    })
  const chooseCity = (city: string) =>
    choose({ city, district: '', districts: [] }, async () => ({ districts: await placesBelow(city, locale) }))
  return (
    <div class="regions">
      <Level
        name="province"
        label={words.province}
        empty={words.choose}
        regions={place.provinces}
        value={place.province}
        choose={chooseProvince}
      />
      <Level
        name="city"
        label={words.city}
        empty={words.choose}
        regions={place.cities}
        value={place.city}
        choose={chooseCity}
      />
      <Level
        name="districtCode"
        label={words.district}
        empty={words.choose}
        regions={place.districts}
        value={place.district}
        choose={(district) => setPlace((before) => ({ ...before, district }))}
        problem={problem}
      />
    </div>
  )
}

async function placesBelow(code: string, locale: string): Promise<Region[]> {
  if (!code) return []
  const path = childrenOf.replace('GET ', '').replace('{code}', code)
  const response = await fetch(path, { headers: { 'x-locale': locale } })
  return response.ok ? ((await response.json()) as Region[]) : []
}

interface LevelProps {
  readonly name: string
  readonly label: string
  readonly empty: string
  readonly regions: readonly Region[]
  readonly value: string
  readonly choose: (code: string) => void
  readonly problem?: string
}

function Level({ name, label, empty, regions, value, choose, problem }: LevelProps) {
  return (
    <select
      name={name}
      aria-label={label}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={problem ? 'region-why' : undefined}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{regions.length > 0 ? `${empty} · ${label}` : label}</option>
      {regions.map((region) => (
        <option key={region.code} value={region.code} selected={region.code === value}>
          {region.name}
        </option>
      ))}
    </select>
  )
}
