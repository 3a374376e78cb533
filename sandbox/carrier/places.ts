import { createHash } from 'node:crypto'

/** Sender or recipient as an order names them. */
export interface Person {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly address: string
}

/** Autonomous prefectures whose own name is longer than two characters, before the peoples' names that follow. */
const longPrefectures = ['西双版纳', '黔西南', '黔东南', '巴音郭楞', '博尔塔拉', '克孜勒苏']

/** 杭州 for 杭州市, 延边 for 延边朝鲜族自治州, 上海 for a municipality whose city level says 市辖区 or nothing. */
export function cityOf({ province, city }: Pick<Person, 'province' | 'city'>): string {
  const named = city && !/^(市辖区|县|省直辖|自治区直辖)/.test(city) ? city : province
  if (named.endsWith('自治州')) return longPrefectures.find((one) => named.startsWith(one)) ?? named.slice(0, 2)
  return named.replace(/(市郊县|市|地区|盟)$/, '') || named
}

export const districtOf = ({ district }: Person): string =>
  district.length > 2 ? district.replace(/(新区|区|县|市)$/, '') : district

/** A stable small number from a text, so that the same place always has the same sorting code. */
export const hashed = (text: string, below: number): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) % below

/** The three-part code by which parcels are sorted (三段码): city, branch, courier's round. */
export function sortingCodeOf(recipient: Person): string {
  const city = String(hashed(cityOf(recipient), 900) + 100)
  const branch = `${'ABCDEFGH'[hashed(recipient.district, 8)]}${String(hashed(districtOf(recipient), 90) + 10)}`
  const round = String(hashed(recipient.address, 60) + 1).padStart(3, '0')
  return `${city} ${branch} ${round}`
}

/** The large word on the label (大头笔), such as 上海-徐汇. */
export const markDestinationOf = (recipient: Person): string => `${cityOf(recipient)}-${districtOf(recipient)}`
