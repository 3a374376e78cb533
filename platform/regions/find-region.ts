import { namesAt, onlyDistrictOf, type PlaceName } from './place-names.ts'

/** A place found in a text: the code as deep as the text goes (2, 4 or 6 digits), and where its names stand. */
export interface FoundRegion {
  readonly code: string
  readonly from: number
  readonly to: number
}

interface Reading extends FoundRegion {
  readonly score: number
}

const gap = /[\s,;、/|·.。>_-]*/y
/** After a name without its kind, these make it another place or a road: 南京路, 上海村, 朝阳区. */
const goesOn = /[省市区县州盟旗镇乡村路街道巷弄桥站湾门]/

/**
 * The region that a text names best, whatever stands before and after it, in either order of levels, with levels left out or
 * repeated. A name that several places bear counts only as far as they agree: 江苏鼓楼区 is read as 江苏.
 */
export function findRegion(text: string): FoundRegion | undefined {
  const readings = [...text].flatMap((_, from) => readingsFrom(text, from))
  const best = agreed(readings)
  return best && { ...best, code: onlyDistrictOf(best.code) ?? best.code }
}

/** The best reading that no equally good one contradicts. */
function agreed(readings: readonly Reading[]): Reading | undefined {
  const byScore = [...Map.groupBy(readings, ({ score }) => score)].sort(([one], [other]) => other - one)
  for (const [, equal] of byScore) {
    const first = equal.reduce((one, other) => (other.from < one.from ? other : one))
    const rivals = equal.filter(({ from }) => from === first.from)
    if (rivals.some(({ code }) => !isOneWay(code, first.code))) continue
    return rivals.reduce((one, other) => (other.to > one.to || other.code.length > one.code.length ? other : one))
  }
  return undefined
}

const isOneWay = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

const startsChunk = (text: string, from: number): boolean => from === 0 || /[\s,;、/|。:]/.test(text[from - 1]!)

function readingsFrom(text: string, from: number): Reading[] {
  const atStart = startsChunk(text, from)
  return namesAt(text, from)
    .filter((name) => fitsAlone(text, from, name) && (atStart || name.isWhole))
    .flatMap((name) => {
      const to = from + name.name.length
      const score = worth(name, '') + (atStart ? 5 : 0)
      return goOn(text, { code: name.code, from, to, score }, new Set([name.code.length]))
    })
}

/** This reading and all that go on from it with another name that agrees. */
function goOn(text: string, reading: Reading, levels: ReadonlySet<number>): Reading[] {
  gap.lastIndex = reading.to
  const next = reading.to + gap.exec(text)![0].length
  const further = namesAt(text, next).filter(
    (name) =>
      isOneWay(name.code, reading.code) &&
      fitsAlone(text, next, name) &&
      (name.isWhole || !levels.has(name.code.length)),
  )
  return [
    reading,
    ...further.flatMap((name) => {
      const code = name.code.length > reading.code.length ? name.code : reading.code
      const score = reading.score + (levels.has(name.code.length) ? 0 : worth(name, reading.code))
      return goOn(
        text,
        { ...reading, code, score, to: next + name.name.length },
        new Set([...levels, name.code.length]),
      )
    }),
  ]
}

const fitsAlone = (text: string, at: number, { name, isWhole }: PlaceName): boolean =>
  isWhole || !goesOn.test(text[at + name.length] ?? ' ')

/** A whole name says more than a short one, a long one more; the short name of a district by itself hardly anything. */
function worth({ name, code, isWhole }: PlaceName, before: string): number {
  if (isWhole) return 10 + name.length
  return code.length === 6 && before === '' ? 1 : 4 + name.length
}
