import { expect, test } from 'vitest'
import { openRepeatFilter } from './repeat-filter.ts'

test('the same code read twice within 300 ms counts once where the task says so', () => {
  const isRepeat = openRepeatFilter()

  expect(isRepeat('6901', 1_000, 300)).toBe(false)
  expect(isRepeat('6901', 1_200, 300)).toBe(true)
  expect(isRepeat('6901', 1_300, 300)).toBe(false)
})

test('a task without a window counts every read', () => {
  const isRepeat = openRepeatFilter()

  expect([isRepeat('6901', 0, 0), isRepeat('6901', 1, 0), isRepeat('6901', 2, 0)]).toEqual([false, false, false])
})

test('different codes are never dropped, however fast they come', () => {
  const isRepeat = openRepeatFilter()

  expect(['A', 'B', 'A', 'B'].map((code, index) => isRepeat(code, index, 300))).toEqual([false, false, false, false])
})
