import { readFileSync } from 'node:fs'
import type { Locale } from '#kernel/text'

/** A province, city or district of mainland China: its GB/T 2260 code (2, 4 or 6 digits) and its name in the reader's language. */
export interface Region {
  readonly code: string
  readonly name: string
}

/** The names on the way down to a district, as an address shows them. */
export interface RegionPath {
  readonly province: string
  readonly city: string
  readonly district: string
}

/** The provinces, municipalities and autonomous regions, in the order of their codes. */
export const provinces = (locale: Locale = 'zh'): readonly Region[] => spoken(table().provinces, locale)

/** The cities of a province, in the order of their codes; none for an unknown code. */
export const citiesOf = (provinceCode: string, locale: Locale = 'zh'): readonly Region[] =>
  spoken(table().children.get(provinceCode) ?? [], locale, 4)

/** The districts and counties of a city, in the order of their codes; none for an unknown code. */
export const districtsOf = (cityCode: string, locale: Locale = 'zh'): readonly Region[] =>
  spoken(table().children.get(cityCode) ?? [], locale, 6)

/** Province, city and district of a six-digit code, or nothing when there is no such district. */
export function regionPath(districtCode: string, locale: Locale = 'zh'): RegionPath | undefined {
  const { byCode } = table()
  const [province, city, district] = [2, 4, 6].map((length) => byCode.get(districtCode.slice(0, length)))
  if (districtCode.length !== 6 || !province || !city || !district) return undefined
  return { province: province[locale], city: city[locale], district: district[locale] }
}

/** Whether a code is a province, city or district. */
export const isRegionHere = (code: string): boolean => table().byCode.has(code)

/** What a province, city or district is called. */
export const regionNameHere = (code: string, locale: Locale): string | undefined => table().byCode.get(code)?.[locale]

/** Whether a code is a district, the level an address must reach. */
export const isDistrict = (code: string): boolean => code.length === 6 && isRegionHere(code)

/**
 * One line of address as a Chinese parcel label shows it, from the largest place to the smallest. A level that repeats the one
 * above it (北京市北京市) or only groups counties (省直辖县级行政区划) is left out.
 */
export function addressLine(place: {
  readonly province: string
  readonly city: string
  readonly district: string
  readonly street: string
}): string {
  const levels = [place.province, place.city, place.district].filter(
    (level, index, all) => !all.slice(0, index).includes(level) && !level.includes('直辖县级'),
  )
  return [...levels, place.street].join(' ')
}

/** Every region with the name it is shown by and the name the official list writes (北京市 and 市辖区 for the code 1101). */
export const allRegions = (): readonly { readonly code: string; readonly zh: string; readonly written: string }[] => [
  ...table().byCode.values(),
]

interface Row {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly written: string
}

interface Table {
  readonly provinces: readonly Row[]
  /** Rows by the code of the level above. */
  readonly children: ReadonlyMap<string, readonly Row[]>
  readonly byCode: ReadonlyMap<string, Row>
}

let loaded: Table | undefined

/** Read at the first question, not at start: most processes that import this never ask. */
function table(): Table {
  loaded ??= load()
  return loaded
}

function load(): Table {
  const provinces = rowsOf('cn-provinces.csv')
  const byCode = new Map(provinces.map((row) => [row.code, row]))
  const children = new Map<string, Row[]>()
  for (const raw of [...rowsOf('cn-cities.csv'), ...rowsOf('cn-areas.csv')]) {
    const row = shown(raw, byCode)
    const parent = row.code.slice(0, -2)
    byCode.set(row.code, row)
    const siblings = children.get(parent)
    if (siblings) siblings.push(row)
    else children.set(parent, [row])
  }
  return { provinces, children, byCode }
}

function rowsOf(file: string): Row[] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [first, second] = [line.indexOf(','), line.lastIndexOf(',')]
    const zh = line.slice(first + 1, second)
    return { code: line.slice(0, first), zh, en: line.slice(second + 1), written: zh }
  })
}

/** The statistical names 市辖区 and 县 under a municipality say nothing to a buyer: they bear the municipality's name. */
function shown(row: Row, byCode: ReadonlyMap<string, Row>): Row {
  const province = byCode.get(row.code.slice(0, 2))
  if (!province || row.code.length !== 4) return row
  if (row.zh === '市辖区') return { ...row, zh: province.zh, en: province.en }
  if (row.zh === '县') return { ...row, zh: `${province.zh}郊县`, en: `${province.en} Counties` }
  return row
}

function spoken(rows: readonly Row[], locale: Locale, digits = 2): readonly Region[] {
  return rows.filter((row) => row.code.length === digits).map((row) => ({ code: row.code, name: row[locale] }))
}
