import { expect, test } from 'vitest'
import { layOut, plainLayout, withColumn } from './layout.ts'

const columns = ['number', 'state', 'amount'].map((key) => ({ key, title: key }))
const keys = columns.map(({ key }) => key)
const seen = (layout: Parameters<typeof layOut>[1]) => layOut<object>(columns, layout).map(({ key }) => key)

test('a column moves by one place and stops at the ends', () => {
  const moved = withColumn(plainLayout, columns, { key: 'amount', by: -1 })
  expect(seen(moved)).toEqual(['number', 'amount', 'state'])
  expect(seen(withColumn(moved, columns, { key: 'number', by: -1 }))).toEqual(['number', 'amount', 'state'])
})

test('a hidden column stays in its place for the day it is shown again', () => {
  const hidden = withColumn(plainLayout, columns, { key: 'state', hidden: true })
  expect(seen(hidden)).toEqual(['number', 'amount'])
  expect(seen(withColumn(hidden, columns, { key: 'state' }))).toEqual(keys)
})

test('a column that the page has gained stands behind, and one that it has lost is no trouble', () => {
  const layout = { columns: [{ key: 'gone' }, { key: 'amount', width: 90 }], density: 'compact' } as const
  expect(seen(layout)).toEqual(['amount', 'number', 'state'])
  expect(layOut<object>(columns, layout)[0]).toMatchObject({ width: 90, ellipsis: true })
})

test('a column that waits to be chosen stays away until somebody chooses it, and changing another does not bring it', () => {
  const more = [...columns, { key: 'origin', title: 'origin', hiddenAtFirst: true }]
  const shown = (layout: Parameters<typeof layOut>[1]) => layOut<object>(more, layout).map(({ key }) => key)
  const wider = withColumn(plainLayout, more, { key: 'state', width: 90 })
  expect([shown(plainLayout), shown(wider)]).toEqual([keys, keys])

  const chosen = withColumn(wider, more, { key: 'origin' })
  expect(shown(chosen)).toEqual([...keys, 'origin'])
  expect(shown(withColumn(chosen, columns, { key: 'state' }))).toEqual([...keys, 'origin'])
})
