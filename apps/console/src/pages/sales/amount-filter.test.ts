import { expect, test } from 'vitest'
import { amountKept, amountTyped } from './amount-filter.ts'

test.each([
  ['88', 'CNY', '8800'],
  [' ¥1,234.5 ', 'CNY', '123450'],
  ['1200', 'JPY', '1200'],
  ['', 'CNY', undefined],
  ['-', 'CNY', undefined],
  ['-5', 'CNY', undefined],
  ['1e', 'CNY', undefined],
  ['8.888', 'CNY', undefined],
  ['about 20', 'CNY', undefined],
  ['9'.repeat(20), 'CNY', undefined],
])('of an amount to filter by, %j in %s is kept as %j', (text, currency, kept) => {
  expect(amountTyped(text, currency)).toBe(kept)
})

test.each(['NaN', 'Infinity', '1.5', '-1', '', '9'.repeat(20), undefined])(
  '%j in an address is no amount, so that no list says ¥NaN',
  (kept) => {
    expect(amountKept(kept, 'CNY')).toBeUndefined()
  },
)

test('an amount that an address keeps is read back whole', () => {
  expect(amountKept(amountTyped('19.9', 'CNY'), 'CNY')).toEqual({ minor: 1990, currency: 'CNY' })
})
