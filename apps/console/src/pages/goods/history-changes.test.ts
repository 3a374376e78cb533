import { expect, test } from 'vitest'
import { changesBetween } from './history-changes.ts'

test('CAT-18 the history of a listing says what every field was and became', () => {
  const before = {
    texts: { zh: { name: '杯', description: '<p>旧</p>' } },
    tags: ['茶具'],
    variants: [{ id: '1', sku: 'A', price: { list: { minor: 4_900, currency: 'CNY' } } }],
  }
  const after = {
    texts: { zh: { name: '茶杯', description: '<p>旧</p>' } },
    tags: ['茶具', '新品'],
    variants: [
      { id: '2', sku: 'A', price: { list: { minor: 3_900, currency: 'CNY' } } },
      { id: '3', sku: 'B' },
    ],
  }

  expect(changesBetween(before, after)).toEqual([
    { path: ['texts', 'zh', 'name'], before: '杯', after: '茶杯' },
    { path: ['tags'], before: '茶具', after: '茶具、新品' },
    { path: ['variants', '0', 'price', 'list'], before: '49.00', after: '39.00' },
    { path: ['variants', '1', 'sku'], before: '', after: 'B' },
  ])
})

test('what is as it was is not a change, whether absent or null', () => {
  expect(changesBetween({ licence: null, warrantyMonths: 12 }, { warrantyMonths: 12 })).toEqual([])
})
