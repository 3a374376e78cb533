import { expect, test } from 'vitest'
import { leaveLastOut } from './split.ts'

test('the last item of each person is the target, whatever separates the items, and who has only one is left out', () => {
  const plain = leaveLastOut('1 a b c\n2 b c\n3 a\n', 1)

  expect([plain.pasts.map(({ length }) => length), plain.targets.length]).toEqual([[2, 1], 2])
  expect(new Set(plain.targets).size).toBe(1)
  for (const text of [
    '1,a,b,c\r\n2,b,c\r\n3,a',
    '1\ta\tb\tc\n\n2\tb\tc',
    '1: a | b | c\n2: b | c',
    '"1";"a";"b";"c"\n2;b;c',
  ])
    expect(leaveLastOut(text, 1)).toEqual(plain)
})

test('for the choice of numbers the last item is forgotten altogether', () => {
  const { pasts, targets } = leaveLastOut('1 a b c\n2 b c\n', 2)

  expect([pasts.map(({ length }) => length), targets.length]).toEqual([[1], 1])
})
