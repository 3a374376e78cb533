import { expect, test } from 'vitest'
import { blockKinds } from '#model/growth/content'
import { moved, newBlock } from './content.ts'

test('a block goes one place up or down, or to where it is dropped, and never out of the list', () => {
  const list = ['a', 'b', 'c', 'd']
  expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c', 'd'])
  expect(moved(list, 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(list, 1, 3)).toEqual(['a', 'c', 'd', 'b'])
  for (const [from, to] of [
    [0, -1],
    [3, 4],
    [4, 0],
  ] as const)
    expect(moved(list, from, to)).toBe(list)
})

test('every kind of block in the palette can be begun', () => {
  for (const kind of blockKinds) expect(newBlock(kind, 'x')).toMatchObject({ id: 'x', kind, from: null, until: null })
})
