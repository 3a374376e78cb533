import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeIn } from './range.ts'

test.each([
  ['bytes=0-99', { first: 0, last: 99 }],
  ['bytes=900-', { first: 900, last: 999 }],
  ['bytes=900-5000', { first: 900, last: 999 }],
  ['bytes=-100', { first: 900, last: 999 }],
  ['bytes=-5000', { first: 0, last: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', undefined],
  ['bytes=0-1,5-6', undefined],
  ['items=0-1', undefined],
  ['bytes=-', undefined],
  [undefined, undefined],
])('%s of a thousand bytes', (header, wanted) => expect(rangeIn(header, 1_000)).toEqual(wanted))

test('whatever is asked for, nothing outside the file is answered', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (tail, size) => {
      const range = rangeIn(`bytes=${tail}`, size)
      if (typeof range !== 'object') return
      expect(range.first >= 0 && range.first <= range.last && range.last < size).toBe(true)
    }),
  )
})
