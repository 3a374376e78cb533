import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, daysLater, isBefore } from './day.ts'
import { documentNumber, isDocumentNumber, isId, newId } from './id.ts'
import { decodeCursor, encodeCursor, toPage } from './page.ts'
import { mostPieces, pieces } from './quantity.ts'
import { isRefusal, refusal } from './refusal.ts'
import { canStep, type Steps, stepsFrom } from './steps.ts'
import { say, texts } from './text.ts'

test('ids rise within a process, thousands of them in one millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every(isId)).toBe(true)
})

test('G02 ids rise although the clock of the machine jumps back', () => {
  const clock = Date.now
  const before = newId()
  try {
    Date.now = () => clock() - 3_600_000
    const [first, second] = [newId(), newId()]
    expect([before, first, second].toSorted()).toEqual([before, first, second])
  } finally {
    Date.now = clock
  }
})

test('a document number with one digit changed is no document number', () => {
  const number = documentNumber('SO', Temporal.PlainDate.from('2026-11-22'))
  expect(number).toMatch(/^SO261122\d{8}$/)
  expect(isDocumentNumber(number)).toBe(true)
  const digit = number[10]!
  expect(isDocumentNumber(`${number.slice(0, 10)}${(Number(digit) + 1) % 10}${number.slice(11)}`)).toBe(false)
})

test('a step is open only where its table says', () => {
  const steps: Steps<'pay' | 'ship', 'new' | 'paid' | 'shipped'> = {
    pay: { from: ['new'], to: 'paid' },
    ship: { from: ['paid'], to: 'shipped' },
  }
  expect(canStep(steps, 'new', 'ship')).toBe(false)
  expect(stepsFrom(steps, 'paid')).toEqual(['ship'])
})

test('pieces are whole and at least one, and the refusal names the field', () => {
  for (const right of [1, 3, mostPieces]) expect(pieces(right)).toBe(right)
  for (const wrong of [0, -1, 1.5, Number.NaN, '3', 1e9, undefined, [1]])
    expect(() => pieces(wrong, 'lines.0.quantity')).toThrow(
      expect.objectContaining({
        code: 'quantity.out_of_range',
        details: expect.objectContaining({ field: 'lines.0.quantity' }),
      }),
    )
})

test('a cursor of another list is refused, not obeyed', () => {
  expect(decodeCursor(encodeCursor(['a', 1]), 2)).toEqual(['a', 1])
  for (const wrong of ['', 'x', encodeCursor(['a']), Buffer.from('{"a":1}').toString('base64url')])
    expect(() => decodeCursor(wrong, 2)).toThrow(expect.objectContaining({ code: 'page.bad_cursor' }))
})

test('the last page has no cursor', () => {
  const rows = [1, 2, 3]
  expect(toPage(rows, 3, (row) => [row])).toEqual({ rows })
  expect(toPage(rows, 2, (row) => [row])).toEqual({ rows: [1, 2], next: encodeCursor([2]) })
})

test('seven days later is the same time of day there, also over a change of clocks', () => {
  const before = Temporal.Instant.from('2026-10-24T10:00:00Z')
  expect(daysLater(before, 7, 'Europe/Berlin').toString()).toBe('2026-10-31T11:00:00Z')
  expect(daysLater(before, 7, 'Asia/Shanghai').toString()).toBe('2026-10-31T10:00:00Z')
  expect(dayIn(Temporal.Instant.from('2026-03-01T17:00:00Z'), 'Asia/Shanghai').toString()).toBe('2026-03-02')
})

test('G04 every instant belongs to one day of a zone, so that sums over days are sums over rows', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu']
  const first = Temporal.Instant.from('2023-12-30T00:00:00Z')
  const seconds = 3 * 366 * 86_400 // a leap day, three ends of a year, every change of clocks
  const isInside = (at: Temporal.Instant, day: Temporal.PlainDate, zone: string): boolean => {
    const [from, until] = [day, day.add({ days: 1 })].map((each) => each.toZonedDateTime(zone).toInstant())
    return !isBefore(at, from!) && isBefore(at, until!)
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: seconds }), fc.constantFrom(...zones), (offset, zone) => {
      const at = first.add({ seconds: offset })
      const day = dayIn(at, zone)
      const around = [-1, 0, 1].map((days) => day.add({ days }))
      expect(around.filter((each) => isInside(at, each, zone))).toEqual([day])
    }),
    { numRuns: 500 },
  )
})

test('a text is said in the reader’s language with its values filled in', () => {
  const catalogue = texts({ left: { zh: '还剩 {count} 件', en: '{count} left' } })
  expect(say(catalogue, 'zh', 'left', { count: 3 })).toBe('还剩 3 件')
  expect(say(catalogue, 'en', 'left', { count: 3 })).toBe('3 left')
})

test('a refusal is known by its code, not by its words', () => {
  const soldOut = refusal('conflict', 'test.words_sold_out', (d: { sku: string }) => `${d.sku} is sold out`)
  const error: unknown = soldOut({ sku: 'A-1' })
  expect(isRefusal(error, soldOut)).toBe(true)
  expect(isRefusal(new Error('A-1 is sold out'))).toBe(false)
})
