import { citiesOf, districtsOf, provinces, type Region, readAddress } from '#platform/regions'

export interface WrittenPlace {
  readonly province: string
  readonly city: string
  readonly district: string
  /** The six-digit code, where the sheet has it. */
  readonly districtCode: string
  readonly street: string
}

/**
 * The district and street that a sheet's columns mean: by code, by the names of the places in Chinese or English, or by reading the
 * street where systems write the district there. The code is empty where that does not decide it.
 */
export function placeOf(written: WrittenPlace): { readonly districtCode: string; readonly street: string } {
  const { province, city, district, districtCode, street } = written
  if (districtCode) return { districtCode, street }
  const named = readAddress([province, city, district].filter(Boolean).join(' ')).districtCode || inEnglish(written)
  if (named) return { districtCode: named, street }
  const whole = readAddress([province, city, district, street].filter(Boolean).join(' '))
  return { districtCode: whole.districtCode, street: whole.street || street }
}

/** Names in English stand alone: Zhejiang, Hangzhou, Xihu. */
function inEnglish({ province, city, district }: WrittenPlace): string {
  const found = like(provinces('en'), province)
  const town = found && like(citiesOf(found.code, 'en'), city)
  const end = town && like(districtsOf(town.code, 'en'), district)
  return end?.code ?? ''
}

const like = (regions: readonly Region[], name: string): Region | undefined => {
  const wanted = plain(name)
  return wanted === '' ? undefined : regions.find((region) => plain(region.name) === wanted)
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(province|city|district|county|shi|qu|sheng)\b/g, '')
    .replace(/[^a-z]/g, '')
