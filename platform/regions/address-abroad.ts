import { refusal } from '#kernel/refusal'
import { areaAt, areasOf, type Country, countryAt, type PartAbroad } from './countries.ts'
import type { Region } from './regions.ts'
import type { PlacedAddress } from './written-address.ts'

export const countryUnknown = refusal(
  'invalid',
  'regions.country_unknown',
  (d: { field: 'country'; country: string }) => `${d.country} is no country`,
)
export const areaMissing = refusal(
  'invalid',
  'regions.area_missing',
  (d: { field: 'area'; country: string }) => `addresses in ${d.country} name their state or province`,
)
export const cityMissing = refusal(
  'invalid',
  'regions.city_missing',
  (d: { field: 'city'; country: string }) => `addresses in ${d.country} name their town`,
)
export const postcodeMissing = refusal(
  'invalid',
  'regions.postcode_missing',
  (d: { field: 'postcode'; like: string }) => `a postcode such as ${d.like} is needed`,
)
export const postcodeInvalid = refusal(
  'invalid',
  'regions.postcode_invalid',
  (d: { field: 'postcode'; like: string }) => `a postcode there looks like ${d.like}`,
)

/** A field of an address abroad besides its street, in the order in which its country writes them. */
export interface FieldAbroad {
  readonly part: PartAbroad | 'street'
  /** What the country calls it: state, prefecture, post_town, zip. */
  readonly word: string
  readonly isNeeded: boolean
  /** What there is to choose from; absent where it is written. */
  readonly areas?: readonly Region[]
  readonly like?: string
}

const letters = { S: 'area', C: 'city', Z: 'postcode' } as const

/** The fields of an address in a country, none where it is unknown. */
export function fieldsAbroad(code: string): readonly FieldAbroad[] {
  const country = countryAt(code)
  if (!country) return []
  return [...country.lines.join(' ').matchAll(/%([ASCZ])/g)].map(([, letter]) =>
    letter === 'A'
      ? { part: 'street', word: 'street', isNeeded: true }
      : fieldOf(code, country, letter as keyof typeof letters),
  )
}

function fieldOf(code: string, country: Country, letter: keyof typeof letters): FieldAbroad {
  const part = letters[letter]
  return {
    part,
    word: country.words[part] ?? part,
    isNeeded: country.needs.includes(letter),
    ...(part === 'area' && { areas: areasOf(code.slice(0, 2)) }),
    ...(part === 'postcode' && { like: country.postcodeLike }),
  }
}

/**
 * Tidies an address abroad and checks it against the form of its country: nothing that it needs is missing, and its postcode looks like one.
 * What the country's addresses do not have is left out.
 * @throws countryUnknown, areaMissing, cityMissing, postcodeMissing, postcodeInvalid naming the field
 */
export function checkAbroad({
  districtCode,
  street,
  city = '',
  postcode = '',
}: PlacedAddress): Required<PlacedAddress> {
  const code = districtCode.slice(0, 2)
  const country = countryAt(code)
  if (!country) throw countryUnknown({ field: 'country', country: code })
  const has = (letter: string) => country.needs.includes(letter) || country.may?.includes(letter) === true
  if (districtCode.length > 2 ? !areaAt(districtCode) : country.needs.includes('S'))
    throw areaMissing({ field: 'area', country: code })
  if (country.needs.includes('C') && !city) throw cityMissing({ field: 'city', country: code })
  return {
    districtCode,
    street,
    city: has('C') ? city : '',
    postcode: has('Z') ? postcodeIn(country, postcode) : '',
  }
}

function postcodeIn(country: Country, written: string): string {
  const postcode = written.normalize('NFKC').trim().toUpperCase()
  const like = country.postcodeLike ?? ''
  if (!postcode && country.needs.includes('Z')) throw postcodeMissing({ field: 'postcode', like })
  const looksRight = !postcode || !country.postcode || new RegExp(`^(?:${country.postcode})$`).test(postcode)
  if (!looksRight) throw postcodeInvalid({ field: 'postcode', like })
  return postcode
}
