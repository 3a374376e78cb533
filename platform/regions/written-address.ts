import type { Locale } from '#kernel/text'
import { areaAt, type Country, countryAt, countryName, isAbroad } from './countries.ts'
import { addressLine, type RegionPath, regionPath } from './regions.ts'

/** Where a parcel goes, as it is kept with an address or an order. */
export interface PlacedAddress {
  /** Six digits (GB/T 2260); abroad a country's two letters, and its area behind a hyphen where its addresses name one: US-CA. */
  readonly districtCode: string
  readonly street: string
  /** Abroad. */
  readonly city?: string
  readonly postcode?: string
}

/** An address as its country writes it, the country's name last; one of mainland China on one line, in the order of the reader's language. */
export function addressLines(address: PlacedAddress, locale: Locale): string[] {
  const { districtCode, street } = address
  if (isAbroad(districtCode)) return [...linesAbroad(address), countryName(districtCode.slice(0, 2), locale)]
  const place = regionPath(districtCode, locale)
  if (!place) return [street]
  return [locale === 'en' ? inEnglish({ ...place, street }) : addressLine({ ...place, street })]
}

/** For a parcel's label: the country in English and Chinese, because it is read on both sides of the border. */
export function labelLines(address: PlacedAddress): string[] {
  if (!isAbroad(address.districtCode)) return addressLines(address, 'zh')
  const country = address.districtCode.slice(0, 2)
  return [...linesAbroad(address), `${countryName(country, 'en').toUpperCase()} ${countryName(country, 'zh')}`]
}

/** The names on the way down to where a parcel goes; abroad these are the country, its area and the town. */
export function pathOfPlace({ districtCode, city = '' }: PlacedAddress, locale: Locale): RegionPath {
  if (!isAbroad(districtCode)) return regionPath(districtCode, locale) ?? { province: '', city: '', district: '' }
  const country = countryName(districtCode.slice(0, 2), locale)
  return { province: country, city: areaAt(districtCode)?.[1] ?? '', district: city }
}

/** From the smallest place to the largest. */
function inEnglish({ province, city, district, street }: Parameters<typeof addressLine>[0]): string {
  const levels = [province, city, district].filter(
    (level, index, all) => all.indexOf(level) === index && !/直辖县级/.test(level),
  )
  return [street, ...levels.reverse()].join(', ')
}

/** In the country's own script when the street is written in it. */
function linesAbroad(address: PlacedAddress): string[] {
  const country = countryAt(address.districtCode)
  if (!country) return [address.street]
  const isOwn = /[^\P{L}\p{Script=Latin}]/u.test(address.street)
  const said: Readonly<Record<string, string>> = {
    A: address.street,
    S: areaWritten(country, address.districtCode, isOwn),
    C: address.city ?? '',
    Z: address.postcode ?? '',
  }
  return ((isOwn && country.ownLines) || country.lines).map((line) => filled(line, said)).filter((line) => line !== '')
}

function areaWritten(country: Country, districtCode: string, isOwn: boolean): string {
  const [code = '', name = '', ownName] = areaAt(districtCode) ?? []
  if (country.writesAreaCode) return code
  return (isOwn && ownName) || name
}

/** What stands between two parts goes when one of them is missing. */
const filled = (line: string, said: Readonly<Record<string, string>>): string =>
  line
    .replaceAll(/%([ASCZ])/g, (_, part: string) => said[part]!)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,〒-]+$|^[\s,]+|[\s,]+$/g, '')
