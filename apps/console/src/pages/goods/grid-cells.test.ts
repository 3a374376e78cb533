import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { BatchField } from '#model/goods/batches'
import { cellText, readCell, stageChoices, type Words } from './grid-cells.ts'

const [cups, glasses] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002']

const words: Words = {
  language: 'zh',
  currency: 'CNY',
  choices: {
    lifeStage: stageChoices('zh'),
    categoryId: [
      { id: cups, label: '茶具 / 杯子', names: ['杯子', 'cups'] },
      { id: glasses, label: '酒具 / 杯子', names: ['杯子', 'glasses'] },
    ],
  },
}
const read = (field: BatchField, typed: string) => {
  const reading = readCell(field, typed, words)
  return 'fault' in reading ? reading.fault.code : reading.value
}

test('amounts, weights, words and names are read as people write them in a sheet', () => {
  expect(read('list', '¥1,234.5')).toEqual(money(123_450))
  expect(read('was', ' ')).toBeNull()
  expect(read('weightGrams', '1,200')).toBe(1_200)
  expect(read('tags', '新品，手工、 新品')).toEqual(['新品', '手工'])
  expect(read('nameZh', ' 青瓷\n杯 ')).toBe('青瓷 杯')
  expect([read('lifeStage', '清仓'), read('lifeStage', 'Launch'), read('lifeStage', '')]).toEqual([
    'clearance',
    'launch',
    null,
  ])
})

test('what cannot be is told by the code the server would refuse it with', () => {
  expect([read('list', ''), read('list', '面议'), read('list', '-3')]).toEqual(Array(3).fill('prices.invalid'))
  expect([read('weightGrams', '半斤'), read('barcode', '6901234567890'), read('sku', '')]).toEqual([
    'catalog.weight_invalid',
    'catalog.barcode_invalid',
    'catalog.sku_invalid',
  ])
  expect([read('nameZh', ''), read('lifeStage', '热卖'), read('categoryId', '没有的')]).toEqual([
    'catalog.name_missing',
    'batches.no_stage',
    'batches.not_known',
  ])
})

test('a category is known by its path, and by its name where only one is called so', () => {
  expect([read('categoryId', '茶具 / 杯子'), read('categoryId', 'Glasses'), read('categoryId', '杯子')]).toEqual([
    cups,
    glasses,
    'batches.not_known',
  ])
  expect([
    cellText('categoryId', glasses, words),
    cellText('list', money(4_900), words),
    cellText('tags', ['新', '旧'], words),
  ]).toEqual(['酒具 / 杯子', '49.00', '新、旧'])
})
