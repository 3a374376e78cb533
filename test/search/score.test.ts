import { expect, test } from 'vitest'
import { ndcg } from './score.ts'

test('the best order of graded answers scores 1, the wrong ones 0, and a worse order lies between', () => {
  const grades = { a: 3, b: 2, c: 1 }

  expect(ndcg(['a', 'b', 'c'], grades)).toBe(1)
  expect(ndcg(['x', 'y'], grades)).toBe(0)
  expect(ndcg(['c', 'b', 'a'], grades)).toBeCloseTo((1 + 3 / Math.log2(3) + 7 / 2) / (7 + 3 / Math.log2(3) + 1 / 2))
  expect(ndcg(['a', 'a', 'a', 'b'], grades)).toBeCloseTo(ndcg(['a', 'b'], grades))
})

test('where nothing is right only an empty page is right', () => {
  expect([ndcg([], {}), ndcg(['x'], {}), ndcg([], { a: 1 })]).toEqual([1, 0, 0])
})
