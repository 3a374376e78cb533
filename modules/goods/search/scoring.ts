import { type RawBuilder, sql } from 'kysely'
import type { TestKind } from './model.ts'
import { marks, marksOf } from './naming.ts'
import { anyLead, anyOf } from './query-text.ts'
import type { Wish } from './understand.ts'

/** One thing that speaks for a hit or against it, and how much. */
export interface Test {
  /** What is wanted; nothing for what is tried whatever is wanted. */
  readonly wish: string
  readonly holds: TestKind
  readonly query: string
  readonly value: number
}

/** Each of these is passed only by what passes those after it. */
const steps = [
  { holds: 'leads', value: 0.15 },
  { holds: 'names', value: 0.4, weights: 'A' },
  { holds: 'in_name', value: 0.35, weights: 'AB' },
  { holds: 'said', value: 0.1, weights: 'ABC' },
] as const
const against = { set: -0.1, spare: -0.2 } as const
/** A statement has room for so many wishes: the first ones count. */
const mostWishes = 8

/** What the words of a hit are tried by: does it name what is wanted, say it in the name or elsewhere, and in the shopper's own words. */
export function testsOf(wishes: readonly Wish[]): Test[] {
  const all = wishes.slice(0, mostWishes)
  return all.length === 0 ? [] : [...all.flatMap(testsOfWish), ...testsAgainst(all)]
}

function testsOfWish(wish: Wish): Test[] {
  const any = [...wish.own, ...wish.others].filter(({ isPart }) => !isPart)
  const own = wish.own.filter(({ isPart }) => !isPart)
  if (any.length === 0) return []
  const share = shareOf(wish)
  const tests: Test[] = steps.map(({ holds, value, ...step }) => ({
    wish: wish.text,
    holds,
    query: 'weights' in step ? anyOf(any, step.weights) : anyLead(any),
    value: value * share,
  }))
  const exact = { wish: wish.text, holds: 'own_words', query: anyOf(own, 'AB'), value: 1 - share } as const
  return share < 1 && own.length > 0 ? [...tests, exact] : tests
}

const shareOf = (wish: Wish): number => (wish.others.length > 0 ? wish.otherWeight : 1)

/** Who asks for a set or a spare part means it. */
function testsAgainst(wishes: readonly Wish[]): Test[] {
  const sayings = wishes.flatMap(({ text, own, others }) => [
    text,
    ...[...own, ...others].flatMap(({ words }) => words),
  ])
  const asked = marksOf(sayings.join(' '))
  return (Object.keys(against) as (keyof typeof against)[])
    .filter((mark) => !asked.includes(marks[mark]))
    .map((mark) => ({
      wish: '',
      holds: mark,
      query: anyOf([{ words: [marks[mark]], isPart: false, isOpen: false }], ''),
      value: against[mark],
    }))
}

/** What the words of a question are tried by, for the columns of `slotColumns`. */
export function slotsOf(wishes: readonly Wish[]): Record<string, string | number> {
  const all = wishes.slice(0, mostWishes)
  const slots: Record<string, string | number> = {}
  all.forEach((wish, at) => {
    for (const { holds, query, value } of testsOfWish(wish)) {
      slots[`${holds}${at + 1}`] = query
      if (holds === 'own_words') slots[`own${at + 1}`] = value
    }
    slots[`share${at + 1}`] = shareOf(wish)
  })
  for (const { holds, value } of all.length > 0 ? testsAgainst(all) : []) slots[holds] = value
  return slots
}

/** As many slots as the longest of some questions needs: few different statements, and none tries what nobody asks. */
export const roomFor = (questions: readonly (readonly Wish[])[]): number => {
  const most = Math.min(Math.max(1, ...questions.map(({ length }) => length)), mostWishes)
  return most <= 2 ? most : most <= 4 ? 4 : mostWishes
}

const numbers = (room: number) => Array.from({ length: room }, (_, at) => at + 1)

/** The columns of `slotsOf`, for json_to_record and json_to_recordset. */
export const slotColumns = (room: number): RawBuilder<unknown> =>
  sql.raw(
    [
      ...numbers(room).flatMap((n) => [
        ...steps.map(({ holds }) => `${holds}${n} tsquery`),
        `own_words${n} tsquery, own${n} real, share${n} real`,
      ]),
      'set real, spare real',
    ].join(', '),
  )

/** How well the words of a document suit the tests of `r`, times what its sales, conversion, rating and freshness make of it. What passes a step is not tried by those after it. */
export const score = (room: number): RawBuilder<unknown> =>
  sql.raw(
    `((${[...numbers(room).map(scoreOfWish), ...Object.keys(against).map(scoreAgainst)].join(' + ')} + 0.01) * boost)`,
  )

const passed = (from: number): number =>
  Number(
    steps
      .slice(from)
      .reduce((sum, { value }) => sum + value, 0)
      .toFixed(2),
  )

const scoreOfWish = (n: number): string => {
  const cases = steps.map(({ holds }, at) => `when ranked @@ r.${holds}${n} then ${passed(at)}`).join(' ')
  return `coalesce(r.share${n} * case ${cases} else 0 end, 0) + case when ranked @@ r.own_words${n} then r.own${n} else 0 end`
}

const scoreAgainst = (mark: string): string =>
  `case when r.${mark} is not null and ranked @@ '''${marks[mark as keyof typeof marks]}'''::tsquery then r.${mark} else 0 end`
