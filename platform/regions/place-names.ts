import { formerNames } from './former-names.ts'
import { allRegions } from './regions.ts'

/** A name by which people write a place. `isWhole`: with its kind (杭州市), or without it (杭州), which is also the name of roads and people. */
export interface PlaceName {
  readonly name: string
  readonly code: string
  readonly isWhole: boolean
}

const peoples =
  '壮|回|藏|苗|彝|布依|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|拉祜|蒙古|满|朝鲜|维吾尔|各'
const autonomous = new RegExp(`^(.{2,}?)(?:(?:${peoples})族?)*(?:自治)(区|州|县|旗)$`)
const ofPeoples = new RegExp(`^(.{2,}?)(?:(?:${peoples})族)+(区|乡)$`)
const kinds = /^(.{2,}?)(?:特别行政区|新区|林区|矿区|特区|地区|省|市|区|县|盟|旗)$/

let index: ReadonlyMap<string, readonly PlaceName[]> | undefined

/** The names that a text goes on with at a position. */
export function namesAt(text: string, position: number): readonly PlaceName[] {
  index ??= Map.groupBy(allNames(), ({ name }) => name.slice(0, 2))
  const known = index.get(text.slice(position, position + 2)) ?? []
  return known.filter(({ name }) => text.startsWith(name, position))
}

/** The only district of a city that has just one (东莞市), or of a district's code itself. */
export const onlyDistrictOf = (code: string): string | undefined => {
  const below = allRegions().filter((row) => row.code.length === 6 && row.code.startsWith(code))
  return below.length === 1 ? below[0]!.code : undefined
}

const allNames = (): PlaceName[] => [
  ...allRegions().flatMap(({ code, zh, written }) => namesOf(zh, written).map((each) => ({ ...each, code }))),
  { name: '重庆市县', code: '5002', isWhole: true },
  ...formerNames.map(([name, code]) => ({ name, code, isWhole: true })),
]

/** 恭城瑶族自治县 is written 恭城县 and 恭城, 浦东新区 is written 浦东区 and 浦东, 省直辖县级行政区划 as it stands. */
function namesOf(shown: string, written: string): Omit<PlaceName, 'code'>[] {
  const [, own, kind] = autonomous.exec(shown) ?? ofPeoples.exec(shown) ?? []
  const base = own ?? kinds.exec(shown)?.[1]
  const whole = new Set([shown, written])
  if (own) whole.add(`${own}${shown.endsWith('自治区') ? '省' : kind}`).add(`${own}自治${kind}`)
  if (base && shown.endsWith('新区')) whole.add(`${base}区`)
  return [
    ...[...whole].map((name) => ({ name, isWhole: true })),
    ...(base && !whole.has(base) ? [{ name: base, isWhole: false }] : []),
  ]
}
