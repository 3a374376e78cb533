import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { type BatchField, type CellValue, factField } from '#model/goods/batches'
import type { CategoryAttribute } from '#model/goods/catalog'
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
  const reading = readCell({ field, attribute: undefined }, typed, words, null)
  return 'fault' in reading ? reading.fault.code : reading.value
}

const text = (field: BatchField, value: CellValue) => cellText({ field, attribute: undefined }, value, words)

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
  expect([text('categoryId', glasses), text('list', money(4_900)), text('tags', ['新', '旧'])]).toEqual([
    '酒具 / 杯子',
    '49.00',
    '新、旧',
  ])
})

test('an attribute is read by its kind: numbers, choices by their name, words in the language of whoever writes them', () => {
  const attribute = (kind: CategoryAttribute['kind']): CategoryAttribute => ({
    code: 'ware',
    kind,
    required: false,
    name: { zh: '材质', en: 'Ware' },
    options: kind === 'choice' ? [{ code: 'p', zh: '瓷', en: 'Porcelain' }] : [],
  })
  const reads = (kind: CategoryAttribute['kind'], typed: string, before: CellValue = null) => {
    const reading = readCell({ field: factField('ware'), attribute: attribute(kind) }, typed, words, before)
    return 'fault' in reading ? [reading.fault.code, reading.fault.details] : reading.value
  }
  const wrong = (value: string) => ['catalog.attribute_invalid', { attribute: '材质', value }]

  expect([reads('number', '1,250.5'), reads('number', '-3'), reads('number', '很多')]).toEqual([
    1_250.5,
    -3,
    wrong('很多'),
  ])
  expect([reads('choice', 'porcelain'), reads('choice', '瓷'), reads('choice', '纸')]).toEqual(['p', 'p', wrong('纸')])
  expect([
    reads('text', '炻器'),
    reads('text', '炻器', { zh: '瓷', en: 'Porcelain' }),
    reads('text', '', '瓷'),
  ]).toEqual(['炻器', { zh: '炻器', en: 'Porcelain' }, null])
  expect(cellText({ field: factField('ware'), attribute: attribute('choice') }, 'p', words)).toBe('瓷')
})
