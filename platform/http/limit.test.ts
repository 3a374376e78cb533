import { expect, test } from 'vitest'
import { openLimit } from './limit.ts'

const second = (limit: ReturnType<typeof openLimit>, millis: number, loopDelay = 0) => {
  for (let count = 0; count < 9; count++) limit.answered(millis)
  limit.look(loopDelay)
  return limit.now
}

test('F01 whoever answers slowly lets fewer in, down to a tenth, and more again step by step when it is quick', () => {
  const limit = openLimit(80)
  expect([second(limit, 900), second(limit, 900)]).toEqual([60, 45])
  for (let count = 0; count < 20; count++) second(limit, 900)
  expect(limit.now).toBe(8)
  expect([second(limit, 100), second(limit, 100)]).toEqual([12, 16])
  for (let count = 0; count < 20; count++) second(limit, 100)
  expect(limit.now).toBe(80)
})

test('F01 a few slow answers change nothing, a late event loop does, and so does nobody who asks', () => {
  const limit = openLimit(80)
  for (const slow of [2_000, 2_000, 2_000]) limit.answered(slow)
  expect(second(limit, 20)).toBe(80)
  expect(second(limit, 20, 250)).toBe(60)
  limit.look(0)
  expect(limit.now).toBe(64)
})
