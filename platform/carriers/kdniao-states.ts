import type { TrackingState } from './index.ts'

/** Kdniao's State, StateEx and Action codes that say where a parcel is. 0 (no trace) and 10 (awaiting pick-up) say nothing yet. */
const states: Readonly<Record<string, TrackingState>> = {
  '1': 'accepted',
  '2': 'in_transit',
  '201': 'in_transit',
  '204': 'in_transit',
  '205': 'in_transit',
  '206': 'in_transit',
  '202': 'delivering',
  '211': 'at_pickup_point',
  '3': 'signed',
  '301': 'signed',
  '302': 'signed',
  '304': 'signed',
  '311': 'signed',
  '4': 'problem',
  '401': 'problem',
  '402': 'problem',
  '403': 'problem',
  '404': 'returning',
  '405': 'problem',
  '406': 'returned',
  '407': 'returning',
  '412': 'problem',
  '413': 'problem',
  '414': 'problem',
  '415': 'problem',
  '416': 'problem',
  '417': 'problem',
  '418': 'problem',
  '419': 'delivering',
  '420': 'problem',
  '421': 'problem',
  '422': 'problem',
  '423': 'problem',
  '5': 'in_transit',
  '6': 'in_transit',
  '601': 'in_transit',
  '602': 'in_transit',
  '603': 'in_transit',
  '604': 'problem',
}

/** The state of a code; an unknown detailed code of a known group (2xx, 3xx) counts as its group. */
export const stateOf = (code: string): TrackingState | undefined =>
  states[code] ?? (/^\d{3}$/.test(code) ? states[code[0]!] : undefined)

/** The plain service gives steps without a code: their words tell. The order matters: a return also says that it was signed for. */
const words: readonly (readonly [RegExp, TrackingState])[] = [
  [/退回.*签收|退件.*签收/, 'returned'],
  [/退回|退件|拒收/, 'returning'],
  [/已签收|签收人|代收(?!货款)|取出/, 'signed'],
  [/驿站|快递柜|丰巢|自提|代收点/, 'at_pickup_point'],
  [/派送|派件|正在配送/, 'delivering'],
  [/揽收|揽件|已收件|收取快件/, 'accepted'],
]

export const stateInWords = (text: string): TrackingState =>
  words.find(([pattern]) => pattern.test(text))?.[1] ?? 'in_transit'

/** Kdniao's times have no zone: they are Chinese wall-clock times. */
export const kdniaoZone = 'Asia/Shanghai'

/** Reads `2020-08-22 19:19:16` (older carriers write slashes). @throws RangeError when it is no time */
export function instantOf(text: string): Temporal.Instant {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (!parts) throw new RangeError(`${text.slice(0, 40)} is no time of Kdniao`)
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0))
  const local = {
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    second: second!,
    timeZone: kdniaoZone,
  }
  return Temporal.ZonedDateTime.from(local, { overflow: 'reject' }).toInstant()
}

export const kdniaoTime = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(kdniaoZone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
