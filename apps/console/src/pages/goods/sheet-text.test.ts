import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromSheetText, toSheetText } from './sheet-text.ts'

test('what Excel copies is read cell by cell: quotes, tabs and line breaks inside a cell stay in it', () => {
  expect(fromSheetText('青瓷杯\t49.00\r\n"一行\n两行"\t"他说""好"""\r\n')).toEqual([
    ['青瓷杯', '49.00'],
    ['一行\n两行', '他说"好"'],
  ])
  expect(fromSheetText('5"管\t"没关上\t\nx')).toEqual([['5"管', '"没关上', ''], ['x']])
})

test('whatever a range holds comes back as it was copied', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '茶', '"', '\t', '\n', ',', ' ') })
  const width = fc.integer({ min: 1, max: 4 })
  const range = width.chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  )
  fc.assert(
    fc.property(range, (rows) => {
      const isBlankEnd = rows.at(-1)!.every((text) => text === '')
      fc.pre(!isBlankEnd)
      expect(fromSheetText(toSheetText(rows))).toEqual(rows)
    }),
  )
})
