import { readFileSync } from 'node:fs'
import type { Locale } from '#kernel/text'
import { isDistrict, isRegionHere, type Region, regionNameHere, regionPath } from './regions.ts'

/** What an address abroad has besides its street, as its country calls it: a state, a prefecture, a post town, a ZIP code. */
export type PartAbroad = 'area' | 'city' | 'postcode'

/** How addresses of a country are written. The letters are A street, S area, C city, Z postcode. */
export interface Country {
  /** Each line with its parts in place, as in "%C, %S %Z". */
  readonly lines: readonly string[]
  /** The same for an address in the country's own script. */
  readonly ownLines?: readonly string[]
  /** Letters of the parts that no address is without, and of those it may have. */
  readonly needs: string
  readonly may?: string
  readonly postcode?: string
  readonly postcodeLike?: string
  readonly words: Readonly<Partial<Record<PartAbroad, string>>>
  readonly areas?: readonly (readonly [code: string, name: string, ownName?: string])[]
  /** "CA" rather than "California" stands in the address. */
  readonly writesAreaCode?: boolean
}

/** Mainland China, whose addresses are districts of the official list. */
export const home = 'CN'

/** Whether the code of a place is abroad: a country's two letters, and behind a hyphen its area, as in US-CA. */
export const isAbroad = (code: string): boolean => /^[A-Z]{2}/.test(code)

export const countryCode = (code: string): string => (isAbroad(code) ? code.slice(0, 2) : home)

export const countryAt = (code: string): Country | undefined => table().get(code.slice(0, 2))

/** Whether a parcel could be sent to this code: a district here, a country abroad or an area that stands in its addresses. */
export function isPlace(code: string): boolean {
  if (!isAbroad(code)) return isDistrict(code)
  return code.length === 2 ? table().has(code) : areaAt(code) !== undefined
}

/** Whether a code names a place of any size: a province, city or district here, a country abroad or an area of it. */
export const isRegion = (code: string): boolean => (isAbroad(code) ? isPlace(code) : isRegionHere(code))

/** The states, provinces or prefectures that addresses of a country name. */
export const areasOf = (country: string): readonly Region[] =>
  (countryAt(country)?.areas ?? [])
    .map(([code, name]) => ({ code: `${country}-${code}`, name }))
    .sort((one, other) => one.name.localeCompare(other.name))

/** The area that a code names: its code in the country, its English name, and its own name in another script. */
export const areaAt = (code: string): readonly [code: string, name: string, ownName?: string] | undefined =>
  countryAt(code)?.areas?.find(([area]) => code === `${code.slice(0, 2)}-${area}`)

const speakers = new Map<Locale, Intl.DisplayNames>()

/** As shops and maps of mainland China must write it, and the mainland apart from the regions that have addresses of their own. */
const writtenHere: Readonly<Record<string, Record<Locale, string>>> = {
  CN: { zh: '中国大陆', en: 'Mainland China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
}

/** A country or region in the reader's language. */
export function countryName(country: string, locale: Locale): string {
  const speaker = speakers.get(locale) ?? new Intl.DisplayNames(locale === 'en' ? 'en-GB' : 'zh-CN', { type: 'region' })
  speakers.set(locale, speaker)
  return writtenHere[country]?.[locale] ?? speaker.of(country) ?? country
}

/** Every country and region abroad, by name. */
export const countries = (locale: Locale): readonly Region[] => countriesNamed([...table().keys()], locale)

/** These countries, by name. */
export const countriesNamed = (codes: readonly string[], locale: Locale): readonly Region[] =>
  codes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale === 'en' ? 'en' : 'zh-CN'))

/** "浙江省 杭州市 西湖区", "California, United States"; the code where it is no place. */
export function placeName(code: string, locale: Locale): string {
  const path = regionPath(code, locale)
  if (path) return `${path.province} ${path.city} ${path.district}`
  if (!isPlace(code)) return code
  const [country, area] = [countryName(code.slice(0, 2), locale), areaAt(code)?.[1]]
  if (!area) return country
  return locale === 'en' ? `${area}, ${country}` : `${country} ${area}`
}

/** What a place of any size is called by itself: "杭州市", "United States"; the code where it is none. */
export const regionName = (code: string, locale: Locale): string =>
  regionNameHere(code, locale) ?? placeName(code, locale)

let loaded: ReadonlyMap<string, Country> | undefined

/** Read at the first question about a place abroad. */
function table(): ReadonlyMap<string, Country> {
  loaded ??= new Map(
    Object.entries(
      JSON.parse(readFileSync(new URL('data/countries.json', import.meta.url), 'utf8')) as Record<string, Country>,
    ),
  )
  return loaded
}
