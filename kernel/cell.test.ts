import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareCell, protectCell } from './cell.ts'

test('a cell that a spreadsheet would compute is marked as text; amounts and plain words stay', () => {
  expect(['=1+1', '+49 30 1', '@cmd', '-x', "'=1", '-12.50', "'tis", 'Tea'].map(protectCell)).toEqual([
    "'=1+1",
    "'+49 30 1",
    "'@cmd",
    "'-x",
    "''=1",
    '-12.50',
    "'tis",
    'Tea',
  ])
})

test('every text comes back as it was', () => {
  const some = fc.string({ unit: 'binary-ascii' })
  expect(fc.check(fc.property(some, (text) => bareCell(protectCell(text)) === text)).failed).toBe(false)
  expect(fc.check(fc.property(some, (text) => bareCell(protectCell(`'=${text}`)) === `'=${text}`)).failed).toBe(false)
})
