import { expect, test } from 'vitest'
import { ndcg, recall } from './score.ts'

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

test('recall counts good answers among the first ten, as far as ten can hold them', () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`good${at}`, 3]))

  expect(recall(['a', 'x', 'b', 'b'], { a: 3, b: 2, c: 3, d: 1 })).toBeCloseTo(2 / 3)
  expect(recall(Object.keys(many), many)).toBe(1)
  expect(recall(['good0', 'x'], many)).toBe(0.1)
  expect(recall(['d'], { d: 1 })).toBe(1)
})
