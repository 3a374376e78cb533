import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, allocate, decimalText, money, parseMoney, percentOf, readMoney, subtract, sum, times } from './money.ts'

const yuan = (minor: number) => money(minor)

test('a discount of 20.00 over three equal units gives the larger parts first', () => {
  expect(allocate(yuan(2_000), [1, 1, 1])).toEqual([yuan(667), yuan(667), yuan(666)])
})

test('parts always sum to the whole, each within one unit of its exact share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
      (minor, weights) => {
        const parts = allocate(yuan(minor), weights)
        expect(sum(parts)).toEqual(yuan(minor))
        const total = weights.reduce((all, weight) => all + weight, 0)
        if (total > 0)
          for (const [at, part] of parts.entries())
            expect(Math.abs(part.minor - (minor * weights[at]!) / total)).toBeLessThan(1)
      },
    ),
  )
})

test('nobody gets a share of the opposite sign, and weightless lines get nothing while others weigh', () => {
  expect(allocate(yuan(100), [0, 3, 0])).toEqual([yuan(0), yuan(100), yuan(0)])
  expect(allocate(yuan(-5), [1, 1])).toEqual([yuan(-3), yuan(-2)])
})

test('where nothing weighs all get the same, and among nobody nothing is shared out', () => {
  expect(allocate(yuan(5), [0, 0])).toEqual([yuan(3), yuan(2)])
  expect(allocate(yuan(5), [])).toEqual([])
})

test('a percentage is rounded once, half away from zero', () => {
  expect(percentOf(yuan(1_050), 5)).toEqual(yuan(53))
  expect(percentOf(yuan(-1_050), 5)).toEqual(yuan(-53))
  expect(percentOf(yuan(12_345), 0.38)).toEqual(yuan(47))
  expect(percentOf(yuan(1_000_000), 0.57)).toEqual(yuan(5_700)) // 0.57 * 10000 is 5699.999…
})

test('amounts of two currencies are never mixed, and no amount is fractional', () => {
  expect(() => add(yuan(1), money(1, 'USD'))).toThrow('cannot mix')
  expect(() => money(0.5)).toThrow('whole')
  expect(() => times(yuan(Number.MAX_SAFE_INTEGER), 2)).toThrow('whole')
})

test('what is written as text is read as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.constantFrom('CNY', 'JPY', 'KWD'),
      (minor, currency) => {
        expect(parseMoney(decimalText(money(minor, currency)), currency)).toEqual(money(minor, currency))
      },
    ),
  )
  for (const text of ['', '1,00', '1.234', 'abc', '1e3', ' ', '--1', '１２']) expect(parseMoney(text)).toBeUndefined()
})

test('nothing has no sign', () => {
  expect(parseMoney('-0.00')).toEqual(yuan(0))
  expect(decimalText(yuan(0))).toBe('0.00')
})

test('an amount is read as people write it, and one whose comma could be a decimal point is not', () => {
  const read = (text: string) => readMoney(text)?.minor
  expect(['¥1,234.50', '￥88', ' 1 299.5 元 ', '1，000', '-￥5', '12'].map(read)).toEqual([
    123_450, 8_800, 129_950, 100_000, -500, 1_200,
  ])
  const unclear = ['1,00', '1,2345', '¥', '', '壹佰', '1e3', '1.2.3', '12 15', '1 2']
  expect(unclear.map(read)).toEqual(unclear.map(() => undefined))
})

test('an amount with the sign of another currency is not read as one of ours', () => {
  expect(['$100', '€1,299', '100 £'].map((text) => readMoney(text))).toEqual([undefined, undefined, undefined])
  expect(readMoney('$1,299.5', 'USD')).toEqual(money(129_950, 'USD'))
  expect(readMoney('¥100', 'USD')).toBeUndefined()
})

test('taking away what was added leaves what was there', () => {
  expect(subtract(add(yuan(70), yuan(30)), yuan(30))).toEqual(yuan(70))
})
