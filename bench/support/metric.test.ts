import { expect, test } from 'vitest'
import { against, figure, median, percentile } from './metric.ts'

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(median([9, 1, 2, 100])).toBe(5.5)
  expect(median([3])).toBe(3)
  expect(() => median([])).toThrow('nothing was measured')
})

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  expect([0.5, 0.95, 0.99, 1].map((part) => percentile(hundred, part))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 0.5)).toBe(7)
})

test('each run is compared with the limit of its own moment, so that a noisy machine does not decide', () => {
  const metric = against({
    metric: 'pages',
    unit: '1/s',
    atLeast: 0.1,
    runs: [
      { value: 1_000, limit: 10_000 },
      { value: 500, limit: 4_000 },
      { value: 900, limit: 10_000 },
    ],
  })
  expect(metric).toMatchObject({ value: 900, limit: 10_000, ratio: 0.1, budget: 'ratio ≥ 0.1', ok: true })
})

test('a missed budget says so; a figure without one is only reported', () => {
  expect(figure({ metric: 'p99', unit: 'ms', runs: [31], atMost: 30 })).toMatchObject({
    ok: false,
    budget: 'value ≤ 30',
  })
  expect(figure({ metric: 'p50', unit: 'ms', runs: [31] })).toMatchObject({ ok: true, budget: null, limit: null })
})
