import { expect, test } from 'vitest'
import { pasted, spanOf, stepOf, tabbed } from './grid-range.ts'

const extent = { rows: 10, cols: 4, page: 5 }
const span = (top: number, left: number, bottom = top, right = left) =>
  spanOf({ anchor: { row: top, col: left }, head: { row: bottom, col: right } })
const places = (cells: ReturnType<typeof pasted>) => cells.map(({ at, text }) => [at.row, at.col, text])

test('keys lead as in a spreadsheet and stop at the edges', () => {
  expect(stepOf('ArrowUp', false, { row: 0, col: 2 }, extent)).toEqual({ row: 0, col: 2 })
  expect(stepOf('ArrowDown', true, { row: 3, col: 2 }, extent)).toEqual({ row: 9, col: 2 })
  expect(stepOf('PageDown', false, { row: 7, col: 1 }, extent)).toEqual({ row: 9, col: 1 })
  expect(stepOf('a', false, { row: 7, col: 1 }, extent)).toBeUndefined()
  expect([tabbed({ row: 0, col: 3 }, false, extent), tabbed({ row: 1, col: 0 }, true, extent)]).toEqual([
    { row: 1, col: 0 },
    { row: 0, col: 3 },
  ])
})

test('a pasted block goes down and right, one cell fills what is chosen, and nothing goes over the edge', () => {
  expect(places(pasted([['a', 'b'], ['c']], span(8, 2), extent))).toEqual([
    [8, 2, 'a'],
    [8, 3, 'b'],
    [9, 2, 'c'],
    [9, 3, ''],
  ])
  expect(places(pasted([['x']], span(0, 0, 2, 0), extent))).toHaveLength(3)
  expect(places(pasted([['x'], ['y']], span(0, 1, 3, 1), extent)).map(([, , text]) => text)).toEqual([
    'x',
    'y',
    'x',
    'y',
  ])
  expect(places(pasted([['1'], ['2'], ['3']], span(8, 0), extent))).toHaveLength(2)
})
